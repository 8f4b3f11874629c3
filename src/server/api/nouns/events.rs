//! The events of the log: after a cursor, and one by one.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use schemars::JsonSchema;
use serde::Deserialize;

use super::papers::scan;
use crate::domain::number::Sequence;
use crate::domain::statement::Kind;
use crate::ledger::logged_event::LoggedEvent;
use crate::server::api::answering::answer::{BYTES, as_of_now, read_gated, read_gated_as, saved, with_next};
use crate::server::api::answering::page::Link;
use crate::server::api::asking::asker::Asker;
use crate::server::api::bounds::EVENTS_LOOKED_AT;
use crate::server::api::query::{Asked, Chosen, Limit, Named, Nothing, Place, rows};
use crate::server::api::route::Route;
use crate::server::api::service::Service;
use crate::service::error::Error;
use crate::service::serving::live::Live;
use crate::tally::gate::{Gate, holds_figures};
use crate::text::Lang;
use crate::view::as_of::AsOf;
use crate::view::event::{Event, ShownEvent};

const EVENTS: &str = "/v1/events";
const PROBLEMS: &[StatusCode] = &[StatusCode::BAD_REQUEST, StatusCode::FORBIDDEN, StatusCode::NOT_FOUND];

pub(super) fn routes() -> Vec<Route> {
    let all = Route::get(EVENTS, "events", "The events of the log, in order.", events);
    let one = Route::get("/v1/events/{event}", "event", "One event completely, by its hash or its sequence.", event);
    let says = "The envelope of an event, by its hash or its sequence: its bytes, as the log holds them.";
    let raw = Route::get("/v1/events/{event}/bytes", "event-bytes", says, bytes);
    vec![
        all.asked::<AskedEvents>().json::<AsOf<Vec<Event<'_>>>>().or(PROBLEMS),
        one.asked::<Nothing>().json::<AsOf<ShownEvent<'_>>>().or(PROBLEMS),
        raw.asked::<Nothing>().bytes(BYTES).or(PROBLEMS),
    ]
}

/// Which events.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AskedEvents {
    /// What comes after the event of this sequence.
    after: Option<Place>,
    /// Of this kind only.
    kind: Option<Chosen<Kind>>,
    /// About this unit only.
    unit: Option<String>,
    /// How many at most.
    limit: Option<Limit>,
}

async fn events(State(service): State<Arc<Service>>, asker: Asker, Asked(asked): Asked<AskedEvents>) -> Response {
    read_gated(service, asker, move |live, lang, gate| {
        let may_hold_figures =
            asked.kind.is_none_or(|kind| Kind::ALL.iter().any(|of| kind.is(*of) && holds_figures(*of)));
        if *gate != Gate::Open && may_hold_figures {
            return Ok(None);
        }
        list(live, &asked, lang).map(Some)
    })
    .await
}

fn list(live: &Live, asked: &AskedEvents, lang: Lang) -> Result<Vec<u8>, Error> {
    let query = live.query();
    let unit = asked.unit.as_deref().map(|unit| query.unit(unit)).transpose()?;
    let first = Sequence(asked.after.map_or(0, |Place(after)| after.saturating_add(1)));
    let (most, beyond) = (rows(asked.limit), Sequence(first.0.saturating_add(EVENTS_LOOKED_AT as u64 + 1)));
    let places = match unit {
        None => (first.0..live.size().0.min(beyond.0)).map(Sequence).collect(),
        Some(_) => query.places(first, unit)?,
    };
    let (mut found, mut last) = (Vec::new(), None);
    for place in places.iter().take(EVENTS_LOOKED_AT) {
        if found.len() == most {
            break;
        }
        let event = query.event(*place)?;
        last = Some(*place);
        if asked.kind.is_none_or(|kind| event.kind().is_some_and(|of| kind.is(of))) {
            found.push(event);
        }
    }
    let is_cut = last.is_some() && last != places.last().copied();
    let link = || Link::to(EVENTS).with("kind", asked.kind).with("unit", unit).with("limit", asked.limit);
    let next = is_cut.then(|| link().with("after", last).text());
    with_next(live, live.size(), found.iter().map(|event| Event::of(event, lang)).collect::<Vec<_>>(), next)
}

async fn event(
    State(service): State<Arc<Service>>,
    asker: Asker,
    Named(event): Named<String>,
    _: Asked<Nothing>,
) -> Response {
    read_gated(service, asker, move |live, lang, gate| {
        told(live, &event, gate)?.map(|logged| shown(live, &logged, lang)).transpose()
    })
    .await
}

async fn bytes(
    State(service): State<Arc<Service>>,
    asker: Asker,
    Named(event): Named<String>,
    _: Asked<Nothing>,
) -> Response {
    let name = format!("{event}.event");
    let look = move |live: &Live, _, gate: &Gate| Ok(told(live, &event, gate)?.map(|logged| logged.bytes));
    let response = read_gated_as(BYTES, service, asker, look).await;
    if response.status().is_success() { saved(response, &name) } else { response }
}

/// An event by its hash or its sequence; none where it may hold figures and the gate is closed.
fn told(live: &Live, event: &str, gate: &Gate) -> Result<Option<LoggedEvent>, Error> {
    let query = live.query();
    let logged = query.event(query.find(event)?)?;
    // What cannot be read might hold figures.
    let is_told = *gate == Gate::Open || logged.kind().is_some_and(|kind| !holds_figures(kind));
    Ok(is_told.then_some(logged))
}

fn shown(live: &Live, logged: &LoggedEvent, lang: Lang) -> Result<Vec<u8>, Error> {
    let named = logged.statement.iter().flat_map(|statement| statement.body.attachments());
    let files = named.map(scan).collect();
    as_of_now(live, ShownEvent::of(Event::of(logged, lang), files, live.checkpoint().fingerprint()))
}
