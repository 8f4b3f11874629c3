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
use super::journal::log_key;
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
use crate::ledger::entry::ParallelMap;
use crate::ledger::envelope::Envelope;
use crate::ledger::files::frame;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::files::seal::Seal;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::tree::merkle::Tree;
use crate::tally::moment::Moment;
use crate::tally::read_model::ReadModel;
use crate::verify::conclude::{ClaimedCheckpoints, Judged, TrustAnchors};
use crate::verify::fault::{Fault, FaultKind};
use crate::verify::feeder::FrameFeeder;
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

/// Opens a ledger for reading, under the seal that the log signed and what the reader brought. The embedded store is
/// rebuilt when it does not agree with the seal; while a writer holds the ledger, while another reader has the store
/// open, or when its folder cannot be written, the journal is folded instead. A rebuild keeps no writer out.
///
/// # Errors
/// [`StoreError::NoLedger`]; [`StoreError::ReadOnly`] when the seal has no whole slot, when the log did not sign it, or
/// the policy does not take it; [`StoreError::Io`].
pub fn open<M: ParallelMap + Clone>(
    ledger: &Path,
    anchors: &TrustAnchors<'_>,
    map: M,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, StoreError> {
    let sealed = Sealed::read(ledger)?;
    let judged = sealed.judged(anchors)?;
    let checkpoint = sealed.signed.checkpoint();
    let Ok(lock) = Lock::read(ledger) else { return from_journal(ledger, anchors, map, progress) };
    let found = embedded::open(ledger, checkpoint, None);
    let begun = matches!(found, EmbeddedState::InDoubt).then(|| Rebuild::begin(ledger));
    // What is left to do may take long: no writer waits for it.
    drop(lock);
    let store = match (found, begun) {
        (EmbeddedState::Whole(store), _) => Ok(store),
        (EmbeddedState::Closed(error), _) => Err(error),
        (_, Some(begun)) => begun
            .and_then(|rebuild| rebuild.fill(ledger, checkpoint, map.clone(), progress, || Lock::read(ledger).ok())),
        (EmbeddedState::InDoubt, None) => Err(StoreError::IndexHeld),
    };
    match store.and_then(|store| Ok((store.model()?, store))) {
        Ok((model, store)) if store.size() == checkpoint.size && sealed.is_the_logs(ledger, &model) => {
            judged.fault.map_or(Ok(()), |what| Err(refused(what)))?;
            Ok(Reading {
                checkpoint: sealed.signed,
                snapshot: None,
                model,
                events: Box::new(store),
                source: ReadFrom::Sled,
            })
        }
        // There is no store to be had, or the seal is in doubt: the journal tells what the seal covers, and why not.
        _ => from_journal(ledger, anchors, map, progress),
    }
}

/// The last checkpoint of a ledger, with the cosignatures that it was published with. Its signatures are not checked.
///
/// # Errors
/// [`StoreError::NoLedger`], and never of what is there and cannot be read; [`StoreError::ReadOnly`];
/// [`StoreError::Io`].
pub fn sealed(ledger: &Path) -> Result<SignedCheckpoint, StoreError> {
    Ok(Sealed::read(ledger)?.signed)
}

/// What a ledger says of its own size, before any of it is believed.
struct Sealed {
    /// What both slots of the seal claim.
    claimed: ClaimedCheckpoints,
    /// The same with what is published: what a policy judges, for a verifier as for a reader.
    published: ClaimedCheckpoints,
    /// The last checkpoint with every cosignature that is known of it.
    signed: SignedCheckpoint,
}

impl Sealed {
    fn read(ledger: &Path) -> Result<Self, StoreError> {
        let (disk, path) = (Folder::new(ledger), ledger.join(files::SEAL));
        let bytes = match disk.read(files::SEAL) {
            Err(error) if is_absent(&error) => return Err(StoreError::NoLedger(ledger.to_owned())),
            read => read.map_err(StoreError::io(Doing::Read, &path))?,
        };
        let claimed = ClaimedCheckpoints::of_seal(&Seal::decode(&bytes));
        let mut signed = claimed.latest().cloned().ok_or_else(|| refused(FaultKind::NoCheckpoint))?;
        let mut published = claimed.clone();
        if let Ok(PublishedCheckpoint::Checkpoint(standing)) = published_checkpoint(&disk, files::PUBLISHED) {
            published = published.with_published(Some((*standing).clone()));
            standing.without_false(&known_keys(&disk)).iter().for_each(|standing| signed.join(standing));
        }
        for snapshot in [snapshots::cosigned(&disk), snapshots::published(&disk, files::PUBLISHED)] {
            published = published.with_snapshot(snapshot.ok().flatten());
        }
        if let Ok(witnessed) = Witnessed::read(&disk) {
            witnessed.last().into_iter().for_each(|last| signed.join(last));
        }
        Ok(Self { claimed, published, signed })
    }

    /// What the policy says of it. Of a log that it does not trust, nothing is read.
    fn judged(&self, anchors: &TrustAnchors<'_>) -> Result<Judged, StoreError> {
        let judged = anchors.judge(&self.published);
        match anchors.judge_numbers(&self.published) {
            _ if !judged.is_trusted() => Err(refused(FaultKind::NotTrusted)),
            Some(fault @ FaultKind::NotTrusted) => Err(refused(fault)),
            numbers => Ok(Judged { fault: judged.fault.or(numbers), ..judged }),
        }
    }

    /// Whether both slots are signed by the key that a read model names, and the journal too. What a slot says of the time
    /// before the key changed is for the replay to judge.
    fn is_the_logs(&self, ledger: &Path, model: &ReadModel) -> bool {
        let Some(election) = model.election() else { return false };
        let since = election.rotated.last().map(|by| by.sequence);
        let is_of_its_time = since.is_none_or(|since| self.claimed.sizes().all(|size| size.covers(since)));
        let named = || log_key::named(&Folder::new(ledger), &election.log_key);
        is_of_its_time && matches!(named(), Ok(Some(key)) if self.claimed.are_signed_by(&key))
    }
}

fn refused(what: FaultKind) -> StoreError {
    StoreError::ReadOnly(vec![Fault::of_ledger(what)])
}

/// Folds the journal up to the seal, every signature checked.
///
/// # Errors
/// [`StoreError::ReadOnly`] with the faults when the journal does not give the sealed root, when the log did not sign the
/// seal, or the policy does not take it; [`StoreError::Io`].
pub fn from_journal<M: ParallelMap>(
    ledger: &Path,
    anchors: &TrustAnchors<'_>,
    map: M,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, StoreError> {
    Ok(fold(ledger, anchors, map, progress)?.reading)
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
pub fn fold<M: ParallelMap>(
    ledger: &Path,
    anchors: &TrustAnchors<'_>,
    map: M,
    progress: &mut dyn FnMut(u64),
) -> Result<Folded, StoreError> {
    let mut events = JournalEvents { disk: Folder::new(ledger), ..JournalEvents::default() };
    let mut tree = Tree::default();
    let (checkpoint, replay) = replay(ledger, anchors, map, &mut |first, span, entries| {
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

/// Replays the journal up to the seal, frame by frame, and holds it against what the seal claims and the reader brought.
fn replay<M: ParallelMap>(
    ledger: &Path,
    anchors: &TrustAnchors<'_>,
    map: M,
    on_frame: &mut dyn FnMut(Sequence, Span, Vec<ReplayedEntry>),
) -> Result<(SignedCheckpoint, Replay<M>), StoreError> {
    let sealed = Sealed::read(ledger)?;
    let judged = sealed.judged(anchors)?;
    let replay = replayed(ledger, &sealed, map, on_frame)?;
    let mut faults = replay.faults().to_vec();
    let of_seal = sealed.claimed.missing(replay.size()).into_iter().chain(sealed.claimed.faults(&replay));
    faults.extend(of_seal.chain(judged.fault).map(Fault::of_ledger));
    if faults.is_empty() { Ok((sealed.signed, replay)) } else { Err(StoreError::ReadOnly(faults)) }
}

/// Replays as much of the journal as the seal covers, to the first damage.
fn replayed<M: ParallelMap>(
    ledger: &Path,
    sealed: &Sealed,
    map: M,
    on_frame: &mut dyn FnMut(Sequence, Span, Vec<ReplayedEntry>),
) -> Result<Replay<M>, StoreError> {
    let size = sealed.signed.checkpoint().size;
    let (disk, io) = (Folder::new(ledger), || StoreError::io(Doing::Read, ledger.join(files::JOURNAL)));
    let (mut replay, mut feeder) = (sealed.claimed.replay(map), FrameFeeder::default());
    let mut on_frame = |_: &mut Replay<M>, (first, span): (Sequence, Span), entries: Vec<ReplayedEntry>| {
        on_frame(first, span, entries);
        Ok::<_, StoreError>(())
    };
    let (mut taken, mut damage) = (0, None);
    for step in Walk::begin(&disk, Some(size)).map_err(io())? {
        let (span, mut envelopes) = match step.map_err(io())? {
            (span, Step::Frame(envelopes)) => (span, envelopes),
            (span, Step::Damage { what, .. }) => {
                damage = Some(Fault::at(&span.file, span.offset, what));
                break;
            }
            (_, Step::TornTail) => break,
        };
        envelopes.truncate(usize::try_from(size.0 - taken).unwrap_or(usize::MAX));
        if envelopes.is_empty() {
            break;
        }
        let first = Sequence(taken);
        taken += envelopes.len() as u64;
        feeder.take(&mut replay, (first, span), envelopes, &mut on_frame)?;
    }
    feeder.rest(&mut replay, &mut on_frame)?;
    damage.filter(|_| replay.size() < size).into_iter().for_each(|fault| replay.add_fault(fault));
    Ok(replay)
}

/// The state and the read model under the seal: what drafts are held against.
///
/// # Errors
/// As [`from_journal`].
pub fn state<M: ParallelMap>(
    ledger: &Path,
    anchors: &TrustAnchors<'_>,
    map: M,
) -> Result<(State, ReadModel), StoreError> {
    let (_, replay) = replay(ledger, anchors, map, &mut |_, _, _| {})?;
    let (state, model, _, _) = replay.into_parts();
    Ok((state, model))
}

/// The receipt of an event, under the checkpoint that rules; none where there is no such event.
///
/// # Errors
/// As [`from_journal`].
pub fn receipt<M: ParallelMap>(
    ledger: &Path,
    anchors: &TrustAnchors<'_>,
    map: M,
    sequence: Sequence,
) -> Result<Option<Receipt>, StoreError> {
    Ok(receipts(ledger, anchors, map, &[sequence])?.0.pop())
}

/// The receipts of some events, in this order, under the checkpoint that rules, or under the last one that a quorum
/// cosigned, where nobody has cosigned that one yet; without those of events there are not. With them the tree over all
/// events, against which older receipts can be held.
///
/// # Errors
/// As [`from_journal`].
pub fn receipts<M: ParallelMap>(
    ledger: &Path,
    anchors: &TrustAnchors<'_>,
    map: M,
    of: &[Sequence],
) -> Result<(Vec<Receipt>, Tree), StoreError> {
    let (mut tree, mut envelopes) = (Tree::default(), BTreeMap::new());
    let wanted: BTreeSet<_> = of.iter().copied().collect();
    let (newest, _) = replay(ledger, anchors, map, &mut |first, _, entries| {
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
