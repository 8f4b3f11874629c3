//! The scans of a draft. A person names the file, and no digest is ever typed:
//!
//! ```toml
//! [[attachments]]
//! file = "01.001 page 1.jpg"  # beside the draft
//! ```
//!
//! The caller reads the files that [`named`] names and hands their bytes over as [`Scans`]. An attachment whose digests
//! are given, because the file lies elsewhere, has `name`, `media`, `bytes`, `blake3` and `sha256` instead.

use crate::domain::attachment::AttachmentFlaw;
use crate::domain::protocol::Attachment;
use crate::domain::text::Text;
use crate::intake::error::{Flaw, InputError};
use crate::intake::spelling;
use crate::intake::toml::fields::{Fields, TomlSource};

/// The list of scans in a draft.
const ATTACHMENTS: &str = "attachments";
/// Under which key a scan is named.
pub(super) const FILE: &str = "file";

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

    /// Their names, in the order in which they were read.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(file, _)| file.as_str())
    }

    pub(super) fn get(&self, file: &str) -> Result<Attachment, Flaw> {
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
