//! A proof that travels within an answer.

use schemars::JsonSchema;
use serde::Serialize;

use crate::ledger::files::rows_proof::RowsProof;

/// The proof of an answer, and left out where none was asked for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ProofText {
    /// The text of a proof file that shows these numbers, for `verify`.
    pub proof: String,
}

impl ProofText {
    /// The text of a proof.
    pub fn of(proof: &RowsProof) -> Self {
        Self { proof: proof.to_string() }
    }
}
