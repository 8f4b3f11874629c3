//! What pages of other sites may do: read, and nothing else.

use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE,
};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

/// What pages of other sites may read of an answer besides its body.
const EXPOSED: &str =
    "content-disposition, etag, link, location, preference-applied, protokol-scans-missing, retry-after";

/// Lets any page of any site read the answer.
pub(in crate::server) fn public(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(EXPOSED));
    response
}

/// Whether pages of other sites may read: they may.
pub(in crate::server) async fn preflight() -> Response {
    let headers = [
        (ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS"),
        (ACCESS_CONTROL_ALLOW_HEADERS, "accept, accept-language, if-none-match, last-event-id"),
        (ACCESS_CONTROL_MAX_AGE, "86400"),
    ];
    public((StatusCode::NO_CONTENT, headers).into_response())
}
