//! The totals and findings of one contest, kept: each paper's share moves along its lineage, and what may be found
//! otherwise is judged again.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use serde::{Deserialize, Serialize};

use super::put::PutRows;
use crate::domain::commission::CommissionFormed;
use crate::domain::finding::Finding;
use crate::domain::id::{ContestId, ItemKey, UnitId};
use crate::domain::number::Size;
use crate::domain::time::Millis;
use crate::ledger::rows::key::RowKey;
use crate::tally::below::Below;
use crate::tally::counts::Codes;
use crate::tally::deadlines::{paper_due, summary_due};
use crate::tally::findings::{of_above, of_paper, of_result, recount};
use crate::tally::moment::Moment;
use crate::tally::paper::PaperAt;
use crate::tally::read_model::ReadModel;
use crate::tally::record::ContestRecord;
use crate::tally::rows::finding;
use crate::tally::rows::total::TotalRow;
use crate::tally::summaries::Recount;
use crate::tally::sums::{ContestSums, Share, Sums};

/// Of what the rows are, and when.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) model: &'a ReadModel,
    pub(super) now: Moment,
    /// How many units of the lowest tier are declared, if any are, and formed nowhere.
    pub(super) unformed: Option<u64>,
}

/// What is kept of a contest.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct KeptContest {
    id: ContestId,
    held_in: Option<UnitId>,
    /// Every unit that it is held in.
    units: BTreeMap<UnitId, KeptUnit>,
    /// The units above the lowest with a bulletin or a summary, which the papers below may contradict.
    speaking: BTreeSet<UnitId>,
    /// What is found of its certified result, which nothing changes afterwards.
    result: Vec<Finding>,
    /// The deadlines to come.
    due: BTreeSet<(Millis, UnitId)>,
    /// The units whose totals are other ones than their rows say.
    changed: BTreeSet<UnitId>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct KeptUnit {
    /// How many findings there are of the unit itself.
    own: Codes,
    /// What comes from below: none of the lowest tier, where a total follows from the paper alone.
    above: Option<Box<KeptAbove>>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct KeptAbove {
    sums: Sums,
    /// How many findings there are of the unit and of everything below it.
    codes: Codes,
    /// What its summary in force is held against: few units have one.
    recount: Option<Box<Recount>>,
}

impl KeptContest {
    /// A contest as a read model has it.
    pub(super) fn of(at: At<'_>, record: &ContestRecord, rows: &mut PutRows) -> Self {
        let id = record.contest.id.clone();
        let ContestSums { lowest, above } = ContestSums::of(at.model, record, at.now.size);
        let above = above.into_iter().map(|(unit, sums)| {
            let recount = recount(at.model, record, &unit, at.now.size).map(Box::new);
            let above = KeptAbove { sums, recount, codes: Codes::default() };
            (unit, KeptUnit { above: Some(Box::new(above)), ..KeptUnit::default() })
        });
        let lowest = lowest.into_iter().map(|unit| (unit.clone(), KeptUnit::default()));
        let units: BTreeMap<_, _> = lowest.chain(above).collect();
        let bulletins = at.model.papers_of(&id).map(|(unit, _)| unit).filter(|unit| !is_lowest(at.model, unit));
        let summaries = at.model.summaries(&id).map(|(unit, _)| unit);
        let mut kept = Self {
            held_in: at.model.held_in(&record.contest).cloned(),
            speaking: bulletins.chain(summaries).cloned().collect(),
            result: of_result(at.model, record, at.now.size),
            due: BTreeSet::new(),
            changed: units.keys().cloned().collect(),
            units,
            id,
        };
        for unit in kept.changed.clone() {
            kept.expect(at, &unit);
            kept.judge(at, &unit, rows);
        }
        kept
    }

    /// A unit was formed, which may be one that the contest is held in.
    pub(super) fn form(&mut self, at: At<'_>, formed: &CommissionFormed, rows: &mut PutRows) {
        let is_below = formed.parent.as_ref().is_some_and(|parent| self.units.contains_key(parent));
        if !is_below && self.held_in.as_ref() != Some(&formed.unit) {
            return;
        }
        let is_lowest = is_lowest(at.model, &formed.unit);
        let above = (!is_lowest).then(Box::default);
        self.units.insert(formed.unit.clone(), KeptUnit { above, ..KeptUnit::default() });
        self.changed.insert(formed.unit.clone());
        self.expect(at, &formed.unit);
        if let (true, Some(manifest)) = (is_lowest, at.model.manifest()) {
            let share = Share::of(&manifest.form, None, at.now.size);
            self.on_lineage(at, &formed.unit, |kept, _| kept.sums.add(&share));
            self.judge_above(at, &formed.unit, rows);
        }
        self.judge(at, &formed.unit, rows);
    }

    /// Something came in of a paper, or a bulletin of a unit above; the ledger had this size before.
    pub(super) fn step(&mut self, at: At<'_>, unit: &UnitId, before: Size, rows: &mut PutRows) {
        if !is_lowest(at.model, unit) {
            self.speaking.insert(unit.clone());
        } else if let (Some(record), Some(manifest)) = (at.model.paper(&self.id, unit), at.model.manifest()) {
            let was = Share::of(&manifest.form, Some(record), before);
            let is = Share::of(&manifest.form, Some(record), at.now.size);
            let id = self.id.clone();
            self.on_lineage(at, unit, |kept, above| {
                kept.sums.take(&was);
                kept.sums.add(&is);
                let summary = at.model.summary(&id, above).and_then(|record| record.in_force(at.now.size));
                if let (Some(recount), Some((_, summary))) = (&mut kept.recount, summary) {
                    recount.follow(at.model, summary, unit, at.now.size);
                }
            });
            self.expect(at, unit);
            self.judge_above(at, unit, rows);
        }
        self.judge(at, unit, rows);
    }

    /// A summary of a unit came in, or a new version of it.
    pub(super) fn summarise(&mut self, at: At<'_>, unit: &UnitId, rows: &mut PutRows) {
        self.speaking.insert(unit.clone());
        let kept = self.units.get_mut(unit).and_then(|kept| kept.above.as_mut());
        if let (Some(kept), Some(record)) = (kept, at.model.contests().get(&self.id)) {
            kept.recount = recount(at.model, record, unit, at.now.size).map(Box::new);
        }
        self.judge(at, unit, rows);
    }

    /// The result was certified.
    pub(super) fn certify(&mut self, at: At<'_>, rows: &mut PutRows) {
        let record = at.model.contests().get(&self.id);
        self.result = record.map(|record| of_result(at.model, record, at.now.size)).unwrap_or_default();
        self.held_in.clone().iter().for_each(|unit| self.judge(at, unit, rows));
    }

    /// Judges every unit whose deadline is over by now.
    pub(super) fn pass(&mut self, at: At<'_>, rows: &mut PutRows) {
        while self.due.first().is_some_and(|(due, _)| *due < at.now.clock) {
            self.due.pop_first().into_iter().for_each(|(_, unit)| self.judge(at, &unit, rows));
        }
    }

    /// Judges every unit above the lowest that the papers below may contradict.
    pub(super) fn judge_all_above(&mut self, at: At<'_>, rows: &mut PutRows) {
        self.speaking.clone().iter().for_each(|unit| self.judge(at, unit, rows));
    }

    /// What is found of a unit itself.
    pub(super) fn judge(&mut self, at: At<'_>, unit: &UnitId, rows: &mut PutRows) {
        let (Some(kept), Some(record)) = (self.units.get_mut(unit), at.model.contests().get(&self.id)) else { return };
        let mut found = match &kept.above {
            None => of_paper(at.model, record, unit, at.now),
            Some(above) => {
                let below = Below::of(&above.sums, at.unformed);
                of_above(at.model, record, unit, below, above.recount.as_deref(), at.now)
            }
        };
        if self.held_in.as_ref() == Some(unit) {
            found.extend(self.result.iter().cloned());
        }
        let codes = Codes::of(&found);
        let before = mem::replace(&mut kept.own, codes.clone());
        if before.is_empty() && codes.is_empty() {
            return;
        }
        if before != codes {
            self.on_lineage(at, unit, |kept, _| {
                kept.codes.take(&before);
                kept.codes.add(&codes);
            });
        }
        let value = (!found.is_empty()).then(|| finding::text(&found));
        rows.set((RowKey::of(&[&"finding", &self.id, unit]), value));
    }

    /// Writes the totals that changed, on a form with these items.
    pub(super) fn put_totals(
        &mut self,
        at: At<'_>,
        items: &[ItemKey],
        missing: impl Fn(&UnitId) -> u64,
        rows: &mut PutRows,
    ) {
        for unit in mem::take(&mut self.changed) {
            let Some(kept) = self.units.get(&unit) else { continue };
            let total = |sums: &Sums, codes: &Codes| TotalRow::of(items, sums, missing(&unit), codes.by_spelling());
            let total = match &kept.above {
                None => total(&Sums::of_lowest(at.model, &self.id, &unit, at.now.size), &kept.own),
                Some(above) => total(&above.sums, &above.codes),
            };
            rows.set((RowKey::of(&[&"total", &self.id, &unit]), Some(total.to_string())));
        }
    }

    fn judge_above(&mut self, at: At<'_>, unit: &UnitId, rows: &mut PutRows) {
        let above = at.model.lineage(unit).skip(1).filter(|above| self.speaking.contains(*above));
        above.cloned().collect::<Vec<_>>().iter().for_each(|above| self.judge(at, above, rows));
    }

    /// Changes what is kept of a unit, where something is, and of every unit above that the contest is held in.
    fn on_lineage(&mut self, at: At<'_>, unit: &UnitId, mut change: impl FnMut(&mut KeptAbove, &UnitId)) {
        for above in at.model.lineage(unit) {
            let Some(kept) = self.units.get_mut(above) else { return };
            kept.above.iter_mut().for_each(|kept| change(kept, above));
            self.changed.insert(above.clone());
        }
    }

    /// Remembers when a paper or summary is due, so long as that is to come.
    fn expect(&mut self, at: At<'_>, unit: &UnitId) {
        let Some(record) = at.model.contests().get(&self.id) else { return };
        let due = if is_lowest(at.model, unit) {
            let paper = at.model.paper(&self.id, unit);
            let open = paper.map_or(PaperAt::FRESH, |paper| paper.at(at.now.size));
            paper_due(at.model, &record.contest, unit, &open, paper)
        } else {
            summary_due(at.model, &record.contest, unit)
        };
        self.due.extend(due.filter(|due| *due >= at.now.clock).map(|due| (due, unit.clone())));
    }
}

fn is_lowest(model: &ReadModel, unit: &UnitId) -> bool {
    model.units().get(unit).is_some_and(|record| model.is_lowest(record))
}
