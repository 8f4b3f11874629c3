//! Why a witness does not cosign.

use std::path::PathBuf;

use super::kind::{Kind, changed, store_code, store_kind};
use super::tiles::TilesFlaw;
use crate::domain::code::Code;
use crate::domain::number::Size;
use crate::domain::origin::Origin;
use crate::ledger::note::checkpoint::{Checkpoint, CheckpointError};
use crate::ledger::note::snapshot::RECOMPUTED;
use crate::ledger::note::witness::{Inconsistency, WitnessRefusal};
use crate::store::witness::{EvidenceKeeping, WitnessStateError};
use crate::verify::fault::Fault;
use crate::verify::report::Report;

/// Why a witness does not cosign.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WitnessError {
    /// Nobody can have this name.
    #[error("{0:?} is no witness's name")]
    Name(String),
    /// The name says that an election was recomputed, and it is not to be.
    #[error("a name that ends in {RECOMPUTED} says that an election was recomputed")]
    SaysRecomputed,
    /// An election is to be recomputed, and the name does not say so.
    #[error("who recomputes an election has a name that ends in {RECOMPUTED}")]
    DoesNotSayRecomputed,
    /// The policy names no log that could be watched.
    #[error("the policy names no log")]
    NothingToWatch,
    /// The witness's key is that of a log.
    #[error("this is the key of a log that is to be watched")]
    LogKey,
    /// There is no checkpoint at the place.
    #[error("there is no checkpoint at {0}")]
    NoCheckpoint(String),
    /// What stands in its place is none.
    #[error("the checkpoint at {place} cannot be read: {error}")]
    NotACheckpoint {
        /// Where the log is published.
        place: String,
        /// Why its checkpoint is none.
        error: CheckpointError,
    },
    /// The log does not verify.
    #[error("{place} does not verify")]
    NotVerified {
        /// Where the log is published.
        place: String,
        /// What is wrong with it.
        report: Box<Report>,
    },
    /// The checkpoint is smaller than one that was cosigned, and the log did not sign it.
    #[error("the checkpoint of {origin} at size {size} is not signed by the log")]
    NotSigned {
        /// The log that is watched.
        origin: Origin,
        /// The size that is shown.
        size: Size,
    },
    /// The log shows less than was cosigned.
    #[error("{origin} shows size {size}, and size {before} was cosigned")]
    Shrunk {
        /// The log that is watched.
        origin: Origin,
        /// The size that is shown.
        size: Size,
        /// The size that was cosigned.
        before: Size,
        /// What became of the evidence.
        evidence: EvidenceKeeping,
    },
    /// Growth cannot be checked from the tiles.
    #[error("growth from size {before} to {size} cannot be checked: {flaw}")]
    Unproved {
        /// The size that was cosigned.
        before: Size,
        /// The size that is shown.
        size: Size,
        /// What is wrong with the tiles.
        flaw: TilesFlaw,
    },
    /// The rules of witnessing refuse the checkpoint.
    #[error("{origin} at size {size} is not cosigned: {refusal}", origin = .checkpoint.origin, size = .checkpoint.size)]
    Refused {
        /// The checkpoint that is not cosigned.
        checkpoint: Checkpoint,
        /// Why the witness does not cosign it.
        refusal: WitnessRefusal,
        /// What became of the evidence, where there is any.
        evidence: Option<EvidenceKeeping>,
    },
    /// The witness's state cannot be used.
    #[error("{place}: {error}", place = .place.display())]
    State {
        /// The folder of the state.
        place: PathBuf,
        /// Why the state cannot be used.
        error: WitnessStateError,
    },
}

impl WitnessError {
    /// The stable code that people quote.
    pub fn code(&self) -> Code {
        match self {
            Self::Name(_) | Self::SaysRecomputed | Self::DoesNotSayRecomputed | Self::NothingToWatch | Self::LogKey => {
                Code::U1
            }
            Self::NoCheckpoint(_) => Code::V22,
            Self::NotACheckpoint { error, .. } => changed(error.change()),
            Self::NotVerified { report, .. } => report.faults.first().map_or(Code::V7, Fault::code),
            Self::NotSigned { .. } => Code::V12,
            Self::Shrunk { .. } => Code::V24,
            Self::Unproved { flaw: TilesFlaw::Malformed(..), .. } => Code::V21,
            Self::Unproved { flaw: TilesFlaw::Missing(_), .. } => Code::V22,
            Self::Unproved { flaw: TilesFlaw::Impossible(_), .. } => Code::V26,
            Self::Refused { refusal, .. } => match refusal {
                WitnessRefusal::Inconsistent(Inconsistency::Unproved { .. }) => Code::V26,
                WitnessRefusal::Inconsistent(_)
                | WitnessRefusal::OtherSize { .. }
                | WitnessRefusal::OldAboveNew { .. } => Code::V24,
                _ => Code::V12,
            },
            Self::State { error, .. } => match error {
                WitnessStateError::Store(error) => store_code(error),
                WitnessStateError::OtherWitness { .. } => Code::U1,
                WitnessStateError::Failed => Code::U2,
                _ => Code::V25,
            },
        }
    }

    /// What kind of answer it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Name(_) | Self::SaysRecomputed | Self::DoesNotSayRecomputed | Self::NothingToWatch | Self::LogKey => {
                Kind::Usage
            }
            Self::NoCheckpoint(_) | Self::Unproved { flaw: TilesFlaw::Missing(_), .. } => Kind::Insufficient,
            Self::NotACheckpoint { .. } | Self::Unproved { .. } => Kind::CannotTell,
            Self::NotVerified { report, .. } => report.verdict().into(),
            Self::NotSigned { .. } | Self::Shrunk { .. } | Self::Refused { .. } => Kind::No,
            Self::State { error, .. } => match error {
                WitnessStateError::Store(error) => store_kind(error),
                WitnessStateError::OtherWitness { .. } => Kind::Usage,
                WitnessStateError::Damaged { .. } => Kind::CannotTell,
                WitnessStateError::Failed => Kind::Disk,
                _ => Kind::No,
            },
        }
    }
}
