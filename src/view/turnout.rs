//! Turnout by hour.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::protocol::TurnoutReported;
use crate::domain::time::HourOfDay;
use crate::tally::summed::Summed;
use crate::tally::sums::Hour;

/// Turnout in a unit, hour by hour.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct UnitTurnout {
    /// In which contest.
    pub contest: String,
    /// In which unit, and below it.
    pub unit: String,
    /// The hours.
    pub hours: Vec<TurnoutHour>,
}

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

impl UnitTurnout {
    /// The turnout that was summed for a unit.
    pub fn of(summed: &Summed) -> Self {
        let (contest, unit) = (summed.tally.contest.to_string(), summed.tally.unit.to_string());
        Self { contest, unit, hours: TurnoutHour::all(summed) }
    }
}

impl TurnoutHour {
    /// Every hour of the precincts within a unit, and of its own bulletins.
    pub fn all(summed: &Summed) -> Vec<Self> {
        let (mut hours, bulletins, of) = (summed.hours.clone(), &summed.bulletins, summed.tally.units_expected);
        for hour in bulletins.keys() {
            hours.entry(*hour).or_default();
        }
        let record = |(hour, sum): (&HourOfDay, &Hour)| Self {
            as_of: hour.to_string(),
            voters: (sum.stations > 0).then_some(sum.voters.0),
            stations: sum.stations,
            of,
            bulletin: bulletins.get(hour).map(Bulletin::of),
        };
        hours.iter().map(record).collect()
    }
}

impl Bulletin {
    fn of(report: &TurnoutReported) -> Self {
        Self { voters: report.voters.0, stations: report.stations.map(|stations| stations.0) }
    }
}
