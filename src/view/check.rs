//! What the rules say of a draft.

use schemars::JsonSchema;
use serde::Serialize;

use super::finding::Finding;
use super::refusal::Refusal;

/// What the rules say of a draft; empty where they say nothing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Check {
    /// What the ledger would refuse, in the order of the paper; then what does not add up, or is unusual.
    pub findings: Vec<Checked>,
}

/// One thing that the rules say. Its `severity` tells which: `refused`, or that of a finding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Checked {
    /// The ledger would refuse it.
    Refusal(Refusal),
    /// It is a finding.
    Finding(Finding),
}
