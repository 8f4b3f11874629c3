//! A ledger that was restored.

use schemars::JsonSchema;
use serde::Serialize;

use super::spelling::Print;
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::Fingerprint;

/// A ledger that was restored from what was published of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Restoration {
    /// Its folder.
    pub ledger: String,
    /// How many events it has.
    pub size: u64,
    /// The fingerprint of its checkpoint.
    pub fingerprint: Print,
    /// Whether its log goes on: only where the lost ledger's seal says that nothing came after what was published.
    pub continues: bool,
}

/// Whether the log of a restored ledger goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GoesOn {
    /// It does.
    Yes,
    /// It signs nothing more.
    No,
}

impl Restoration {
    /// The view of a ledger that was restored into a folder.
    pub fn of(ledger: String, size: Size, fingerprint: Fingerprint, goes_on: GoesOn) -> Self {
        Self { ledger, size: size.0, fingerprint: fingerprint.into(), continues: goes_on == GoesOn::Yes }
    }
}
