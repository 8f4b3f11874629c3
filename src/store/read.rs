//! Reading a ledger: from the embedded store where it can be had, else by folding the journal up to the seal.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::embedded::{self, EmbeddedState, Rebuild};
use super::error::{Doing, IndexFault, StoreError};
use super::event_index::EventIndex;
use super::events::Events;
use super::files;
use super::journal::disk::{Disk, Folder};
use super::journal::walk::{Span, Step, Walk};
use super::lock::Lock;
use super::presence::is_absent;
use super::publish::{PublishedCheckpoint, published_checkpoint};
use super::snapshots;
use super::witness::witnessed::{Witnessed, known_keys};
use crate::domain::id::{EventHash, StatementHash, UnitId};
use crate::domain::number::{Sequence, Size};
use crate::domain::state::State;
use crate::domain::time::Millis;
use crate::ledger::entry::{ParallelMap, Serial};
use crate::ledger::envelope::Envelope;
use crate::ledger::files::frame;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::files::seal::Seal;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::submission::SignatureCheck;
use crate::ledger::tree::merkle::Tree;
use crate::tally::moment::Moment;
use crate::tally::read_model::ReadModel;
use crate::verify::replay::{Replay, ReplayedEntry};

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

/// Opens a ledger for reading. The embedded store is rebuilt when it does not agree with the seal; while a writer holds
/// the ledger, while another reader has the store open, or when its folder cannot be written, the journal is folded
/// instead. A rebuild keeps no writer out.
///
/// # Errors
/// [`StoreError::NoLedger`]; [`StoreError::ReadOnly`] when the seal has no whole slot; [`StoreError::Io`].
pub fn open(ledger: &Path, progress: &mut dyn FnMut(u64)) -> Result<Reading, StoreError> {
    let checkpoint = sealed(ledger)?;
    let Ok(lock) = Lock::read(ledger) else { return from_journal(ledger, Serial, progress) };
    let found = embedded::open(ledger, checkpoint.checkpoint(), None);
    let begun = matches!(found, EmbeddedState::InDoubt).then(|| Rebuild::begin(ledger));
    // What is left to do may take long: no writer waits for it.
    drop(lock);
    let store = match (found, begun) {
        (EmbeddedState::Whole(store), _) => Ok(store),
        (EmbeddedState::Closed(error), _) => Err(error),
        (_, Some(begun)) => begun
            .and_then(|rebuild| rebuild.fill(ledger, checkpoint.checkpoint(), progress, || Lock::read(ledger).ok())),
        (EmbeddedState::InDoubt, None) => Err(StoreError::IndexHeld),
    };
    match store.and_then(|store| Ok((store.model()?, store))) {
        Ok((model, store)) if store.size() == checkpoint.checkpoint().size => {
            Ok(Reading { checkpoint, snapshot: None, model, events: Box::new(store), source: ReadFrom::Sled })
        }
        // There is no store to be had: what the seal covers can still be read.
        _ => from_journal(ledger, Serial, progress),
    }
}

/// The last checkpoint of a ledger, with the cosignatures that it was published with.
///
/// # Errors
/// [`StoreError::NoLedger`], and never of what is there and cannot be read; [`StoreError::ReadOnly`];
/// [`StoreError::Io`].
pub fn sealed(ledger: &Path) -> Result<SignedCheckpoint, StoreError> {
    let path = ledger.join(files::SEAL);
    let bytes = match Folder::new(ledger).read(files::SEAL) {
        Err(error) if is_absent(&error) => return Err(StoreError::NoLedger(ledger.to_owned())),
        read => read.map_err(StoreError::io(Doing::Read, &path))?,
    };
    let seal = Seal::decode(&bytes);
    let damaged = || crate::verify::fault::Fault::of_ledger(crate::verify::fault::FaultKind::NoCheckpoint);
    let mut sealed =
        seal.latest().map(|(_, signed)| signed.clone()).ok_or_else(|| StoreError::ReadOnly(vec![damaged()]))?;
    let disk = Folder::new(ledger);
    let published = published_checkpoint(&disk, files::PUBLISHED).map(|it| it.without_false(&known_keys(&disk)));
    if let Ok(PublishedCheckpoint::Checkpoint(published)) = published {
        sealed.join(&published);
    }
    if let Ok(witnessed) = Witnessed::read(&Folder::new(ledger)) {
        witnessed.last().into_iter().for_each(|last| sealed.join(last));
    }
    Ok(sealed)
}

