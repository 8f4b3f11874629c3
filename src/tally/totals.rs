//! Sums of the protocols in force, for every unit of the tree in one pass.

use std::collections::BTreeMap;

use super::paper::PaperAt;
use super::read_model::ReadModel;
use super::record::{ContestRecord, PaperRecord};
use crate::domain::form::{Form, Role};
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::{BallotNumber, Size, Total};
use crate::domain::paper_status::PaperStatus;
use crate::domain::protocol::Figures;

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
    fn empty(contest: &ContestRecord, unit: &UnitId, form: &Form, at: Size) -> Self {
        let on_ballot = contest.candidates.iter().filter(|candidate| candidate.on_ballot(at));
        let votes = on_ballot.map(|candidate| (candidate.registered.number, None)).collect();
        Self {
            contest: contest.contest.id.clone(),
            unit: unit.clone(),
            units_expected: 0,
            in_force: 0,
            awaited: 0,
            annulled: 0,
            failed: 0,
            corrected: 0,
            items: vec![None; form.items.len()],
            votes,
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

    pub(super) fn add(&mut self, paper: &PaperAt<'_>) {
        self.units_expected += 1;
        match paper.status {
            PaperStatus::Awaited | PaperStatus::Opened => self.awaited += 1,
            PaperStatus::Reported(()) => self.in_force += 1,
            PaperStatus::Annulled => self.annulled += 1,
            PaperStatus::Failed => self.failed += 1,
        }
        if let Some((_, protocol)) = paper.in_force {
            self.corrected += u64::from(paper.versions > 1);
            self.add_figures(&protocol.figures);
        }
    }

    pub(super) fn add_figures(&mut self, figures: &Figures) {
        for (sum, figure) in self.items.iter_mut().zip(&figures.items) {
            *sum = figure.map(Total::from).into_iter().chain(*sum).reduce(plus);
        }
        for (number, votes) in &figures.votes {
            if let Some((_, sum)) = self.votes.iter_mut().find(|(n, _)| n == number) {
                *sum = Some(plus(sum.unwrap_or_default(), (*votes).into()));
            }
        }
    }
}

/// The tally of a contest for every unit in it, at a size. Units appear as they are formed; the top carries the
/// declared number of units where the manifest declares one.
pub fn tallies(model: &ReadModel, contest: &ContestId, at: Size) -> BTreeMap<UnitId, ContestTally> {
    let (Some(election), Some(record)) = (model.election(), model.contests().get(contest)) else {
        return BTreeMap::new();
    };
    let form = &election.founding.manifest.form;
    let top = &election.founding.commission.unit;
    let held_in = record.contest.unit.as_ref().unwrap_or(top);
    let mut sums: BTreeMap<UnitId, ContestTally> = BTreeMap::new();
    let held = |unit: &&UnitId| model.lineage(unit).any(|u| u == held_in);
    for unit in
        model.units().iter().filter(|(_, record)| record.provenance.is_in(at)).map(|(unit, _)| unit).filter(held)
    {
        sums.insert(unit.clone(), ContestTally::empty(record, unit, form, at));
    }
    for (unit, _) in model.lowest().filter(|(_, record)| record.provenance.is_in(at)) {
        let paper = model.paper(contest, unit).map_or(PaperAt::FRESH, |paper: &PaperRecord| paper.at(at));
        for above in model.lineage(unit) {
            if let Some(sum) = sums.get_mut(above) {
                sum.add(&paper);
            }
        }
    }
    let declared = election.founding.manifest.lowest_tier().and_then(|tier| tier.declared);
    if let (Some(declared), Some(sum)) = (declared, sums.get_mut(top)) {
        let missing = u64::from(declared).saturating_sub(sum.units_expected);
        sum.units_expected += missing;
        sum.awaited += missing;
    }
    sums
}

/// The papers of one unit in a contest at a size, and an empty tally to sum them in.
pub(super) struct Within<'a> {
    pub(super) empty: ContestTally,
    pub(super) papers: BTreeMap<&'a UnitId, PaperAt<'a>>,
}

/// None where the contest is not known.
pub(super) fn within<'a>(model: &'a ReadModel, contest: &ContestId, unit: &UnitId, at: Size) -> Option<Within<'a>> {
    let form = &model.election()?.founding.manifest.form;
    let empty = ContestTally::empty(model.contests().get(contest)?, unit, form, at);
    let inside = model.lowest_within(unit).into_iter().filter(|(_, record)| record.provenance.is_in(at));
    let paper = |u| model.paper(contest, u).map_or(PaperAt::FRESH, |paper| paper.at(at));
    Some(Within { empty, papers: inside.map(|(u, _)| (u, paper(u))).collect() })
}

/// Sums stay below 2⁶⁴: there are fewer than 2³² units of less than 2³² each.
fn plus(a: Total, b: Total) -> Total {
    Total(a.0 + b.0)
}
