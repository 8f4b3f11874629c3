//! The forms in which a ledger's data leaves.

use schemars::JsonSchema;
use serde::Serialize;

/// A form in which a ledger's data leaves.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ExportForm {
    /// Its name.
    pub name: String,
    /// What it is, in a few words of English.
    pub about: String,
    /// The media type of its file.
    pub media: String,
    /// Where the file is.
    pub href: String,
}
