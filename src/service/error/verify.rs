//! Why a file cannot be verified.

use std::path::PathBuf;

use super::kind::{Kind, changed};
use crate::crypto::transfer::TransferChange;
use crate::domain::code::Code;
use crate::ledger::files::evidence::EvidenceError;
use crate::ledger::files::receipt::NotAReceipt;
use crate::ledger::files::rows_proof::NotARowsProof;

/// Why a file cannot be verified.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VerifyError {
    /// It begins as a receipt does, and is none.
    #[error("{file}: {error}", file = .file.display())]
    NotAReceipt {
        /// The file that was to be verified.
        file: PathBuf,
        /// Why it is no receipt.
        error: NotAReceipt,
    },
    /// It begins as evidence against a log does, and is none.
    #[error("{file} is not evidence: {error}", file = .file.display())]
    NotEvidence {
        /// The file that was to be verified.
        file: PathBuf,
        /// Why it is no evidence.
        error: EvidenceError,
    },
    /// It begins as a proof of rows does, and is none.
    #[error("{file} is no proof: {error}", file = .file.display())]
    NotAProof {
        /// The file that was to be verified.
        file: PathBuf,
        /// Why it is no proof.
        error: NotARowsProof,
    },
}

impl VerifyError {
    /// The stable code.
    pub fn code(&self) -> Code {
        changed(self.change())
    }

    /// What a program changed on the file's way.
    pub fn change(&self) -> Option<TransferChange> {
        match self {
            Self::NotAReceipt { error, .. } => error.change(),
            Self::NotEvidence { error, .. } => error.change(),
            Self::NotAProof { error, .. } => error.change(),
        }
    }

    /// What kind of answer it is.
    pub fn kind(&self) -> Kind {
        Kind::CannotTell
    }
}
