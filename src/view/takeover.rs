//! What became of a takeover.

use schemars::JsonSchema;
use serde::Serialize;

/// A machine that writes from now on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Takeover {
    /// The folder of the ledger.
    pub ledger: String,
    /// How many events it had when this machine went on.
    pub size: u64,
}
