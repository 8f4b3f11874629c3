//! Why an election folder is not rehearsed.

use super::kind::Kind;
use crate::domain::code::Code;

/// Why a folder is not rehearsed to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RehearseError {
    /// The founding act cannot be made from the folder.
    #[error("the founding act cannot be made from this folder")]
    NoFoundingAct,
    /// What is in the ledger is not what the folder says.
    #[error("this ledger was not rehearsed from this folder")]
    OtherFolder,
    /// A statement is longer than an entry.
    #[error("a statement is longer than an entry")]
    TooLong,
}

impl RehearseError {
    /// The stable code that people quote.
    pub fn code(self) -> Code {
        match self {
            Self::NoFoundingAct => Code::U3,
            Self::OtherFolder => Code::U5,
            Self::TooLong => Code::R37,
        }
    }

    /// What kind of answer it is.
    pub fn kind(self) -> Kind {
        match self {
            Self::NoFoundingAct | Self::OtherFolder => Kind::Input,
            Self::TooLong => Kind::Refused,
        }
    }
}
