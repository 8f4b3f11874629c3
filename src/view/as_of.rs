//! What a server answers: data, and of which state of the log it is.

use schemars::JsonSchema;
use serde::Serialize;

use super::spelling::{Print, Root};
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::Checkpoint;

/// Data, and of which state of the log it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct AsOf<T> {
    /// How many events the log has.
    pub size: u64,
    /// The root over them.
    pub root: Root,
    /// What people compare.
    pub fingerprint: Print,
    /// Of how many of these events the data are.
    pub as_of: u64,
    /// Whether this is a rehearsal, under demonstration keys.
    pub rehearsal: bool,
    /// Where the rest is, or what comes after, from the server's root on; null where this is all.
    pub next: Option<String>,
    /// What was asked for.
    pub data: T,
}

impl<T> AsOf<T> {
    /// Data as of a size, under the log's checkpoint.
    pub fn of(checkpoint: &Checkpoint, as_of: Size, rehearsal: bool, data: T) -> Self {
        Self {
            size: checkpoint.size.0,
            root: checkpoint.root.into(),
            fingerprint: checkpoint.fingerprint().into(),
            as_of: as_of.0,
            rehearsal,
            next: None,
            data,
        }
    }

    /// The same, of which there is more at another place.
    #[must_use]
    pub fn with_next(self, next: Option<String>) -> Self {
        Self { next, ..self }
    }
}
