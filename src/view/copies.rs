//! How far the copies of a ledger are.

use schemars::JsonSchema;
use serde::Serialize;

/// How far the copies of a ledger are.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Copies {
    /// How many events are sealed in the ledger.
    pub size: u64,
    /// Who holds it to write or to stand by; null where nobody does.
    pub holder: Option<Holder>,
    /// How many events are published; null where nothing is.
    pub published: Option<u64>,
    /// The policy's witnesses that cosigned.
    pub witnesses: Vec<WitnessCopy>,
    /// The replica; null where the ledger is written with none.
    pub replica: Option<ReplicaCopy>,
}

/// Who holds a ledger.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Holder {
    /// The number of the process.
    pub process: String,
    /// The verb that it does.
    pub doing: String,
}

/// How far a witness is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct WitnessCopy {
    /// Its name in the policy.
    pub name: String,
    /// How many events it cosigned.
    pub size: u64,
}

/// How far a replica is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ReplicaCopy {
    /// Where it is.
    pub place: String,
    /// How many events it has under a checkpoint.
    pub size: u64,
}
