//! What the journal and the seal say when a writer starts. Recovery decides by the table of `docs/format.md`; it does
//! not guess, and never writes over what it judged bad.

use super::JournalWriter;
use super::disk::Disk;
use super::walk::{Span, Step, Walk};
use crate::domain::number::Size;
use crate::ledger::entry::ParallelMap;
use crate::ledger::files::seal::{SEAL_BYTES, Seal, SlotNumber};
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::tree::merkle::Tree;
use crate::store::error::{Doing, StoreError};
use crate::store::files;
use crate::store::publish::{PublishedCheckpoint, published_checkpoint};
use crate::store::snapshots;
use crate::store::witness::witnessed::known_keys;
use crate::verify::claimed_snapshot::ClaimedSnapshot;
use crate::verify::conclude::ClaimedCheckpoints;
use crate::verify::fault::{Fault, FaultKind};
use crate::verify::feeder::FrameFeeder;
use crate::verify::replay::{Replay, ReplayedEntry};

/// A ledger that may be written on.
#[derive(Debug)]
pub struct Recovered<M> {
    /// The replay of the whole journal.
    pub replay: Replay<M>,
    /// The tree over it.
    pub tree: Tree,
    /// Where the next frame goes.
    pub journal: JournalWriter,
    /// The checkpoint with the larger size, from the seal.
    pub latest: SignedCheckpoint,
    /// The slot it stands in.
    pub slot: SlotNumber,
    /// Whether the other slot is whole, or was never written, and nothing follows the two.
    pub other_slot_is_whole: bool,
    /// Whole events after the checkpoint, which were kept: to be sealed.
    pub unsealed: Size,
    /// What stands where the log is published: nothing, or a state of this very log, without false cosignatures.
    pub published: PublishedCheckpoint,
    /// Whether a false cosignature stands there.
    pub published_falsely: bool,
    /// Where what is not kept begins, no frame or one that nobody signed: to be set aside and cut.
    pub torn: Option<Torn>,
}

/// A write that did not end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Torn {
    /// The segment that it is in.
    pub file: String,
    /// The byte of the segment from which on nothing holds.
    pub offset: u64,
}

/// What becomes of whole frames behind the seal, which were never acknowledged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unsealed {
    /// Whoever writes seals them.
    Kept,
    /// Whoever stands by signs nothing, and sets them aside: where they hold, they come again.
    SetAside,
}

/// Hears of the entries of each frame, after they are replayed.
pub type OnEntries<'a, M> = dyn FnMut(&Replay<M>, &[ReplayedEntry]) -> Result<(), StoreError> + 'a;

/// Reads journal and seal, and decides. Nothing is written. Whole frames behind the seal are kept.
///
/// # Errors
/// As [`recover_with`].
pub fn recover<D: Disk, M: ParallelMap + Clone>(
    disk: &D,
    map: M,
    on_entries: &mut OnEntries<'_, M>,
) -> Result<Recovered<M>, StoreError> {
    recover_with(disk, map, Unsealed::Kept, on_entries)
}

