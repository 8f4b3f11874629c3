//! Turnout by hour.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::Size;
use crate::domain::protocol::TurnoutReported;
use crate::domain::time::HourOfDay;
use crate::tally::read_model::ReadModel;
use crate::tally::sums::Hour;
use crate::tally::turnout::{by_hour, last_reports};

/// The voters of one hour within a unit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct TurnoutHour {
    /// As of which hour of the polling day, as in `12:00`, at the unit's own difference to UTC.
    pub as_of: String,
    /// Voters by then in the precincts that reported; null where none did.
    pub voters: Option<u64>,
    /// How many precincts reported.
    pub stations: u64,
    /// Of how many precincts.
    pub of: u64,
    /// What the commission itself announced; null where it did not, or where it is a precinct's.
    pub bulletin: Option<Bulletin>,
}

/// What a commission above the precincts announced for an hour.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Bulletin {
    /// Voters by then.
    pub voters: u32,
    /// How many precincts had reported to it; null where it does not say.
    pub stations: Option<u32>,
}

impl TurnoutHour {
    /// Every hour of the precincts within a unit, and of its own bulletins, of `of` precincts.
    pub fn all(model: &ReadModel, contest: &ContestId, unit: &UnitId, at: Size, of: u64) -> Vec<Self> {
        let is_lowest = model.units().get(unit).is_some_and(|record| model.is_lowest(record));
        let bulletins = if is_lowest { BTreeMap::new() } else { last_reports(model, contest, unit, at) };
        let mut hours = by_hour(model, contest, unit, at);
        for hour in bulletins.keys() {
            hours.entry(*hour).or_default();
        }
        let record = |(hour, sum): (&HourOfDay, &Hour)| Self {
            as_of: hour.to_string(),
            voters: (sum.stations > 0).then_some(sum.voters.0),
            stations: sum.stations,
            of,
            bulletin: bulletins.get(hour).map(|report| Bulletin::of(report)),
        };
        hours.iter().map(record).collect()
    }
}

impl Bulletin {
    fn of(report: &TurnoutReported) -> Self {
        Self { voters: report.voters.0, stations: report.stations.map(|stations| stations.0) }
    }
}
