//! The scans of a draft. A person names the file, and no digest is ever typed:
//!
//! ```toml
//! [[attachments]]
//! file = "01.001 page 1.jpg"  # beside the draft
//! ```
//!
//! The caller reads the files that [`named`] names and hands their bytes over as [`Scans`]. An attachment whose digests
//! are given, because the file lies elsewhere, has `name`, `media`, `bytes`, `blake3` and `sha256` instead.

use crate::domain::protocol::Attachment;
use crate::domain::text::Text;
use crate::intake::error::InputError;
use crate::intake::mistake::{DraftMistake, Mistake};
use crate::intake::spelling;
use crate::intake::toml::fields::{Fields, TomlSource};

/// The list of scans in a draft.
const ATTACHMENTS: &str = "attachments";
/// Under which key a scan is named.
pub(super) const FILE: &str = "file";

/// The files that a draft names, in the order in which they were read: what each is, or why it cannot be attached.
#[derive(Clone, Debug, Default)]
pub struct Scans(Vec<(String, Result<Attachment, Mistake>)>);

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
    /// [`ATTACHMENT_BYTES_MAX`](crate::domain::attachment::ATTACHMENT_BYTES_MAX) is enough to be told that it is too
    /// long.
    pub fn add(&mut self, file: &str, read: Result<Vec<u8>, Unread>) {
        self.0.push((file.to_owned(), attachment(file, read)));
    }

    /// The first of the files that cannot be attached.
    pub fn error(&self) -> Option<InputError> {
        let wrong = self.0.iter().find_map(|(file, read)| Some((file, read.as_ref().err()?)));
        wrong.map(|(file, mistake)| InputError::in_file(file, mistake.clone()))
    }

    /// Their names, in the order in which they were read.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(file, _)| file.as_str())
    }

    pub(super) fn get(&self, file: &str) -> Result<Attachment, Mistake> {
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

/// What stands of a file in a statement.
///
/// # Errors
/// [`Mistake`]: it cannot be attached.
pub fn attachment(file: &str, read: Result<Vec<u8>, Unread>) -> Result<Attachment, Mistake> {
    let bytes = read.map_err(|why| match why {
        Unread::Missing => DraftMistake::ScanMissing(file.to_owned()),
        Unread::NotAFile => DraftMistake::ScanNotAFile(file.to_owned()),
    })?;
    let name: Text = spelling::text(file.rsplit('/').next().unwrap_or(file))?;
    Attachment::of(name, &bytes).map_err(|flaw| DraftMistake::ScanUnfit(file.to_owned(), flaw).into())
}
