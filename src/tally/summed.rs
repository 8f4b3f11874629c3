//! What is told of a contest in one unit: its sums, what came late or is missing, turnout by hour, and what the law says.
//! It comes from a read model, or from the row of a total that was proved.

use std::collections::BTreeMap;

use super::invalidity::{Extent, extent};
use super::moment::Moment;
use super::overdue::{Overdue, overdue};
use super::read_model::ReadModel;
use super::record::ContestRecord;
use super::rows::total::{TotalRow, ballot};
use super::scope::{Scope, tallies_of};
use super::sums::{Hour, Sums};
use super::totals::ContestTally;
use super::turnout::last_reports;
use crate::domain::id::UnitId;
use crate::domain::number::{Size, Total};
use crate::domain::protocol::TurnoutReported;
use crate::domain::time::HourOfDay;

/// What is told of a contest in one unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Summed {
    /// The sums over the papers in force.
    pub tally: ContestTally,
    /// What came late, and what is missing after its deadline, in the unit and below it.
    pub overdue: Overdue,
    /// The voters on the lists, by the newest paper of each unit that states them.
    pub voters: Total,
    /// The voters by hour, in the precincts that reported.
    pub hours: BTreeMap<HourOfDay, Hour>,
    /// What a commission above the precincts announced itself.
    pub bulletins: BTreeMap<HourOfDay, TurnoutReported>,
    /// How much is without a valid result; none of a part of where the contest is held, and where there is no such rule.
    pub extent: Option<Extent>,
}

/// What is told of a contest at a moment, ascending by unit; nothing before it was called.
pub fn of_model(model: &ReadModel, contest: &ContestRecord, at: Moment, scope: &Scope) -> Vec<Summed> {
    if !contest.called.is_in(at.size) {
        return Vec::new();
    }
    let id = &contest.contest.id;
    let (overdue, extent) = (overdue(model, id, at), extent(model, id, at.size));
    let held_in = model.held_in(&contest.contest);
    let summed = |tally: ContestTally| {
        let sums = Sums::within(model, id, &tally.unit, at.size);
        Summed {
            overdue: overdue.get(&tally.unit).copied().unwrap_or_default(),
            voters: Total(sums.voters),
            hours: sums.turnout().clone(),
            bulletins: bulletins(model, contest, &tally.unit, at.size),
            extent: extent.filter(|_| held_in == Some(&tally.unit)),
            tally,
        }
    };
    tallies_of(model, contest, at.size, scope).into_iter().map(summed).collect()
}

impl Summed {
    /// What the row of a unit's total says; none where it is no total on this election's form and ballot. The model needs
    /// the election, the contest, and, of a unit above the lowest, its commission and its bulletins.
    pub fn of_row(
        model: &ReadModel,
        contest: &ContestRecord,
        unit: &UnitId,
        total: &TotalRow,
        at: Size,
    ) -> Option<Self> {
        let manifest = model.manifest()?;
        let tally = total.tally(&manifest.form, &ballot(contest), &contest.contest.id, unit)?;
        let is_whole = model.held_in(&contest.contest) == Some(unit);
        Some(Self {
            tally,
            overdue: Overdue::of(total),
            voters: total.voters,
            hours: total.turnout.clone(),
            bulletins: bulletins(model, contest, unit, at),
            extent: manifest.invalidity.filter(|_| is_whole).map(|rule| Extent::of(rule, total)),
        })
    }
}

fn bulletins(
    model: &ReadModel,
    contest: &ContestRecord,
    unit: &UnitId,
    at: Size,
) -> BTreeMap<HourOfDay, TurnoutReported> {
    if model.units().get(unit).is_some_and(|record| model.is_lowest(record)) {
        return BTreeMap::new();
    }
    last_reports(model, &contest.contest.id, unit, at)
}
