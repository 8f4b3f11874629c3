//! A ledger that was founded.

use schemars::JsonSchema;
use serde::Serialize;

use super::spelling::Print;
use crate::ledger::note::checkpoint::Fingerprint;

/// A ledger that was founded.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Founding {
    /// The folder of the new ledger.
    pub ledger: String,
    /// The fingerprint of its first checkpoint.
    pub fingerprint: Print,
}

impl Founding {
    /// The view of a ledger that was founded in a folder.
    pub fn of(ledger: String, fingerprint: Fingerprint) -> Self {
        Self { ledger, fingerprint: fingerprint.into() }
    }
}
