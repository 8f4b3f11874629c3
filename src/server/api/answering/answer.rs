//! How an answer is written: JSON or a file, with its tag and how long it may be kept.

use std::sync::{Arc, OnceLock};

use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_TYPE, ETAG, VARY};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use tokio::sync::Semaphore;

use super::crossing::public;
use super::kept::Answer;
use super::page::Page;
use super::problems::{closed, refused};
use crate::crypto::hash::sha256;
use crate::domain::number::Size;
use crate::server::api::asking::asker::Asker;
use crate::server::api::asking::packing::Encoding;
use crate::server::api::service::Service;
use crate::service::error::{Error, QueryError};
use crate::service::query::Point;
use crate::service::serving::live::Live;
use crate::tally::gate::Gate;
use crate::text::Lang;
use crate::view::as_of::AsOf;

pub(in crate::server) const JSON: &str = "application/json";
/// What is read byte for byte.
pub(in crate::server) const BYTES: &str = "application/octet-stream";
/// A text, as every text of the service is.
pub(in crate::server) const TEXT: &str = "text/plain; charset=utf-8";
/// How long an answer of now may be kept, in seconds.
const LATEST: &str = "public, max-age=2";
/// An answer of a size never changes.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// How long an answer stays true.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::server) enum Keeps {
    /// Until the log grows.
    Now,
    /// For ever.
    Ever,
}

/// Data as of a size: under the checkpoint of exactly so many events, so that what is said of a size is said in the same
/// bytes for ever.
///
/// # Errors
/// [`Error::Query`]: there is no election.
pub(in crate::server) fn as_of<T: Serialize>(live: &Live, size: Size, data: T) -> Result<Vec<u8>, Error> {
    with_next(live, size, data, None)
}

/// The same of everything that is sealed now.
///
/// # Errors
/// [`Error::Query`]: there is no election.
pub(in crate::server) fn as_of_now<T: Serialize>(live: &Live, data: T) -> Result<Vec<u8>, Error> {
    as_of(live, live.size(), data)
}

/// A page of a list as of now, with where the rest is.
///
/// # Errors
/// [`Error::Query`]: there is no election.
pub(in crate::server) fn page<T: Serialize>(live: &Live, Page { rows, next }: Page<T>) -> Result<Vec<u8>, Error> {
    with_next(live, live.size(), rows, next)
}

/// Data as of a size, and where to ask for what follows.
///
/// # Errors
/// [`Error::Query`]: there is no election.
pub(in crate::server) fn with_next<T: Serialize>(
    live: &Live,
    size: Size,
    data: T,
    next: Option<String>,
) -> Result<Vec<u8>, Error> {
    let rehearsal = live.query().election()?.founding.manifest.rehearsal;
    Ok(json(&AsOf::of(&live.checkpoint_at(size), size, rehearsal, data).with_next(next)))
}

/// A view, as it is written.
pub(in crate::server) fn json<T: Serialize>(view: &T) -> Vec<u8> {
    serde_json::to_vec(view).expect("a view is texts, numbers and lists of them")
}

/// Looks something up, off the threads that speak with others, and answers with its JSON.
pub(in crate::server) async fn read(
    service: Arc<Service>,
    asker: Asker,
    keeps: Keeps,
    look: impl FnOnce(&Live, Lang) -> Result<Vec<u8>, Error> + Send + 'static,
) -> Response {
    read_as(JSON, service, asker, keeps, look).await
}

/// The same of what is no JSON.
pub(in crate::server) async fn read_as(
    media: &'static str,
    service: Arc<Service>,
    asker: Asker,
    keeps: Keeps,
    look: impl FnOnce(&Live, Lang) -> Result<Vec<u8>, Error> + Send + 'static,
) -> Response {
    let (reading, of) = (Arc::clone(&service), asker.clone());
    let make = move || looked(&reading, &of, look);
    answer(media, &service, &asker, keeps, make).await
}

/// The same of what may hold figures: nothing is found while the publication gate is closed, where it does.
pub(in crate::server) async fn read_gated(
    service: Arc<Service>,
    asker: Asker,
    look: impl FnOnce(&Live, Lang, &Gate) -> Result<Option<Vec<u8>>, Error> + Send + 'static,
) -> Response {
    read_gated_as(JSON, service, asker, look).await
}

/// The same of what is no JSON.
pub(in crate::server) async fn read_gated_as(
    media: &'static str,
    service: Arc<Service>,
    asker: Asker,
    look: impl FnOnce(&Live, Lang, &Gate) -> Result<Option<Vec<u8>>, Error> + Send + 'static,
) -> Response {
    let (reading, of) = (Arc::clone(&service), asker.clone());
    let make = move || {
        let gate = Gate::at(&reading.manifest, (reading.clock)());
        let found = looked(&reading, &of, |live, lang| look(live, lang, &gate))?;
        found.ok_or_else(|| Box::new(closed(&reading, &of, &gate)))
    };
    answer(media, &service, &asker, Keeps::Now, make).await
}

/// The same of what may not be there: then something else is answered.
pub(in crate::server) async fn read_or(
    service: Arc<Service>,
    asker: Asker,
    not_there: Response,
    look: impl FnOnce(&Live, Lang) -> Result<Option<Vec<u8>>, Error> + Send + 'static,
) -> Response {
    let (reading, of) = (Arc::clone(&service), asker.clone());
    let make = move || looked(&reading, &of, look)?.ok_or_else(|| Box::new(not_there));
    answer(JSON, &service, &asker, Keeps::Now, make).await
}

/// What is found, or why it is not told.
fn looked<T>(
    service: &Service,
    asker: &Asker,
    look: impl FnOnce(&Live, Lang) -> Result<T, Error>,
) -> Result<T, Box<Response>> {
    let found = service.readable().and_then(|live| look(&live, asker.lang));
    found.map_err(|error| Box::new(refused(service, asker, &error)))
}

