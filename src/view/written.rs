//! What left a ledger as a file.

use schemars::JsonSchema;
use serde::Serialize;

use super::proof_text::ProofText;
use super::spelling::Print;
use crate::ledger::note::checkpoint::Checkpoint;

/// What left a ledger as a file, or as a folder of files.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Written {
    /// The file or folder.
    pub file: String,
    /// How many events the checkpoint covers that it was made under.
    pub size: u64,
    /// The fingerprint of that checkpoint.
    pub fingerprint: Print,
    /// How many bytes the file has; left out of a folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u64")]
    pub bytes: Option<u64>,
    /// The proof of what is in it, where it was asked for.
    #[serde(flatten)]
    pub proof: Option<ProofText>,
}

impl Written {
    /// The view of what was written under a checkpoint.
    pub fn of(file: String, checkpoint: &Checkpoint, bytes: Option<u64>) -> Self {
        Self { file, size: checkpoint.size.0, fingerprint: checkpoint.fingerprint().into(), bytes, proof: None }
    }

    /// With the proof of what is in it.
    #[must_use]
    pub fn proved(self, proof: Option<ProofText>) -> Self {
        Self { proof, ..self }
    }
}
