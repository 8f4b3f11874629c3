//! Events one by one: each is named by the row that its statement belongs to, and that row is proved.

use std::collections::BTreeSet;

use crate::domain::id::{ContestId, EventHash, UnitId};
use crate::domain::number::Sequence;
use crate::domain::statement::Body;
use crate::ledger::files::rows_proof::RowsProof;
use crate::ledger::logged_event::LoggedEvent;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::prove::Asked;
use crate::service::proofs::{Sources, WithProof, of_event};
use crate::service::setting::Setting;
use crate::store::proven::named::Unproved;
use crate::store::proven::rows::ProvenRows;
use crate::tally::read_model::ReadModel;
use crate::verify::conclude::TrustAnchors;

use super::missing::Missing;
use super::named::unit_named;
use super::rows::{answer, of_election, prove};
use super::unit::papers;

/// How many events are proved one by one. Of more, the whole is read sooner.
const EVENTS_MAX: u64 = 1024;

/// Events that were proved, in order.
#[derive(Debug)]
pub struct ProvenEvents {
    /// The election, and nothing of its units.
    pub model: ReadModel,
    /// The events.
    pub events: Vec<LoggedEvent>,
}

/// One event that was proved.
#[derive(Debug)]
pub struct ProvenEvent {
    /// The checkpoint that it is under.
    pub checkpoint: SignedCheckpoint,
    /// The election, and nothing of its units.
    pub model: ReadModel,
    /// The event.
    pub event: LoggedEvent,
    /// The proof of it, where it was asked for.
    pub proof: Option<RowsProof>,
}

/// The events from `first` on, of one unit where one is named, or that it is not there, where the ledger proves it; none of so
/// many that the whole is read sooner.
pub fn proven(
    setting: &Setting<'_>,
    anchors: &TrustAnchors<'_>,
    first: Sequence,
    unit: Option<&str>,
) -> Option<Result<ProvenEvents, Missing>> {
    let ask = |rows: &ProvenRows| {
        let events = match unit {
            None => since(rows, first)?,
            Some(unit) => Some(about(rows, first, &unit_named(rows, unit)?)?),
        };
        let Some(events) = events else { return Ok(None) };
        Ok(Some(ProvenEvents { model: rows.model(&of_election())?, events }))
    };
    let answer = answer(setting, anchors, ask, |proven| &proven.model)?;
    Some(answer.map(|(events, _)| events))
}

/// The event that somebody names by its hash or its place; none where there is none.
pub(super) fn named(rows: &ProvenRows, what: &str, with_proof: WithProof) -> Result<Option<ProvenEvent>, Unproved> {
    let place = match (what.parse::<Sequence>(), what.parse::<EventHash>()) {
        (Ok(place), _) => Some(place),
        (Err(_), Ok(event)) => rows.place_of(event)?,
        (Err(_), Err(_)) => None,
    };
    let Some(place) = place.filter(|place| rows.checkpoint.checkpoint().size.covers(*place)) else { return Ok(None) };
    let (event, model) = (rows.event_at(place)?, rows.model(&of_election())?);
    let prove = |asked: Asked| prove(rows, &[asked], Sources::At(&BTreeSet::from([place])));
    let asked = of_event(&event).filter(|_| with_proof == WithProof::Yes);
    let proof = asked.map(prove).transpose()?;
    Ok(Some(ProvenEvent { checkpoint: rows.checkpoint.clone(), model, event, proof }))
}

/// Whether it is proved that no event is so named: none has such a name, the log has not come so far, or none of its events has
/// this hash.
pub(super) fn is_nowhere(rows: &ProvenRows, what: &str) -> Result<bool, Unproved> {
    match (what.parse::<Sequence>(), what.parse::<EventHash>()) {
        (Ok(place), _) => Ok(!rows.checkpoint.checkpoint().size.covers(place)),
        (Err(_), Ok(event)) => Ok(rows.place_of(event)?.is_none() && rows.has_every_event()?),
        (Err(_), Err(_)) => Ok(true),
    }
}

fn since(rows: &ProvenRows, first: Sequence) -> Result<Option<Vec<LoggedEvent>>, Unproved> {
    let places = first.0..rows.checkpoint.checkpoint().size.0;
    if places.end.saturating_sub(places.start) > EVENTS_MAX {
        return Ok(None);
    }
    places.map(|place| rows.event_at(Sequence(place))).collect::<Result<_, _>>().map(Some)
}

/// The events whose statements are about a unit. They are among those that these rows name: its own; who watches it, and
/// which contests are held in it, is said of observers and of contests.
fn about(rows: &ProvenRows, first: Sequence, unit: &UnitId) -> Result<Vec<LoggedEvent>, Unproved> {
    let mut asked = of_election();
    let election = rows.model(&asked)?;
    asked.extend(election.contests().keys().flat_map(|contest: &ContestId| papers(contest, unit)));
    asked.push(Asked::Row(RowKey::of(&[&"unit", unit])));
    asked.push(Asked::All("observer/".to_owned()));
    let mut events = Vec::new();
    for line in rows.named(&asked)?.into_iter().filter(|line| line.sequence >= first) {
        let event = LoggedEvent::read(line.sequence, rows.event(line.sequence, line.event)?);
        if event.body().and_then(Body::unit) == Some(unit) {
            events.push(event);
        }
    }
    Ok(events)
}
