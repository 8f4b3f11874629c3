//! A fact: a statement that was admitted, and who stood behind it.

use super::id::{EventHash, ObserverId, StatementHash, UnitId};
use super::number::{Seat, Sequence};
use super::statement::Statement;
use super::time::Millis;

/// An admitted statement. One submission gives exactly one event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// What was said.
    pub statement: Statement,
    /// The statement's hash, now taken.
    pub hash: StatementHash,
    /// Who said it.
    pub author: Author,
}

/// Who stands behind an event.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
pub enum Author {
    /// Members of one commission.
    Commission {
        /// Its unit.
        unit: UnitId,
        /// The seats that signed, ascending.
        seats: Vec<Seat>,
    },
    /// One observer or agent.
    Observer(ObserverId),
}

/// An event at its place in the ledger.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecordedEvent {
    /// The fact.
    pub event: Event,
    /// Its place.
    pub sequence: Sequence,
    /// The hash of its envelope.
    pub hash: EventHash,
    /// When it arrived.
    pub arrival: Millis,
}
