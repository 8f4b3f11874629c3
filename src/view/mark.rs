//! Where and when something came in.

use schemars::JsonSchema;
use serde::Serialize;

use super::spelling::{Hash, Instant};
use crate::tally::record;

/// Where and when something came in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Mark {
    /// The event's place in the log, from 0.
    pub sequence: u64,
    /// The event.
    pub event: Hash,
    /// When it arrived.
    pub arrival: Instant,
}

impl Mark {
    /// The view of a mark.
    pub fn of(mark: &record::Mark) -> Self {
        Self { sequence: mark.sequence.0, event: mark.event.into(), arrival: mark.arrival.into() }
    }
}
