//! What lies below each unit of a contest at a size: how many precincts, who is on their lists, and what is to come.

use std::collections::BTreeMap;

use super::paper::PaperAt;
use super::read_model::ReadModel;
use super::record::ContestRecord;
use super::totals::{ContestTally, tallies};
use crate::domain::id::UnitId;
use crate::domain::number::Size;
use crate::domain::rules::{Filed, ResultFacts};

/// The units of a contest, with what lies below them.
pub(super) struct Below {
    tallies: BTreeMap<UnitId, ContestTally>,
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
        Self { tallies: tallies(model, &contest.contest.id, at), formed, listed, unformed }
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

    /// The result of the contest, if it was certified by then and the unit that it is held in is there.
    pub(super) fn result<'a>(&self, contest: &'a ContestRecord, held_in: &UnitId, at: Size) -> Option<ResultFacts<'a>> {
        let (provenance, what) = contest.certified_at(at)?;
        let tally = self.tallies.get(held_in)?;
        let is_complete = tally.awaited == 0 && tally.units_expected > 0 && self.unformed.unwrap_or(0) == 0;
        let certified = Filed { event: provenance.event, what };
        Some(ResultFacts { certified, votes: tally.votes.clone(), is_complete })
    }
}
