//! A checkpoint that a witness cosigned.

use schemars::JsonSchema;
use serde::Serialize;

use super::spelling::{Print, Root};
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::Checkpoint;

/// A checkpoint that a witness cosigned.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Cosignature {
    /// That it was cosigned: where it was not, there is a failure.
    pub status: Cosigned,
    /// The log's name.
    pub origin: String,
    /// How many events.
    pub size: u64,
    /// The root over them.
    pub root: Root,
    /// What people compare.
    pub fingerprint: Print,
    /// How many events this witness had cosigned before; 0 where none.
    pub before: u64,
    /// The signature line, as in a signed note (C2SP tlog-cosignature).
    pub cosignature: String,
    /// Its line under the snapshot; null where this witness recomputes nothing, or the log shows no snapshot of that
    /// checkpoint.
    pub numbers: Option<String>,
    /// The file that the lines are in.
    pub file: String,
}

/// What a witness did.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum Cosigned {
    /// It cosigned.
    Cosigned,
}

impl Cosignature {
    /// The view of a line that a witness signed.
    pub fn of(checkpoint: &Checkpoint, before: Size, line: String, file: String) -> Self {
        Self {
            status: Cosigned::Cosigned,
            origin: checkpoint.origin.to_string(),
            size: checkpoint.size.0,
            root: checkpoint.root.into(),
            fingerprint: checkpoint.fingerprint().into(),
            before: before.0,
            cosignature: line,
            numbers: None,
            file,
        }
    }

    /// With its line under the snapshot.
    #[must_use]
    pub fn with_numbers(self, numbers: Option<String>) -> Self {
        Self { numbers, ..self }
    }
}
