//! What became of a paper that was signed.

use schemars::JsonSchema;
use serde::Serialize;

use super::spelling::{Hash, Key};
use crate::crypto::key::PublicKey;
use crate::domain::id::StatementHash;

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

/// Whether a signature is new.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Signed {
    /// It was added now.
    Now,
    /// This key had signed before.
    Before,
}

impl Signature {
    /// The view of a paper that a key signed.
    pub fn of(file: String, statement: StatementHash, signed: Signed, signer: PublicKey, signatures: usize) -> Self {
        Self {
            file,
            statement: statement.into(),
            signed: signed == Signed::Now,
            signer: signer.into(),
            signatures: signatures as u64,
        }
    }
}
