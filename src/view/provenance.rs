//! Where and when something came in.

use schemars::JsonSchema;
use serde::Serialize;

use super::spelling::{Hash, Instant};
use crate::tally::record;

/// Where and when something came in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Provenance {
    /// The event's place in the log, from 0.
    pub sequence: u64,
    /// The hash of the event.
    pub event: Hash,
    /// When it arrived, by the writer's clock.
    pub arrival: Instant,
}

impl Provenance {
    /// The view of where and when something came in.
    pub fn of(provenance: &record::Provenance) -> Self {
        Self { sequence: provenance.sequence.0, event: provenance.event.into(), arrival: provenance.arrival.into() }
    }
}
