//! Turnout by hour: what the precincts of a unit reported, and how many of them had.

use std::collections::BTreeMap;

use super::paper::PaperAt;
use super::read_model::ReadModel;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::{Size, Total};
use crate::domain::protocol::TurnoutReported;
use crate::domain::time::HourOfDay;

/// The voters of one hour. Precincts that have not reported are not in it, and are not zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Hour {
    /// Voters by then, in the precincts that reported.
    pub voters: Total,
    /// How many precincts reported for this hour.
    pub stations: u64,
}

/// The hours for which precincts within a unit reported, each precinct's last report of the voting that is open.
pub fn by_hour(model: &ReadModel, contest: &ContestId, unit: &UnitId, at: Size) -> BTreeMap<HourOfDay, Hour> {
    let mut hours: BTreeMap<HourOfDay, Hour> = BTreeMap::new();
    for precinct in model.lowest_within(unit).into_keys() {
        for report in last_reports(model, contest, precinct, at).into_values() {
            let hour = hours.entry(report.as_of).or_default();
            // Below 2⁶⁴: fewer than 2³² precincts of less than 2³² voters each.
            hour.voters = Total(hour.voters.0 + u64::from(report.voters.0));
            hour.stations += 1;
        }
    }
    hours
}

/// The last report or bulletin of a unit itself for each hour.
pub fn last_reports<'a>(
    model: &'a ReadModel,
    contest: &ContestId,
    unit: &UnitId,
    at: Size,
) -> BTreeMap<HourOfDay, &'a TurnoutReported> {
    let Some(record) = model.paper(contest, unit) else { return BTreeMap::new() };
    let PaperAt { voting, .. } = record.at(at);
    let is_meant = |report: &&TurnoutReported| report.paper.voting == voting;
    let reports = record.turnout.iter().filter(|(provenance, _)| provenance.is_in(at)).map(|(_, report)| report);
    reports.filter(is_meant).map(|report| (report.as_of, report)).collect()
}
