//! Candidates: approved, on the ballot, and off it.

use serde::{Deserialize, Serialize};

use super::decision::Decision;
use super::id::ContestId;
use super::number::BallotNumber;
use super::text::{Localised, Text};

/// The candidacy is approved; signatures may be collected. Signed by the central commission.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NominationApproved {
    /// The contest that the candidate stands in.
    pub contest: ContestId,
    /// Who nominated; "himself" or "herself" is a nomination too.
    pub nominated_by: Text,
    /// The candidate's name, by language.
    pub names: Localised,
    /// The decision by which the central commission approved it.
    pub decision: Decision,
}

/// The candidate is on the ballot. Signed by the central commission.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CandidateRegistered {
    /// The contest that the candidate stands in.
    pub contest: ContestId,
    /// The number on the ballot.
    pub number: BallotNumber,
    /// Who nominated; empty where not published.
    pub nominated_by: Text,
    /// The candidate's name, by language.
    pub names: Localised,
    /// The decision by which the central commission registered the candidate.
    pub decision: Decision,
}

/// The candidate is off the ballot, before any paper of the contest. Signed by the central commission.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CandidateWithdrawn {
    /// The contest that the candidate stood in.
    pub contest: ContestId,
    /// The number on the ballot.
    pub number: BallotNumber,
    /// Why the candidate is off the ballot, in the commission's words.
    pub reason: Text,
    /// The decision by which the central commission withdrew the candidate.
    pub decision: Decision,
}
