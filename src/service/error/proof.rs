//! Why numbers are not proved.

use super::kind::Kind;
use crate::domain::code::Code;
use crate::domain::number::Size;

/// Why numbers are not proved.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ProofError {
    /// The log signed nothing about its numbers, as far as is known here.
    #[error("there is no snapshot of size {0}")]
    NoSnapshot(Size),
    /// The log signed nothing about its numbers at this size, and did at others.
    #[error("there is no snapshot of size {size}")]
    OtherSizes {
        /// The size that was asked for.
        size: Size,
        /// The nearest sizes that there is one of: below, above.
        near: Vec<Size>,
    },
    /// The log signed other numbers than its events come to.
    #[error("the snapshot of size {0} is not what the events come to")]
    False(Size),
    /// More is to be proved than one file holds.
    #[error("too much for one proof")]
    TooMuch,
}

impl ProofError {
    /// The stable code.
    pub fn code(&self) -> Code {
        match self {
            Self::NoSnapshot(_) | Self::OtherSizes { .. } => Code::U9,
            Self::False(_) => Code::V30,
            Self::TooMuch => Code::U1,
        }
    }

    /// What kind of answer it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::NoSnapshot(_) | Self::OtherSizes { .. } | Self::TooMuch => Kind::Usage,
            Self::False(_) => Kind::No,
        }
    }
}
