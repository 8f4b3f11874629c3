//! What became of a paper that was signed.

use schemars::JsonSchema;
use serde::Serialize;

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
}
