//! Why a kit cannot be used.

use super::kind::Kind;
use crate::domain::code::Code;
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

    /// What kind of answer it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::NotTaken(fault) => fault.verdict().into(),
            _ => self.newer().map_or(Kind::Input, |_| Kind::CannotTell),
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
