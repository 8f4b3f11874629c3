//! What lies below each unit of a contest at a size: how many precincts, who is on their lists, and what is to come; and
//! what a result was certified on.

use std::collections::BTreeMap;

use super::paper::PaperAt;
use super::read_model::ReadModel;
use super::record::ContestRecord;
use super::totals::tallies;
use crate::domain::closing::ResultCertified;
use crate::domain::id::{EventHash, UnitId};
use crate::domain::number::Size;
use crate::domain::rules::ResultFacts;

/// The units of a contest, with what lies below them.
pub(super) struct Below {
    /// The precincts formed below each unit.
    formed: BTreeMap<UnitId, u64>,
    /// The voters on the lists below each unit that has precincts; none where a list is not known.
    listed: BTreeMap<UnitId, Option<i128>>,
    /// How many precincts the founding act declares, if it does, that are not formed anywhere.
    unformed: Option<u64>,
}

impl Below {
    /// What lies below every unit of a contest.
    pub(super) fn of(model: &ReadModel, contest: &ContestRecord, at: Size) -> Self {
        let (mut formed, mut listed) = (BTreeMap::new(), BTreeMap::new());
        let form = model.manifest().map(|manifest| &manifest.form);
        let mut all = 0u64;
        for (unit, _) in model.lowest().filter(|(_, record)| record.provenance.is_in(at)) {
            all += 1;
            let paper = model.paper(&contest.contest.id, unit).map_or(PaperAt::FRESH, |record| record.at(at));
            let electorate = form.and_then(|form| paper.electorate(form));
            for above in model.lineage(unit) {
                *formed.entry(above.clone()).or_insert(0) += 1;
                let sum = listed.entry(above.clone()).or_insert(Some(0));
                *sum = sum.zip(electorate).map(|(sum, voters): (i128, i128)| sum + voters);
            }
        }
        let declared = model.manifest().and_then(|manifest| manifest.lowest_tier()?.declared);
        let unformed = declared.map(|declared| u64::from(declared).saturating_sub(all));
        Self { formed, listed, unformed }
    }

    /// The voters on the lists below a unit; none where a list is not known, or precincts are not formed yet.
    pub(super) fn electorate(&self, unit: &UnitId) -> Option<i128> {
        self.listed.get(unit).copied().flatten().filter(|_| self.unformed.unwrap_or(0) == 0)
    }

    /// The most precincts that there can be below a unit: whatever is declared and not formed could lie there.
    pub(super) fn stations_max(&self, unit: &UnitId) -> Option<u64> {
        match (self.formed.get(unit), self.unformed) {
            (None, None) => None,
            (formed, unformed) => Some(formed.unwrap_or(&0) + unformed.unwrap_or(0)),
        }
    }
}

/// A result, signed or still a draft, beside the totals that a contest had at a size; none where the unit that it is held in
/// was not there.
pub(super) fn result<'a>(
    model: &ReadModel,
    contest: &ContestRecord,
    event: Option<EventHash>,
    certified: &'a ResultCertified,
    at: Size,
) -> Option<ResultFacts<'a>> {
    let tally = tallies(model, &contest.contest.id, at).remove(model.held_in(&contest.contest)?)?;
    let unformed = Below::of(model, contest, at).unformed.unwrap_or(0);
    let is_complete = tally.awaited == 0 && tally.units_expected > 0 && unformed == 0;
    Some(ResultFacts { event, certified, votes: tally.votes, is_complete })
}
