//! A contest, who stands in it, and who won it.

use schemars::JsonSchema;
use serde::Serialize;

use super::contest::Certified;
use super::election::translations;
use super::named::Named;
use super::provenance::Provenance;
use crate::domain::candidate::NominationApproved;
use crate::tally::read_model::ReadModel;
use crate::tally::record::{self, CandidateRecord, ContestRecord};

/// A contest: what one ballot paper asks.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Ballot {
    /// The contest's name in files.
    pub id: String,
    /// What people call it, by language.
    pub title: Named<String>,
    /// The unit that it is held in.
    pub unit: Option<String>,
    /// The day on which people vote, as in `2024-02-07`.
    pub polling_day: String,
    /// Where and when it was called.
    pub called: Provenance,
    /// Approved nominations, in order.
    pub nominations: Vec<Nomination>,
    /// Candidates, ascending by ballot number.
    pub candidates: Vec<Candidate>,
    /// Its result, once it is certified.
    pub certified: Option<Certified>,
}

/// A nomination that was approved.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Nomination {
    /// Where and when it came in.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// The nominee's name, by language.
    pub names: Named<String>,
    /// Who nominated.
    pub nominated_by: String,
}

/// A candidate.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Candidate {
    /// Where and when the registration came in.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// The number on the ballot.
    pub number: u16,
    /// The candidate's name, by language.
    pub names: Named<String>,
    /// Who nominated; empty where not published.
    pub nominated_by: String,
    /// The event that took the candidate off the ballot; null of who stands on it.
    pub withdrawn: Option<Provenance>,
}

impl Ballot {
    /// The view of a contest.
    pub fn of(model: &ReadModel, record: &ContestRecord) -> Self {
        let contest = &record.contest;
        Self {
            id: contest.id.to_string(),
            title: translations(&contest.title),
            unit: model.held_in(contest).map(ToString::to_string),
            polling_day: contest.polling_day.to_string(),
            called: Provenance::of(&record.called),
            nominations: record.nominations.iter().map(Nomination::of).collect(),
            candidates: record.candidates.iter().map(Candidate::of).collect(),
            certified: record.certified.as_ref().map(Certified::of),
        }
    }
}

impl Nomination {
    fn of((provenance, approved): &(record::Provenance, NominationApproved)) -> Self {
        Self {
            provenance: Provenance::of(provenance),
            names: translations(&approved.names),
            nominated_by: approved.nominated_by.to_string(),
        }
    }
}

impl Candidate {
    fn of(record: &CandidateRecord) -> Self {
        let registered = &record.registered;
        Self {
            provenance: Provenance::of(&record.provenance),
            number: registered.number.0,
            names: translations(&registered.names),
            nominated_by: registered.nominated_by.to_string(),
            withdrawn: record.withdrawn.as_ref().map(|(provenance, _)| Provenance::of(provenance)),
        }
    }
}
