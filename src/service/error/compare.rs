//! Why two states of a log are not compared.

use std::path::PathBuf;

use super::kind::{Kind, changed};
use crate::crypto::transfer::TransferChange;
use crate::domain::code::Code;
use crate::domain::number::Size;
use crate::ledger::files::receipt::NotAReceipt;
use crate::ledger::files::rows_proof::NotARowsProof;
use crate::ledger::note::checkpoint::CheckpointError;
use crate::ledger::note::snapshot::SnapshotError;
use crate::verify::compare::NotCompared;
use crate::verify::fault::Fault;

/// Why two states of a log are not compared.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CompareError {
    /// A file is neither a published log, a receipt nor a checkpoint.
    #[error("{what} is no state of a log: {error}", what = .what.display())]
    NotAState {
        /// The file that was named.
        what: PathBuf,
        /// What it is not.
        error: NotAState,
    },
    /// A log does not give its own checkpoint.
    #[error("{} does not give its own checkpoint", .what.display())]
    Broken {
        /// Where the log is.
        what: PathBuf,
        /// What is wrong with it.
        fault: Box<Fault>,
    },
    /// What is known of the two states is not enough, or not trusted.
    #[error("{} is not compared", .what.display())]
    NotCompared {
        /// Why they are not compared.
        refused: NotCompared,
        /// The state that it is about.
        what: PathBuf,
        /// The size of that state.
        size: Size,
    },
}

/// What a file is not that ought to be a state of a log.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub enum NotAState {
    /// It begins as a receipt, and is none.
    Receipt(NotAReceipt),
    /// It is no signed checkpoint.
    Checkpoint(CheckpointError),
    /// It begins as a proof of rows, and is none.
    Proof(NotARowsProof),
    /// It begins as a snapshot, and is none.
    Snapshot(SnapshotError),
}

impl NotAState {
    /// What a program changed on the file's way.
    pub fn change(&self) -> Option<TransferChange> {
        match self {
            Self::Receipt(error) => error.change(),
            Self::Checkpoint(error) => error.change(),
            Self::Proof(error) => error.change(),
            Self::Snapshot(SnapshotError::Changed(change)) => Some(*change),
            Self::Snapshot(_) => None,
        }
    }
}

impl CompareError {
    /// The stable code.
    pub fn code(&self) -> Code {
        match self {
            Self::NotAState { error, .. } => changed(error.change()),
            Self::Broken { fault, .. } => fault.code(),
            Self::NotCompared { refused, .. } => match refused {
                NotCompared::NoKey => Code::U1,
                NotCompared::NotTheLogs(_) => Code::V8,
                NotCompared::NotTrusted(_) => Code::V12,
                NotCompared::NoEntries(_) | NotCompared::SnapshotAlone(_) => Code::U3,
            },
        }
    }

    /// What kind of answer it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::NotAState { .. } => Kind::CannotTell,
            Self::Broken { fault, .. } => fault.verdict().into(),
            Self::NotCompared { refused, .. } => match refused {
                NotCompared::NoKey => Kind::Usage,
                NotCompared::NotTheLogs(_) | NotCompared::NotTrusted(_) => Kind::No,
                NotCompared::NoEntries(_) | NotCompared::SnapshotAlone(_) => Kind::CannotTell,
            },
        }
    }
}
