//! Why a draft is not filled in from the ledger.

use super::kind::Kind;
use crate::domain::code::Code;
use crate::domain::id::{ContestId, UnitId};

/// Why a draft is not filled in from the ledger.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DraftError {
    /// A summary sums protocols, and a kit has none.
    #[error("a kit has no protocols to sum")]
    SummaryFromKit,
    /// The unit makes no summary in this contest.
    #[error("{unit} has no summary in {contest}")]
    NoSummary {
        /// The unit.
        unit: UnitId,
        /// The contest.
        contest: ContestId,
    },
    /// The unit could make a summary in this contest, and has made none that could be corrected.
    #[error("{unit} has no summary in {contest} to correct")]
    NothingToCorrect {
        /// The unit.
        unit: UnitId,
        /// The contest.
        contest: ContestId,
    },
}

impl DraftError {
    /// The stable code.
    pub fn code(&self) -> Code {
        match self {
            Self::SummaryFromKit => Code::U1,
            Self::NoSummary { .. } | Self::NothingToCorrect { .. } => Code::U9,
        }
    }

    /// What kind of answer it is.
    pub fn kind(&self) -> Kind {
        Kind::Usage
    }
}
