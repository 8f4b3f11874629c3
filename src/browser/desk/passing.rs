//! Papers that go from a screen to a camera: short texts, each small enough for a square that a telephone reads.
//!
//! ```text
//! protokol 5f3a9c01 1/3 cHJvdG9rb2wgc3VibWlzc2lvbiB2MQ…
//! ```
//! The digits are the first of the paper's BLAKE3, so that parts of two papers are not mixed; the rest is base64.

use std::collections::BTreeMap;

use serde::Serialize;

use super::asked::{Pasted, Square};
use super::refused::Refused;
use crate::crypto::base64;
use crate::crypto::hash::Digester;
use crate::text::Lang;
use crate::view::qr::QrSymbol;

/// How a part begins.
const PART: &str = "protokol";
/// The most characters of base64 in one part: a square of some 80 modules a side.
const PART_CHARS_MAX: usize = 480;
/// How many digits name a paper.
const NAME_DIGITS: usize = 8;

/// A part, and the square that shows it.
#[derive(Debug, Serialize)]
pub struct Part {
    text: String,
    square: Option<Drawing>,
}

/// A square, as the data of an SVG path.
#[derive(Debug, Serialize)]
pub struct Drawing {
    side: usize,
    path: String,
}

/// The parts of a file, given as its bytes.
pub fn parts(bytes: &[u8]) -> Result<Vec<Part>, Refused> {
    let (name, whole) = (name(bytes), base64::encode(bytes));
    let pieces: Vec<_> = whole.as_bytes().chunks(PART_CHARS_MAX).map(|piece| String::from_utf8_lossy(piece)).collect();
    let count = pieces.len();
    let part = |(at, piece)| {
        let text = format!("{PART} {name} {}/{count} {piece}", at + 1);
        Part { square: drawing(&text), text }
    };
    Ok(pieces.iter().enumerate().map(part).collect())
}

/// A paper that came together again.
#[derive(Debug, Serialize)]
pub struct Joined {
    /// Its bytes in base64; null while parts are missing.
    paper: Option<String>,
    /// Which parts are there.
    there: Vec<usize>,
    /// How many there are.
    parts: usize,
}

/// Puts parts together, in whatever order and however often they were read. A text without a part is nothing yet.
///
/// # Errors
/// [`Refused`]: it is no part, or of two papers.
pub fn joined(asked: &Pasted) -> Result<Joined, Refused> {
    let wrong = || Refused::not_a_part(asked.lang);
    let (mut pieces, mut of) = (BTreeMap::new(), None);
    for line in asked.pasted.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (name, at, count, piece) = part(line).ok_or_else(wrong)?;
        if *of.get_or_insert((name, count)) != (name, count) {
            return Err(Refused::other_paper(asked.lang));
        }
        pieces.insert(at, piece);
    }
    let (name, count) = of.ok_or_else(wrong)?;
    let there: Vec<_> = pieces.keys().copied().collect();
    if there.len() < count {
        return Ok(Joined { paper: None, there, parts: count });
    }
    let whole: String = pieces.into_values().collect();
    let paper = paper(asked.lang, name, &whole)?;
    Ok(Joined { paper: Some(paper), there, parts: count })
}

fn paper(lang: Lang, of: &str, whole: &str) -> Result<String, Refused> {
    let bytes = base64::decode(whole).map_err(|_| Refused::not_a_part(lang))?;
    if name(&bytes) == of { Ok(whole.to_owned()) } else { Err(Refused::not_a_part(lang)) }
}

/// The name, the number, how many there are, and the piece.
fn part(line: &str) -> Option<(&str, usize, usize, &str)> {
    let mut words = line.split_whitespace();
    let (PART, name, place, piece, None) = (words.next()?, words.next()?, words.next()?, words.next()?, words.next())
    else {
        return None;
    };
    let (at, count) = place.split_once('/')?;
    let (at, count): (usize, usize) = (at.parse().ok()?, count.parse().ok()?);
    (name.len() == NAME_DIGITS && (1..=count).contains(&at)).then_some((name, at, count, piece))
}

/// What a paper is called while it is on its way.
fn name(bytes: &[u8]) -> String {
    let mut digester = Digester::default();
    digester.update(bytes);
    digester.finish().blake3.to_string().chars().take(NAME_DIGITS).collect()
}

/// The square of a text; null where it is too long for one.
pub fn square(asked: &Square) -> Option<Drawing> {
    drawing(&asked.text)
}

fn drawing(text: &str) -> Option<Drawing> {
    QrSymbol::of(text).map(|QrSymbol { side, path }| Drawing { side, path })
}
