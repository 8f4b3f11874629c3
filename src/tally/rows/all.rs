//! Every row, computed from nothing.

use std::collections::BTreeMap;

use super::finding;
use super::sources;
use super::total::TotalRow;
use crate::domain::finding::Finding;
use crate::domain::number::Size;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::node::RowHash;
use crate::ledger::rows::tree::RowTree;
use crate::tally::counts::{self, Codes};
use crate::tally::findings::findings;
use crate::tally::moment::Moment;
use crate::tally::read_model::ReadModel;
use crate::tally::sums::{Sums, unformed};

/// Every row at the last event of a read model, which is the fold of exactly so many events.
pub fn all(model: &ReadModel, now: Moment) -> BTreeMap<RowKey, String> {
    let sources = sources::all(model).into_iter();
    let mut rows: BTreeMap<_, _> = sources.filter_map(|(key, value)| Some((key, value?))).collect();
    let found = findings(model, now);
    rows.extend(findings_by_unit(&found).map(|(key, found)| (key, finding::text(&found))));
    rows.extend(totals(model, now.size, &found));
    rows
}

/// The root over every row.
pub fn root(model: &ReadModel, now: Moment) -> RowHash {
    let mut tree = RowTree::default();
    for (key, value) in all(model, now) {
        tree.put(&key, &value);
    }
    tree.root()
}

fn findings_by_unit(found: &[Finding]) -> impl Iterator<Item = (RowKey, Vec<Finding>)> {
    let mut rows: BTreeMap<RowKey, Vec<Finding>> = BTreeMap::new();
    for finding in found {
        rows.entry(RowKey::of(&[&"finding", &finding.contest, &finding.unit])).or_default().push(finding.clone());
    }
    rows.into_iter()
}

fn totals(model: &ReadModel, at: Size, found: &[Finding]) -> Vec<(RowKey, String)> {
    let Some(election) = model.election() else { return Vec::new() };
    let items = election.founding.manifest.form.items.iter().map(|item| &item.key);
    let unformed = unformed(model, at).unwrap_or(0);
    let mut rows = Vec::new();
    for (id, contest) in model.contests() {
        let codes = counts::below(model, id, found);
        for (unit, sums) in Sums::of_contest(model, contest, at) {
            let missing = if unit == election.founding.commission.unit { unformed } else { 0 };
            let codes = codes.get(&unit).map(Codes::by_spelling).unwrap_or_default();
            let total = TotalRow::of(items.clone(), &sums, missing, codes);
            rows.push((RowKey::of(&[&"total", id, &unit]), total.to_string()));
        }
    }
    rows
}
