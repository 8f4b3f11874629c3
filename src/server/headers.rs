//! What every answer says to browsers, whatever it is: nothing in it runs, nothing is guessed of it, nothing frames it.

use axum::body::Body;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, Response};

use super::identity::RequestId;
use super::tls::Wire;

/// Data needs nothing at all. A route whose answer is a page says its own.
const NOTHING: HeaderValue =
    HeaderValue::from_static("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
/// Two years, as lists of such sites want it. Of names below the server's own only their owner can speak.
const ONLY_TLS: HeaderValue = HeaderValue::from_static("max-age=63072000");
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Adds to an answer what it does not say itself.
pub(super) fn dress(response: &mut Response<Body>, id: &RequestId, wire: Wire) {
    let headers = response.headers_mut();
    // What any page may read may be shown on any page.
    let is_for_all = headers.contains_key(ACCESS_CONTROL_ALLOW_ORIGIN);
    let resource = if is_for_all { "cross-origin" } else { "same-origin" };
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(NOTHING);
    headers.entry(REFERRER_POLICY).or_insert(HeaderValue::from_static("no-referrer"));
    headers.entry(RESOURCE_POLICY).or_insert(HeaderValue::from_static(resource));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REQUEST_ID, id.header());
    if wire == Wire::Tls {
        headers.insert(STRICT_TRANSPORT_SECURITY, ONLY_TLS);
    }
}
