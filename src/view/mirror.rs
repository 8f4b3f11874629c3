//! What a mirror has.

use schemars::JsonSchema;
use serde::Serialize;

use super::spelling::Print;

/// What a mirror has, after it was filled.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Mirror {
    /// Where it is.
    pub place: String,
    /// How many events the checkpoint covers that it was made under.
    pub size: u64,
    /// The fingerprint of that checkpoint.
    pub fingerprint: Print,
    /// How many files it has.
    pub files: u64,
    /// How many of them were put now, because they say something new.
    pub put: u64,
    /// How many events it has already, where these are more than were read: it was not brought up to date then. Null where it was.
    pub ahead: Option<u64>,
}

/// Where an export is, as a mirror tells it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct MirroredExport {
    /// The name of its form.
    pub name: String,
    /// What it is, in a few words of English.
    pub about: String,
    /// The media type of its file.
    pub media: String,
    /// How many events it was made from.
    pub size: u64,
    /// How many bytes it has.
    pub bytes: u64,
    /// Where the file is, from the root of the mirror.
    pub href: String,
}
