//! A scan or photograph, and whether its file is there.

use schemars::JsonSchema;
use serde::Serialize;

use super::spelling::Hash;
use super::word::Word;
use crate::domain::attachment::AttachmentFile;
use crate::domain::protocol::{self, Media};

/// A scan or photograph that a statement names, and whether its file is beside the ledger.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Attachment {
    /// The file's name, for people.
    pub name: String,
    /// What kind of file.
    pub media: Word<Media>,
    /// The file's length in bytes, at most 20 MB.
    pub bytes: u64,
    /// BLAKE3 of the bytes.
    pub blake3: Hash,
    /// SHA-256 of the bytes.
    pub sha256: Hash,
    /// Where its file is in the ledger's folder.
    pub file: String,
    /// Whether the file is there, and is the one that was signed; null where nobody looked: scans are not published,
    /// and a server looks for none.
    pub kept: Option<Word<AttachmentFile>>,
}

impl Attachment {
    /// The view of an attachment whose file, of this name in the ledger's folder, stands so.
    pub fn of(attachment: &protocol::Attachment, file: String, kept: Option<AttachmentFile>) -> Self {
        Self {
            name: attachment.name.to_string(),
            media: Word(attachment.media),
            bytes: attachment.bytes,
            blake3: attachment.blake3.into(),
            sha256: attachment.sha256.into(),
            file,
            kept: kept.map(Word),
        }
    }
}
