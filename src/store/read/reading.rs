//! A ledger as its readers see it.

use crate::domain::number::{Sequence, Size};
use crate::domain::time::Millis;
use crate::ledger::envelope::Envelope;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::store::error::StoreError;
use crate::store::events::Events;
use crate::tally::moment::Moment;
use crate::tally::read_model::ReadModel;

/// A ledger as its readers see it: everything under the last checkpoint.
pub struct Reading {
    /// The checkpoint that everything read is under.
    pub checkpoint: SignedCheckpoint,
    /// What the log signed of its numbers under this checkpoint; none where there is no snapshot of this size.
    pub snapshot: Option<SignedSnapshot>,
    /// The read model at the checkpoint.
    pub model: ReadModel,
    /// Where the bytes of the events are read from.
    pub events: Box<dyn Events>,
    /// Where the answers come from.
    pub source: ReadFrom,
    /// What is to be told of the ledger itself.
    pub told: Option<ReadNotice>,
}

impl Reading {
    /// The moment of the checkpoint.
    ///
    /// # Errors
    /// [`StoreError`] when the last event cannot be read.
    pub fn now(&self) -> Result<Moment, StoreError> {
        self.moment(self.events.size())
    }

    /// The moment at which the ledger had a size.
    ///
    /// # Errors
    /// [`StoreError`] when the event before cannot be read.
    pub fn moment(&self, size: Size) -> Result<Moment, StoreError> {
        let last = size.0.checked_sub(1).map(Sequence);
        let clock = last.map_or(Ok(Millis::EPOCH), |last| self.arrival(last))?;
        Ok(Moment { size, clock })
    }

    /// The size that the ledger had at a time: how many events had arrived by then.
    ///
    /// # Errors
    /// [`StoreError`] when an event cannot be read.
    pub fn size_at(&self, time: Millis) -> Result<Size, StoreError> {
        let (mut low, mut high) = (0, self.events.size().0);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.arrival(Sequence(middle))? <= time { low = middle + 1 } else { high = middle }
        }
        Ok(Size(low))
    }

    fn arrival(&self, sequence: Sequence) -> Result<Millis, StoreError> {
        let bytes = self.events.envelope(sequence)?.unwrap_or_default();
        Ok(Envelope::decode(&bytes).map_or(Millis::EPOCH, |envelope| envelope.arrival))
    }
}

/// Where answers come from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReadFrom {
    /// From the embedded store.
    Sled,
    /// From the journal, folded anew.
    Journal,
    /// From events in memory, which are no ledger's: of a published log, or of a kit.
    Held,
}

/// What a reader is told of the ledger itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReadNotice {
    /// The log signed nothing about its numbers at this size: they cannot be proved one by one.
    NoSnapshot,
    /// The embedded store did not prove itself, and was set aside and built again from the journal.
    Rebuilt,
    /// The embedded store did not prove itself, and could not be built again: the journal answers.
    Unproved,
}
