//! Where a fact comes from.

use serde::{Deserialize, Serialize};

use crate::domain::event::{Author, RecordedEvent};
use crate::domain::id::EventHash;
use crate::domain::number::{Sequence, Size};
use crate::domain::time::Millis;

/// Where and when something came in, and who stood behind it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Provenance {
    /// Its place in the ledger.
    pub sequence: Sequence,
    /// The hash of the event.
    pub event: EventHash,
    /// When it arrived, by the writer's clock.
    pub arrival: Millis,
    /// The body whose signatures made it.
    pub author: Author,
}

impl Provenance {
    /// The provenance of an event.
    pub fn of(recorded: &RecordedEvent) -> Self {
        Self {
            sequence: recorded.sequence,
            event: recorded.hash,
            arrival: recorded.arrival,
            author: recorded.event.author.clone(),
        }
    }

    /// Whether it was in when the ledger had this size.
    pub fn is_in(&self, at: Size) -> bool {
        at.covers(self.sequence)
    }
}
