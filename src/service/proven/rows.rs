//! The rows of a ledger, and proofs from them.

use std::collections::BTreeMap;

use super::missing::{Missing, NoAnswer};
use crate::domain::id::UnitId;
use crate::domain::number::Sequence;
use crate::ledger::files::rows_proof::{CLAIMS_MAX, RowsProof};
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::prove::{Asked, NotProved};
use crate::ledger::rows::shown::Shown;
use crate::service::policy::tell_believed;
use crate::service::proofs::Sources;
use crate::service::setting::Setting;
use crate::service::source::LogSourceKind;
use crate::store::error::{IndexFault, StoreError};
use crate::store::proven::named::Unproved;
use crate::store::proven::rows::ProvenRows;
use crate::store::read;
use crate::tally::read_model::ReadModel;
use crate::tally::rows::event_line;
use crate::verify::conclude::TrustAnchors;

/// What the rows of a ledger answer, or that what is asked for is not there, and whose key was believed is told of it; none
/// where they do not prove it, and of what is no ledger. With it the rows, for whoever proves more of them.
pub(super) fn answer<T>(
    setting: &Setting<'_>,
    anchors: &TrustAnchors<'_>,
    ask: impl FnOnce(&ProvenRows) -> Result<Option<T>, NoAnswer>,
    model: impl FnOnce(&T) -> &ReadModel,
) -> Option<Result<(T, ProvenRows), Missing>> {
    if !LogSourceKind::of(setting.ledger).is_ok_and(|kind| kind == LogSourceKind::Ledger) {
        return None;
    }
    let rows = read::rows(setting.ledger, anchors).ok().flatten()?;
    let answer = match ask(&rows) {
        Ok(answer) => Ok(answer?),
        Err(NoAnswer::Missing(missing)) => Err(*missing),
        Err(NoAnswer::Unproved) => return None,
    };
    tell_believed(setting.observer, anchors, answer.as_ref().map_or_else(|missing| &missing.model, model));
    Some(answer.map(|answer| (answer, rows)))
}

/// Whether there is a unit.
pub(super) fn has_unit(rows: &ProvenRows, unit: &UnitId) -> Result<bool, Unproved> {
    Ok(rows.get(&RowKey::of(&[&"unit", unit]))?.is_some())
}

/// The rows of the election, of its contests and their candidates.
pub(super) fn of_election() -> Vec<Asked> {
    vec![Asked::Row(RowKey::of(&[&"election"])), Asked::All("contest/".to_owned()), Asked::All("candidate/".to_owned())]
}

/// A proof of what is asked for, with the events that its rows name if they are wanted. What is too much for a file is
/// not proved here.
pub(in crate::service) fn prove(
    rows: &ProvenRows,
    asked: &[Asked],
    events: Sources<'_>,
) -> Result<RowsProof, Unproved> {
    if asked.len() > CLAIMS_MAX {
        return Err(NotProved::NotTheRows);
    }
    let shown = rows.shown(asked)?;
    let events = sources(rows, &shown, events)?;
    let (snapshot, checkpoint) = (rows.snapshot.clone(), rows.checkpoint.clone());
    let proof = RowsProof::of_earlier(snapshot, checkpoint, Vec::new(), asked, events, shown);
    proof.map_err(|_| NotProved::NotTheRows)
}

/// The events that the shown rows name, those of them that are wanted.
fn sources(rows: &ProvenRows, shown: &Shown, events: Sources<'_>) -> Result<Vec<(Sequence, Vec<u8>)>, Unproved> {
    let lines = shown.shown().into_iter().filter_map(|(_, value)| event_line::parse(value).ok()).flatten();
    let named: BTreeMap<_, _> =
        lines.filter(|line| events.has(line.sequence)).map(|line| (line.sequence, line.event)).collect();
    named.into_iter().map(|(at, event)| Ok((at, rows.event(at, event)?))).collect()
}

/// What a store could not do that had proved the same before.
pub(super) fn unproved(error: Unproved) -> StoreError {
    match error {
        NotProved::Rows(error) => error,
        NotProved::NotTheRows => StoreError::Index(IndexFault::Envelope),
    }
}
