//! Reading a ledger: from the embedded store where it can be had, else by folding the journal up to the seal.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::embedded::{self, EmbeddedState, Rebuild};
use super::error::{Doing, StoreError};
use super::events::Events;
use super::files;
use super::journal::disk::Folder;
use super::journal::walk::{Span, Step, Walk};
use super::journal_events::JournalEvents;
use super::lock::Lock;
use super::proven;
use super::proven::rows::ProvenRows;
use super::sealed::{Sealed, refused};
use super::sled::SledStore;
use super::witness::witnessed::Witnessed;
use crate::crypto::vkey::VerifierKey;
use crate::domain::number::{Sequence, Size};
use crate::domain::state::State;
use crate::domain::time::Millis;
use crate::ledger::entry::ParallelMap;
use crate::ledger::envelope::Envelope;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::snapshot::{SignedSnapshot, Snapshot};
use crate::ledger::tree::merkle::Tree;
use crate::tally::moment::Moment;
use crate::tally::read_model::ReadModel;
use crate::tally::rows::KeptRows;
use crate::verify::conclude::TrustAnchors;
use crate::verify::fault::Fault;
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

/// Opens a ledger for reading, under the seal and the snapshot that the log signed, and what the reader brought. The
/// embedded store answers where it proves itself; else it is set aside and built again from the journal, whose
/// signatures are all checked. While a writer holds the ledger, while another reader has the store open, or when its
/// folder cannot be written, the journal is folded instead. A rebuild keeps no writer out.
///
/// # Errors
/// [`StoreError::NoLedger`]; [`StoreError::ReadOnly`] when the seal has no whole slot, when the log did not sign it or the
/// snapshot, when it signed other numbers than its events give, or the policy does not take it; [`StoreError::Io`].
pub fn open<M: ParallelMap + Clone>(
    ledger: &Path,
    anchors: &TrustAnchors<'_>,
    map: M,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, StoreError> {
    let sealed = Sealed::read(ledger)?;
    let judged = sealed.judged(anchors)?;
    let found = match proven(ledger, &sealed) {
        Found::Proven(reading) => {
            judged.fault.map_or(Ok(()), |what| Err(refused(what)))?;
            return Ok(*reading);
        }
        found => found,
    };
    let (sealed, replay, events, _) = journal(ledger, anchors, map, progress)?;
    let snapshot = sealed.snapshot_of(&replay);
    let (_, model, _, _) = replay.into_parts();
    let store = match &snapshot {
        Some(snapshot) if !matches!(found, Found::Closed) => rebuild(ledger, snapshot.snapshot(), &model, &events),
        _ => None,
    };
    let told = match found {
        _ if snapshot.is_none() => Some(ReadNotice::NoSnapshot),
        Found::Unproved => Some(if store.is_some() { ReadNotice::Rebuilt } else { ReadNotice::Unproved }),
        // That one is made where there was none is no news, nor that it cannot be.
        Found::Nothing | Found::Closed | Found::Proven(_) => None,
    };
    let (events, source): (Box<dyn Events>, _) = match store {
        Some(store) => (Box::new(events.kept_in(store)), ReadFrom::Sled),
        None => (Box::new(events), ReadFrom::Journal),
    };
    Ok(Reading { checkpoint: sealed.signed, snapshot, model, events, source, told })
}

/// What an embedded store turned out to be.
enum Found {
    /// It proves all that is read.
    Proven(Box<Reading>),
    /// It does not prove itself.
    Unproved,
    /// There is none.
    Nothing,
    /// It cannot be asked: nothing is known that it could prove itself by, or it cannot be opened now.
    Closed,
}

fn proven(ledger: &Path, sealed: &Sealed) -> Found {
    let Some(key) = sealed.log_key(ledger) else { return Found::Closed };
    let Some(snapshot) = sealed.snapshot(&key) else { return Found::Closed };
    let Ok(_lock) = Lock::read(ledger) else { return Found::Closed };
    match embedded::open(ledger) {
        EmbeddedState::Open(store) => match proven::read(store, snapshot.snapshot()) {
            Ok((model, events)) if names(&model, &key, sealed) => Found::Proven(Box::new(Reading {
                checkpoint: sealed.signed.clone(),
                snapshot: Some(snapshot),
                model,
                events: Box::new(events),
                source: ReadFrom::Sled,
                told: None,
            })),
            // The log has another key by now, and did not sign this: the journal tells so.
            Ok(_) => Found::Closed,
            Err(_) => Found::Unproved,
        },
        EmbeddedState::Closed(_) => Found::Closed,
        EmbeddedState::InDoubt => Found::Unproved,
        EmbeddedState::Nothing => Found::Nothing,
    }
}

/// Whether a read model names the key as the log's, and from when on the seal is. What a slot says of the time before the
/// key changed is for the replay to judge.
fn names(model: &ReadModel, key: &VerifierKey, sealed: &Sealed) -> bool {
    let Some(election) = model.election() else { return false };
    election.log_key == key.to_string() && sealed.is_since(election.rotated.last().map(|by| by.sequence))
}

/// Builds the embedded store again from what the journal gave; none where that cannot be, where somebody wrote on
/// meanwhile, or built it.
fn rebuild(ledger: &Path, snapshot: &Snapshot, model: &ReadModel, events: &JournalEvents) -> Option<SledStore> {
    let Snapshot { checkpoint, rows } = snapshot;
    let lock = Lock::read(ledger).ok()?;
    let is_there = match embedded::open(ledger) {
        EmbeddedState::Open(store) => proven::is_whole(&store, checkpoint, rows),
        EmbeddedState::Closed(_) => true,
        EmbeddedState::InDoubt | EmbeddedState::Nothing => false,
    };
    if is_there || sealed(ledger).ok()?.checkpoint() != checkpoint {
        return None;
    }
    let rebuild = Rebuild::begin(ledger).ok()?;
    // What is left to do may take long: no writer waits for it.
    drop(lock);
    let moment = Moment { size: checkpoint.size, clock: events.last_arrival() };
    let nodes = KeptRows::of(model, moment).settle().nodes;
    let mut entries = |first: Sequence, size: Size| {
        let entry = |place| events.envelope(Sequence(place)).map(Option::unwrap_or_default);
        (first.0..size.0).map(entry).collect()
    };
    rebuild.fill(checkpoint.size, &mut entries, &nodes, || Lock::read(ledger).ok()).ok()
}

/// The rows of a ledger, proved one by one under what the log signed and what the reader brought, so that nothing is
/// folded; none where the embedded store does not prove itself, or cannot be asked: [`open`] answers then, and tells why.
///
/// # Errors
/// As [`open`].
pub fn rows(ledger: &Path, anchors: &TrustAnchors<'_>) -> Result<Option<ProvenRows>, StoreError> {
    let sealed = Sealed::read(ledger)?;
    let judged = sealed.judged(anchors)?;
    judged.fault.map_or(Ok(()), |what| Err(refused(what)))?;
    // Nothing is held against the events' root here, so under a policy the key must be one of the policy's: a folder may
    // name another one, which signs beside it.
    let Some(key) = sealed.log_key(ledger).filter(|key| anchors.take(key)) else { return Ok(None) };
    let Some(snapshot) = sealed.snapshot(&key) else { return Ok(None) };
    let Ok(_lock) = Lock::read(ledger) else { return Ok(None) };
    let EmbeddedState::Open(store) = embedded::open(ledger) else { return Ok(None) };
    let is_since = |since| sealed.is_since(since);
    Ok(ProvenRows::under(sealed.signed.clone(), snapshot, &key, &is_since, store).ok())
}

/// The last checkpoint of a ledger, with the cosignatures that it was published with. Its signatures are not checked.
///
/// # Errors
/// [`StoreError::NoLedger`], and never of what is there and cannot be read; [`StoreError::ReadOnly`];
/// [`StoreError::Io`].
pub fn sealed(ledger: &Path) -> Result<SignedCheckpoint, StoreError> {
    Ok(Sealed::read(ledger)?.signed)
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
    let (sealed, replay, events, tree) = journal(ledger, anchors, map, progress)?;
    let snapshot = sealed.snapshot_of(&replay);
    let (state, model, _, _) = replay.into_parts();
    let (checkpoint, events, source) = (sealed.signed, Box::new(events), ReadFrom::Journal);
    let reading = Reading { checkpoint, snapshot, model, events, source, told: None };
    Ok(Folded { reading, state, tree })
}

/// Folds the journal, and notes where its events stand.
fn journal<M: ParallelMap>(
    ledger: &Path,
    anchors: &TrustAnchors<'_>,
    map: M,
    progress: &mut dyn FnMut(u64),
) -> Result<(Sealed, Replay<M>, JournalEvents, Tree), StoreError> {
    let (mut events, mut tree) = (JournalEvents::new(ledger), Tree::default());
    let (sealed, replay) = replay(ledger, anchors, map, &mut |first, span, entries| {
        progress(first.0 + entries.len() as u64);
        entries.iter().for_each(|entry| tree.push(entry.leaf));
        events.note(first, span, entries);
    })?;
    Ok((sealed, replay, events, tree))
}

/// Replays the journal up to the seal, frame by frame, and holds it against what the seal claims and the reader brought.
fn replay<M: ParallelMap>(
    ledger: &Path,
    anchors: &TrustAnchors<'_>,
    map: M,
    on_frame: &mut dyn FnMut(Sequence, Span, Vec<ReplayedEntry>),
) -> Result<(Sealed, Replay<M>), StoreError> {
    let sealed = Sealed::read(ledger)?;
    let judged = sealed.judged(anchors)?;
    let replay = replayed(ledger, &sealed, map, on_frame)?;
    let mut faults = replay.faults().to_vec();
    let missing = match sealed.claimed.missing(replay.size()) {
        // A seal that is behind its snapshots says nothing of the events between: they are there, or are missing.
        Some(_) => sealed.claimed.missing(replay.size().max(held(ledger)?)),
        None => None,
    };
    let of_seal = missing.into_iter().chain(sealed.claimed.faults(&replay));
    faults.extend(of_seal.chain(judged.fault).map(Fault::of_ledger));
    if faults.is_empty() { Ok((sealed, replay)) } else { Err(StoreError::ReadOnly(faults)) }
}

/// How many events the journal has in whole frames, to the first damage.
fn held(ledger: &Path) -> Result<Size, StoreError> {
    let (disk, io) = (Folder::new(ledger), || StoreError::io(Doing::Read, ledger.join(files::JOURNAL)));
    let mut held = 0;
    for step in Walk::begin(&disk, None).map_err(io())? {
        let (_, Step::Frame(envelopes)) = step.map_err(io())? else { break };
        held += envelopes.len() as u64;
    }
    Ok(Size(held))
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
    let (Sealed { signed: newest, .. }, _) = replay(ledger, anchors, map, &mut |first, _, entries| {
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
