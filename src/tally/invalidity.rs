//! How many precincts are without a valid result, and whether the law then holds the whole contest to be invalid.
//! Azerbaijan: more than two fifths of the precincts, with more than a quarter of the voters.

use super::read_model::ReadModel;
use super::rows::total::TotalRow;
use super::sums::{Sums, missing};
use crate::domain::id::ContestId;
use crate::domain::manifest::Invalidity;
use crate::domain::number::{Size, Total};

/// What is without a valid result: annulled or failed, and not voted on again yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Extent {
    /// Precincts whose protocol was annulled, or whose voting failed.
    pub units: u64,
    /// Of how many precincts.
    pub units_of: u64,
    /// Voters on the lists of those precincts, as far as a paper states them.
    pub voters: Total,
    /// Of how many voters on the lists that papers state.
    pub voters_of: Total,
    /// Whether both shares are more than the manifest's.
    pub is_invalid: bool,
}

impl Extent {
    /// The extent by the total of the unit that a contest is held in.
    pub fn of(rule: Invalidity, total: &TotalRow) -> Self {
        let (units, units_of) = (total.annulled + total.failed, total.expected);
        let (voters, voters_of) = (total.voters_without_result, total.voters);
        let is_invalid =
            rule.units.is_exceeded_by(units, units_of) && rule.voters.is_exceeded_by(voters.0, voters_of.0);
        Self { units, units_of, voters, voters_of, is_invalid }
    }
}

/// The extent in a contest. None where the manifest has no such rule.
pub fn extent(model: &ReadModel, contest: &ContestId, at: Size) -> Option<Extent> {
    let manifest = model.manifest()?;
    let rule = manifest.invalidity?;
    let record = model.contests().get(contest)?;
    let held_in = model.held_in(&record.contest)?;
    model.units().get(held_in).filter(|record| record.provenance.is_in(at))?;
    let sums = Sums::within(model, contest, held_in, at);
    let missing = missing(model, held_in, at);
    Some(Extent::of(rule, &TotalRow::of(manifest.form.items.iter().map(|item| &item.key), &sums, missing, Vec::new())))
}
