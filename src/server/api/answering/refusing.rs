//! What the door refuses before any route sees it, as a problem in the language asked for.

use axum::body::Body;
use axum::http::{HeaderMap, Response};

use super::problems::problem;
use crate::domain::code::Code;
use crate::server::api::asking::asker::lang;
use crate::server::refusal::Refusal;
use crate::text;
use crate::view::failure::Failure;

/// The problem that a refusal is. The door itself says when it is worth coming again.
pub(in crate::server) fn refuse(refusal: Refusal, headers: &HeaderMap) -> Response<Body> {
    let lang = lang(headers);
    let (code, said) = match refusal {
        Refusal::Broken => (Code::U3, text::desk_broken_body(lang)),
        Refusal::TooLarge => (Code::U3, text::desk_too_large(lang)),
        Refusal::TooSlow => (Code::U24, text::desk_too_slow(lang)),
        Refusal::TooOften(_) => (Code::U24, text::desk_too_often(lang)),
        Refusal::Full(_) | Refusal::Unread(_) => (Code::U24, text::desk_full(lang)),
    };
    problem(refusal.status(), Failure::of(code, said))
}
