//! What a contest comes to in one unit.

use schemars::JsonSchema;
use serde::Serialize;

use super::named::Named;
use super::spelling::Hash;
use crate::domain::closing::ResultCertified;
use crate::domain::finding::candidate_key;
use crate::domain::manifest::{Manifest, ROLES};
use crate::domain::number::{BallotNumber, Size, Total};
use crate::tally;
use crate::tally::record::{ContestRecord, Provenance};

/// What a contest comes to in one unit. Where nothing is in force, a sum is null and never 0.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ContestTally {
    /// The contest's name in files.
    pub id: String,
    /// The unit that it is summed for.
    pub unit: String,
    /// How many papers are due.
    pub units_expected: u64,
    /// How many protocols are in force.
    pub in_force: u64,
    /// How many papers are awaited.
    pub awaited: u64,
    /// How many are annulled.
    pub annulled: u64,
    /// In how many units the voting failed.
    pub failed: u64,
    /// How many protocols in force are a corrected version.
    pub corrected: u64,
    /// The sums by role: `electorate`, `turnout`, `valid`, `invalid`.
    pub roles: Named<Option<u64>>,
    /// The sums by item of the form, then by candidate (`cand_05`).
    pub totals: Named<Option<u64>>,
    /// The candidates, ascending by ballot number.
    pub candidates: Vec<CandidateVotes>,
    /// The result of the contest, once it is certified.
    pub certified: Option<Certified>,
}

/// A certified result: by whom, and for whom.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Certified {
    /// The event that certified it.
    pub event: Hash,
    /// The body that decided: a court, the commission.
    pub by: String,
    /// The number of its decision; empty where none was published.
    pub reference: String,
    /// Who is elected, by ballot number, ascending.
    pub elected: Vec<u16>,
    /// Whether it says that nobody is elected.
    pub nobody: bool,
}

/// What a candidate came to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct CandidateVotes {
    /// The number on the ballot.
    pub number: u16,
    /// The name in English where there is one, else in the first language that it was registered in.
    pub name: String,
    /// The votes; null where no protocol is in force.
    pub votes: Option<u64>,
}

impl ContestTally {
    /// The view of a tally at a size.
    pub fn of(manifest: &Manifest, contest: &ContestRecord, tally: &tally::totals::ContestTally, at: Size) -> Self {
        let number = |sum: Option<Total>| sum.map(|sum| sum.0);
        let roles = ROLES.iter().map(|(role, name)| ((*name).to_owned(), number(tally.role(&manifest.form, *role))));
        let items = manifest.form.items.iter().zip(&tally.items);
        let items = items.map(|(item, sum)| (item.key.to_string(), number(*sum)));
        let votes = tally.votes.iter().map(|(candidate, votes)| (candidate_key(*candidate), number(*votes)));
        let candidates = tally.votes.iter().map(|(candidate, votes)| CandidateVotes {
            number: candidate.0,
            name: name(contest, *candidate),
            votes: number(*votes),
        });
        Self {
            id: tally.contest.to_string(),
            unit: tally.unit.to_string(),
            units_expected: tally.units_expected,
            in_force: tally.in_force,
            awaited: tally.awaited,
            annulled: tally.annulled,
            failed: tally.failed,
            corrected: tally.corrected,
            roles: roles.collect(),
            totals: items.chain(votes).collect(),
            candidates: candidates.collect(),
            certified: contest.certified_at(at).map(Certified::of),
        }
    }
}

impl Certified {
    /// The view of a certified result.
    pub fn of((provenance, result): &(Provenance, ResultCertified)) -> Self {
        Self {
            event: provenance.event.into(),
            by: result.body.to_string(),
            reference: result.decision.reference.to_string(),
            elected: result.elected.iter().map(|number| number.0).collect(),
            nobody: result.nobody,
        }
    }
}

fn name(contest: &ContestRecord, number: BallotNumber) -> String {
    let candidate = contest.candidates.iter().find(|candidate| candidate.registered.number == number);
    candidate.map_or("", |candidate| candidate.registered.names.in_language("en")).to_owned()
}
