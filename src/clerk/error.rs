//! Why a kit cannot be used, and why a draft is not made.

use std::path::PathBuf;

use crate::domain::code::Code;
use crate::domain::id::{ContestId, UnitId};
use crate::ledger::files::kit::NotAKit;
use crate::verify::fault::{Fault, Verdict};

/// Why a kit cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KitError {
    /// It is no kit.
    #[error(transparent)]
    Malformed(NotAKit),
    /// An event in it is not what its commission signed.
    #[error("an event in it does not hold")]
    Fault(Box<Fault>),
    /// Its log did not sign its checkpoint.
    #[error("its checkpoint is not signed by its log")]
    NotSigned,
    /// The policy does not take its checkpoint.
    #[error("the policy does not take its checkpoint")]
    NotTaken(Box<Fault>),
    /// There is no founding act in it.
    #[error("there is no founding act in it")]
    NoFoundingAct,
}

impl KitError {
    /// The stable code that people quote.
    pub fn code(&self) -> Code {
        match self {
            Self::NotTaken(fault) => fault.code(),
            _ => self.newer().map_or(Code::U3, Fault::code),
        }
    }

    /// The event that a newer version of the program made, if that is all that is wrong.
    pub fn newer(&self) -> Option<&Fault> {
        match self {
            Self::Fault(fault) if fault.verdict() == Verdict::Unreadable => Some(fault),
            _ => None,
        }
    }
}

/// Why a draft is not made.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DraftError {
    /// The commission that founds a ledger has no members.
    #[error("the top unit has no members")]
    NoMembers,
    /// The log's name is too long.
    #[error("the log's name is too long")]
    LongName,
    /// No log can be called so.
    #[error("{0:?} cannot name a log")]
    NotAName(String),
    /// This is no public key.
    #[error("{0:?} is no public key")]
    NotAKey(String),
    /// The log that is continued has no checkpoint.
    #[error("{} has no checkpoint that can be read", .0.display())]
    NoCheckpoint(PathBuf),
    /// The log that is continued has the name of the new one.
    #[error("the log that is continued is called {0} already")]
    SameName(String),
    /// There is no such unit.
    #[error("there is no unit {unit}")]
    NoUnit {
        /// What was asked for.
        unit: String,
        /// A unit that looks the same.
        twin: Option<UnitId>,
    },
    /// There is no such contest.
    #[error("there is no contest {contest}")]
    NoContest {
        /// What was asked for.
        contest: String,
        /// Those that there are.
        known: Vec<ContestId>,
    },
    /// None is named of several.
    #[error("there are several contests")]
    SeveralContests(Vec<ContestId>),
    /// A summary sums protocols, and a kit has none.
    #[error("a kit has no protocols to sum")]
    SummaryFromKit,
    /// The unit makes no summary in this contest.
    #[error("{unit} has no summary in {contest}")]
    NoSummary {
        /// The unit that was named.
        unit: UnitId,
        /// The contest that was named.
        contest: ContestId,
    },
    /// The unit could make a summary in this contest, and has made none that could be corrected.
    #[error("{unit} has no summary in {contest} to correct")]
    NothingToCorrect {
        /// The unit that was named.
        unit: UnitId,
        /// The contest that was named.
        contest: ContestId,
    },
}

impl DraftError {
    /// The stable code.
    pub fn code(&self) -> Code {
        match self {
            Self::NoMembers | Self::NoCheckpoint(_) => Code::U3,
            Self::LongName
            | Self::NotAName(_)
            | Self::NotAKey(_)
            | Self::SameName(_)
            | Self::SeveralContests(_)
            | Self::SummaryFromKit => Code::U1,
            Self::NoUnit { .. } | Self::NoContest { .. } | Self::NoSummary { .. } | Self::NothingToCorrect { .. } => {
                Code::U9
            }
        }
    }
}
