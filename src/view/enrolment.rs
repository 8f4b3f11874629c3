//! Drafts that were made from a table.

use schemars::JsonSchema;
use serde::Serialize;

/// Drafts that were made from a table, to be signed one by one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Enrolment {
    /// The files; empty where everything in the table is in the ledger already.
    pub drafts: Vec<String>,
}
