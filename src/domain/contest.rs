//! Contests: what a ballot paper asks.

use serde::{Deserialize, Serialize};

use super::decision::Decision;
use super::id::{ContestId, UnitId};
use super::text::Localised;
use super::time::Day;

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
    /// The day on which people vote, by the clocks of the election's country.
    pub polling_day: Day,
}

/// A contest joins the election. Signed by the central commission.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContestCalled {
    /// The decision by which the central commission called it.
    pub decision: Decision,
    /// The contest that joins the election.
    pub contest: Contest,
}
