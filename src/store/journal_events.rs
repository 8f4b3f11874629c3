//! Events as they stand in a journal that was folded: each is read again by its hash.

use std::collections::{BTreeMap, VecDeque};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use super::error::{Doing, IndexFault, StoreError};
use super::event_index::EventIndex;
use super::events::Events;
use super::files;
use super::journal::disk::Folder;
use super::journal::walk::{Span, Step, Walk};
use super::proven::ProvenEvents;
use super::sled::SledStore;
use super::writer::SealedFrame;
use crate::domain::id::{EventHash, StatementHash, UnitId};
use crate::domain::number::{Sequence, Size};
use crate::domain::statement::Statement;
use crate::domain::time::Millis;
use crate::ledger::envelope::Envelope;
use crate::ledger::files::frame;
use crate::ledger::logged_event::LoggedEvent;
use crate::verify::replay::ReplayedEntry;

/// How many frames are remembered that were read last: a frame has up to 16 MiB, and seldom more than a few hundred kB.
const FRAMES_REMEMBERED: usize = 4;

/// The journal, indexed in memory.
#[derive(Debug)]
pub struct JournalEvents {
    disk: Folder,
    /// Where each frame stands, by the sequence of its first event.
    frames: BTreeMap<Sequence, Span>,
    /// The frames read last, the newest first: neighbours are asked for one after the other, by several readers at once.
    last: Mutex<VecDeque<(Sequence, Vec<Vec<u8>>)>>,
    hashes: Vec<EventHash>,
    last_arrival: Millis,
    index: EventIndex,
}

impl JournalEvents {
    /// Those of a ledger, of which none is known yet.
    pub fn new(ledger: &Path) -> Self {
        Self {
            disk: Folder::new(ledger),
            frames: BTreeMap::new(),
            last: Mutex::default(),
            hashes: Vec::new(),
            last_arrival: Millis::EPOCH,
            index: EventIndex::default(),
        }
    }

    /// Those that a writer of this ledger has sealed: its journal is what it left, and every event in it is admitted.
    ///
    /// # Errors
    /// [`StoreError::Io`].
    pub fn sealed(ledger: &Path, size: Size) -> Result<Self, StoreError> {
        let mut events = Self::new(ledger);
        let (disk, io) = (Folder::new(ledger), || StoreError::io(Doing::Read, ledger.join(files::JOURNAL)));
        for step in Walk::begin(&disk, Some(size)).map_err(io())? {
            let (span, Step::Frame(envelopes)) = step.map_err(io())? else { break };
            events.frames.insert(Sequence(events.hashes.len() as u64), span);
            envelopes.into_iter().for_each(|bytes| events.read(bytes));
        }
        Ok(events)
    }

    /// Notes the next event, as it stands in the journal.
    fn read(&mut self, bytes: Vec<u8>) {
        let sequence = Sequence(self.hashes.len() as u64);
        let event = LoggedEvent::read(sequence, bytes);
        let (hash, arrival) = (Envelope::hash(&event.bytes), event.envelope.as_ref().map(|envelope| envelope.arrival));
        self.hashes.push(hash);
        self.last_arrival = arrival.unwrap_or(self.last_arrival);
        let statement = event.signed.as_ref().map(|signed| Statement::hash(signed.statement_bytes()));
        self.index.note(sequence, hash, statement, event.body().and_then(|body| body.unit()));
    }

    /// Notes a frame that a writer appended.
    pub fn follow(&mut self, frame: &SealedFrame) {
        let first = Sequence(self.hashes.len() as u64);
        self.frames.insert(first, frame.span.clone());
        frame.entries.iter().for_each(|entry| self.add(entry));
    }

    /// When the last of them arrived.
    pub fn last_arrival(&self) -> Millis {
        self.last_arrival
    }

    /// The same events, read from a store that was filled with them.
    pub fn kept_in(self, store: SledStore) -> ProvenEvents {
        ProvenEvents::of(store, self.hashes, self.index)
    }

    /// Notes a frame: where it stands, and its events.
    pub fn note(&mut self, first: Sequence, span: Span, entries: Vec<ReplayedEntry>) {
        self.frames.insert(first, span);
        entries.iter().for_each(|entry| self.add(entry));
    }

    /// Notes the next event.
    fn add(&mut self, entry: &ReplayedEntry) {
        let sequence = Sequence(self.hashes.len() as u64);
        self.hashes.push(entry.hash);
        self.last_arrival = entry.recorded.as_ref().map_or(self.last_arrival, |recorded| recorded.arrival);
        let event = entry.recorded.as_ref().map(|recorded| &recorded.event);
        let unit = event.and_then(|event| event.statement.body.unit());
        self.index.note(sequence, entry.hash, event.map(|event| event.hash), unit);
    }
}

impl Events for JournalEvents {
    fn size(&self) -> Size {
        Size(self.hashes.len() as u64)
    }

    fn envelope(&self, sequence: Sequence) -> Result<Option<Vec<u8>>, StoreError> {
        let index = usize::try_from(sequence.0).ok();
        let Some(hash) = index.and_then(|index| self.hashes.get(index)) else { return Ok(None) };
        let Some((first, place)) = self.frames.range(..=sequence).next_back() else { return Ok(None) };
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let read = match last.iter().position(|(of, _)| of == first).and_then(|at| last.remove(at)) {
            Some(read) => read,
            None => {
                let io = StoreError::io(Doing::Read, place.file.clone());
                let bytes = self.disk.read_range(&place.file, place.offset, place.bytes).map_err(io)?;
                (*first, frame::decode(&bytes).map(|frame| frame.envelopes).unwrap_or_default())
            }
        };
        last.push_front(read);
        last.truncate(FRAMES_REMEMBERED);
        let nth = usize::try_from(sequence.0 - first.0).unwrap_or(usize::MAX);
        let envelope = last.front().and_then(|(_, envelopes)| envelopes.get(nth));
        match envelope.filter(|envelope| Envelope::hash(envelope) == *hash) {
            Some(envelope) => Ok(Some(envelope.clone())),
            None => Err(StoreError::Index(IndexFault::Envelope)),
        }
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

/// While somebody writes on.
impl Events for Arc<RwLock<JournalEvents>> {
    fn size(&self) -> Size {
        self.read().unwrap_or_else(PoisonError::into_inner).size()
    }

    fn envelope(&self, sequence: Sequence) -> Result<Option<Vec<u8>>, StoreError> {
        self.read().unwrap_or_else(PoisonError::into_inner).envelope(sequence)
    }

    fn by_hash(&self, event: EventHash) -> Result<Option<Sequence>, StoreError> {
        self.read().unwrap_or_else(PoisonError::into_inner).by_hash(event)
    }

    fn by_statement(&self, statement: StatementHash) -> Result<Option<Sequence>, StoreError> {
        self.read().unwrap_or_else(PoisonError::into_inner).by_statement(statement)
    }

    fn by_unit(&self, unit: &UnitId) -> Result<Vec<Sequence>, StoreError> {
        self.read().unwrap_or_else(PoisonError::into_inner).by_unit(unit)
    }
}
