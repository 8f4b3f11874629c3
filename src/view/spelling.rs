//! How what is no plain text is spelt, always in the same way.

use schemars::JsonSchema;
use serde::Serialize;

use crate::crypto::base64;
use crate::crypto::hash::{FileDigest, TreeHash};
use crate::crypto::key::PublicKey;
use crate::domain::id::{EventHash, StatementHash};
use crate::domain::time::Millis;
use crate::ledger::note::checkpoint::Fingerprint;
use crate::ledger::rows::node::RowHash;

/// Defines a text in one spelling, its pattern, and the values that are spelt so.
macro_rules! spelt {
    ($(#[$doc:meta])* $name:ident, $pattern:literal, $($of:ty => $spell:expr),+) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
        #[schemars(inline, extend("pattern" = $pattern))]
        pub struct $name(String);

        $(impl From<$of> for $name {
            fn from(value: $of) -> Self {
                let spell: fn($of) -> String = $spell;
                Self(spell(value))
            }
        })+
    };
}

spelt! {
    /// A hash in 64 lower-case hexadecimal digits: BLAKE3 of an event, of a statement or of a file; SHA-256 of a file.
    Hash, "^[0-9a-f]{64}$",
    EventHash => |hash| hash.to_string(),
    StatementHash => |hash| hash.to_string(),
    FileDigest => |digest| digest.to_string()
}
spelt! {
    /// A public key, Ed25519, in 64 lower-case hexadecimal digits.
    Key, "^[0-9a-f]{64}$",
    PublicKey => |key| key.to_string()
}
spelt! {
    /// A hash of a Merkle tree, SHA-256, in base64 with padding: over the events as in RFC 6962, or over the rows.
    Root, "^[A-Za-z0-9+/]{43}=$",
    TreeHash => |hash| base64::encode(&hash.0),
    RowHash => |hash| base64::encode(&hash.0)
}
spelt! {
    /// SHA-256 of a checkpoint's text in sixteen groups of four hexadecimal digits: what people compare aloud.
    Print, "^[0-9a-f]{4}( [0-9a-f]{4}){15}$",
    Fingerprint => |fingerprint| fingerprint.to_string()
}
spelt! {
    /// An instant in UTC with milliseconds, as in RFC 3339.
    Instant, "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$",
    Millis => |instant| instant.to_string()
}
