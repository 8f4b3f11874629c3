//! Every row, computed from nothing, one after the other: all at once would take more memory than what they are made of.

use std::collections::BTreeMap;

use super::finding;
use super::sources;
use super::total::TotalRow;
use crate::crypto::parallel::{ParallelMap, Serial};
use crate::domain::finding::Finding;
use crate::domain::id::UnitId;
use crate::domain::number::Size;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::node::RowHash;
use crate::ledger::rows::rising::RisingRows;
use crate::ledger::rows::tree::RowTree;
use crate::tally::counts::{self, Codes};
use crate::tally::findings::{findings, findings_on};
use crate::tally::moment::Moment;
use crate::tally::read_model::ReadModel;
use crate::tally::record::ContestRecord;
use crate::tally::sums::{ContestSums, Sums, unformed};

/// Every row at the last event of a read model, which is the fold of exactly so many events.
pub fn all(model: &ReadModel, now: Moment) -> BTreeMap<RowKey, String> {
    let mut rows = BTreeMap::new();
    let mut see = |seen| {
        if let Seen::Row(key, value) = seen {
            rows.insert(key, value);
        }
    };
    sources(model, &mut see);
    let found = findings(model, now);
    rows_of_findings(&found, &mut see);
    for contest in model.contests().values() {
        totals(model, contest, now.size, &found, &mut see);
    }
    rows
}

/// The root over every row. Rows whose keys begin alike are a subtree of their own, of which nothing but its hash is kept.
pub fn root(model: &ReadModel, now: Moment) -> RowHash {
    root_on(&Serial, model, now)
}

/// The same, where the rows of sources are computed beside those of findings, and contests beside each other.
pub fn root_on<M: ParallelMap>(map: &M, model: &ReadModel, now: Moment) -> RowHash {
    let of_sources = || {
        let mut tree = RowTree::default();
        each_subtree(|see| sources(model, see), |rows| tree.put_rising(rows));
        tree
    };
    let (mut tree, found) = map.beside(of_sources, || findings_on(map, model, now));
    each_subtree(|see| rows_of_findings(&found, see), |rows| tree.put_rising(rows));
    let of_totals = map.map(model.contests().values().collect(), |contest| {
        let mut subtrees = Vec::new();
        each_subtree(|see| totals(model, contest, now.size, &found, see), |rows| subtrees.push(rows));
        subtrees
    });
    of_totals.into_iter().flatten().for_each(|rows| tree.put_rising(rows));
    tree.root()
}

fn each_subtree(rows: impl FnOnce(&mut dyn FnMut(Seen)), mut put: impl FnMut(RisingRows)) {
    let mut rising = RisingRows::default();
    rows(&mut |seen| match seen {
        Seen::Row(key, value) => rising.push(key, &value),
        Seen::End => put(std::mem::take(&mut rising)),
    });
}

/// What comes of the rows, one after the other.
enum Seen {
    /// Its key is behind those before it since the last end.
    Row(RowKey, String),
    /// No further one begins as those before do since the last end.
    End,
}

fn sources(model: &ReadModel, see: &mut dyn FnMut(Seen)) {
    for rows in sources::all(model) {
        rows.filter_map(|(key, value)| Some((key, value?))).for_each(|(key, value)| see(Seen::Row(key, value)));
        see(Seen::End);
    }
}

fn rows_of_findings(found: &[Finding], see: &mut dyn FnMut(Seen)) {
    findings_by_unit(found).for_each(|(key, found)| see(Seen::Row(key, finding::text(&found))));
    see(Seen::End);
}

fn findings_by_unit(found: &[Finding]) -> impl Iterator<Item = (RowKey, Vec<Finding>)> {
    let mut rows: BTreeMap<RowKey, Vec<Finding>> = BTreeMap::new();
    for finding in found {
        rows.entry(RowKey::of(&[&"finding", &finding.contest, &finding.unit])).or_default().push(finding.clone());
    }
    rows.into_iter()
}

fn totals(model: &ReadModel, contest: &ContestRecord, at: Size, found: &[Finding], see: &mut dyn FnMut(Seen)) {
    let Some(election) = model.election() else { return };
    let items = election.founding.manifest.form.items.iter().map(|item| &item.key);
    let (id, unformed) = (&contest.contest.id, unformed(model, at).unwrap_or(0));
    let codes = counts::below(model, id, found);
    let mut put_total = |unit: &UnitId, sums: &Sums| {
        let missing = if *unit == election.founding.commission.unit { unformed } else { 0 };
        let codes = codes.get(unit).map(Codes::by_spelling).unwrap_or_default();
        let total = TotalRow::of(items.clone(), sums, missing, codes);
        see(Seen::Row(RowKey::of(&[&"total", id, unit]), total.to_string()));
    };
    let ContestSums { lowest, above } = ContestSums::of(model, contest, at);
    let mut units: Vec<_> = lowest.into_iter().chain(above.keys()).collect();
    units.sort();
    for unit in units {
        match above.get(unit) {
            Some(sums) => put_total(unit, sums),
            None => put_total(unit, &Sums::of_lowest(model, id, unit, at)),
        }
    }
    see(Seen::End);
}
