//! Turnout by hour: what the precincts of a unit reported, and how many of them had.

use std::collections::BTreeMap;

use super::read_model::ReadModel;
use super::sums::{Hour, Sums};
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::Size;
use crate::domain::protocol::TurnoutReported;
use crate::domain::time::HourOfDay;

/// The hours for which precincts within a unit reported, each precinct's last report of the voting that is open.
pub fn by_hour(model: &ReadModel, contest: &ContestId, unit: &UnitId, at: Size) -> BTreeMap<HourOfDay, Hour> {
    Sums::within(model, contest, unit, at).turnout().clone()
}

/// The last report or bulletin of a unit itself for each hour.
pub fn last_reports(
    model: &ReadModel,
    contest: &ContestId,
    unit: &UnitId,
    at: Size,
) -> BTreeMap<HourOfDay, TurnoutReported> {
    let Some(record) = model.paper(contest, unit) else { return BTreeMap::new() };
    record.last_reports(record.at(at).voting, at)
}
