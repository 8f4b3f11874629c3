//! What an export of every event begins with.

use schemars::JsonSchema;
use serde::Serialize;

use super::checkpoint::Checkpoint;
use crate::domain::manifest::Manifest;
use crate::domain::number::Size;
use crate::ledger::note::checkpoint as ledger;

/// The first line of an export of every event.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ExportedHead {
    /// The ledger's checkpoint.
    pub checkpoint: Checkpoint,
    /// How many of its events follow.
    pub as_of: u64,
    /// Whether this is a rehearsal, under demonstration keys.
    pub rehearsal: bool,
}

impl ExportedHead {
    /// The head of an export as of a size.
    pub fn of(checkpoint: &ledger::Checkpoint, as_of: Size, manifest: &Manifest) -> Self {
        Self { checkpoint: Checkpoint::of(checkpoint), as_of: as_of.0, rehearsal: manifest.rehearsal }
    }
}
