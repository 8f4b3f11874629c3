//! What the journal and the seal say when a writer starts. Recovery decides by the table of `docs/format.md`; it does
//! not guess, and never writes over what it judged bad.

use super::JournalWriter;
use super::disk::Disk;
use super::walk::{Span, Step, Walk};
use crate::crypto::hash::TreeHash;
use crate::crypto::parallel::ParallelMap;
use crate::crypto::vkey::VerifierKey;
use crate::domain::number::Size;
use crate::ledger::files::seal::{SEAL_BYTES, Seal, SlotNumber};
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::tree::merkle::Tree;
use crate::ledger::tree::node::leaf_hash;
use crate::store::error::{Doing, StoreError};
use crate::store::files;
use crate::store::kept_fold::{self, Found};
use crate::store::publish::{PublishedCheckpoint, Stamps, published_checkpoint};
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
    /// From where the replay began.
    pub began: Beginning,
    /// How far the log was published then, and how the files stood.
    pub publication: Option<(Size, Stamps)>,
}

/// From where a writer began to fold the events.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Beginning {
    /// From the first event.
    First,
    /// Behind a fold that was kept, of so many events.
    Fold(Size),
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

/// Reads journal and seal, and decides. Nothing is written. Of the events that are in a fold which the log's `key` kept, no
/// signature is checked again: their bytes are held against the root that is sealed. Whole frames behind the seal are kept.
///
/// # Errors
/// As [`recover_with`].
pub fn recover<D: Disk, M: ParallelMap + Clone>(
    disk: &D,
    map: M,
    key: Option<&VerifierKey>,
) -> Result<Recovered<M>, StoreError> {
    recover_with(disk, map, key, Unsealed::Kept)
}

/// The same, for whoever keeps them or not.
///
/// # Errors
/// [`StoreError::ReadOnly`] with the exact place for anything wrong before the seal, a seal with no whole slot, a
/// checkpoint in either slot that the journal does not give, or, for whoever sets aside, one in the midst of a frame;
/// [`StoreError::Io`].
pub fn recover_with<D: Disk, M: ParallelMap + Clone>(
    disk: &D,
    map: M,
    key: Option<&VerifierKey>,
    unsealed: Unsealed,
) -> Result<Recovered<M>, StoreError> {
    // Before the seal: a writer writes it after that.
    let snapshot = snapshots::kept(disk).map_err(StoreError::io(Doing::Read, files::SNAPSHOTS))?;
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
        .with_snapshot(snapshot.map(ClaimedSnapshot::Kept))
        .with_snapshot(published_snapshot);
    let (walk, begin) = begun(disk, map, key, &claimed, sealed)?;
    let Walked { replay, tree, journal, torn, behind, began, publication } = walked(walk, begin, sealed, unsealed)?;
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
        began,
        publication,
        latest: latest.clone(),
        slot,
        other_slot_is_whole: seal.damaged().is_empty() && seal.bytes == SEAL_BYTES,
        published: true_published,
        torn: torn.or(behind),
    })
}

/// The journal, walked to its end or to a write that did not end.
struct Walked<M> {
    replay: Replay<M>,
    tree: Tree,
    journal: JournalWriter,
    torn: Option<Torn>,
    /// Where whole frames begin that are not kept.
    behind: Option<Torn>,
    began: Beginning,
    publication: Option<(Size, Stamps)>,
}

/// Where a replay begins: behind the fold that a key kept, if its events stand there, or at the first event.
fn begun<'d, D: Disk, M: ParallelMap + Clone>(
    disk: &'d D,
    map: M,
    key: Option<&VerifierKey>,
    claimed: &ClaimedCheckpoints,
    sealed: Size,
) -> Result<(Walk<'d, D>, Walked<M>), StoreError> {
    let io = StoreError::io(Doing::Read, files::JOURNAL);
    let walk = || Walk::begin(disk, Some(sealed));
    // A snapshot of fewer events is held against what these come to, which only a replay of all of them says.
    let is_below = |size: Size| claimed.snapshot_sizes().any(|claimed| claimed < size);
    let behind = |tree: &Tree| {
        let mut walk = walk().ok().filter(|_| tree.size() <= sealed && !is_below(tree.size()))?;
        Some((passed(&mut walk, tree, &map)?, walk))
    };
    let found = key.and_then(|key| kept_fold::read(disk, key, &map, behind));
    if let Some(Found { fold, tree, published: publication, beside: Some((journal, walk)) }) = found {
        let (began, replay) = (Beginning::Fold(tree.size()), claimed.replay_behind(map, fold, &tree));
        return Ok((walk, Walked { replay, tree, journal, torn: None, behind: None, began, publication }));
    }
    let (replay, tree, journal) = (claimed.replay(map), Tree::default(), JournalWriter::start());
    let began = Beginning::First;
    let begin = Walked { replay, tree, journal, torn: None, behind: None, began, publication: None };
    Ok((walk().map_err(io)?, begin))
}

