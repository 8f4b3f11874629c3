//! How people write values, and the one spelling of each that is accepted. Tables and drafts are equally strict.

use std::fmt::Display;
use std::str::FromStr;

use serde::de::DeserializeOwned;
use serde::de::value::{Error as WordError, StrDeserializer};
use unicode_normalization::UnicodeNormalization;

use super::error::Flaw;
use crate::domain::number::{BallotNumber, Count, RulesNumber, Seat, Size, Total, Voting};
use crate::domain::text::Text;

/// Characters of a wrong value that a message repeats.
const SHOWN_CHARS_MAX: usize = 40;

/// A whole number that is written in decimal digits.
pub(super) trait WholeNumber: FromStr + Display + Copy {
    /// The largest one.
    const MAX: u64;
}

macro_rules! whole {
    ($($name:ident($of:ident))*) => { $(impl WholeNumber for $name { const MAX: u64 = $of::MAX as u64; })* };
}

whole! { BallotNumber(u16) Count(u32) RulesNumber(u16) Seat(u16) Size(u64) Total(u64) Voting(u16) u16(u16) u32(u32) u64(u64) }

/// Reads a whole number: decimal digits alone, no sign, no fraction, no leading zero.
pub(super) fn number<N: WholeNumber>(written: &str) -> Result<N, Flaw> {
    let shown = shown(written);
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let (says, advice) = match written.strip_prefix('-') {
        Some(_) => (format!("{shown} is negative"), "write the figure of the paper: it is never below 0"),
        None if written.is_empty() => ("it is not filled in".to_owned(), "write the number"),
        None if written.starts_with('+') => (format!("{shown} has a sign"), "write the digits alone"),
        None if digits(written) && written.len() > 1 && written.starts_with('0') => {
            (format!("{shown} has leading zeros"), "write it without them")
        }
        None if digits(written) => match written.parse() {
            Ok(number) => return Ok(number),
            Err(_) => (format!("{shown} is above {}, the largest number possible here", N::MAX), "compare the paper"),
        },
        None if written.split(['.', ',']).all(digits) => {
            (format!("{shown} has a decimal point or separator"), "write a whole number, digits alone")
        }
        None => (format!("{shown} is not a whole number"), "write decimal digits alone, without spaces"),
    };
    Err(Flaw::new(says, advice))
}

/// Reads a text and puts it in normal form C: the same name typed on two keyboards is the same text.
pub(super) fn text(written: &str) -> Result<Text, Flaw> {
    Text::try_from(written.nfc().collect::<String>())
        .map_err(|e| Flaw::new(e.to_string(), "remove it: texts have one line, and no invisible characters"))
}

/// Reads an id, a hash, a day, an hour: whatever has a spelling of its own.
pub(super) fn parsed<T: FromStr<Err: Display>>(written: &str) -> Result<T, Flaw> {
    written.parse().map_err(|e: T::Err| {
        let why = e.to_string();
        let says = if why.starts_with("not ") { format!("{} is {why}", shown(written)) } else { why };
        Flaw::new(says, "write it in that form")
    })
}

/// Reads a word of a short list: `chair`, `opening`.
pub(super) fn word<T: DeserializeOwned>(written: &str) -> Result<T, Flaw> {
    T::deserialize(StrDeserializer::<WordError>::new(written)).map_err(|e| {
        let why = e.to_string();
        let known = why.split_once("expected ").map_or("another word", |(_, known)| known);
        Flaw::new(format!("{} is not known here", shown(written)), format!("write {known}"))
    })
}

/// Reads the number of a candidate: `05`, at least two digits.
pub(super) fn ballot_number(digits: &str) -> Option<BallotNumber> {
    if digits.len() < 2 { None } else { digits.trim_start_matches('0').parse().ok() }
}

/// A value as a message repeats it.
pub(super) fn shown(written: &str) -> String {
    if written.chars().nth(SHOWN_CHARS_MAX).is_none() {
        return format!("{written:?}");
    }
    format!("{:?}…", written.chars().take(SHOWN_CHARS_MAX).collect::<String>())
}
