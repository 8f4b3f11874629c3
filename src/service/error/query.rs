//! Why a look-up finds nothing.

use super::kind::Kind;
use crate::domain::code::Code;
use crate::domain::number::Size;

/// Why a look-up finds nothing.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum QueryError {
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
            Self::NoEvent(_) => Code::U9,
            Self::NoSize { .. } => Code::U1,
        }
    }

    /// What kind of answer it is.
    pub fn kind(&self) -> Kind {
        Kind::Usage
    }
}
