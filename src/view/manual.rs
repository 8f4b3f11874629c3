//! Manual pages that were written.

use schemars::JsonSchema;
use serde::Serialize;

/// Manual pages that were written.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Manual {
    /// The files.
    pub pages: Vec<String>,
}
