//! Sums of the protocols in force, for every unit of the tree in one pass.

use std::collections::BTreeMap;

use super::read_model::ReadModel;
use super::record::ContestRecord;
use super::sums::{ContestSums, Sums, unformed};
use crate::domain::form::{Form, Role};
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::{BallotNumber, Size, Total};

/// What a contest comes to in one unit, at one size.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ContestTally {
    /// The contest that is summed.
    pub contest: ContestId,
    /// The unit that it is summed for.
    pub unit: UnitId,
    /// How many papers are due: the units of the lowest tier in it, or the declared number for the whole election.
    pub units_expected: u64,
    /// How many protocols are in force.
    pub in_force: u64,
    /// How many papers are awaited.
    pub awaited: u64,
    /// How many are annulled.
    pub annulled: u64,
    /// Where the voting failed.
    pub failed: u64,
    /// How many protocols in force are a corrected version.
    pub corrected: u64,
    /// The sums, by item in the form's order; none where no protocol in force has the item.
    pub items: Vec<Option<Total>>,
    /// The sums, by candidate ascending; none where no protocol is in force.
    pub votes: Vec<(BallotNumber, Option<Total>)>,
}

impl ContestTally {
    /// The sums of a unit, beside the ballot at a size; `missing` papers are due of units that are declared and not
    /// formed.
    pub(super) fn of(contest: &ContestRecord, unit: &UnitId, form: &Form, sums: &Sums, missing: u64, at: Size) -> Self {
        let votes: BTreeMap<_, _> = sums.votes().collect();
        let on_ballot = contest.candidates.iter().filter(|candidate| candidate.on_ballot(at));
        let numbers = on_ballot.map(|candidate| candidate.registered.number);
        Self {
            contest: contest.contest.id.clone(),
            unit: unit.clone(),
            units_expected: sums.units + missing,
            in_force: sums.in_force,
            awaited: sums.awaited + missing,
            annulled: sums.annulled,
            failed: sums.failed,
            corrected: sums.corrected,
            items: (0..form.items.len()).map(|item| sums.item(item)).collect(),
            votes: numbers.map(|number| (number, votes.get(&number).copied())).collect(),
        }
    }

    /// The sum of the items with a role; none where the form has no such item, or no protocol in force has it.
    pub fn role(&self, form: &Form, role: Role) -> Option<Total> {
        form.with_role(role).filter_map(|at| self.items.get(at).copied().flatten()).reduce(plus)
    }

    /// The sum of all candidates' votes.
    pub fn votes_total(&self) -> Option<Total> {
        self.votes.iter().filter_map(|(_, votes)| *votes).reduce(plus)
    }
}

/// The tally of a contest for every unit in it, at a size. Units appear as they are formed; the top carries the
/// declared number of units where the manifest declares one.
pub fn tallies(model: &ReadModel, contest: &ContestId, at: Size) -> BTreeMap<UnitId, ContestTally> {
    let (Some(election), Some(record)) = (model.election(), model.contests().get(contest)) else {
        return BTreeMap::new();
    };
    let (form, top) = (&election.founding.manifest.form, &election.founding.commission.unit);
    let unformed = unformed(model, at).unwrap_or(0);
    let ContestSums { lowest, above } = ContestSums::of(model, record, at);
    let lowest = lowest.into_iter().map(|unit| (unit.clone(), Sums::of_lowest(model, contest, unit, at)));
    let tally = |(unit, sums): (UnitId, Sums)| {
        let missing = if unit == *top { unformed } else { 0 };
        let tally = ContestTally::of(record, &unit, form, &sums, missing, at);
        (unit, tally)
    };
    lowest.chain(above).map(tally).collect()
}

/// Sums stay below 2⁶⁴: there are fewer than 2³² units of less than 2³² each.
fn plus(a: Total, b: Total) -> Total {
    Total(a.0 + b.0)
}
