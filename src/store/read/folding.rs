//! Folding the journal up to the seal, every signature checked, and holding it against what the seal claims.

use std::path::Path;

use super::reading::{ReadFrom, Reading};
use crate::crypto::parallel::ParallelMap;
use crate::domain::number::{Sequence, Size};
use crate::domain::state::State;
use crate::ledger::tree::merkle::Tree;
use crate::store::error::{Doing, StoreError};
use crate::store::files;
use crate::store::journal::disk::Folder;
use crate::store::journal::walk::{Span, Step, Walk};
use crate::store::journal_events::JournalEvents;
use crate::store::sealed::Sealed;
use crate::tally::read_model::ReadModel;
use crate::verify::conclude::TrustAnchors;
use crate::verify::fault::Fault;
use crate::verify::feeder::FrameFeeder;
use crate::verify::replay::{Replay, ReplayedEntry};

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
pub(super) fn journal<M: ParallelMap>(
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
pub(super) fn replay<M: ParallelMap>(
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
