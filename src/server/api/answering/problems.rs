//! Why something is not answered: a problem of RFC 9457 under its status.

use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};

use super::crossing::public;
use crate::domain::code::Code;
use crate::server::api::asking::asker::{Asker, lang};
use crate::server::api::service::Service;
use crate::service::error::{Error, Kind, QueryError};
use crate::tally::gate::Gate;
use crate::text::{self, Lang, Unserved};
use crate::view::failure::Failure;
use crate::view::problem::Problem;

/// After how many seconds it is worth coming again where as many wait for what takes long as may.
const SLOW_SECONDS: u16 = 5;
/// What a problem is.
pub(in crate::server) const PROBLEM: &str = "application/problem+json";

/// An operation that did not do what was asked.
pub(in crate::server) fn refused(service: &Service, asker: &Asker, error: &Error) -> Response {
    problem(status(error), (service.words)(asker.lang, error))
}

/// The answer while the publication gate is closed; none when figures may leave.
pub(in crate::server) fn gate(service: &Service, asker: &Asker) -> Option<Response> {
    let gate = Gate::at(&service.manifest, (service.clock)());
    (gate != Gate::Open).then(|| closed(service, asker, &gate))
}

/// The answer while the publication gate is closed.
pub(in crate::server) fn closed(service: &Service, asker: &Asker, gate: &Gate) -> Response {
    let (offset, now) = (Some(service.manifest.utc_offset), (service.clock)());
    let until = if let Gate::Closed { until } = gate { *until } else { now };
    let said = text::gate_closed(asker.lang, until, offset);
    let mut response = problem(StatusCode::FORBIDDEN, Failure::of(Code::U12, said));
    let seconds = until.value().saturating_sub(now.value()).div_ceil(1000);
    response.headers_mut().insert(RETRY_AFTER, seconds.into());
    response
}

/// A problem of RFC 9457.
pub(in crate::server) fn problem(status: StatusCode, failure: Failure) -> Response {
    let title = status.canonical_reason().unwrap_or_default();
    let problem = Problem::of(status.as_u16(), title, failure);
    let body = serde_json::to_vec(&problem).expect("a view is texts, numbers and lists of them");
    public((status, [(CONTENT_TYPE, PROBLEM)], body).into_response())
}

/// The status that an error is.
pub(in crate::server) fn status(error: &Error) -> StatusCode {
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

/// A request that is not served.
pub(in crate::server) fn unserved(status: StatusCode, code: Code, lang: Lang, why: &Unserved<'_>) -> Response {
    problem(status, Failure::of(code, text::unserved(lang, why)))
}

/// There is nothing at this address.
pub(in crate::server) fn no_path(lang: Lang, path: &str) -> Response {
    unserved(StatusCode::NOT_FOUND, Code::U9, lang, &Unserved::Path(path))
}

/// The query says what is not meant.
pub(in crate::server) fn bad_query(lang: Lang, why: &str) -> Response {
    unserved(StatusCode::BAD_REQUEST, Code::U1, lang, &Unserved::Query(why))
}

/// What is answered where an address is not asked so.
pub(in crate::server) async fn not_so(headers: HeaderMap, method: Method) -> Response {
    unserved(StatusCode::METHOD_NOT_ALLOWED, Code::U1, lang(&headers), &Unserved::Method(method.as_str()))
}

/// What is answered where as many wait for what takes long as may.
pub(in crate::server) fn full(asker: &Asker) -> Response {
    let mut response = problem(StatusCode::SERVICE_UNAVAILABLE, Failure::of(Code::U24, text::desk_full(asker.lang)));
    response.headers_mut().insert(RETRY_AFTER, SLOW_SECONDS.into());
    response
}
