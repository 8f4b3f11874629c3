//! The verification of a published log, step by step: whoever reads its files hands them in as they are asked for, from a disk, a
//! server, or a page. What is found is the same.

use super::conclude::{ClaimedCheckpoints, TrustAnchors, conclude};
use super::fault::{Fault, FaultKind};
use super::feeder::Feeder;
use super::replay::Replay;
use super::report::Report;
use crate::crypto::hash::TreeHash;
use crate::crypto::parallel::ParallelMap;
use crate::crypto::vkey::VerifierKey;
use crate::domain::id::EventHash;
use crate::domain::number::Size;
use crate::domain::origin::Origin;
use crate::domain::state::State;
use crate::ledger::envelope::Envelope;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::tree::merkle::Tree;
use crate::ledger::tree::node::leaf_hash;
use crate::ledger::tree::tile::{Tile, bundles, hash_tiles};

/// What a published log turned out to be.
#[derive(Debug)]
pub struct Inspected {
    /// What the verifier found.
    pub report: Report,
    /// The state that the entries give.
    pub state: State,
    /// The tree over the entries.
    pub tree: Tree,
    /// The signed checkpoint, if there is one that can be read.
    pub checkpoint: Option<SignedCheckpoint>,
    /// The signed snapshot, if there is one that the entries give.
    pub snapshot: Option<SignedSnapshot>,
    /// Every key that the log had, each with the size from which on it signs.
    pub log_keys: Vec<(Size, VerifierKey)>,
}

/// A published log being verified: first its bundles in their order, then its tiles of hashes, then the conclusion.
#[derive(Debug)]
pub struct Inspection<M> {
    claimed: ClaimedCheckpoints,
    replay: Replay<M>,
    feeder: Feeder,
    /// Whether helpers look at signatures.
    is_helped: bool,
    tree: Tree,
    /// How many entries are asked for.
    wanted: Size,
    /// How many tiles of hashes were held against the entries, once all entries are in.
    tiles: Option<u64>,
}

impl<M: ParallelMap> Inspection<M> {
    /// Begins with what the log claims. Of a log that the reader does not trust nothing is asked: whoever serves it can make
    /// it as long as they like.
    pub fn begin(claimed: ClaimedCheckpoints, map: M, anchors: &TrustAnchors<'_>) -> Self {
        let mut replay = claimed.replay(map).looking_for(anchors.expected);
        let is_trusted = anchors.judge(&claimed).is_trusted();
        if !is_trusted {
            replay.leave_unread();
        }
        let size = claimed.latest().map_or(Size(0), |signed| signed.checkpoint().size);
        let wanted = if is_trusted { size } else { Size(0) };
        Self {
            claimed,
            replay,
            feeder: Feeder::default(),
            is_helped: false,
            tree: Tree::default(),
            wanted,
            tiles: None,
        }
    }

    /// Takes the word of helpers for the signatures of the entries that are handed in next, by hash.
    pub fn vouch(&mut self, entries: impl IntoIterator<Item = EventHash>) {
        self.is_helped = true;
        self.replay.vouch(entries);
    }

    /// How many entries are asked for in all, and how many were handed in.
    pub fn reach(&self) -> (Size, Size) {
        (self.wanted, self.tree.size())
    }

    /// The log that it claims to be, where it claims anything.
    pub fn origin(&self) -> Option<&Origin> {
        self.claimed.latest().map(|signed| &signed.checkpoint().origin)
    }

    /// How many signatures were looked at so far.
    pub fn signatures(&self) -> u64 {
        self.replay.signatures()
    }

    /// The bundles that are still to be handed in, in their order; none once no more is asked for.
    pub fn bundles(&self) -> impl Iterator<Item = Tile> + use<M> {
        bundles(self.tree.size(), self.wanted)
    }

    /// The bundle that is to be handed in next.
    pub fn next_bundle(&self) -> Option<Tile> {
        self.bundles().next()
    }

    /// Takes the entries of that bundle, or why there are none: nothing can be said of what follows a gap.
    pub fn take(&mut self, bundle: Tile, read: Result<Vec<Vec<u8>>, FaultKind>) {
        match read {
            Ok(entries) => {
                let is_log = entries.iter().all(|entry| Envelope::decode(entry).is_ok());
                entries.iter().for_each(|entry| self.tree.push(leaf_hash(entry)));
                self.feeder.take(&mut self.replay, entries);
                // The word of helpers is about these entries alone.
                if self.is_helped {
                    self.feeder.rest(&mut self.replay);
                }
                // What holds no envelopes is told once, and not followed to its end.
                if !is_log {
                    self.wanted = self.tree.size();
                }
            }
            Err(what) => {
                self.wanted = self.tree.size();
                let is_missing = what == FaultKind::FileMissing;
                let fault = Fault::of_tile(bundle, what);
                if is_missing { self.replay.add_gap(fault) } else { self.replay.add_fault(fault) }
            }
        }
    }

    /// The tile of hashes that is to be held against the entries next, once no more bundles are asked for.
    pub fn next_tile(&mut self) -> Option<Tile> {
        self.tiles().next()
    }

    /// The tiles of hashes that are still to be held against the entries, once no more bundles are asked for.
    pub fn tiles(&mut self) -> impl Iterator<Item = Tile> + use<M> {
        if self.tiles.is_none() {
            self.feeder.rest(&mut self.replay);
        }
        let done = *self.tiles.get_or_insert(0);
        let has = self.tree.size();
        let size = self.claimed.latest().map_or(Size(0), |signed| signed.checkpoint().size);
        // Behind a gap, only what cannot grow any more is known.
        let is_known = move |tile: &Tile| tile.is_full() || has == size;
        hash_tiles(Size(0), has).filter(is_known).skip(usize::try_from(done).unwrap_or(usize::MAX))
    }

    /// Holds the hashes of that tile against the entries, or notes why there are none.
    pub fn hold(&mut self, tile: Tile, stated: Result<Vec<TreeHash>, FaultKind>) {
        *self.tiles.get_or_insert(0) += 1;
        let fault = match stated {
            Ok(hashes) => {
                let stated: Vec<u8> = hashes.iter().flat_map(|hash| hash.0).collect();
                (self.tree.tile(tile) != Some(stated)).then_some(FaultKind::TileForged)
            }
            Err(FaultKind::TileFormat(_)) => Some(FaultKind::TileForged),
            Err(what) => Some(what),
        };
        if let Some(what) = fault {
            self.replay.add_fault(Fault::of_tile(tile, what));
        }
    }

    /// What was found, held against what is claimed and what the reader brought.
    pub fn conclude(mut self, anchors: &TrustAnchors<'_>) -> Inspected {
        self.feeder.rest(&mut self.replay);
        let Self { claimed, mut replay, tree, tiles, .. } = self;
        if replay.size() == Size(0) && replay.has_no_gap() && !claimed.is_lacking() {
            replay.add_fault(Fault::of_ledger(FaultKind::Nothing));
        }
        let (state, log_keys) = (replay.state().clone(), replay.log_keys().to_vec());
        let report = Report { tiles: Some(tiles.unwrap_or(0)), ..conclude(replay, &claimed, anchors) };
        let snapshot = claimed.agreeing(report.snapshot).cloned();
        Inspected { report, state, tree, checkpoint: claimed.latest().cloned(), snapshot, log_keys }
    }
}
