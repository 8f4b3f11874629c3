//! Why a receipt is not made, or not checked.

use std::path::PathBuf;

use super::kind::Kind;
use super::tiles::TilesFlaw;
use crate::crypto::vkey::KeyName;
use crate::domain::code::Code;
use crate::domain::number::{Sequence, Size};
use crate::domain::origin::Origin;
use crate::ledger::files::receipt::NotAReceipt;
use crate::verify::fault::{Fault, FaultKind};

/// Why a receipt is not made, or not checked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReceiptError {
    /// A receipt names no key of its own, and neither a policy nor a ledger says whose to trust.
    #[error("a receipt does not say whose key to trust")]
    NoKey,
    /// The ledger beside it is of another log.
    #[error("the receipt is of the log {theirs}, and {ledger} is of {ours}", ledger = .ledger.display())]
    OtherLedger {
        /// The folder of the ledger.
        ledger: PathBuf,
        /// The receipt's log.
        theirs: Origin,
        /// The name of the ledger's own log.
        ours: KeyName,
    },
    /// There is no event there.
    #[error("there is no event {sequence}")]
    NoEvent {
        /// The place that was asked for.
        sequence: Sequence,
        /// How many there are.
        size: Size,
    },
    /// The published log does not give the proof.
    #[error("{0}")]
    Broken(Broken),
    /// The older receipt is of another log.
    #[error("{file} is of the log {theirs}, and this is {ours}")]
    OtherLog {
        /// The file of the older receipt.
        file: String,
        /// The origin in the older receipt.
        theirs: Origin,
        /// The log that is asked.
        ours: Origin,
    },
    /// The older receipt proves another event: the log has two histories.
    #[error("{file} proves another event {sequence} than this log has")]
    TwoHistories {
        /// The file of the older receipt.
        file: PathBuf,
        /// The place that both are about.
        sequence: Sequence,
    },
    /// The log did not grow from the state that a receipt of the same paper is under: it has two histories, or went
    /// back to an older one.
    #[error("the log, of size {ours}, did not grow from size {size} of {file}", file = .file.display())]
    NotGrown {
        /// The file of the receipt that was there.
        file: PathBuf,
        /// The size of the state that it is under.
        size: Size,
        /// The size of the log here.
        ours: Size,
        /// The file of the new receipt.
        kept: PathBuf,
    },
}

/// What is wrong with a published log that ought to prove an event.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// There is no checkpoint that can be read.
    #[error("no checkpoint that can be read")]
    NoCheckpoint,
    /// The bundle of the event is missing, or is none.
    #[error("a bundle is missing or is none")]
    Bundle(Box<Fault>),
    /// A tile is missing, or is none, or no tree has such a proof.
    #[error("{0}")]
    Tiles(TilesFlaw),
    /// The receipt cannot be one.
    #[error("{0}")]
    Receipt(NotAReceipt),
    /// Its tiles do not prove the event.
    #[error("its tiles do not prove the event")]
    NotProved,
}

impl Broken {
    /// Whether a file is only not there, or not yet.
    fn is_missing(&self) -> bool {
        match self {
            Self::Bundle(fault) => fault.what == FaultKind::FileMissing,
            Self::Tiles(flaw) => matches!(flaw, TilesFlaw::Missing(_)),
            Self::NoCheckpoint | Self::Receipt(_) | Self::NotProved => false,
        }
    }
}

impl ReceiptError {
    /// The stable code that people quote.
    pub fn code(&self) -> Code {
        match self {
            Self::NoEvent { .. } => Code::U9,
            Self::Broken(broken) if broken.is_missing() => Code::V22,
            Self::Broken(_) => Code::U3,
            Self::NoKey | Self::OtherLedger { .. } | Self::OtherLog { .. } => Code::U1,
            Self::TwoHistories { .. } | Self::NotGrown { .. } => Code::V24,
        }
    }

    /// What kind of answer it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::NoKey | Self::OtherLedger { .. } | Self::NoEvent { .. } | Self::OtherLog { .. } => Kind::Usage,
            Self::Broken(broken) if broken.is_missing() => Kind::Insufficient,
            Self::Broken(_) => Kind::CannotTell,
            Self::TwoHistories { .. } | Self::NotGrown { .. } => Kind::No,
        }
    }
}
