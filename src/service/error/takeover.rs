//! Why a machine did not take over.

use super::Kind;
use crate::domain::code::Code;

/// Why a machine did not take over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TakeoverError {
    /// Nobody stands by with this ledger.
    #[error("nobody stands by here")]
    Nobody,
    /// Another verb writes it at this moment.
    #[error("it is held by {0}")]
    Writes(String),
    /// Whoever stands by could not take over, and says why.
    #[error("it was not taken over")]
    NotDone,
}

impl TakeoverError {
    /// The stable code that people quote.
    pub fn code(&self) -> Code {
        Code::U29
    }

    /// What kind of answer it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Writes(_) => Kind::Locked,
            Self::Nobody | Self::NotDone => Kind::Refused,
        }
    }
}
