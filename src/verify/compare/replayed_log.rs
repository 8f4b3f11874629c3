//! A log with its entries, read to be compared.

use super::super::fault::{Fault, FaultKind};
use super::super::feeder::Feeder;
use super::super::published::Published;
use super::super::replay::{Replay, ReplayedEntry};
use crate::crypto::parallel::ParallelMap;
use crate::crypto::vkey::VerifierKey;
use crate::domain::event::RecordedEvent;
use crate::domain::id::EventHash;
use crate::domain::number::{Sequence, Size};
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::tree::merkle::Tree;
use crate::ledger::tree::tile::bundles;
use crate::tally::read_model::ReadModel;
use crate::verify::published::read_bundle;

/// What the entries of a log give.
#[derive(Debug, Default)]
pub struct ReplayedLog {
    tree: Tree,
    model: ReadModel,
    log_keys: Vec<(Size, VerifierKey)>,
    later: Vec<LaterEntry>,
    has_newer: bool,
}

/// An entry, as it came in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LaterEntry {
    /// Its place in the log, from 0.
    pub sequence: Sequence,
    /// The hash of its envelope.
    pub event: EventHash,
    /// What happened; none where it cannot be read, or should not have been let in.
    pub recorded: Option<RecordedEvent>,
}

impl ReplayedLog {
    /// A log that was verified already, of which no entry is kept.
    pub fn of(tree: Tree, log_keys: Vec<(Size, VerifierKey)>) -> Self {
        Self { tree, log_keys, ..Self::default() }
    }

    /// Reads the log under a checkpoint, and keeps its entries from the size `since` on. Every entry is replayed, and
    /// no tile is believed. Faults of single events are not told here; entries that do not give the checkpoint's root
    /// are.
    ///
    /// # Errors
    /// Those of the place.
    pub fn read<P: Published, M: ParallelMap>(
        published: &P,
        map: M,
        checkpoint: &Checkpoint,
        since: Size,
        on_entries: &mut dyn FnMut(u64),
    ) -> Result<Result<Self, Fault>, P::Error> {
        let (mut whole, mut feeder) = (Self::default(), Feeder::default());
        let mut replay = Replay::new(map);
        for bundle in bundles(Size(0), checkpoint.size) {
            match read_bundle(published, bundle)? {
                Ok(entries) => whole.take(feeder.take(&mut replay, entries), since),
                Err(what) => return Ok(Err(Fault::of_tile(bundle, what))),
            }
            on_entries(replay.size().0);
        }
        whole.take(feeder.rest(&mut replay), since);
        let (size, sealed, recomputed) = (checkpoint.size, checkpoint.root, replay.root());
        if recomputed != sealed {
            return Ok(Err(Fault::of_ledger(FaultKind::Root { size, sealed, recomputed })));
        }
        whole.log_keys = replay.log_keys().to_vec();
        whole.has_newer = !replay.is_readable();
        whole.model = replay.into_parts().1;
        Ok(Ok(whole))
    }

    fn take(&mut self, replayed: Vec<ReplayedEntry>, since: Size) {
        for entry in replayed {
            let sequence = self.tree.size().next();
            self.tree.push(entry.leaf);
            if !since.covers(sequence) {
                self.later.push(LaterEntry { sequence, event: entry.hash, recorded: entry.recorded });
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

    /// Whether a newer version of the program made some of the entries: what they and those after them changed cannot
    /// be told.
    pub fn has_newer(&self) -> bool {
        self.has_newer
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
