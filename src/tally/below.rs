//! What lies below a unit of a contest at a size: who is on the lists there, and how many precincts there can be; and
//! what a result was certified on.

use super::read_model::ReadModel;
use super::record::ContestRecord;
use super::sums::{Sums, unformed};
use super::totals::ContestTally;
use crate::domain::closing::ResultCertified;
use crate::domain::id::EventHash;
use crate::domain::number::Size;
use crate::domain::rules::ResultFacts;

/// What lies below a unit, or may come to lie there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Below {
    /// The voters on the lists; none where a list is not known, or precincts are not formed yet.
    pub(super) electorate: Option<i128>,
    /// The most precincts that there can be: whatever is declared and not formed could lie there.
    pub(super) stations_max: Option<u64>,
}

impl Below {
    /// By the sums of the unit, and by how many precincts the founding act declares, if it does, that are formed
    /// nowhere.
    pub(super) fn of(sums: &Sums, unformed: Option<u64>) -> Self {
        let is_known = sums.units > 0 || unformed.is_some();
        Self {
            electorate: sums.electorate().filter(|_| unformed.unwrap_or(0) == 0),
            stations_max: is_known.then(|| sums.units + unformed.unwrap_or(0)),
        }
    }
}

/// A result, signed or still a draft, beside the totals that a contest had at a size; none where the unit that it is
/// held in was not there.
pub(super) fn result<'a>(
    model: &ReadModel,
    contest: &ContestRecord,
    event: Option<EventHash>,
    certified: &'a ResultCertified,
    at: Size,
) -> Option<ResultFacts<'a>> {
    let (manifest, held_in) = (model.manifest()?, model.held_in(&contest.contest)?);
    model.units().get(held_in).filter(|record| record.provenance.is_in(at))?;
    let sums = Sums::within(model, &contest.contest.id, held_in, at);
    // Of a contest of a part too: what is declared and not formed could lie there.
    let is_complete = sums.awaited == 0 && sums.units > 0 && unformed(model, at).unwrap_or(0) == 0;
    let ContestTally { votes, .. } = ContestTally::of(contest, held_in, &manifest.form, &sums, 0, at);
    Some(ResultFacts { event, certified, votes, is_complete })
}