/// Answers with what is made off the threads that speak with others, or with what is kept of the same question.
pub(in crate::server) async fn answer(
    media: &'static str,
    service: &Service,
    asker: &Asker,
    keeps: Keeps,
    make: impl FnOnce() -> Result<Vec<u8>, Box<Response>> + Send + 'static,
) -> Response {
    answer_in(&service.rendering, media, service, asker, keeps, make).await
}

/// The same of what is made where only so many are at once. Whoever goes meanwhile leaves his place to nobody before
/// what he asked for is made.
pub(in crate::server) async fn answer_in(
    places: &Arc<Semaphore>,
    media: &'static str,
    service: &Service,
    asker: &Asker,
    keeps: Keeps,
    make: impl FnOnce() -> Result<Vec<u8>, Box<Response>> + Send + 'static,
) -> Response {
    // Who waits is answered by what was made meanwhile, also where the log has grown again: it is newer than the question.
    let asked = service.state().shown();
    if let Some(kept) = kept_since(service, asker, asked) {
        return kept;
    }
    let _turn = service.kept.turn(&asker.question()).await;
    if let Some(kept) = kept_since(service, asker, asked) {
        return kept;
    }
    // Nobody closes it.
    let Ok(place) = Arc::clone(places).acquire_owned().await else { return refused(service, asker, &Error::Defect) };
    // Before anything is looked at: what is kept is at least as new as this says.
    let (shown, question, encoding) = (service.state().shown(), asker.question(), asker.encoding);
    let make = move || {
        let made = make().map(|body| packed(media, encoding, keeps, body));
        drop(place);
        made
    };
    match tokio::task::spawn_blocking(make).await {
        Ok(Ok(answer)) => {
            service.kept.put(question, shown, answer.clone());
            respond(asker, answer)
        }
        Ok(Err(response)) => *response,
        Err(_) => refused(service, asker, &Error::Defect),
    }
}

/// The answer that is kept of the same question, where there is one: whoever must wait before it is made asks first.
pub(in crate::server) fn kept(service: &Service, asker: &Asker) -> Option<Response> {
    kept_since(service, asker, service.state().shown())
}

/// The same, of what readers saw since they were shown so often something new.
fn kept_since(service: &Service, asker: &Asker, shown: u64) -> Option<Response> {
    service.kept.get(&asker.question(), shown).map(|kept| respond(asker, kept))
}

/// An answer that is the same as long as the program runs: it is packed once in each way.
pub(in crate::server) struct Unchanging([OnceLock<Answer>; 3]);

impl Unchanging {
    pub const fn new() -> Self {
        Self([const { OnceLock::new() }; 3])
    }

    /// The answer, of these bytes.
    pub fn found(&self, asker: &Asker, keeps: Keeps, media: &'static str, body: &'static [u8]) -> Response {
        let [plain, gzip, zstd] = &self.0;
        let kept = match asker.encoding {
            Encoding::Plain => plain,
            Encoding::Gzip => gzip,
            Encoding::Zstd => zstd,
        };
        respond(asker, kept.get_or_init(|| packed(media, asker.encoding, keeps, body.to_vec())).clone())
    }
}

/// An answer that is made already.
pub(in crate::server) fn found(asker: &Asker, keeps: Keeps, media: &'static str, body: Vec<u8>) -> Response {
    respond(asker, packed(media, asker.encoding, keeps, body))
}

fn packed(media: &'static str, encoding: Encoding, keeps: Keeps, body: Vec<u8>) -> Answer {
    let of = tag(&body);
    let (encoding, body) = encoding.pack(media, body);
    // The same, packed otherwise, is not the same bytes (RFC 9110, 8.8.1).
    let tag = if encoding == Encoding::Plain { of } else { format!("W/{of}") };
    Answer { media, encoding, tag: tag.into(), is_for_ever: keeps == Keeps::Ever, body: body.into() }
}

/// An answer with its tag, or that what the asker holds is still true.
fn respond(asker: &Asker, Answer { media, encoding, tag, is_for_ever, body }: Answer) -> Response {
    let plain = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let holds = asker.holds.as_deref().unwrap_or_default();
    let is_held = holds.split(',').any(|held| plain(held) == plain(&tag) || held.trim() == "*");
    let mut response = match is_held {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => ([(CONTENT_TYPE, media)], body).into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(if is_for_ever { IMMUTABLE } else { LATEST }));
    headers.insert(VARY, HeaderValue::from_static("accept-language, accept-encoding"));
    headers.insert(ETAG, tag.parse().expect("hexadecimal digits in quotes"));
    headers.extend(encoding.name().filter(|_| !is_held).map(|name| (CONTENT_ENCODING, HeaderValue::from_static(name))));
    public(response)
}

/// The tag of what is answered, as `ETag` has it.
pub(in crate::server) fn tag(body: &[u8]) -> String {
    format!("\"{}\"", hex::encode(&sha256(&[body])[..16]))
}

/// Under which name the answer is kept, whoever saves it.
pub(in crate::server) fn saved(mut response: Response, name: &str) -> Response {
    let disposition = HeaderValue::try_from(format!("attachment; filename=\"{name}\""));
    response.headers_mut().extend(disposition.ok().map(|value| (CONTENT_DISPOSITION, value)));
    response
}

/// A point in the history of the log: a size or a time, now where none is named.
pub(in crate::server) fn point(service: &Service, asker: &Asker, at: Option<&str>) -> Result<Point, Box<Response>> {
    let refuse = |error: QueryError| Box::new(refused(service, asker, &error.into()));
    at.map_or(Ok(Point::Latest), |at| at.parse().map_err(refuse))
}
