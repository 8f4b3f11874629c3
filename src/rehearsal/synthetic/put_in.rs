//! What a synthetic rehearsal puts in that does not add up.

use crate::domain::code::FindingCode;
use crate::domain::id::{ContestId, UnitId};

/// A finding that the rows were made to have.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct PutIn {
    /// In which contest.
    pub contest: ContestId,
    /// In which unit.
    pub unit: UnitId,
    /// Under which code.
    pub code: FindingCode,
}
