//! What the readers of a ledger see while somebody writes it: everything under the checkpoint that is sealed now. It
//! follows the writer turn by turn.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use super::sight::{Rows, Sight};
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::service::error::Error;
use crate::service::query::Query;
use crate::store::journal_events::JournalEvents;
use crate::store::open::Held;
use crate::store::read::{ReadFrom, Reading};
use crate::tally::moment::Moment;
use crate::tally::night::Night;
use crate::tally::rows::KeptRows;

/// What readers see, and how it grows.
pub struct Live {
    sight: Sight,
    /// The events that the reading reads.
    events: Arc<RwLock<JournalEvents>>,
}

/// What readers saw at a moment.
pub struct Still {
    ledger: PathBuf,
    reading: Reading,
}

impl Still {
    /// Looks up in it.
    pub fn query(&self) -> Query<'_> {
        Query { ledger: &self.ledger, reading: &self.reading }
    }
}

impl Deref for Live {
    type Target = Sight;

    fn deref(&self) -> &Sight {
        &self.sight
    }
}

impl Live {
    /// What a writer has sealed.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn of(ledger: &Path, held: &Held) -> Result<Self, Error> {
        let writer = &held.writer;
        let (checkpoint, model) = (writer.checkpoint().clone(), writer.model().clone());
        let size = checkpoint.checkpoint().size;
        let events = JournalEvents::sealed(ledger, size).map_err(Error::store(ledger))?;
        let events = Arc::new(RwLock::new(events));
        let rows = writer.stored_rows().map_or_else(
            || Rows::of(KeptRows::of(&model, Moment { size, clock: writer.head().arrival }).settle(&model).rows),
            Rows::holding,
        );
        let reading = Reading {
            checkpoint,
            snapshot: writer.snapshot().cloned(),
            model,
            events: Box::new(Arc::clone(&events)),
            source: ReadFrom::Journal,
            told: None,
        };
        let night = Night::of(&reading.model, size);
        let (ledger, tree) = (ledger.to_owned(), writer.tree().clone());
        Ok(Self { sight: Sight { ledger, reading, tree, rows, night, witnessed: None }, events })
    }

    /// Takes in what the writer's last turn sealed, and the cosignatures that it has.
    pub fn follow(&mut self, held: &Held) {
        let writer = &held.writer;
        if writer.tree().size() > self.sight.tree.size() {
            for frame in writer.frames() {
                for entry in &frame.entries {
                    self.sight.tree.push(entry.leaf);
                    if let Some(recorded) = &entry.recorded {
                        self.sight.reading.model.apply(recorded);
                        self.sight.night.follow(&self.sight.reading.model, recorded);
                    }
                }
                self.events.write().unwrap_or_else(PoisonError::into_inner).follow(frame);
            }
            self.sight.rows.follow(&writer.settled().rows);
        }
        self.sight.reading.checkpoint = writer.checkpoint().clone();
        self.sight.reading.snapshot = writer.snapshot().cloned();
    }

    /// Enough witnesses cosigned a checkpoint of this log: receipts are under it from now on, where it covers them.
    pub fn witnessed_by(&mut self, signed: SignedCheckpoint) {
        let size = signed.checkpoint().size;
        if self.sight.witnessed.as_ref().is_none_or(|last| last.checkpoint().size <= size) {
            self.sight.witnessed = Some(signed);
        }
    }

    /// The events, to be read without anybody waiting who writes.
    pub fn events(&self) -> Arc<RwLock<JournalEvents>> {
        Arc::clone(&self.events)
    }

    /// Everything as it stands now, which stays so however the log grows: for what takes long to make.
    pub fn still(&self) -> Still {
        let Reading { checkpoint, snapshot, model, source, .. } = &self.reading;
        let events = Box::new(Arc::clone(&self.events));
        let (checkpoint, snapshot, model) = (checkpoint.clone(), snapshot.clone(), model.clone());
        let reading = Reading { checkpoint, snapshot, model, events, source: *source, told: None };
        Still { ledger: self.ledger.clone(), reading }
    }
}
