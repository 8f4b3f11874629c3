//! The fields of drafts that are more than a line or a record: the manifest, a predecessor, what a copy holds.

use super::context::DraftContext;
use super::figures;
use crate::domain::manifest::{Manifest, Predecessor};
use crate::domain::observer::CopyContent;
use crate::intake::error::{Flaw, InputError};
use crate::intake::toml::fields::{Fields, Scalar};
use crate::intake::toml::manifest;
use crate::intake::toml::page::{Page, quoted};
use crate::intake::toml::record::{Entry, Record, whole};
use crate::intake::toml::table::Table;

/// The same tables as in `manifest.toml`, under `[manifest]`.
impl Entry for Manifest {
    fn write(entry: Option<&Self>, key: &'static str, _: &str, page: &mut Page, _: &DraftContext) {
        page.table(key, |page| match entry {
            Some(manifest) => Table::write(manifest, page),
            None => page.note("the keys and tables of manifest.toml, each table as [manifest.…]"),
        });
    }

    fn read(key: &'static str, fields: &mut Fields, _: &DraftContext) -> Result<Self, Vec<InputError>> {
        let mut table = fields.required(key).and_then(|given| given.table()).map_err(|e| vec![e])?;
        manifest::read_fields(&mut table).map_err(|e| vec![e])
    }
}

/// A table that is seldom there.
impl Entry for Option<Predecessor> {
    fn write(entry: Option<&Self>, key: &'static str, _: &str, page: &mut Page, context: &DraftContext) {
        match entry.and_then(Option::as_ref) {
            Some(predecessor) => page.table(key, |page| Record::write(Some(predecessor), page, context)),
            None => page.sample(key, ("[", "]"), |page| <Predecessor as Record>::write(None, page, context)),
        }
    }

    fn read(key: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
        let table = fields.take(key).map(|given| given.table()).transpose().map_err(|e| vec![e])?;
        table.map(|table| whole(table, context)).transpose()
    }
}

/// A copy that was handed over, with its figures; or one that was refused, with a reason.
impl Entry for CopyContent {
    fn write(entry: Option<&Self>, _: &'static str, _: &str, page: &mut Page, context: &DraftContext) {
        let (word, reason) = match entry {
            Some(Self::Refused { reason }) => (REFUSED, reason.as_str()),
            _ => (HANDED, ""),
        };
        page.value("copy", Some(quoted(word)), "", "handed or refused");
        page.value("reason", Some(quoted(reason)), "", "if it was refused: in the observer's words");
        let (figures, attachments) = match entry {
            Some(Self::Refused { .. }) => return,
            Some(Self::Handed { figures, attachments }) => (Some(figures), Some(attachments)),
            None => (None, None),
        };
        Entry::write(figures, "figures", "", page, context);
        Entry::write(attachments, "attachments", "", page, context);
    }

    fn read(_: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
        let copy = fields.required("copy").map_err(|e| vec![e])?;
        let reason = fields.required("reason").map_err(|e| vec![e])?;
        match copy.text().map_err(|e| vec![e])? {
            HANDED if reason.is_blank() => Ok(Self::Handed {
                figures: Entry::read("figures", fields, context)?,
                attachments: Entry::read("attachments", fields, context)?,
            }),
            HANDED => Err(vec![reason.error(Flaw::new("a copy that was handed over has no reason", "empty it"))]),
            REFUSED => {
                figures::take_blank(fields).map_err(|e| vec![e])?;
                Ok(Self::Refused { reason: Scalar::read(&reason).map_err(|e| vec![e])? })
            }
            _ => Err(vec![copy.error(Flaw::new("it is neither handed nor refused", "write one of the two"))]),
        }
    }
}

const HANDED: &str = "handed";
const REFUSED: &str = "refused";
