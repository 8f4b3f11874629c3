//! Why a kit cannot be used.

use super::kind::Kind;
use crate::domain::code::Code;
use crate::ledger::files::kit::NotAKit;
use crate::verify::Fault;

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
    /// There is no founding act in it.
    #[error("there is no founding act in it")]
    NoFoundingAct,
}

impl KitError {
    /// The stable code.
    pub fn code(&self) -> Code {
        Code::U3
    }

    /// What kind of answer it is.
    pub fn kind(&self) -> Kind {
        Kind::Input
    }
}
