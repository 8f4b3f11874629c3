//! The fields of drafts that are more than a line or a record: the manifest, a predecessor, what a copy holds.

use super::context::DraftContext;
use super::figures;
use super::hint::Hint;
use crate::domain::manifest::{Manifest, Predecessor};
use crate::domain::observer::CopyContent;
use crate::intake::error::InputError;
use crate::intake::mistake::DraftMistake;
use crate::intake::toml::fields::{Fields, Scalar};
use crate::intake::toml::manifest;
use crate::intake::toml::record::{Field, Record, read_table};
use crate::intake::toml::table::Table;
use crate::intake::toml::writer::{TomlWriter, quoted};

/// The same tables as in `manifest.toml`, under `[manifest]`.
impl Field for Manifest {
    fn write(
        field: Option<&Self>,
        key: &'static str,
        _: Option<Hint>,
        writer: &mut TomlWriter,
        context: &DraftContext,
    ) {
        writer.table(key, |writer| match field {
            Some(manifest) => Table::write(manifest, writer),
            None => writer.note(context.hint(Some(Hint::ManifestHere))),
        });
    }

    fn read(key: &'static str, fields: &mut Fields, _: &DraftContext) -> Result<Self, Vec<InputError>> {
        let mut table = fields.required(key).and_then(|value| value.table()).map_err(|e| vec![e])?;
        let (manifest, flaws) = manifest::read_fields(&mut table)?;
        if flaws.is_empty() { Ok(manifest) } else { Err(flaws) }
    }
}

/// A table that is seldom there.
impl Field for Option<Predecessor> {
    fn write(
        field: Option<&Self>,
        key: &'static str,
        _: Option<Hint>,
        writer: &mut TomlWriter,
        context: &DraftContext,
    ) {
        match field.and_then(Option::as_ref) {
            Some(predecessor) => writer.table(key, |writer| Record::write(Some(predecessor), writer, context)),
            None => writer.sample(key, ("[", "]"), |writer| <Predecessor as Record>::write(None, writer, context)),
        }
    }

    fn read(key: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
        let table = fields.take(key).map(|value| value.table()).transpose().map_err(|e| vec![e])?;
        table.map(|table| read_table(table, context)).transpose()
    }
}

/// A copy that was handed over, with its figures; or one that was refused, with a reason.
impl Field for CopyContent {
    fn write(field: Option<&Self>, _: &'static str, _: Option<Hint>, writer: &mut TomlWriter, context: &DraftContext) {
        let (word, reason) = match field {
            Some(Self::Refused { reason }) => (REFUSED, reason.as_str()),
            _ => (HANDED, ""),
        };
        writer.value("copy", Some(quoted(word)), "", context.hint(Some(Hint::CopyHanded)));
        writer.value("reason", Some(quoted(reason)), "", context.hint(Some(Hint::CopyRefusal)));
        let (figures, attachments) = match field {
            Some(Self::Refused { .. }) => return,
            Some(Self::Handed { figures, attachments }) => (Some(figures), Some(attachments)),
            None => (None, None),
        };
        Field::write(figures, "figures", None, writer, context);
        Field::write(attachments, "attachments", None, writer, context);
    }

    fn read(_: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
        let copy = fields.required("copy").map_err(|e| vec![e])?;
        let reason = fields.required("reason").map_err(|e| vec![e])?;
        match copy.text().map_err(|e| vec![e])? {
            HANDED if reason.is_blank() => Ok(Self::Handed {
                figures: Field::read("figures", fields, context)?,
                attachments: Field::read("attachments", fields, context)?,
            }),
            HANDED => Err(vec![reason.error(DraftMistake::HandedWithReason)]),
            REFUSED => {
                figures::take_blank(fields).map_err(|e| vec![e])?;
                Ok(Self::Refused { reason: Scalar::read(&reason).map_err(|e| vec![e])? })
            }
            _ => Err(vec![copy.error(DraftMistake::NeitherHandedNorRefused)]),
        }
    }
}

const HANDED: &str = "handed";
const REFUSED: &str = "refused";
