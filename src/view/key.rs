//! A key that was made.

use schemars::JsonSchema;
use serde::Serialize;

use super::spelling;
use crate::crypto::key::PublicKey;

/// A key that was made: its public half.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Key {
    /// Whose key it is, as was said when it was made.
    pub name: String,
    /// The public key.
    pub public_key: spelling::Key,
    /// What people compare of a key: the first digits of its SHA-256, in groups of four.
    pub fingerprint: String,
    /// The file of the secret key.
    pub file: String,
}

impl Key {
    /// The view of a key that was made.
    pub fn of(name: String, key: PublicKey, fingerprint: String, file: String) -> Self {
        Self { name, public_key: key.into(), fingerprint, file }
    }
}