/// Folds the journal up to the seal.
///
/// # Errors
/// [`StoreError::ReadOnly`] with the faults when the journal does not give the sealed root; [`StoreError::Io`].
pub fn from_journal<M: ParallelMap>(
    ledger: &Path,
    map: M,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, StoreError> {
    Ok(fold(ledger, map, progress)?.reading)
}

/// Everything that a ledger's journal gives, up to the seal.
pub struct Folded {
    /// As its readers see it.
    pub reading: Reading,
    /// The state under the checkpoint.
    pub state: State,
    /// The tree over the events.
    pub tree: Tree,
}

/// Folds the journal up to the seal, and keeps the state and the tree too.
///
/// # Errors
/// As [`from_journal`].
pub fn fold<M: ParallelMap>(ledger: &Path, map: M, progress: &mut dyn FnMut(u64)) -> Result<Folded, StoreError> {
    let mut events = JournalEvents { disk: Folder::new(ledger), ..JournalEvents::default() };
    let mut tree = Tree::default();
    let (checkpoint, replay) = replay(ledger, map, &mut |first, span, entries| {
        events.frames.insert(first, span);
        progress(first.0 + entries.len() as u64);
        entries.iter().for_each(|entry| tree.push(entry.leaf));
        entries.into_iter().for_each(|entry| events.add(entry));
    })?;
    let key = replay.log_key_at(checkpoint.checkpoint().size).cloned();
    let snapshot = key.map(|key| snapshots::of(&Folder::new(ledger), checkpoint.checkpoint(), &key)).transpose();
    let snapshot = snapshot.map_err(StoreError::io(Doing::Read, ledger.join(files::SNAPSHOTS)))?.flatten();
    let (state, model, _, _) = replay.into_parts();
    let reading = Reading { checkpoint, snapshot, model, events: Box::new(events), source: ReadFrom::Journal };
    Ok(Folded { reading, state, tree })
}

/// Replays the journal up to the seal, frame by frame, and holds it against the sealed root.
fn replay<M: ParallelMap>(
    ledger: &Path,
    map: M,
    on_frame: &mut dyn FnMut(Sequence, Span, Vec<ReplayedEntry>),
) -> Result<(SignedCheckpoint, Replay<M>), StoreError> {
    let checkpoint = sealed(ledger)?;
    let size = checkpoint.checkpoint().size;
    let disk = Folder::new(ledger);
    let io = || StoreError::io(Doing::Read, ledger.join(files::JOURNAL));
    let mut replay = Replay::new(map, SignatureCheck::SealedByUs);
    for step in Walk::begin(&disk, Some(size)).map_err(io())? {
        let (span, Step::Frame(envelopes)) = step.map_err(io())? else { break };
        let room = usize::try_from(size.0.saturating_sub(replay.size().0)).unwrap_or(usize::MAX);
        let envelopes: Vec<_> = envelopes.into_iter().take(room).collect();
        if envelopes.is_empty() {
            break;
        }
        let first = replay.size().next();
        let entries = replay.feed(envelopes);
        on_frame(first, span, entries);
    }
    if replay.size() != size || replay.root() != checkpoint.checkpoint().root || !replay.faults().is_empty() {
        return Err(StoreError::ReadOnly(replay.faults().to_vec()));
    }
    Ok((checkpoint, replay))
}

/// The state and the read model under the seal: what drafts are held against.
///
/// # Errors
/// As [`from_journal`].
pub fn state<M: ParallelMap>(ledger: &Path, map: M) -> Result<(State, ReadModel), StoreError> {
    let (_, replay) = replay(ledger, map, &mut |_, _, _| {})?;
    let (state, model, _, _) = replay.into_parts();
    Ok((state, model))
}

/// The receipt of an event, under the checkpoint that rules; none where there is no such event.
///
/// # Errors
/// As [`from_journal`].
pub fn receipt<M: ParallelMap>(ledger: &Path, map: M, sequence: Sequence) -> Result<Option<Receipt>, StoreError> {
    Ok(receipts(ledger, map, &[sequence])?.0.pop())
}

/// The receipts of some events, in this order, under the checkpoint that rules, or under the last one that a quorum
/// cosigned, where nobody has cosigned that one yet; without those of events there are not. With them the tree over all
/// events, against which older receipts can be held.
///
/// # Errors
/// As [`from_journal`].
pub fn receipts<M: ParallelMap>(ledger: &Path, map: M, of: &[Sequence]) -> Result<(Vec<Receipt>, Tree), StoreError> {
    let (mut tree, mut envelopes) = (Tree::default(), BTreeMap::new());
    let wanted: BTreeSet<_> = of.iter().copied().collect();
    let (newest, _) = replay(ledger, map, &mut |first, _, entries| {
        for (entry, place) in entries.into_iter().zip(first.0..) {
            tree.push(entry.leaf);
            if wanted.contains(&Sequence(place)) {
                envelopes.insert(place, entry.bytes);
            }
        }
    })?;
    let witnessed = last_witnessed(ledger, &newest, &tree);
    let receipt = |sequence: &Sequence| {
        let covers = |signed: &&SignedCheckpoint| signed.checkpoint().size.covers(*sequence);
        let signed = witnessed.as_ref().filter(covers).unwrap_or(&newest);
        let proof = tree.prove_inclusion(*sequence, signed.checkpoint().size).ok()?;
        let envelope = envelopes.get(&sequence.0).cloned();
        Some(Receipt::new(envelope, *sequence, proof, signed.clone()).map_err(|_| StoreError::Seal))
    };
    let receipts = of.iter().filter_map(receipt).collect::<Result<_, _>>()?;
    Ok((receipts, tree))
}

/// The last checkpoint of this log that a quorum of its policy cosigned, where nobody has cosigned the newest yet.
fn last_witnessed(ledger: &Path, newest: &SignedCheckpoint, tree: &Tree) -> Option<SignedCheckpoint> {
    let last = Witnessed::read(&Folder::new(ledger)).ok()?.last()?.clone();
    let is_ours = last.checkpoint().origin == newest.checkpoint().origin
        && tree.root_at(last.checkpoint().size) == Ok(last.checkpoint().root);
    (newest.note().signatures().len() == 1 && is_ours).then_some(last)
}

/// The journal, indexed in memory.
#[derive(Debug)]
struct JournalEvents {
    disk: Folder,
    /// Where each frame stands, by the sequence of its first event.
    frames: BTreeMap<Sequence, Span>,
    /// The frame read last: neighbours are asked for one after the other.
    last: RefCell<Option<(Sequence, Vec<Vec<u8>>)>>,
    hashes: Vec<EventHash>,
    index: EventIndex,
}

impl Default for JournalEvents {
    fn default() -> Self {
        Self {
            disk: Folder::new(Path::new("")),
            frames: BTreeMap::new(),
            last: RefCell::new(None),
            hashes: Vec::new(),
            index: EventIndex::default(),
        }
    }
}

impl JournalEvents {
    fn add(&mut self, entry: ReplayedEntry) {
        let sequence = Sequence(self.hashes.len() as u64);
        self.hashes.push(entry.hash);
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
        if self.last.borrow().as_ref().is_none_or(|(of, _)| of != first) {
            let io = StoreError::io(Doing::Read, place.file.clone());
            let bytes = self.disk.read_range(&place.file, place.offset, place.bytes).map_err(io)?;
            let envelopes = frame::decode(&bytes).map(|frame| frame.envelopes).unwrap_or_default();
            *self.last.borrow_mut() = Some((*first, envelopes));
        }
        let nth = usize::try_from(sequence.0 - first.0).unwrap_or(usize::MAX);
        let last = self.last.borrow();
        let envelope = last.as_ref().and_then(|(_, envelopes)| envelopes.get(nth));
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
