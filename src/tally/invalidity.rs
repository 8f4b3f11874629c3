//! How many precincts are without a valid result, and whether the law then holds the whole contest to be invalid.
//! Azerbaijan: more than two fifths of the precincts, with more than a quarter of the voters.

use super::read_model::ReadModel;
use super::record::PaperRecord;
use crate::domain::form::{Form, Role};
use crate::domain::id::ContestId;
use crate::domain::number::{Count, Size, Total};
use crate::domain::paper_status::PaperStatus;

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

/// The extent in a contest. None where the manifest has no such rule.
pub fn extent(model: &ReadModel, contest: &ContestId, at: Size) -> Option<Extent> {
    let manifest = &model.election()?.founding.manifest;
    let rule = manifest.invalidity?;
    let held_in = model.held_in(&model.contests().get(contest)?.contest)?;
    let whole = super::totals::tallies(model, contest, at).remove(held_in)?;
    let (mut voters, mut voters_of) = (0u64, 0u64);
    for (unit, _) in model.lowest_within(held_in).into_iter().filter(|(_, record)| record.provenance.is_in(at)) {
        let Some(record) = model.paper(contest, unit) else { continue };
        let listed = electorate(record, &manifest.form, at);
        voters_of += listed;
        if matches!(record.at(at).status, PaperStatus::Annulled | PaperStatus::Failed) {
            voters += listed;
        }
    }
    let (units, units_of) = (whole.annulled + whole.failed, whole.units_expected);
    let is_invalid = rule.units.is_exceeded_by(units, units_of) && rule.voters.is_exceeded_by(voters, voters_of);
    Some(Extent { units, units_of, voters: Total(voters), voters_of: Total(voters_of), is_invalid })
}

/// The voters on a precinct's list, by the newest paper that states them: also by one that counts no more.
pub(super) fn electorate(record: &PaperRecord, form: &Form, at: Size) -> u64 {
    let papers = record.steps.iter().filter(|step| step.provenance.is_in(at)).rev().filter_map(|step| step.items());
    let stated = |items: &[Option<Count>]| {
        let parts = form.with_role(Role::Electorate).filter_map(|at| items.get(at).copied().flatten());
        parts.map(|count| u64::from(count.0)).reduce(|a, b| a + b)
    };
    papers.into_iter().find_map(stated).unwrap_or(0)
}
