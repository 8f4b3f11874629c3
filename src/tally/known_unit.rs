//! A unit, and everything that is told of it. It comes from the read model of a whole ledger, or from the rows of the unit
//! alone, which were proved: whoever tells of a unit asks here, and never a model, which may know of no other unit.

use std::collections::BTreeMap;

use super::findings::findings;
use super::gate::has_figures;
use super::moment::Moment;
use super::read_model::ReadModel;
use super::record::{ContestRecord, PaperRecord, SummaryRecord, UnitRecord};
use super::rows::total::{TotalRow, ballot};
use super::totals::{ContestTally, tallies};
use crate::domain::finding::Finding;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::manifest::Manifest;
use crate::domain::number::Size;

/// A unit, and everything that is told of it at a size.
#[derive(Clone, Copy, Debug)]
pub struct KnownUnit<'a> {
    model: &'a ReadModel,
    unit: &'a UnitId,
    record: &'a UnitRecord,
    manifest: &'a Manifest,
    numbers: &'a UnitNumbers,
}

/// What a unit comes to, which is more than its own papers say.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct UnitNumbers {
    /// How large the ledger is.
    pub at: Size,
    /// The sums of each contest that is held in it.
    pub tallies: BTreeMap<ContestId, ContestTally>,
    /// What is found of it, contest by contest.
    pub findings: Vec<Finding>,
    /// Whether anything with figures came in about it, or about a unit below it.
    pub has_figures: bool,
}

impl UnitNumbers {
    /// Those of a unit in the read model of a whole ledger.
    pub fn of_model(model: &ReadModel, unit: &UnitId, now: Moment) -> Self {
        let tally = |contest: &ContestId| Some((contest.clone(), tallies(model, contest, now.size).remove(unit)?));
        Self {
            at: now.size,
            tallies: model.contests().keys().filter_map(tally).collect(),
            findings: findings(model, now).into_iter().filter(|finding| finding.unit == *unit).collect(),
            has_figures: has_figures(model, unit),
        }
    }

    /// The sums that a total's row says; none where it is no total on this election's form and ballot.
    pub fn tally_of_row(
        model: &ReadModel,
        contest: &ContestRecord,
        unit: &UnitId,
        total: &TotalRow,
    ) -> Option<ContestTally> {
        total.tally(&model.manifest()?.form, &ballot(contest), &contest.contest.id, unit)
    }
}

impl<'a> KnownUnit<'a> {
    /// A unit of a read model that holds the election, its contests and candidates, all complaints, and of this unit and
    /// those above it the commissions, papers, copies and summaries; none where it is not there.
    pub fn of(model: &'a ReadModel, unit: &UnitId, numbers: &'a UnitNumbers) -> Option<Self> {
        let (unit, record) = model.units().get_key_value(unit)?;
        Some(Self { model, unit, record, manifest: model.manifest()?, numbers })
    }

    /// Which unit it is.
    pub fn unit(&self) -> &'a UnitId {
        self.unit
    }

    /// The unit, and everybody who ever signed for it.
    pub fn record(&self) -> &'a UnitRecord {
        self.record
    }

    /// What the founding act declares.
    pub fn manifest(&self) -> &'a Manifest {
        self.manifest
    }

    /// What it comes to.
    pub fn numbers(&self) -> &'a UnitNumbers {
        self.numbers
    }

    /// Whether protocols come from it.
    pub fn is_lowest(&self) -> bool {
        self.model.is_lowest(self.record)
    }

    /// Every contest of the election, ascending by id.
    pub fn contests(&self) -> impl Iterator<Item = (&'a ContestId, &'a ContestRecord)> {
        self.model.contests().iter()
    }

    /// The contests that are held in it.
    pub fn contests_here(&self) -> impl Iterator<Item = &'a ContestRecord> {
        let (model, unit) = (self.model, self.unit);
        let is_held_here = move |contest: &&ContestRecord| {
            model.held_in(&contest.contest).is_some_and(|held_in| model.lineage(unit).any(|above| above == held_in))
        };
        model.contests().values().filter(is_held_here)
    }

    /// Its paper in a contest; none where nothing ever arrived.
    pub fn paper(&self, contest: &ContestId) -> Option<&'a PaperRecord> {
        self.model.paper(contest, self.unit)
    }

    /// Its summary in a contest; none where it never made one.
    pub fn summary(&self, contest: &ContestId) -> Option<&'a SummaryRecord> {
        self.model.summary(contest, self.unit)
    }

    /// The unit above it.
    pub fn parent(&self) -> Option<&'a UnitRecord> {
        self.model.units().get(self.record.parent.as_ref()?)
    }

    /// Who was seated, of a commission that signed something about it.
    pub fn commission(&self, unit: &UnitId) -> Option<&'a UnitRecord> {
        self.model.units().get(unit)
    }

    /// The model that it is of. Of what is not named at [`of`](Self::of) it may know nothing.
    pub fn model(&self) -> &'a ReadModel {
        self.model
    }
}
