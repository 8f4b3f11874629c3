//! A moment of a ledger: how much was in, and what time it was.

use serde::{Deserialize, Serialize};

use crate::domain::number::Size;
use crate::domain::time::Millis;

/// How many events were in, and when the last of them arrived: the time by which papers are late or missing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Moment {
    /// How many events were in.
    pub size: Size,
    /// When the last of them arrived.
    pub clock: Millis,
}

impl Moment {
    /// All that a read model holds, whatever a damaged chain counts; the last event arrived at `clock`.
    pub fn end(clock: Millis) -> Self {
        Self { size: Size(u64::MAX), clock }
    }
}
