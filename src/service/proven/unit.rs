//! A unit completely, from the rows that are about it: its commission, papers, copies, summaries, numbers and findings, and
//! that what is not there is not.

use std::collections::BTreeSet;

use super::rows::{of_election, prove};
use crate::domain::event::Author;
use crate::domain::finding::Finding;
use crate::domain::id::{ContestId, UnitId};
use crate::ledger::files::rows_proof::RowsProof;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::prove::{Asked, NotProved};
use crate::service::proofs::{Sources, WithProof, of_unit};
use crate::service::setting::Setting;
use crate::store::proven::named::Unproved;
use crate::store::proven::rows::ProvenRows;
use crate::tally::gate::{Gate, has_figures};
use crate::tally::known_unit::{KnownUnit, UnitNumbers};
use crate::tally::read_model::ReadModel;
use crate::tally::rows::finding;

/// A unit that was proved.
#[derive(Debug)]
pub struct ProvenUnit {
    /// The checkpoint that it is under.
    pub checkpoint: SignedCheckpoint,
    /// The proof of it, where it was asked for.
    pub proof: Option<RowsProof>,
    unit: UnitId,
    /// Of other units than this one and those above it, it knows nothing.
    model: ReadModel,
    numbers: UnitNumbers,
}

impl ProvenUnit {
    /// The unit, and everything that is told of it.
    ///
    /// # Panics
    /// Never: it was known when it was proved.
    pub fn known(&self) -> KnownUnit<'_> {
        KnownUnit::of(&self.model, &self.unit, &self.numbers).expect("it was known when it was proved")
    }

    /// The election, for whoever asks whether its figures may be told.
    pub fn model(&self) -> &ReadModel {
        &self.model
    }
}

/// A unit by the rows that are about it; none where there is none.
pub(super) fn of_rows(
    rows: &ProvenRows,
    setting: &Setting<'_>,
    unit: &UnitId,
    with_proof: WithProof,
) -> Result<Option<ProvenUnit>, Unproved> {
    let Some(model) = model(rows, unit)? else { return Ok(None) };
    let Some(record) = model.units().get(unit) else { return Err(NotProved::NotTheRows) };
    let is_closed = Gate::of(&model, setting.now()) != Gate::Open;
    let has_figures = match model.is_lowest(record) {
        true => has_figures(&model, unit),
        // Whether anything came in below it only the whole can say, and it matters while figures may not be told.
        false if is_closed => return Ok(None),
        false => true,
    };
    let Some(numbers) = numbers(rows, &model, unit, has_figures)? else { return Err(NotProved::NotTheRows) };
    let known = KnownUnit::of(&model, unit, &numbers).ok_or(NotProved::NotTheRows)?;
    let asked = of_unit(unit, known.contests_here().map(|contest| &contest.contest.id));
    let proof = (with_proof == WithProof::Yes).then(|| prove(rows, &asked, Sources::Within)).transpose()?;
    Ok(Some(ProvenUnit { checkpoint: rows.checkpoint.clone(), proof, unit: unit.clone(), model, numbers }))
}

/// What [`KnownUnit::of`] asks a model to hold of a unit; none where there is no such unit.
fn model(rows: &ProvenRows, unit: &UnitId) -> Result<Option<ReadModel>, Unproved> {
    let Some(lineage) = lineage(rows, unit)? else { return Ok(None) };
    let mut asked = of_election();
    let election = rows.model(&asked)?;
    let own: Vec<_> = election.contests().keys().flat_map(|contest| papers(contest, unit)).collect();
    // Whose signatures are on these papers: the commissions that may be told of them.
    let authors = rows.named(&own)?.into_iter().filter_map(|line| match line.author {
        Author::Commission { unit, .. } => Some(unit),
        Author::Observer(_) => None,
    });
    let units: BTreeSet<_> = lineage.into_iter().chain(authors).collect();
    asked.extend(units.iter().map(of_commission));
    asked.extend(own);
    asked.push(Asked::All("complaint/".to_owned()));
    rows.model(&asked).map(Some)
}

/// The unit and every unit above it; none where it is not there.
fn lineage(rows: &ProvenRows, unit: &UnitId) -> Result<Option<Vec<UnitId>>, Unproved> {
    let mut lineage = Vec::new();
    let mut next = Some(unit.clone());
    while let Some(unit) = next {
        let model = rows.model(&[of_commission(&unit)])?;
        match model.units().get(&unit) {
            None if lineage.is_empty() => return Ok(None),
            // A unit stands below one that is there, and never below itself.
            None => return Err(NotProved::NotTheRows),
            Some(_) if lineage.contains(&unit) => return Err(NotProved::NotTheRows),
            Some(record) => next = record.parent.clone(),
        }
        lineage.push(unit);
    }
    Ok(Some(lineage))
}

fn of_commission(unit: &UnitId) -> Asked {
    Asked::Row(RowKey::of(&[&"unit", unit]))
}

/// The rows of what a unit sent in a contest, and of what was said about it.
pub(super) fn papers(contest: &ContestId, unit: &UnitId) -> [Asked; 3] {
    [
        Asked::Row(RowKey::of(&[&"paper", contest, unit])),
        Asked::Row(RowKey::of(&[&"summary", contest, unit])),
        Asked::All(format!("copy/{contest}/{unit}/")),
    ]
}

/// What a unit comes to, by the rows of its totals and of its findings; none where one of them says something else.
fn numbers(
    rows: &ProvenRows,
    model: &ReadModel,
    unit: &UnitId,
    has_figures: bool,
) -> Result<Option<UnitNumbers>, Unproved> {
    let at = rows.checkpoint.checkpoint().size;
    let mut numbers = UnitNumbers { at, has_figures, ..UnitNumbers::default() };
    for (id, contest) in model.contests() {
        if let Some(total) = rows.get(&RowKey::of(&[&"total", id, unit]))? {
            let total = total.parse().ok();
            let tally = total.and_then(|total| UnitNumbers::tally_of_row(model, contest, unit, &total));
            let Some(tally) = tally else { return Ok(None) };
            numbers.tallies.insert(id.clone(), tally);
        }
        let Some(found) = findings_of(rows, id, unit)? else { return Ok(None) };
        numbers.findings.extend(found);
    }
    Ok(Some(numbers))
}

/// What is found of a unit in a contest; none where its row says something else.
pub(super) fn findings_of(
    rows: &ProvenRows,
    contest: &ContestId,
    unit: &UnitId,
) -> Result<Option<Vec<Finding>>, Unproved> {
    match rows.get(&RowKey::of(&[&"finding", contest, unit]))? {
        None => Ok(Some(Vec::new())),
        Some(value) => Ok(finding::parse(contest, unit, &value).ok()),
    }
}
