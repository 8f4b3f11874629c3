//! Of which units the sums are asked.

use super::read_model::ReadModel;
use super::record::ContestRecord;
use super::totals::{ContestTally, tallies};
use crate::domain::id::{TierName, UnitId};
use crate::domain::number::Size;

/// Of which units the sums are asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Scope {
    /// The one that the contest is held in.
    Whole,
    /// The one that was asked for.
    Unit(UnitId),
    /// Every unit of a tier.
    Tier(TierName),
}

/// The tallies of a contest at a size, ascending by unit.
pub fn tallies_of(model: &ReadModel, contest: &ContestRecord, at: Size, scope: &Scope) -> Vec<ContestTally> {
    let mut all = tallies(model, &contest.contest.id, at);
    let mut one = |unit: &UnitId| all.remove(unit).into_iter().collect();
    match scope {
        Scope::Whole => model.held_in(&contest.contest).map(one).unwrap_or_default(),
        Scope::Unit(unit) => one(unit),
        Scope::Tier(tier) => {
            let of_tier =
                |tally: &ContestTally| model.units().get(&tally.unit).is_some_and(|record| record.tier == *tier);
            all.into_values().filter(of_tier).collect()
        }
    }
}
