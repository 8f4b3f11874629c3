//! A state of a log.

use schemars::JsonSchema;
use serde::Serialize;

use super::spelling::{Print, Root};
use crate::ledger::note::checkpoint::{self as ledger, SignedCheckpoint as Signed};

/// A state of a log: so many events under this root.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Checkpoint {
    /// The log's name.
    pub origin: String,
    /// How many events.
    pub size: u64,
    /// The root over them.
    pub root: Root,
    /// What people compare aloud or on paper: SHA-256 of the text.
    pub fingerprint: Print,
}

/// The checkpoint of a ledger, with what is signed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct SignedCheckpoint {
    /// The state that is signed.
    #[serde(flatten)]
    pub checkpoint: Checkpoint,
    /// The signed note, line by line, as other programs verify it (C2SP tlog-checkpoint).
    pub note: String,
}

impl Checkpoint {
    /// The view of a checkpoint.
    pub fn of(checkpoint: &ledger::Checkpoint) -> Self {
        Self {
            origin: checkpoint.origin.to_string(),
            size: checkpoint.size.0,
            root: checkpoint.root.into(),
            fingerprint: checkpoint.fingerprint().into(),
        }
    }
}

impl SignedCheckpoint {
    /// The view of a checkpoint with its signatures.
    pub fn of(signed: &Signed) -> Self {
        Self { checkpoint: Checkpoint::of(signed.checkpoint()), note: signed.note().to_string() }
    }
}
