//! Manual pages that were written.

use schemars::JsonSchema;
use serde::Serialize;

/// Manual pages that were written.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Manual {
    /// The files that were written, one a page.
    pub pages: Vec<String>,
}
