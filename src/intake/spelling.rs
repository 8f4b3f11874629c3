//! How people write values, and the one spelling of each that is accepted. Tables and drafts are equally strict.

use std::fmt::{self, Display};
use std::str::FromStr;

use serde::de::DeserializeOwned;
use serde::de::value::StrDeserializer;
use unicode_normalization::UnicodeNormalization;

use super::colour::NotAColour;
use super::mistake::ValueMistake;
use crate::crypto::hash::NotAHash;
use crate::crypto::vkey::NotAKeyName;
use crate::domain::id::NotAnId;
use crate::domain::number::{BallotNumber, Count, RulesNumber, Seat, Size, Total, Voting};
use crate::domain::text::Text;
use crate::domain::time::NotATime;

/// Characters of a wrong value that a message repeats.
const SHOWN_CHARS_MAX: usize = 40;

/// A whole number that is written in decimal digits.
pub(super) trait WholeNumber: FromStr + Display + Copy {
    /// The largest number of this type.
    const MAX: u64;
}

macro_rules! whole {
    ($($name:ident($of:ident))*) => { $(impl WholeNumber for $name { const MAX: u64 = $of::MAX as u64; })* };
}

whole! { BallotNumber(u16) Count(u32) RulesNumber(u16) Seat(u16) Size(u64) Total(u64) Voting(u16) u16(u16) u32(u32) u64(u64) }

/// Reads a whole number: decimal digits alone, no sign, no fraction, no leading zero.
pub(super) fn number<N: WholeNumber>(written: &str) -> Result<N, ValueMistake> {
    let found = || shown(written);
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    Err(match written.strip_prefix('-') {
        Some(_) => ValueMistake::Negative(found()),
        None if written.is_empty() => ValueMistake::NumberBlank,
        None if written.starts_with('+') => ValueMistake::Signed(found()),
        None if digits(written) && written.len() > 1 && written.starts_with('0') => ValueMistake::LeadingZeros(found()),
        None if digits(written) => match written.parse() {
            Ok(number) => return Ok(number),
            Err(_) => ValueMistake::TooLarge(found(), N::MAX),
        },
        None if written.split(['.', ',']).all(digits) => ValueMistake::NotWhole(found()),
        None => ValueMistake::NotDigits(found()),
    })
}

/// Reads a text and puts it in normal form C: the same name typed on two keyboards is the same text.
pub(super) fn text(written: &str) -> Result<Text, ValueMistake> {
    Text::try_from(written.nfc().collect::<String>()).map_err(ValueMistake::Text)
}

/// Why a type refuses a text, as a mistake of whoever wrote it.
pub(super) trait Misspelling {
    /// The mistake in what was written.
    fn of(self, written: &str) -> ValueMistake;
}

/// Lists the refusals of types that have a spelling of their own.
macro_rules! misspellings {
    ($($refusal:ident: |$this:pat_param, $written:pat_param| $mistake:expr,)*) => { $(
        impl Misspelling for $refusal {
            fn of(self, $written: &str) -> ValueMistake {
                let $this = self;
                $mistake
            }
        }
    )* };
}

misspellings! {
    NotAnId: |not, _| ValueMistake::Id(not),
    NotATime: |not, written| ValueMistake::Time(shown(written), not),
    NotAHash: |_, written| ValueMistake::Hash(shown(written)),
    NotAColour: |_, written| ValueMistake::Colour(shown(written)),
    NotAKeyName: |_, written| ValueMistake::KeyName(shown(written)),
}

/// Reads an id, a hash, a day, an hour: whatever has a spelling of its own.
pub(super) fn parsed<T: FromStr<Err: Misspelling>>(written: &str) -> Result<T, ValueMistake> {
    written.parse().map_err(|refusal: T::Err| refusal.of(written))
}

/// Reads a word of a short list: `chair`, `opening`.
pub(super) fn word<T: DeserializeOwned>(written: &str) -> Result<T, ValueMistake> {
    T::deserialize(StrDeserializer::new(written))
        .map_err(|UnknownWord(known)| ValueMistake::Word(shown(written), known))
}

/// A word is not in a list; the list.
#[derive(Debug)]
struct UnknownWord(&'static [&'static str]);

impl serde::de::Error for UnknownWord {
    /// Never of an enum of words: it says which it knows.
    fn custom<T: Display>(_: T) -> Self {
        Self(&[])
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self(expected)
    }
}

impl Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(", "))
    }
}

impl std::error::Error for UnknownWord {}

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
