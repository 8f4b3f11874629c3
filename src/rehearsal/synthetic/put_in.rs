//! What a synthetic rehearsal puts in that does not add up.

use crate::domain::code::FindingCode;
use crate::domain::id::{ContestId, UnitId};

/// A finding that the rows were made to have.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct PutIn {
    /// The contest of the paper.
    pub contest: ContestId,
    /// The unit of the paper.
    pub unit: UnitId,
    /// The code that a verifier must find there.
    pub code: FindingCode,
}
