//! The attachments of a draft: scans that a person names by their files, and files whose digests are given.

use super::context::DraftContext;
use super::hint::Hint;
use super::scans::FILE;
use crate::domain::protocol::Attachment;
use crate::intake::error::{InputError, keep};
use crate::intake::mistake::DraftMistake;
use crate::intake::toml::fields::Fields;
use crate::intake::toml::record::{Field, Record, hinted, read_list, record, write_list};
use crate::intake::toml::writer::{TomlWriter, quoted};

record! {
    Attachment {
        name AttachmentName,
        media AttachmentMedia,
        bytes AttachmentBytes,
        blake3 AttachmentDigest,
        sha256 AttachmentDigest,
    }
}

/// An attachment, as one entry of a draft's list.
struct Scan(Attachment);

impl Record for Scan {
    const FIELDS: &[&str] = &[FILE];

    fn write(scan: Option<&Self>, writer: &mut TomlWriter, context: &DraftContext) {
        match scan {
            Some(Self(attachment)) => Record::write(Some(attachment), writer, context),
            None => writer.value(FILE, None, "\"\"", context.hint(Some(Hint::Scan))),
        }
    }

    fn read(fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
        let stands = |key: &&str| fields.peek(key).is_some();
        if !stands(&FILE) && Attachment::FIELDS.iter().any(stands) {
            return Attachment::read(fields, context).map(Self);
        }
        let value = fields.required(FILE).map_err(|e| vec![e])?;
        if value.is_blank() {
            return Err(vec![value.error(DraftMistake::ScanUnnamed)]);
        }
        let file = value.text().map_err(|e| vec![e])?;
        context.scans.get(file).map(Self).map_err(|mistake| vec![value.error(mistake)])
    }
}

/// Scans that the context has are written in, after those that a version before had; an empty list shows how a scan is
/// attached.
impl Field for Vec<Attachment> {
    fn write(
        field: Option<&Self>,
        key: &'static str,
        _: Option<Hint>,
        writer: &mut TomlWriter,
        context: &DraftContext,
    ) {
        if field.is_some_and(|list| !list.is_empty()) || context.scans.names().next().is_none() {
            let scans: Option<Vec<_>> = field.map(|list| list.iter().cloned().map(Scan).collect());
            write_list(scans.as_ref(), key, writer, context);
        }
        for file in context.scans.names() {
            writer.entry(key, |writer| writer.value(FILE, Some(quoted(file)), "", context.hint(Some(Hint::Scan))));
        }
    }

    /// A scan is looked for by its name when it is handed in: one name for two different files would hide one of them.
    fn read(key: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
        let value = fields.peek(key);
        let scans: Vec<Scan> = read_list(key, fields, context)?;
        let list: Self = scans.into_iter().map(|scan| scan.0).collect();
        let is_hidden = |(at, one): &(usize, &Attachment)| {
            list[..*at].iter().any(|other| other.name == one.name && other.content() != one.content())
        };
        match (list.iter().enumerate().find(is_hidden), value) {
            (Some((at, one)), Some(value)) => {
                let second = value.list().map_err(|e| vec![e])?[at];
                Err(vec![second.error(DraftMistake::ScansNamedAlike(one.name.clone()))])
            }
            _ => Ok(list),
        }
    }
}
