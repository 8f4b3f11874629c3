//! What is refused before any route sees it, in the language asked for: people read a page, programs a problem.

use axum::body::Body;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, Response, StatusCode, Uri};
use axum::response::IntoResponse;

use super::problems::problem;
use crate::domain::code::Code;
use crate::portal::place::Media;
use crate::portal::site;
use crate::server::api::asking::asker::{lang, wants_page};
use crate::server::refusal::Refusal;
use crate::text::{self, Unserved};
use crate::view::failure::Failure;

/// What whoever opens a page is allowed there: to read it.
const NOTHING: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What a refusal is answered with. The door itself says when it is worth coming again.
pub(in crate::server) fn refuse(refusal: Refusal, headers: &HeaderMap) -> Response<Body> {
    let lang = lang(headers);
    let (code, said) = match refusal {
        Refusal::Broken => (Code::U3, text::desk_broken_body(lang)),
        Refusal::TooLarge => (Code::U3, text::desk_too_large(lang)),
        Refusal::TooSlow => (Code::U24, text::desk_too_slow(lang)),
        Refusal::TooOften(_) => (Code::U24, text::desk_too_often(lang)),
        Refusal::Full(_) | Refusal::Unread(_) => (Code::U24, text::desk_full(lang)),
    };
    told(headers, refusal.status(), Failure::of(code, said))
}

/// What is answered of an address that nothing is at.
pub(in crate::server) async fn nowhere(headers: HeaderMap, uri: Uri) -> Response<Body> {
    let said = text::unserved(lang(&headers), &Unserved::Path(uri.path()));
    told(&headers, StatusCode::NOT_FOUND, Failure::of(Code::U9, said))
}

/// A page for whoever asks for pages by name, as every browser does, and for all others the problem of RFC 9457.
fn told(headers: &HeaderMap, status: StatusCode, failure: Failure) -> Response<Body> {
    if !wants_page(headers) {
        return problem(status, failure);
    }
    let page = site::refused(lang(headers), failure);
    let headers =
        [(CONTENT_TYPE, Media::Html.name()), (CONTENT_SECURITY_POLICY, NOTHING), (VARY, "accept, accept-language")];
    (status, headers, page).into_response()
}
