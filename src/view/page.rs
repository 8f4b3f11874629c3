//! A protocol that was laid out as a page.

use schemars::JsonSchema;
use serde::Serialize;

/// A file of pages for a printer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Page {
    /// The file that the pages are in.
    pub file: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// How many pages.
    pub pages: u64,
}
