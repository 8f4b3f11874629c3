//! Every row, computed from nothing.

use std::collections::BTreeMap;

use super::finding;
use super::sources;
use super::total::TotalRow;
use crate::domain::code::FindingCode;
use crate::domain::finding::Finding;
use crate::domain::form::Form;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::{Size, Total};
use crate::domain::paper_status::PaperStatus;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::node::RowHash;
use crate::ledger::rows::tree::RowTree;
use crate::tally::findings::findings;
use crate::tally::invalidity;
use crate::tally::moment::Moment;
use crate::tally::read_model::ReadModel;
use crate::tally::totals::{ContestTally, tallies};
use crate::tally::turnout::by_hour;

/// Every row at the last event of a read model, which is the fold of exactly so many events.
pub fn all(model: &ReadModel, now: Moment) -> BTreeMap<RowKey, String> {
    let sources = sources::all(model).into_iter();
    let mut rows: BTreeMap<_, _> = sources.filter_map(|(key, value)| Some((key, value?))).collect();
    let found = findings(model, now);
    rows.extend(findings_by_unit(&found).map(|(key, found)| (key, finding::text(&found))));
    let Some(manifest) = model.manifest() else { return rows };
    for id in model.contests().keys() {
        let codes = codes_below(model, id, &found);
        for (unit, tally) in tallies(model, id, now.size) {
            let codes = codes.get(&unit).into_iter().flatten();
            let total = total(model, &manifest.form, &tally, codes, now.size);
            rows.insert(RowKey::of(&[&"total", id, &unit]), total.to_string());
        }
    }
    rows
}

/// The root over every row.
pub fn root(model: &ReadModel, now: Moment) -> RowHash {
    let mut tree = RowTree::default();
    all(model, now).iter().for_each(|(key, value)| tree.put(key, value));
    tree.root()
}

fn findings_by_unit(found: &[Finding]) -> impl Iterator<Item = (RowKey, Vec<Finding>)> {
    let mut rows: BTreeMap<RowKey, Vec<Finding>> = BTreeMap::new();
    for finding in found {
        rows.entry(RowKey::of(&[&"finding", &finding.contest, &finding.unit])).or_default().push(finding.clone());
    }
    rows.into_iter()
}

/// The findings of each unit and everything below it, counted by the spelling of their codes.
fn codes_below(
    model: &ReadModel,
    contest: &ContestId,
    found: &[Finding],
) -> BTreeMap<UnitId, BTreeMap<String, (FindingCode, u64)>> {
    let mut codes: BTreeMap<UnitId, BTreeMap<String, (FindingCode, u64)>> = BTreeMap::new();
    for finding in found.iter().filter(|finding| finding.contest == *contest) {
        for unit in model.lineage(&finding.unit) {
            let counts = codes.entry(unit.clone()).or_default();
            counts.entry(finding.code.to_string()).or_insert_with(|| (finding.code.clone(), 0)).1 += 1;
        }
    }
    codes
}

fn total<'a>(
    model: &ReadModel,
    form: &Form,
    tally: &ContestTally,
    codes: impl Iterator<Item = (&'a String, &'a (FindingCode, u64))>,
    at: Size,
) -> TotalRow {
    let (mut voters, mut voters_without_result) = (0u64, 0u64);
    for unit in model.lowest_within(&tally.unit).into_keys() {
        let Some(record) = model.paper(&tally.contest, unit) else { continue };
        let listed = invalidity::electorate(record, form, at);
        voters += listed;
        if matches!(record.at(at).status, PaperStatus::Annulled | PaperStatus::Failed) {
            voters_without_result += listed;
        }
    }
    let items = form.items.iter().zip(&tally.items).filter_map(|(item, sum)| Some((item.key.clone(), (*sum)?)));
    TotalRow {
        expected: tally.units_expected,
        in_force: tally.in_force,
        awaited: tally.awaited,
        annulled: tally.annulled,
        failed: tally.failed,
        corrected: tally.corrected,
        items: items.collect(),
        votes: tally.votes.iter().filter_map(|(number, votes)| Some((*number, (*votes)?))).collect(),
        voters: Total(voters),
        voters_without_result: Total(voters_without_result),
        turnout: by_hour(model, &tally.contest, &tally.unit, at),
        codes: codes.map(|(_, count)| count.clone()).collect(),
    }
}
