//! A log with its entries, read to be compared.

use super::super::{Fault, FaultKind, Published, Replay};
use super::Side;
use crate::crypto::vkey::VerifierKey;
use crate::domain::event::RecordedEvent;
use crate::domain::id::EventHash;
use crate::domain::number::{Sequence, Size};
use crate::ledger::entry::ParallelMap;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::submission::SignatureCheck;
use crate::ledger::tree::merkle::Tree;
use crate::ledger::tree::tile::bundles;
use crate::tally::ReadModel;
use crate::verify::published::read_bundle;

/// How many bundles are replayed at once: enough for every core.
const BUNDLES_AT_ONCE: usize = 4;

/// What the entries of a log give.
#[derive(Debug, Default)]
pub struct ReplayedLog {
    tree: Tree,
    model: ReadModel,
    log_keys: Vec<(Size, VerifierKey)>,
    later: Vec<LaterEntry>,
}

/// An entry, as it came in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LaterEntry {
    /// Its place.
    pub sequence: Sequence,
    /// Its event's hash.
    pub event: EventHash,
    /// What happened; none where it cannot be read, or should not have been let in.
    pub recorded: Option<RecordedEvent>,
}

impl ReplayedLog {
    /// Reads the log under a checkpoint, and keeps its entries from the size `since` on. Every entry is replayed, and no
    /// tile is believed. Faults of single events are not told here; entries that do not give the checkpoint's root are.
    ///
    /// # Errors
    /// Those of the place.
    pub fn read<P: Published, M: ParallelMap>(
        published: &P,
        map: M,
        signed: SignedCheckpoint,
        since: Size,
        on_entries: &mut dyn FnMut(u64),
    ) -> Result<Result<Side, Fault>, P::Error> {
        let (checkpoint, mut whole) = (signed.checkpoint().clone(), Self::default());
        let (mut replay, mut chunk) = (Replay::new(map, SignatureCheck::Verify), Vec::new());
        for (bundle, number) in bundles(Size(0), checkpoint.size).zip(1_usize..) {
            match read_bundle(published, bundle)? {
                Ok(entries) => chunk.extend(entries),
                Err(what) => return Ok(Err(Fault::of_tile(bundle, what))),
            }
            if number == 1 || number.is_multiple_of(BUNDLES_AT_ONCE) {
                whole.feed(&mut replay, std::mem::take(&mut chunk), since);
                on_entries(replay.size().0);
            }
        }
        whole.feed(&mut replay, chunk, since);
        let (size, sealed, recomputed) = (checkpoint.size, checkpoint.root, replay.root());
        if recomputed != sealed {
            return Ok(Err(Fault::of_ledger(FaultKind::Root { size, sealed, recomputed })));
        }
        whole.log_keys = replay.log_keys().to_vec();
        whole.model = replay.into_parts().1;
        Ok(Ok(Side { signed, whole: Some(whole) }))
    }

    fn feed<M: ParallelMap>(&mut self, replay: &mut Replay<M>, entries: Vec<Vec<u8>>, since: Size) {
        for replayed in replay.feed(entries) {
            let sequence = self.tree.size().next();
            self.tree.push(replayed.leaf);
            if !since.covers(sequence) {
                self.later.push(LaterEntry { sequence, event: replayed.hash, recorded: replayed.recorded });
            }
        }
    }

    /// The tree over the entries.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// The read model after the last entry.
    pub fn model(&self) -> &ReadModel {
        &self.model
    }

    /// The entries from the size on that was asked for.
    pub fn later(&self) -> &[LaterEntry] {
        &self.later
    }

    /// The log's key in force for a checkpoint of this size.
    pub fn log_key_at(&self, size: Size) -> Option<&VerifierKey> {
        self.log_keys.iter().rev().find(|(since, _)| *since <= size).map(|(_, key)| key)
    }

    /// The first place at which two logs have different entries; none where one goes on where the other ends.
    pub fn first_difference(&self, other: &Self) -> Option<Sequence> {
        let mut pairs = self.tree.leaves().iter().zip(other.tree.leaves());
        pairs.position(|(one, other)| one != other).map(|at| Sequence(at as u64))
    }
}
