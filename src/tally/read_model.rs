//! The read model: the one projection that every reading verb answers from. A fold of events, kept as records
//! by what they are of.

mod fold;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::record::{
    ComplaintRecord, ContestRecord, ElectionRecord, ObserverRecord, PaperRecord, SummaryRecord, UnitRecord,
};
use crate::domain::contest::Contest;
use crate::domain::id::{ContestId, EventHash, ObserverId, UnitId};
use crate::domain::manifest::{Manifest, Tier};
use crate::domain::packed::Packed;
use crate::domain::rules::{Rules, RulesVersion};

/// Everything that happened, by what it happened to.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct ReadModel {
    election: Option<ElectionRecord>,
    units: Packed<UnitId, UnitRecord>,
    contests: BTreeMap<ContestId, ContestRecord>,
    papers: BTreeMap<ContestId, Packed<UnitId, PaperRecord>>,
    summaries: BTreeMap<ContestId, BTreeMap<UnitId, SummaryRecord>>,
    observers: BTreeMap<ObserverId, ObserverRecord>,
    complaints: BTreeMap<EventHash, ComplaintRecord>,
    /// The units directly below each unit: an index of `units`, and no record of its own.
    children: BTreeMap<UnitId, BTreeSet<UnitId>>,
}

impl ReadModel {
    /// The election, once founded.
    pub fn election(&self) -> Option<&ElectionRecord> {
        self.election.as_ref()
    }

    /// The rules that the ledger is kept under, once founded.
    pub fn rules(&self) -> Option<&'static dyn Rules> {
        let version = RulesVersion::try_from(self.election.as_ref()?.founding.rules).ok()?;
        Some(version.rules())
    }

    /// The units, ascending by id.
    pub fn units(&self) -> &Packed<UnitId, UnitRecord> {
        &self.units
    }

    /// The contests, ascending by id.
    pub fn contests(&self) -> &BTreeMap<ContestId, ContestRecord> {
        &self.contests
    }

    /// A precinct's paper; none where nothing ever arrived.
    pub fn paper(&self, contest: &ContestId, unit: &UnitId) -> Option<&PaperRecord> {
        self.papers.get(contest)?.get(unit)
    }

    /// Every precinct's paper in every contest where anything ever arrived, by contest and unit.
    pub fn papers(&self) -> impl Iterator<Item = (&UnitId, &PaperRecord)> {
        self.papers.values().flat_map(Packed::iter)
    }

    /// The papers of a contest where anything ever arrived, ascending by unit.
    pub fn papers_of(&self, contest: &ContestId) -> impl Iterator<Item = (&UnitId, &PaperRecord)> {
        self.papers.get(contest).into_iter().flat_map(Packed::iter)
    }

    /// The summaries of a contest, ascending by unit.
    pub fn summaries(&self, contest: &ContestId) -> impl Iterator<Item = (&UnitId, &SummaryRecord)> {
        self.summaries.get(contest).into_iter().flatten()
    }

    /// A unit's summary in a contest; none where it never made one.
    pub fn summary(&self, contest: &ContestId, unit: &UnitId) -> Option<&SummaryRecord> {
        self.summaries.get(contest)?.get(unit)
    }

    /// The observers, ascending by id.
    pub fn observers(&self) -> &BTreeMap<ObserverId, ObserverRecord> {
        &self.observers
    }

    /// The complaints, by the hash of their event.
    pub fn complaints(&self) -> &BTreeMap<EventHash, ComplaintRecord> {
        &self.complaints
    }

    /// The unit and everything above it, from below.
    pub fn lineage<'a>(&'a self, unit: &'a UnitId) -> impl Iterator<Item = &'a UnitId> {
        std::iter::successors(Some(unit), |unit| self.units.get(unit)?.parent.as_ref())
    }

    /// What the founding act declares.
    pub fn manifest(&self) -> Option<&Manifest> {
        self.election.as_ref().map(|election| &election.founding.manifest)
    }

    /// The unit that somebody names.
    pub fn unit_named(&self, name: &str) -> Option<(&UnitId, &UnitRecord)> {
        name.parse::<UnitId>().ok().and_then(|unit| self.units.get_key_value(&unit))
    }

    /// The contest that somebody names.
    pub fn contest_named(&self, name: &str) -> Option<&ContestRecord> {
        name.parse::<ContestId>().ok().and_then(|contest| self.contests.get(&contest))
    }

    /// The unit that a contest is held in: the top where it names none.
    pub fn held_in<'a>(&'a self, contest: &'a Contest) -> Option<&'a UnitId> {
        contest.unit.as_ref().or(self.election.as_ref().map(|election| &election.founding.commission.unit))
    }

    /// Whether a unit is of the tier that protocols come from.
    pub fn is_lowest(&self, record: &UnitRecord) -> bool {
        self.lowest_tier().is_some_and(|tier| tier.name == record.tier)
    }

    /// The units of the lowest tier, ascending.
    pub fn lowest(&self) -> impl Iterator<Item = (&UnitId, &UnitRecord)> {
        self.units.iter().filter(|(_, record)| self.is_lowest(record))
    }

    fn lowest_tier(&self) -> Option<&Tier> {
        self.election.as_ref()?.founding.manifest.lowest_tier()
    }

    /// Every unit that others name as the one directly above, ascending.
    pub fn parents(&self) -> impl Iterator<Item = &UnitId> {
        self.children.keys()
    }

    /// The units directly below a unit, ascending.
    pub fn below(&self, unit: &UnitId) -> impl Iterator<Item = &UnitId> {
        self.children.get(unit).into_iter().flatten()
    }

    /// The units that are `unit` or lie below it, ascending.
    pub fn within<'a>(&'a self, unit: &UnitId) -> BTreeMap<&'a UnitId, &'a UnitRecord> {
        let mut found = BTreeMap::new();
        let mut open: Vec<&UnitId> = self.units.get_key_value(unit).map(|(unit, _)| unit).into_iter().collect();
        while let Some(unit) = open.pop() {
            found.extend(self.units.get_key_value(unit));
            open.extend(self.children.get(unit).into_iter().flatten());
        }
        found
    }

    /// The units of the lowest tier that are `unit` or lie below it, ascending.
    pub fn lowest_within<'a>(&'a self, unit: &UnitId) -> BTreeMap<&'a UnitId, &'a UnitRecord> {
        let mut within = self.within(unit);
        within.retain(|_, record| self.is_lowest(record));
        within
    }

    fn put_unit(&mut self, unit: UnitId, record: UnitRecord) {
        if let Some(parent) = &record.parent {
            self.children.entry(parent.clone()).or_default().insert(unit.clone());
        }
        self.units.insert(unit, record);
    }
}
