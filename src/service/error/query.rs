//! Why a look-up finds nothing.

use super::kind::Kind;
use crate::domain::code::Code;
use crate::domain::id::{ContestId, TierName, UnitId};
use crate::domain::number::Size;

/// Why a look-up finds nothing.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum QueryError {
    /// There is no election yet.
    #[error("the ledger is empty")]
    Empty,
    /// There is no unit of this name.
    #[error("there is no unit {unit}")]
    NoUnit {
        /// What was asked for.
        unit: String,
        /// The tier whose units have protocols.
        lowest: Option<TierName>,
        /// A unit that looks the same.
        twin: Option<UnitId>,
    },
    /// There is no contest of this name.
    #[error("there is no contest {contest}")]
    NoContest {
        /// What was asked for.
        contest: String,
        /// Those that there are.
        known: Vec<ContestId>,
    },
    /// There is no tier of this name.
    #[error("there is no tier {tier}")]
    NoTier {
        /// What was asked for.
        tier: String,
        /// Those that there are.
        known: Vec<TierName>,
    },
    /// A text is neither a size nor a time.
    #[error("{0} is neither a size nor a time")]
    NoPoint(String),
    /// The event is no version of a protocol or a summary.
    #[error("{0} is no protocol that could be printed")]
    NoPaper(String),
    /// There is no event of this hash or sequence.
    #[error("there is no event {0}")]
    NoEvent(String),
    /// The ledger has not come so far.
    #[error("there is no size {wanted} yet")]
    NoSize {
        /// The size that is asked for.
        wanted: Size,
        /// The size that the ledger has.
        size: Size,
    },
}

impl QueryError {
    /// The stable code.
    pub fn code(&self) -> Code {
        match self {
            Self::Empty | Self::NoUnit { .. } | Self::NoContest { .. } | Self::NoEvent(_) => Code::U9,
            Self::NoTier { .. } | Self::NoPoint(_) | Self::NoPaper(_) | Self::NoSize { .. } => Code::U1,
        }
    }

    /// What kind of answer it is.
    pub fn kind(&self) -> Kind {
        Kind::Usage
    }
}
