//! Who asks: what, in which language the answer is wanted, how it may be packed, and what of it is held already.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT, ACCEPT_LANGUAGE, IF_NONE_MATCH};
use axum::http::request::Parts;

use super::packing::Encoding;
use super::wishes::weighted;
use crate::text::Lang;

/// Who asks.
#[derive(Clone)]
pub(in crate::server) struct Asker {
    /// The language of what is said.
    pub lang: Lang,
    /// How the answer may be packed.
    pub encoding: Encoding,
    /// The path and the query, as they were sent.
    pub target: String,
    /// Whether JSON is understood, and no page: what says nothing of it understands either.
    pub wants_json: bool,
    /// The tag of what the asker holds already.
    pub holds: Option<String>,
}

/// What an answer is an answer to.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(in crate::server) struct Question {
    /// The path and the query, as they were sent.
    pub target: String,
    /// The language that is wanted.
    pub lang: Lang,
    /// How it is packed.
    pub encoding: Encoding,
}

impl Asker {
    /// What is asked.
    pub fn question(&self) -> Question {
        Question { target: self.target.clone(), lang: self.lang, encoding: self.encoding }
    }
}

impl<S: Sync> FromRequestParts<S> for Asker {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let holds = parts.headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
        let target = parts.uri.path_and_query().map(ToString::to_string).unwrap_or_default();
        let (lang, encoding) = (lang(&parts.headers), Encoding::wanted(&parts.headers));
        let wants_json = wants_json(&parts.headers);
        Ok(Self { lang, encoding, target, wants_json, holds: holds.map(str::to_owned) })
    }
}

/// Whether JSON is understood, and no page (RFC 9110, 12.5.1).
fn wants_json(headers: &HeaderMap) -> bool {
    accepts(headers, &["application/json", "application/problem+json"])
        && !accepts(headers, &["text/html", "text/*", "*/*"])
}

/// Whether pages are asked for by name.
pub(in crate::server) fn wants_page(headers: &HeaderMap) -> bool {
    accepts(headers, &["text/html"])
}

fn accepts(headers: &HeaderMap, media: &[&str]) -> bool {
    let accepted = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    weighted(accepted).any(|(_, wanted)| media.contains(&wanted.as_str()))
}

/// The language in which an answer is wanted: the first of the list that the program speaks, the most wanted first
/// (RFC 9110, 12.5.4).
pub(in crate::server) fn lang(headers: &HeaderMap) -> Lang {
    let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let spoken = |tag: String| tag.split('-').next()?.parse().ok();
    let mut wanted: Vec<(u32, Lang)> =
        weighted(accepted).filter_map(|(weight, tag)| Some((weight, spoken(tag)?))).collect();
    wanted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    wanted.first().map(|(_, lang)| *lang).unwrap_or_default()
}
