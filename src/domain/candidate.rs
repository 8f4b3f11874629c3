//! Candidates, decisions, and the contests they stand in.

use serde::{Deserialize, Serialize};

use super::id::{ContestId, UnitId};
use super::number::BallotNumber;
use super::text::{Localised, Text};
use super::time::Day;

/// A decision by which a body acted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// The decision's number or reference; may be empty where none was published.
    pub reference: Text,
    /// The day of the decision, where known.
    pub date: Option<Day>,
}

/// A contest: what one ballot paper asks. Each round is a contest of its own.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contest {
    /// The contest's name in files.
    pub id: ContestId,
    /// What people call it, by language.
    pub title: Localised,
    /// The unit it is held in; none means the whole country.
    pub unit: Option<UnitId>,
    /// The polling day.
    pub polling_day: Day,
}

/// A contest joins the election. Signed by the central commission.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContestCalled {
    /// By which decision.
    pub decision: Decision,
    /// The contest.
    pub contest: Contest,
}

/// The candidacy is approved; signatures may be collected. Signed by the central commission.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NominationApproved {
    /// The contest.
    pub contest: ContestId,
    /// Who nominated; "himself" or "herself" is a nomination too.
    pub nominated_by: Text,
    /// The candidate's name, by language.
    pub names: Localised,
    /// By which decision.
    pub decision: Decision,
}

/// The candidate is on the ballot. Signed by the central commission.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CandidateRegistered {
    /// The contest.
    pub contest: ContestId,
    /// The number on the ballot.
    pub number: BallotNumber,
    /// Who nominated; empty where not published.
    pub nominated_by: Text,
    /// The candidate's name, by language.
    pub names: Localised,
    /// By which decision.
    pub decision: Decision,
}

/// The candidate is off the ballot, before any paper of the contest. Signed by the central commission.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CandidateWithdrawn {
    /// The contest.
    pub contest: ContestId,
    /// The number on the ballot.
    pub number: BallotNumber,
    /// Why.
    pub reason: Text,
    /// By which decision.
    pub decision: Decision,
}

/// The result is final. Signed by the central commission, deciding itself or recording a court's ruling.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResultCertified {
    /// The contest.
    pub contest: ContestId,
    /// Which body decided: a court, the commission.
    pub body: Text,
    /// Who is elected, by ballot number, ascending; empty when nobody is, as before a second round.
    pub elected: Vec<BallotNumber>,
    /// By which decision.
    pub decision: Decision,
}

/// The last event. Whatever follows it proves misconduct. Signed by the central commission.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedgerClosed {
    /// By which decision.
    pub decision: Decision,
}
