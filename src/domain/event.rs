//! A fact: a statement that was admitted, and who stood behind it.

use smallvec::SmallVec;

use super::id::{EventHash, ObserverId, StatementHash, UnitId};
use super::number::{Seat, Sequence};
use super::statement::Statement;
use super::time::Millis;

/// An admitted statement. One submission gives exactly one event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// What the signers said.
    pub statement: Statement,
    /// The statement's hash, now taken.
    pub hash: StatementHash,
    /// The body whose signatures made it.
    pub author: Author,
}

/// Who stands behind an event.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
pub enum Author {
    /// Members of one commission.
    Commission {
        /// The unit of the commission.
        unit: UnitId,
        /// The seats that signed, ascending: of each event there is one such list, seldom of more than eight.
        seats: SmallVec<[Seat; 8]>,
    },
    /// One observer or agent.
    Observer(ObserverId),
}

impl Author {
    /// Members of a commission, in whichever order they signed.
    pub fn commission(unit: UnitId, seats: impl IntoIterator<Item = Seat>) -> Self {
        let mut seats: SmallVec<[Seat; 8]> = seats.into_iter().collect();
        seats.sort();
        Self::Commission { unit, seats }
    }
}

/// An event at its place in the ledger.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecordedEvent {
    /// The event that the rules admitted.
    pub event: Event,
    /// Its place in the ledger, from 0.
    pub sequence: Sequence,
    /// The hash of its envelope.
    pub hash: EventHash,
    /// When it arrived, by the writer's clock.
    pub arrival: Millis,
}
