//! Events that are held in memory: those of a published log that was verified, or the selection that a kit is.

use std::collections::BTreeMap;

use super::error::StoreError;
use super::event_index::EventIndex;
use super::events::Events;
use crate::domain::id::{EventHash, StatementHash, UnitId};
use crate::domain::number::{Sequence, Size};
use crate::domain::statement::Statement;
use crate::ledger::envelope::Envelope;
use crate::ledger::logged_event::LoggedEvent;

/// Events in memory, and the index over them. Whoever hands them in has verified them.
#[derive(Clone, Debug, Default)]
pub struct HeldEvents {
    size: Size,
    envelopes: BTreeMap<Sequence, Vec<u8>>,
    index: EventIndex,
}

impl HeldEvents {
    /// Those of a log of that size, ascending; of a kit's, not all are there.
    pub fn new(size: Size, envelopes: impl IntoIterator<Item = (Sequence, Vec<u8>)>) -> Self {
        let mut held = Self { size, ..Self::default() };
        for (sequence, bytes) in envelopes {
            let event = LoggedEvent::read(sequence, bytes);
            let statement = event.signed.as_ref().map(|signed| Statement::hash(signed.statement_bytes()));
            let unit = event.body().and_then(|body| body.unit());
            held.index.note(sequence, Envelope::hash(&event.bytes), statement, unit);
            held.envelopes.insert(sequence, event.bytes);
        }
        held
    }
}

impl Events for HeldEvents {
    fn size(&self) -> Size {
        self.size
    }

    fn envelope(&self, sequence: Sequence) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.envelopes.get(&sequence).cloned())
    }

    fn by_hash(&self, event: EventHash) -> Result<Option<Sequence>, StoreError> {
        Ok(self.index.by_hash(event))
    }

    fn by_statement(&self, statement: StatementHash) -> Result<Option<Sequence>, StoreError> {
        Ok(self.index.by_statement(statement))
    }

    fn by_unit(&self, unit: &UnitId) -> Result<Vec<Sequence>, StoreError> {
        Ok(self.index.by_unit(unit))
    }
}