/// Passes the entries of a tree, each held against its leaf: where the next frame goes; none where others stand there.
fn passed<D: Disk>(walk: &mut Walk<'_, D>, tree: &Tree, map: &impl ParallelMap) -> Option<JournalWriter> {
    let (mut leaves, mut journal) = (tree.leaves(), JournalWriter::start());
    while !leaves.is_empty() {
        let (Span { file, offset, bytes }, Step::Frame(entries)) = walk.next()?.ok()? else { return None };
        let (expected, behind) = leaves.split_at_checked(entries.len())?;
        let share = entries.len().div_ceil(map.width()).max(1);
        let are_they = |(entries, leaves): (&[Vec<u8>], &[TreeHash])| {
            entries.iter().zip(leaves).all(|(entry, leaf)| leaf_hash(entry) == *leaf)
        };
        let shares = entries.chunks(share).zip(expected.chunks(share)).collect();
        if map.map(shares, are_they).contains(&false) {
            return None;
        }
        (leaves, journal) = (behind, JournalWriter { file, length: offset + bytes });
    }
    Some(journal)
}

/// Walks on to the end of the journal, to a write that did not end, or to what is not kept behind the seal.
fn walked<D: Disk, M: ParallelMap>(
    walk: Walk<'_, D>,
    mut walked: Walked<M>,
    sealed: Size,
    unsealed: Unsealed,
) -> Result<Walked<M>, StoreError> {
    let Walked { replay, tree, journal, torn, behind, .. } = &mut walked;
    let mut seen = tree.size().0;
    let mut on_frame = |replay: &mut Replay<M>, Span { file, offset, bytes }: Span, entries: Vec<ReplayedEntry>| {
        if let Some(fault) = replay.faults().first() {
            let place = Fault::at(&file, offset, fault.what.clone());
            return Err(read_only(Fault { place: place.place, ..fault.clone() }));
        }
        entries.iter().for_each(|entry| tree.push(entry.leaf));
        *journal = JournalWriter { file, length: offset + bytes };
        Ok(())
    };
    let mut feeder = FrameFeeder::default();
    for step in walk {
        let (span, step) = step.map_err(StoreError::io(Doing::Read, files::JOURNAL))?;
        match step {
            Step::Frame(_) if unsealed == Unsealed::SetAside && seen >= sealed.0 => {
                *behind = Some(Torn { file: span.file, offset: span.offset });
                break;
            }
            Step::Frame(envelopes) => {
                seen += envelopes.len() as u64;
                // Nobody seals a part of a frame: what was signed cannot be told from what was not.
                if unsealed == Unsealed::SetAside && seen > sealed.0 {
                    feeder.rest(replay, &mut on_frame)?;
                    let what = FaultKind::Unsealed(Size(seen - sealed.0));
                    return Err(read_only(Fault::at(&span.file, span.offset, what)));
                }
                feeder.take(replay, span, envelopes, &mut on_frame)?;
            }
            Step::Damage { what, .. } => {
                feeder.rest(replay, &mut on_frame)?;
                return Err(read_only(Fault::at(&span.file, span.offset, what)));
            }
            Step::TornTail => {
                *torn = Some(Torn { file: span.file, offset: span.offset });
                break;
            }
        }
    }
    feeder.rest(replay, &mut on_frame)?;
    Ok(walked)
}

fn read_only(fault: Fault) -> StoreError {
    StoreError::ReadOnly(vec![fault])
}
