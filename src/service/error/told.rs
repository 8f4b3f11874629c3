//! Why a service did not take a submission, in its own words.

use super::kind::Kind;
use crate::domain::code::Code;

/// Why a service did not take a submission: its problem (RFC 9457), read. Nothing in it is more than its word.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{code}: {says}")]
pub struct Told {
    /// The HTTP status.
    pub status: u16,
    /// Under which code.
    pub code: Code,
    /// What is wrong, in the language that was asked for.
    pub says: String,
    /// What to do.
    pub remedy: String,
    /// Which unit it is about.
    pub unit: Option<String>,
    /// Which item, candidate or key it is about.
    pub item: Option<String>,
}

impl Told {
    /// What kind of answer it is: about the submission, or about a service that does not take any for now.
    pub fn kind(&self) -> Kind {
        match self.status {
            400 | 403 | 409 | 413 | 422 => Kind::of_refusal(self.code),
            _ => Kind::Disk,
        }
    }

    /// Whether the ledger may take it when others have come in before.
    pub fn may_pass(&self) -> bool {
        matches!(self.status, 403 | 409 | 422)
    }
}
