//! What changed since a size: an answer for whoever asks, and for whoever follows a stream of nudges (`text/event-stream`),
//! each of which says where to ask.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::{ACCEPT, CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER, VARY};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Deserialize;
use tokio::task::block_in_place;

use crate::domain::code::Code;
use crate::domain::number::Size;
use crate::server::api::answering::answer::{Keeps, read, with_next};
use crate::server::api::answering::crossing::public;
use crate::server::api::answering::nudges::Follower;
use crate::server::api::answering::page::Link;
use crate::server::api::answering::problems::{gate, problem, refused};
use crate::server::api::asking::asker::Asker;
use crate::server::api::query::{Asked, Limit, Place, rows};
use crate::server::api::route::Route;
use crate::server::api::service::Service;
use crate::server::visit::Visit;
use crate::service::error::{Error, QueryError};
use crate::service::serving::live::Live;
use crate::text;
use crate::view::as_of::AsOf;
use crate::view::failure::Failure;
use crate::view::since::{Since, link};

/// A stream of server-sent events, as HTML calls it.
const EVENT_STREAM: &str = "text/event-stream";
const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");
/// Nobody on the way keeps a stream, changes it, or waits for more of it.
const PASSED_ON: [(HeaderName, &str); 3] = [
    (CONTENT_TYPE, EVENT_STREAM),
    (CACHE_CONTROL, "no-store, no-transform"),
    (HeaderName::from_static("x-accel-buffering"), "no"),
];
/// After how many seconds it is worth coming again where as many follow as may.
const FOLLOWERS_SECONDS: u16 = 30;

pub(super) fn routes() -> Vec<Route> {
    let says =
        "What changed since a size; or, as server-sent events, a nudge whenever the log grew, and after Last-Event-ID.";
    let changes = Route::get("/v1/changes", "changes", says, changes);
    let problems = &[StatusCode::BAD_REQUEST, StatusCode::FORBIDDEN, StatusCode::CONFLICT];
    vec![changes.asked::<AskedChanges>().json::<AsOf<Since>>().bytes(EVENT_STREAM).or(problems)]
}

/// What is asked, as the query has it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AskedChanges {
    /// How many events are known already.
    after: Option<Place>,
    /// How many events to look at, at most.
    limit: Option<Limit>,
}

impl AskedChanges {
    fn after(&self) -> Size {
        self.after.map_or(Size(0), |Place(after)| Size(after))
    }
}

async fn changes(
    State(service): State<Arc<Service>>,
    visit: Visit,
    asker: Asker,
    headers: HeaderMap,
    Asked(asked): Asked<AskedChanges>,
) -> Response {
    let mut response = match follows(&headers) {
        true => follow(&service, &visit, &asker, headers.get(LAST_EVENT_ID), asked.after()),
        false => answer(service, asker, &asked).await,
    };
    response.headers_mut().append(VARY, HeaderValue::from_static("accept"));
    response
}

/// Whether a stream is wanted.
fn follows(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let mut media = accepted.flat_map(|value| value.split(',')).filter_map(|range| range.split(';').next());
    media.any(|media| media.trim().eq_ignore_ascii_case(EVENT_STREAM))
}

async fn answer(service: Arc<Service>, asker: Asker, asked: &AskedChanges) -> Response {
    if let Some(closed) = gate(&service, &asker) {
        return closed;
    }
    let (after, limit) = (asked.after(), asked.limit);
    if let Some(ahead) = ahead(&service, &asker, after) {
        return ahead;
    }
    let most = Size(after.0.saturating_add(rows(limit) as u64));
    // Where there is more already, what is answered does not change any more.
    let keeps = if most < service.state().sealed().borrow().size { Keeps::Ever } else { Keeps::Now };
    read(service, asker, keeps, move |live, _| since(live, [after, most], limit)).await
}

fn since(live: &Live, [after, most]: [Size; 2], limit: Option<Limit>) -> Result<Vec<u8>, Error> {
    let (size, then) = (live.size(), live.checkpoint_at(after).fingerprint());
    let to = most.min(size);
    let touched = live.touched([after, to])?;
    let since = Since::of(&live.reading().model, [after, to], then, size, &touched);
    let next = Link::to(&link(to)).with("limit", limit).text();
    with_next(live, to, since, Some(next))
}

/// The answer to who knows of more than the log has: its size is of another log, or this one lost what it had.
fn ahead(service: &Service, asker: &Asker, after: Size) -> Option<Response> {
    let sealed = service.state().sealed().borrow().size;
    // What readers see is a moment newer than what is told of it.
    let size = if after > sealed { block_in_place(|| service.live().size()) } else { sealed };
    let said = || Failure::of(Code::U9, text::follow_ahead(asker.lang, after, size));
    (after > size).then(|| problem(StatusCode::CONFLICT, said()))
}

/// Begins a stream: of what comes after the event that was read last, or else after what is known.
fn follow(service: &Service, visit: &Visit, asker: &Asker, last_event: Option<&HeaderValue>, after: Size) -> Response {
    let told = match last_event.map(|last| String::from_utf8_lossy(last.as_bytes())) {
        None => after,
        Some(last) => match last.parse() {
            Ok(told) => told,
            Err(_) => return refused(service, asker, &QueryError::NoPoint(last.into_owned()).into()),
        },
    };
    if let Some(ahead) = ahead(service, asker, told) {
        return ahead;
    }
    let Ok(stream) = visit.stream() else { return full(asker) };
    let sealed = service.state().sealed();
    let follower = Follower::new(stream, visit.limits(), sealed, told, service.manifest.rehearsal);
    public((PASSED_ON, follower.into_body()).into_response())
}

fn full(asker: &Asker) -> Response {
    let full = Failure::of(Code::U24, text::follow_full(asker.lang));
    let mut response = problem(StatusCode::SERVICE_UNAVAILABLE, full);
    response.headers_mut().insert(RETRY_AFTER, FOLLOWERS_SECONDS.into());
    response
}
