//! How an answer is written: JSON with its tag and how long it may be kept, or a problem.

use std::sync::Arc;

use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, CACHE_CONTROL, CONTENT_TYPE, ETAG, RETRY_AFTER, VARY,
};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::asking::Asker;
use super::service::Service;
use crate::crypto::hash::sha256;
use crate::domain::code::Code;
use crate::domain::number::Size;
use crate::service::error::{Error, Kind, QueryError};
use crate::service::query::Point;
use crate::service::serving::live::Live;
use crate::tally::gate::Gate;
use crate::text::{self, Lang};
use crate::view::as_of::AsOf;
use crate::view::failure::Failure;
use crate::view::problem::Problem;

pub(super) const JSON: &str = "application/json";
const PROBLEM: &str = "application/problem+json";
/// How long an answer of now may be kept, in seconds.
const LATEST: &str = "public, max-age=2";
/// An answer of a size never changes.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// How long an answer stays true.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Keeps {
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
pub(super) fn as_of<T: Serialize>(live: &Live, size: Size, data: T) -> Result<Vec<u8>, Error> {
    let rehearsal = live.query().election()?.founding.manifest.rehearsal;
    Ok(json(&AsOf::of(&live.checkpoint_at(size), size, rehearsal, data)))
}

/// A view, as it is written.
pub(super) fn json<T: Serialize>(view: &T) -> Vec<u8> {
    serde_json::to_vec(view).expect("a view is texts, numbers and lists of them")
}

/// Looks something up, off the threads that speak with others, and answers with its JSON.
pub(super) async fn read(
    service: Arc<Service>,
    asker: Asker,
    keeps: Keeps,
    look: impl FnOnce(&Live, Lang) -> Result<Vec<u8>, Error> + Send + 'static,
) -> Response {
    read_as(JSON, service, asker, keeps, look).await
}

/// The same of what is no JSON.
pub(super) async fn read_as(
    content_type: &'static str,
    service: Arc<Service>,
    asker: Asker,
    keeps: Keeps,
    look: impl FnOnce(&Live, Lang) -> Result<Vec<u8>, Error> + Send + 'static,
) -> Response {
    let (words, lang) = (Arc::clone(&service), asker.lang);
    let looked = move || {
        let live = service.live();
        if service.is_torn() { Err(Error::Defect) } else { look(&live, lang) }
    };
    let looked = tokio::task::spawn_blocking(looked).await.unwrap_or(Err(Error::Defect));
    match looked {
        Ok(body) => found(&asker, keeps, content_type, body),
        Err(error) => refused(&words, &asker, &error),
    }
}

/// An answer with its tag, or that what the asker holds is still true.
pub(super) fn found(asker: &Asker, keeps: Keeps, content_type: &'static str, body: Vec<u8>) -> Response {
    let tag = tag(&body);
    let holds = asker.holds.as_deref().unwrap_or_default();
    let is_held = holds.split(',').any(|held| held.trim().trim_start_matches("W/") == tag || held.trim() == "*");
    let mut response = match is_held {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => ([(CONTENT_TYPE, content_type)], body).into_response(),
    };
    let headers = response.headers_mut();
    let cache = if keeps == Keeps::Ever { IMMUTABLE } else { LATEST };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(VARY, HeaderValue::from_static("accept-language"));
    headers.insert(ETAG, tag.parse().expect("hexadecimal digits in quotes"));
    public(response)
}

/// The tag of what is answered, as `ETag` has it.
pub(super) fn tag(body: &[u8]) -> String {
    format!("\"{}\"", hex::encode(&sha256(&[body])[..16]))
}

/// Lets any page of any site read the answer.
pub(super) fn public(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(
        ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderValue::from_static("etag, link, location, preference-applied, protokol-scans-missing, retry-after"),
    );
    response
}

/// An operation that did not do what was asked.
pub(super) fn refused(service: &Service, asker: &Asker, error: &Error) -> Response {
    problem(status(error), (service.words)(asker.lang, error))
}

/// A point in the history of the log: a size or a time, now where none is named.
pub(super) fn point(service: &Service, asker: &Asker, at: Option<&str>) -> Result<Point, Box<Response>> {
    let refuse = |error: QueryError| Box::new(refused(service, asker, &error.into()));
    at.map_or(Ok(Point::Latest), |at| at.parse().map_err(refuse))
}

/// The answer while the publication gate is closed; none when figures may leave.
pub(super) fn gate(service: &Service, asker: &Asker) -> Option<Response> {
    let (manifest, now) = (&service.manifest, (service.clock)());
    let Gate::Closed { until } = Gate::at(manifest, now) else { return None };
    let offset = Some(manifest.utc_offset);
    let said = text::gate_closed(asker.lang, until, offset);
    let mut response = problem(StatusCode::FORBIDDEN, Failure::of(Code::U12, said));
    let seconds = until.value().saturating_sub(now.value()).div_ceil(1000);
    response.headers_mut().insert(RETRY_AFTER, seconds.into());
    Some(response)
}

/// A problem of RFC 9457.
pub(super) fn problem(status: StatusCode, failure: Failure) -> Response {
    let title = status.canonical_reason().unwrap_or_default();
    let body = json(&Problem::of(status.as_u16(), title, failure));
    public((status, [(CONTENT_TYPE, PROBLEM)], body).into_response())
}

/// The status that an error is.
fn status(error: &Error) -> StatusCode {
    match (error, error.code()) {
        (Error::Refused(_), code) => refusal(code),
        (Error::Query(QueryError::NoPoint(_)), _) => StatusCode::BAD_REQUEST,
        (Error::Query(_), _) => StatusCode::NOT_FOUND,
        (Error::Clock(_), _) => StatusCode::SERVICE_UNAVAILABLE,
        _ => match error.kind() {
            Kind::Usage | Kind::Input => StatusCode::BAD_REQUEST,
            Kind::Refused => StatusCode::UNPROCESSABLE_ENTITY,
            Kind::Disk | Kind::Locked | Kind::Insufficient => StatusCode::SERVICE_UNAVAILABLE,
            Kind::No | Kind::CannotTell | Kind::NoLedger => StatusCode::INTERNAL_SERVER_ERROR,
        },
    }
}

/// The status that a refused submission has.
fn refusal(code: Code) -> StatusCode {
    match code {
        Code::R35 => StatusCode::BAD_REQUEST,
        Code::R8 | Code::R9 | Code::R30 | Code::R33 | Code::R34 => StatusCode::FORBIDDEN,
        Code::R19 => StatusCode::CONFLICT,
        Code::R37 => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
