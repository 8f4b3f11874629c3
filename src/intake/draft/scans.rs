//! The scans of a draft. A person names the file, and no digest is ever typed:
//!
//! ```toml
//! [[attachments]]
//! file = "01.001 page 1.jpg"  # beside the draft
//! ```
//!
//! The caller reads the files that [`named`] names and hands their bytes over as [`Scans`]. An attachment whose digests
//! are given, because the file lies elsewhere, has `name`, `media`, `bytes`, `blake3` and `sha256` instead.

use super::DraftContext;
use crate::domain::attachment::AttachmentFlaw;
use crate::domain::protocol::Attachment;
use crate::domain::text::Text;
use crate::intake::error::{Flaw, InputError, keep};
use crate::intake::spelling;
use crate::intake::toml::fields::{Fields, TomlSource};
use crate::intake::toml::record::{Field, Record, read_list, write_list};
use crate::intake::toml::scalar::Scalar;
use crate::intake::toml::writer::{TomlWriter, quoted};

/// The files that a draft names, in the order in which they were read: what each is, or why it cannot be attached.
#[derive(Clone, Debug, Default)]
pub struct Scans(Vec<(String, Result<Attachment, Flaw>)>);

/// Why a file gave no bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unread {
    /// It is not there.
    Missing,
    /// It is a folder, a device or a pipe.
    NotAFile,
}

impl Scans {
    /// Takes in a file under the name that the draft gives it. One byte above
    /// [`ATTACHMENT_BYTES_MAX`](crate::domain::attachment::ATTACHMENT_BYTES_MAX) is enough to be told that it is too long.
    pub fn add(&mut self, file: &str, read: Result<Vec<u8>, Unread>) {
        self.0.push((file.to_owned(), attachment(file, read)));
    }

    /// The first of the files that cannot be attached.
    pub fn error(&self) -> Option<InputError> {
        let wrong = self.0.iter().find_map(|(file, read)| Some((file, read.as_ref().err()?)));
        wrong.map(|(file, flaw)| flaw.clone().in_file(file))
    }

    fn get(&self, file: &str) -> Result<Attachment, Flaw> {
        let read = self.0.iter().find(|(name, _)| name == file).map(|(_, read)| read.clone());
        read.unwrap_or_else(|| attachment(file, Err(Unread::Missing)))
    }
}

/// The files that a draft names, each once; what is wrong with the draft is told when it is read.
pub fn named(text: &str) -> Vec<String> {
    let Ok(table) = (TomlSource { file: "", text }).parse() else { return Vec::new() };
    let attachments = Fields::outermost(TomlSource { file: "", text }, &table).tables(ATTACHMENTS).unwrap_or_default();
    let mut files = Vec::new();
    for value in attachments.iter().filter_map(|fields| fields.peek(FILE)) {
        match value.text() {
            Ok(file) if !file.is_empty() && files.iter().all(|known| known != file) => files.push(file.to_owned()),
            _ => {}
        }
    }
    files
}

fn attachment(file: &str, read: Result<Vec<u8>, Unread>) -> Result<Attachment, Flaw> {
    let missing = || Flaw::new(format!("there is no file {file}"), "name the scan as it lies beside the draft");
    let not_a_file = || Flaw::new(format!("{file} is no ordinary file"), "name the scan itself, a JPEG, PNG or PDF");
    let bytes = read.map_err(|why| match why {
        Unread::Missing => missing(),
        Unread::NotAFile => not_a_file(),
    })?;
    let name: Text = spelling::text(file.rsplit('/').next().unwrap_or(file))?;
    Attachment::of(name, &bytes).map_err(|flaw| {
        let advice = match &flaw {
            AttachmentFlaw::Empty => "scan the page again, or copy the file again from where it was made".to_owned(),
            AttachmentFlaw::TooLarge => "scan with fewer dots per inch, or attach its pages one by one".to_owned(),
            AttachmentFlaw::Extension(media) => {
                format!("rename it so that it ends in .{}, if it is the right file", media.endings().join(" or ."))
            }
            _ => "save the scan as JPEG, PNG or PDF, and name that file".to_owned(),
        };
        Flaw::new(format!("{file}: {flaw}"), advice)
    })
}

impl Record for Attachment {
    fn write(record: Option<&Self>, writer: &mut TomlWriter, _: &DraftContext) {
        let Some(attachment) = record else {
            return writer.value(FILE, None, "\"\"", FILE_HINT);
        };
        writer.value("name", Some(attachment.name.write()), "", "the file's name");
        writer.value("media", Some(attachment.media.write()), "", "jpeg, png or pdf");
        writer.value("bytes", Some(attachment.bytes.write()), "", "the file's length");
        writer.value("blake3", Some(attachment.blake3.write()), "", "of the bytes");
        writer.value("sha256", Some(attachment.sha256.write()), "", "of the bytes");
    }

    fn read(fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
        if ["name", "media", "bytes", "blake3", "sha256"].iter().any(|key| fields.peek(key).is_some())
            && fields.peek(FILE).is_none()
        {
            return read_digests(fields, context);
        }
        let value = fields.required(FILE).map_err(|e| vec![e])?;
        if value.is_blank() {
            return Err(vec![value.error(Flaw::new("it is not filled in", "name the scan, or remove this table"))]);
        }
        let file = value.text().map_err(|e| vec![e])?;
        context.scans.get(file).map_err(|flaw| vec![value.error(flaw)])
    }
}

fn read_digests(fields: &mut Fields, context: &DraftContext) -> Result<Attachment, Vec<InputError>> {
    let mut errors = Vec::new();
    let name = keep(&mut errors, Field::read("name", fields, context));
    let media = keep(&mut errors, Field::read("media", fields, context));
    let bytes = keep(&mut errors, Field::read("bytes", fields, context));
    let blake3 = keep(&mut errors, Field::read("blake3", fields, context));
    let sha256 = keep(&mut errors, Field::read("sha256", fields, context));
    match (name, media, bytes, blake3, sha256) {
        (Some(name), Some(media), Some(bytes), Some(blake3), Some(sha256)) => {
            Ok(Attachment { name, media, bytes, blake3, sha256 })
        }
        _ => Err(errors),
    }
}

/// Scans that the context has are written in, after those that a version before had; an empty list shows how a scan is
/// attached.
impl Field for Vec<Attachment> {
    fn write(field: Option<&Self>, key: &'static str, _: &str, writer: &mut TomlWriter, context: &DraftContext) {
        if field.is_some_and(|list| !list.is_empty()) || context.scans.0.is_empty() {
            write_list(field, key, writer, context);
        }
        for (file, _) in &context.scans.0 {
            writer.entry(key, |writer| writer.value(FILE, Some(quoted(file)), "", FILE_HINT));
        }
    }

    /// A scan is looked for by its name when it is handed in: one name for two different files would hide one of them.
    fn read(key: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
        let value = fields.peek(key);
        let list: Self = read_list(key, fields, context)?;
        let is_hidden = |(at, one): &(usize, &Attachment)| {
            list[..*at].iter().any(|other| other.name == one.name && other.content() != one.content())
        };
        match (list.iter().enumerate().find(is_hidden), value) {
            (Some((at, one)), Some(value)) => {
                let second = value.list().map_err(|e| vec![e])?[at];
                let says = format!("two different files are called {}", one.name);
                Err(vec![second.error(Flaw::new(says, "rename one of them, and name it so here"))])
            }
            _ => Ok(list),
        }
    }
}

const ATTACHMENTS: &str = "attachments";
const FILE: &str = "file";
const FILE_HINT: &str = "a scan that lies beside this draft: JPEG, PNG or PDF, at most 20 MB";
