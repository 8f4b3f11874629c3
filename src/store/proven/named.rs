//! The events that rows name: each by its place and its hash, whose bytes a store gives.

use crate::domain::id::EventHash;
use crate::domain::number::Sequence;
use crate::ledger::envelope::Envelope;
use crate::ledger::rows::prove::NotProved;
use crate::store::error::StoreError;
use crate::store::sled::SledStore;
use crate::tally::rows::event_line::{self, EventLine};

/// Why a store is of no use: it does not prove itself, or cannot be read.
pub type Unproved = NotProved<StoreError>;

/// The lines of a row that was proved.
pub(super) fn lines(value: &str) -> Result<Vec<EventLine>, Unproved> {
    event_line::parse(value).map_err(|_| NotProved::NotTheRows)
}

/// The bytes of an event, which have this hash.
pub(super) fn envelope(store: &SledStore, sequence: Sequence, event: EventHash) -> Result<Vec<u8>, Unproved> {
    let bytes = store.envelope(sequence)?.filter(|bytes| Envelope::hash(bytes) == event);
    bytes.ok_or(NotProved::NotTheRows)
}
