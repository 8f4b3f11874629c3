//! Who asks: in which language the answer is wanted, and what of it is held already.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, IF_NONE_MATCH};
use axum::http::request::Parts;

use crate::text::Lang;

/// Who asks.
pub(super) struct Asker {
    /// The language of what is said.
    pub lang: Lang,
    /// The tag of what the asker holds already.
    pub holds: Option<String>,
}

impl<S: Sync> FromRequestParts<S> for Asker {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let holds = parts.headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
        Ok(Self { lang: lang(&parts.headers), holds: holds.map(str::to_owned) })
    }
}

/// The language in which an answer is wanted.
pub(super) fn lang(headers: &HeaderMap) -> Lang {
    let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    accepted.map(preferred).unwrap_or_default()
}

/// The first language of a list that the program speaks, the most wanted first (RFC 9110, 12.5.4).
fn preferred(accepted: &str) -> Lang {
    let mut wanted: Vec<(u32, Lang)> = accepted.split(',').filter_map(range).collect();
    wanted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    wanted.first().map(|(_, lang)| *lang).unwrap_or_default()
}

/// A range of the list with its weight in thousandths; none of what is not spoken or not wanted.
fn range(range: &str) -> Option<(u32, Lang)> {
    let (tag, weight) = range.split_once(';').unwrap_or((range, "q=1"));
    let primary = tag.trim().split('-').next()?.to_ascii_lowercase();
    let digits = weight.trim().strip_prefix("q=")?;
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let part = format!("{part:0<3}");
    let weight = whole.parse::<u32>().ok()?.checked_mul(1000)?.checked_add(part.get(..3)?.parse().ok()?)?;
    Some((weight, primary.parse().ok()?)).filter(|(weight, _)| (1..=1000).contains(weight))
}
