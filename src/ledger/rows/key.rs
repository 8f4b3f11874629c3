//! The key of a row: parts divided by slashes, as `total/round-1/01.001`.

use std::borrow::Borrow;
use std::fmt::{self, Write as _};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The longest key, in bytes: a kind, a contest, a unit, an observer, and their slashes.
pub const KEY_BYTES_MAX: usize = 200;

/// The key of a row. Keys compare bytewise with the newline behind them, which is the order of the tree.
#[derive(Clone, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct RowKey(Box<str>);

/// A text that is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a row's key: parts of A-Z a-z 0-9 . _ - @ divided by slashes, {KEY_BYTES_MAX} bytes at most")]
pub struct NotARowKey;

impl RowKey {
    /// The key of these parts, the kind first.
    ///
    /// # Panics
    /// Never for ids, numbers and hashes, of which the longest four fit.
    pub fn of(parts: &[&dyn fmt::Display]) -> Self {
        let mut text = String::with_capacity(KEY_BYTES_MAX / 2);
        for part in parts {
            let slash = if text.is_empty() { "" } else { "/" };
            write!(text, "{slash}{part}").expect("a text takes every text");
        }
        assert!(is_key(&text), "ids, numbers and hashes are parts of a key");
        Self(text.into())
    }

    /// The key as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// On which side of a fork at a bit the row lies: whether it has the bit.
    pub fn has_bit(&self, place: u32) -> bool {
        byte_bit(self.byte(place as usize / 8), place)
    }

    /// The first bit in which two keys differ; none where they are the same.
    pub(super) fn first_difference(&self, other: &Self) -> Option<u32> {
        let place = (0..=self.0.len().max(other.0.len())).find(|place| self.byte(*place) != other.byte(*place))?;
        Some(u32::try_from(place).ok()? * 8 + (self.byte(place) ^ other.byte(place)).leading_zeros())
    }

    /// The bytes whose bits lead to the row: the key, and a newline, so that no key begins another; 0 beyond the end.
    fn byte(&self, place: usize) -> u8 {
        let behind = if place == self.0.len() { b'\n' } else { 0 };
        self.0.as_bytes().get(place).copied().unwrap_or(behind)
    }
}

fn is_key(text: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'@');
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(allowed);
    text.len() <= KEY_BYTES_MAX && text.split('/').all(is_part)
}

/// The bit at a place, from the most significant one of the first byte; 0 beyond the end.
pub(super) fn bit(bytes: &[u8], place: u32) -> bool {
    byte_bit(bytes.get(place as usize / 8).copied().unwrap_or(0), place)
}

fn byte_bit(byte: u8, place: u32) -> bool {
    byte >> (7 - place % 8) & 1 == 1
}

/// As a text: a newline is below every byte of a key, as the end of a text is.
impl Borrow<str> for RowKey {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialOrd for RowKey {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for RowKey {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

impl FromStr for RowKey {
    type Err = NotARowKey;

    fn from_str(text: &str) -> Result<Self, NotARowKey> {
        if is_key(text) { Ok(Self(text.into())) } else { Err(NotARowKey) }
    }
}

impl TryFrom<String> for RowKey {
    type Error = NotARowKey;

    fn try_from(text: String) -> Result<Self, NotARowKey> {
        if is_key(&text) { Ok(Self(text.into())) } else { Err(NotARowKey) }
    }
}

impl fmt::Display for RowKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
