//! Totals that a page shows, held against what the events come to: every figure of every contest and unit that it names.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::words::Page;
use crate::crypto::base64;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::Size;
use crate::ledger::tree::merkle::Tree;
use crate::tally::read_model::ReadModel;
use crate::tally::totals::{ContestTally as Tally, tallies};
use crate::view::contest::ContestTally;

/// Figures that the page states of one unit, besides those in maps.
const COUNTERS: [&str; 6] = ["units_expected", "in_force", "awaited", "annulled", "failed", "corrected"];
/// Maps of figures by name.
const MAPS: [&str; 2] = ["roles", "totals"];

/// A figure that is not what the papers come to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wrong {
    /// It is another one.
    Figure {
        /// In which contest.
        contest: String,
        /// In which unit.
        unit: String,
        /// Which figure: an item, a candidate (`cand_05`), a counter.
        item: String,
        /// What the page shows; nothing where it shows none.
        stated: Option<String>,
        /// What the papers come to; nothing where no paper in force has it.
        recomputed: Option<String>,
    },
    /// There is no such contest, or it is not held in such a unit.
    Unknown(String, String),
}

/// What a comparison found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Compared {
    /// How the page stands to the log.
    pub page: Page,
    /// Each figure that is wrong.
    pub wrong: Vec<Wrong>,
}

/// Text that is no answer of totals.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotTotals;

/// Holds what `/v1/totals` or `tally --json` answers against a log that was replayed.
///
/// # Errors
/// [`NotTotals`].
pub fn compare(stated: &[u8], model: &ReadModel, tree: &Tree) -> Result<Compared, NotTotals> {
    let stated: Value = serde_json::from_slice(stated).map_err(|_| NotTotals)?;
    let size = |key: &str| stated.get(key).and_then(Value::as_u64).map(Size).ok_or(NotTotals);
    let (of, as_of) = (size("size")?, size("as_of")?);
    let root = stated.get("root").and_then(Value::as_str).ok_or(NotTotals)?;
    let rows = stated.get("data").or(stated.get("contests")).and_then(Value::as_array).ok_or(NotTotals)?;
    if of > tree.size() || as_of > of {
        return Ok(Compared { page: Page::Ahead(of.max(as_of).0, tree.size().0), wrong: Vec::new() });
    }
    if tree.root_at(of).map(|root| base64::encode(&root.0)).as_deref() != Ok(root) {
        return Ok(Compared { page: Page::OtherHistory(of.0), wrong: Vec::new() });
    }
    let (mut figures, mut wrong) = (0, Vec::new());
    let mut ours = Ours { model, at: as_of, summed: BTreeMap::new() };
    for row in rows {
        let row = row.as_object().ok_or(NotTotals)?;
        figures += compare_row(row, &mut ours, &mut wrong)?;
    }
    let page = if wrong.is_empty() { Page::Agrees(figures) } else { Page::Differs(wrong.len() as u64) };
    Ok(Compared { page, wrong })
}

/// Compares what is stated of one contest in one unit; how many figures that is.
fn compare_row(row: &Map<String, Value>, ours: &mut Ours<'_>, wrong: &mut Vec<Wrong>) -> Result<u64, NotTotals> {
    let name = |key: &str| row.get(key).and_then(Value::as_str).map(str::to_owned).ok_or(NotTotals);
    let (contest, unit) = (name("id")?, name("unit")?);
    let Some(ours) = ours.row(&contest, &unit) else {
        wrong.push(Wrong::Unknown(contest, unit));
        return Ok(1);
    };
    let empty = Map::new();
    let map_of = |of: &Map<String, Value>, key| of.get(key).and_then(Value::as_object).unwrap_or(&empty).clone();
    let counters = COUNTERS.iter().map(|key| ((*key).to_owned(), row.get(*key).cloned(), ours.get(*key).cloned()));
    let maps = MAPS.iter().flat_map(|key| pairs(map_of(row, *key), map_of(&ours, *key)));
    let votes = pairs(candidates(row), candidates(&ours));
    let all: Vec<_> = counters.chain(maps).chain(votes).collect();
    for (item, stated, recomputed) in &all {
        if shown(stated.as_ref()) != shown(recomputed.as_ref()) {
            let (contest, unit, item) = (contest.clone(), unit.clone(), item.clone());
            let figure = Wrong::Figure {
                contest,
                unit,
                item,
                stated: shown(stated.as_ref()),
                recomputed: shown(recomputed.as_ref()),
            };
            // A candidate's votes stand twice.
            if !wrong.contains(&figure) {
                wrong.push(figure);
            }
        }
    }
    Ok(all.len() as u64)
}

/// What the papers of the log come to, summed once a contest.
struct Ours<'a> {
    model: &'a ReadModel,
    at: Size,
    summed: BTreeMap<ContestId, BTreeMap<UnitId, Tally>>,
}

impl Ours<'_> {
    /// The row of a unit, as a page would state it.
    fn row(&mut self, contest: &str, unit: &str) -> Option<Map<String, Value>> {
        let (id, unit): (ContestId, UnitId) = (contest.parse().ok()?, unit.parse().ok()?);
        let (record, manifest) = (self.model.contests().get(&id)?, self.model.manifest()?);
        let (model, at) = (self.model, self.at);
        let summed = self.summed.entry(id.clone()).or_insert_with(|| tallies(model, &id, at));
        match serde_json::to_value(ContestTally::of(manifest, record, summed.get(&unit)?, at)) {
            Ok(Value::Object(map)) => Some(map),
            _ => None,
        }
    }
}

/// Each name with what two maps have under it.
fn pairs(mut one: Map<String, Value>, other: Map<String, Value>) -> Vec<(String, Option<Value>, Option<Value>)> {
    let mut all: Vec<_> = other.into_iter().map(|(key, value)| (key.clone(), one.remove(&key), Some(value))).collect();
    all.extend(one.into_iter().map(|(key, value)| (key, Some(value), None)));
    all
}

/// The votes of each candidate, as `cand_05`.
fn candidates(of: &Map<String, Value>) -> Map<String, Value> {
    let rows = of.get("candidates").and_then(Value::as_array).into_iter().flatten();
    let votes = |row: &Value| Some((format!("cand_{:02}", row.get("number")?.as_u64()?), row.get("votes")?.clone()));
    rows.filter_map(votes).collect()
}

/// A figure as text; nothing where there is none.
fn shown(value: Option<&Value>) -> Option<String> {
    value.filter(|value| !value.is_null()).map(ToString::to_string)
}
