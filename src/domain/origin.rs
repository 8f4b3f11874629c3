//! The identity of a log.

use std::fmt;
use std::str::FromStr;

use crate::crypto::vkey::KeyName;

/// The most bytes of an origin: ML-DSA cosignatures carry it after a one-byte length.
pub const ORIGIN_BYTES_MAX: usize = 255;

/// The identity of a log, which never changes: a URL without its scheme, in printable ASCII without spaces or `+`, so
/// that no two origins look alike. It is also the name of the log's key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin(String);

/// Why a text is not an origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an origin: a URL without scheme, of 1 to {ORIGIN_BYTES_MAX} printable ASCII characters, no space or plus")]
pub struct NotAnOrigin;

impl Origin {
    /// The origin as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same as the name of the log's key.
    pub fn key_name(&self) -> KeyName {
        self.0.parse().expect("printable characters without plus are a key's name")
    }
}

impl FromStr for Origin {
    type Err = NotAnOrigin;
    fn from_str(s: &str) -> Result<Self, NotAnOrigin> {
        let printable = s.bytes().all(|b| b.is_ascii_graphic() && b != b'+');
        let measured = (1..=ORIGIN_BYTES_MAX).contains(&s.len());
        if printable && measured && !s.contains("://") { Ok(Self(s.into())) } else { Err(NotAnOrigin) }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
