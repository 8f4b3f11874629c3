//! What the rules say of a draft.

use schemars::JsonSchema;
use serde::Serialize;

use super::failure::Failed;
use super::finding::Finding;
use super::refusal::Refusal;

/// What the rules say of a draft; empty where they say nothing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Check {
    /// What the ledger would refuse, in the order of the paper; then what does not add up, or is unusual.
    pub findings: Vec<Checked>,
}

/// What the rules say of every draft of a folder.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Checks {
    /// Each draft, in the order of the names.
    pub drafts: Vec<CheckedDraft>,
}

/// A draft of a folder.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum CheckedDraft {
    /// It could be read.
    Checked {
        /// Its file.
        file: String,
        /// What the rules say of it; empty where they say nothing.
        findings: Vec<Checked>,
    },
    /// It could not be read, and why.
    Unread(Failed),
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
