//! Names of things: units, contests, items. Each a type of its own, 1 to 64 of `A-Z a-z 0-9 . _ -`.

use ecow::EcoString;

use crate::crypto::hash::hash_type;

/// The longest unit id, in bytes.
pub const UNIT_ID_BYTES_MAX: usize = 32;
/// The longest other id, in bytes: item keys are words joined by underscores.
pub const ID_BYTES_MAX: usize = 64;

/// A text that cannot be an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{found:?} is not an id: 1 to {limit} of A-Z a-z 0-9 . _ -")]
pub struct NotAnId {
    /// The text as found, cut at 80 characters.
    pub found: String,
    /// The most bytes such an id may have.
    pub limit: usize,
}

fn parse(text: &str, limit: usize) -> Result<EcoString, NotAnId> {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
    if !text.is_empty() && text.len() <= limit && text.bytes().all(allowed) {
        Ok(text.into())
    } else {
        Err(NotAnId { found: text.chars().take(80).collect(), limit })
    }
}

/// Defines an id of its own type. Of ids there are dozens for every precinct: one of up to 15 bytes stands where it is held,
/// and the copies of a longer one share it.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $limit:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(EcoString);

        impl $name {
            /// The id as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = NotAnId;
            fn from_str(s: &str) -> Result<Self, NotAnId> {
                parse(s, $limit).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAnId;
            fn try_from(s: String) -> Result<Self, NotAnId> {
                s.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0.into()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{:?}", self.0)
            }
        }
    };
}

id! {
    /// An election: `ge-pres-2018`.
    ElectionId, ID_BYTES_MAX
}
id! {
    /// A unit of the tree of commissions: `GE`, `01`, `01.001`. At most 32 bytes.
    UnitId, UNIT_ID_BYTES_MAX
}
id! {
    /// A tier of commissions: `central`, `constituency`, `precinct`.
    TierName, ID_BYTES_MAX
}
id! {
    /// A contest: `round-1`.
    ContestId, ID_BYTES_MAX
}
id! {
    /// An item of the paper: `valid_votes`.
    ItemKey, ID_BYTES_MAX
}
id! {
    /// The code of a check that the manifest defines: `E1`, `W4`.
    CheckCode, ID_BYTES_MAX
}
id! {
    /// An accredited observer, agent or organisation.
    ObserverId, ID_BYTES_MAX
}

hash_type! {
    /// A ledger: the hash of its first envelope.
    LedgerId
}
hash_type! {
    /// An event: the BLAKE3 hash of its envelope's bytes.
    EventHash
}
hash_type! {
    /// A statement: the BLAKE3 hash of its bytes, whoever signed it.
    StatementHash
}

impl LedgerId {
    /// What the founding statement carries, before the ledger has an id.
    pub const UNFOUNDED: Self = Self([0; 32]);
}

impl From<EventHash> for LedgerId {
    /// The id of the ledger that begins with this event.
    fn from(genesis: EventHash) -> Self {
        Self(genesis.0)
    }
}

impl EventHash {
    /// What the first envelope names as the one before it.
    pub const NONE: Self = Self([0; 32]);
}
