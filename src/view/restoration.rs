//! A ledger that was restored.

use schemars::JsonSchema;
use serde::Serialize;

use super::spelling::Print;

/// A ledger that was restored from what was published of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Restoration {
    /// The folder of the restored ledger.
    pub ledger: String,
    /// How many events it has.
    pub size: u64,
    /// The fingerprint of its checkpoint.
    pub fingerprint: Print,
    /// Whether its log goes on: where the lost ledger's seal says that nothing came after what was published, or where it was
    /// restored from its replica.
    pub continues: bool,
}
