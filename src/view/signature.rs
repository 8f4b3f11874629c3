//! What became of a paper that was signed.

use schemars::JsonSchema;
use serde::Serialize;

use super::failure::Failed;
use super::spelling::{Hash, Key};

/// A paper with one more signature.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Signature {
    /// The file of the submission.
    pub file: String,
    /// The statement that is signed.
    pub statement: Hash,
    /// Whether the signature is new: false where this key had signed before.
    pub signed: bool,
    /// The key that signed.
    pub signer: Key,
    /// How many signatures it has now.
    pub signatures: u64,
    /// How many must sign; null where neither a kit nor a ledger tells.
    pub needed: Option<u64>,
}

/// A paper whose copies were signed apart, with the signatures of all.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Joined {
    /// The file of the submission.
    pub file: String,
    /// The statement that is signed.
    pub statement: Hash,
    /// How many signatures it has now.
    pub signatures: u64,
    /// How many must sign; null where neither a kit nor a ledger tells.
    pub needed: Option<u64>,
}

/// What became of a folder of papers.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Signatures {
    /// Each paper that was signed now.
    pub signed: Vec<Signature>,
    /// How many this key had signed before.
    pub before: u64,
    /// Each paper that was not signed, and why.
    pub left_out: Vec<Failed>,
}