/// The same, for whoever keeps them or not.
///
/// # Errors
/// [`StoreError::ReadOnly`] with the exact place for anything wrong before the seal, a seal with no whole slot, or a
/// checkpoint in either slot that the journal does not give; [`StoreError::Io`].
pub fn recover_with<D: Disk, M: ParallelMap + Clone>(
    disk: &D,
    map: M,
    unsealed: Unsealed,
    on_entries: &mut OnEntries<'_, M>,
) -> Result<Recovered<M>, StoreError> {
    // Before the seal: a writer writes it after that.
    let kept = snapshots::kept(disk).map_err(StoreError::io(Doing::Read, files::SNAPSHOTS))?;
    let seal = Seal::decode(&disk.read(files::SEAL).map_err(StoreError::io(Doing::Read, files::SEAL))?);
    let Some((slot, latest)) = seal.latest() else {
        return Err(read_only(Fault::of_ledger(FaultKind::NoCheckpoint)));
    };
    let sealed = latest.checkpoint().size;
    let published =
        published_checkpoint(disk, files::PUBLISHED).map_err(StoreError::io(Doing::Read, files::PUBLISHED))?;
    let published_too = match &published {
        PublishedCheckpoint::Checkpoint(signed) => Some((**signed).clone()),
        PublishedCheckpoint::Nothing | PublishedCheckpoint::Unreadable => None,
    };
    let published_snapshot =
        snapshots::published(disk, files::PUBLISHED).map_err(StoreError::io(Doing::Read, files::PUBLISHED))?;
    let claimed = ClaimedCheckpoints::of_seal(&seal)
        .with_published(published_too)
        .with_snapshot(kept.map(ClaimedSnapshot::Kept))
        .with_snapshot(published_snapshot);
    let mut replay = claimed.replay(map);
    let (mut tree, mut journal, mut torn) = (Tree::default(), JournalWriter::start(), None);
    let mut on_frame = |replay: &mut Replay<M>, place: Span, entries: Vec<ReplayedEntry>| {
        let Span { file, offset, bytes } = place;
        if let Some(fault) = replay.faults().first() {
            let place = Fault::at(&file, offset, fault.what.clone());
            return Err(read_only(Fault { place: place.place, ..fault.clone() }));
        }
        entries.iter().for_each(|entry| tree.push(entry.leaf));
        on_entries(replay, &entries)?;
        journal = JournalWriter { file, length: offset + bytes };
        Ok(())
    };
    let io = || StoreError::io(Doing::Read, files::JOURNAL);
    let (mut feeder, mut walked, mut behind) = (FrameFeeder::default(), Size(0), None);
    for step in Walk::begin(disk, Some(sealed)).map_err(io())? {
        let (span, step) = step.map_err(io())?;
        match step {
            Step::Frame(_) if unsealed == Unsealed::SetAside && walked >= sealed => {
                behind = Some(Torn { file: span.file, offset: span.offset });
                break;
            }
            Step::Frame(envelopes) => {
                walked = Size(walked.0 + envelopes.len() as u64);
                feeder.take(&mut replay, span, envelopes, &mut on_frame)?;
            }
            Step::Damage { what, .. } => {
                feeder.rest(&mut replay, &mut on_frame)?;
                return Err(read_only(Fault::at(&span.file, span.offset, what)));
            }
            Step::TornTail => {
                torn = Some(Torn { file: span.file, offset: span.offset });
                break;
            }
        }
    }
    feeder.rest(&mut replay, &mut on_frame)?;
    // In both slots, and where it is published: another history, or a longer one, under the log's own key must not be
    // written over.
    let faults: Vec<_> = claimed.missing(replay.size()).into_iter().chain(claimed.faults(&replay)).collect();
    if !faults.is_empty() {
        return Err(StoreError::ReadOnly(faults.into_iter().map(Fault::of_ledger).collect()));
    }
    // A frame is durable before a slot is touched, so no crash leaves both torn: the slot may have sealed the frame.
    if let (Some(torn), [damaged, ..]) = (&torn, &seal.damaged()[..]) {
        return Err(read_only(Fault::at(&torn.file, torn.offset, FaultKind::Slot(*damaged))));
    }
    let true_published = published.without_false(&known_keys(disk));
    Ok(Recovered {
        published_falsely: true_published != published,
        unsealed: Size(replay.size().0 - sealed.0),
        replay,
        tree,
        journal,
        latest: latest.clone(),
        slot,
        other_slot_is_whole: seal.damaged().is_empty() && seal.bytes == SEAL_BYTES,
        published: true_published,
        torn: torn.or(behind),
    })
}

fn read_only(fault: Fault) -> StoreError {
    StoreError::ReadOnly(vec![fault])
}
