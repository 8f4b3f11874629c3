//! Why a ledger is not founded.

use super::kind::Kind;
use crate::domain::code::Code;

/// Why a ledger is not founded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FoundError {
    /// What was handed in is no founding act.
    #[error("this is not a founding act")]
    NotAFoundingAct,
    /// The log's key is the demonstration key, which anybody has, and the election is no rehearsal.
    #[error("this is the log's demonstration key")]
    DemonstrationLogKey,
}

impl FoundError {
    /// The stable code that people quote.
    pub fn code(&self) -> Code {
        match self {
            Self::NotAFoundingAct => Code::U3,
            Self::DemonstrationLogKey => Code::R27,
        }
    }

    /// What kind of answer it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::NotAFoundingAct => Kind::Input,
            Self::DemonstrationLogKey => Kind::Refused,
        }
    }
}
