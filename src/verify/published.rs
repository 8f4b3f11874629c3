//! A published log: the files that anybody can serve, verified from their bytes alone.

use super::conclude::{ClaimedCheckpoints, TrustAnchors, conclude};
use super::fault::{Fault, FaultKind};
use super::feeder::Feeder;
use super::replay::Replay;
use super::report::Report;
use crate::crypto::note::NOTE_BYTES_MAX;
use crate::domain::number::Size;
use crate::domain::state::State;
use crate::ledger::entry::ParallelMap;
use crate::ledger::envelope::Envelope;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::submission::SignatureCheck;
use crate::ledger::tree::merkle::Tree;
use crate::ledger::tree::node::leaf_hash;
use crate::ledger::tree::tile::{Tile, bundles, hash_tiles};

/// The signed checkpoint's name among the published files.
pub const CHECKPOINT: &str = "checkpoint";

/// Where the files of a published log are had from: a folder, a tar, a server.
pub trait Published {
    /// Why a file could not be asked for. That there is none is no error.
    type Error;

    /// A file's bytes, or nothing where there is no such file. `file` is relative, as `tile/0/000`; what is longer than
    /// `bytes_max` is cut off after one byte more, so that the reader sees that it is no such file.
    ///
    /// # Errors
    /// Those of the place.
    fn read(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, Self::Error>;
}

impl<P: Published + ?Sized> Published for &P {
    type Error = P::Error;

    fn read(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, P::Error> {
        (**self).read(file, bytes_max)
    }
}

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
}

/// The checkpoint of a published log, if it has one that can be read. Its signatures are not checked.
///
/// # Errors
/// Those of the place.
pub fn checkpoint<P: Published>(published: &P) -> Result<Option<SignedCheckpoint>, P::Error> {
    let bytes = published.read(CHECKPOINT, NOTE_BYTES_MAX)?;
    Ok(bytes.and_then(|bytes| SignedCheckpoint::parse(&bytes).ok()))
}

/// A tile or bundle. A partial one may be gone when the full one stands in its place, which is then read instead.
///
/// # Errors
/// Those of the place.
pub fn read_tile<P: Published>(published: &P, tile: Tile) -> Result<Option<(Tile, Vec<u8>)>, P::Error> {
    for tile in [Some(tile), Some(tile.filled()).filter(|_| !tile.is_full())].into_iter().flatten() {
        if let Some(bytes) = published.read(&tile.to_string(), tile.bytes_max())? {
            return Ok(Some((tile, bytes)));
        }
    }
    Ok(None)
}

/// The entries of a bundle, as many as the log of that size has in it; or the fault.
///
/// # Errors
/// Those of the place.
pub fn read_bundle<P: Published>(published: &P, bundle: Tile) -> Result<Result<Vec<Vec<u8>>, FaultKind>, P::Error> {
    let Some((found, bytes)) = read_tile(published, bundle)? else { return Ok(Err(FaultKind::TileMissing)) };
    let mut entries = match found.entries(&bytes) {
        Ok(entries) => entries,
        Err(error) => return Ok(Err(FaultKind::TileFormat(error))),
    };
    entries.truncate(bundle.width());
    Ok(Ok(entries))
}

/// Verifies a published log as a stranger would: every entry replayed, every tile recomputed from the entries and none
/// believed, the root held against the checkpoint. `on_entries` is handed the entries in their order, before anything
/// about them is known to be right.
///
/// # Errors
/// Those of the place: that is no verdict.
pub fn inspect<P: Published, M: ParallelMap>(
    published: &P,
    map: M,
    anchors: &TrustAnchors<'_>,
    on_entries: &mut dyn FnMut(&[Vec<u8>]),
) -> Result<Inspected, P::Error> {
    let claimed = ClaimedCheckpoints::of_published(checkpoint(published)?);
    let size = claimed.latest().map_or(Size(0), |signed| signed.checkpoint().size);
    let mut replay =
        Replay::new(map, SignatureCheck::Verify).keeping_roots_at(claimed.sizes()).looking_for(anchors.expected);
    let (mut tree, mut feeder) = (Tree::default(), Feeder::default());
    // Of a log that the reader does not trust nothing is read: whoever serves it can make it as long as they like.
    let judged = anchors.policy.zip(claimed.latest()).is_none_or(|(policy, signed)| policy.judge(signed).is_ok());
    let read = if judged { size } else { Size(0) };
    for bundle in bundles(Size(0), read) {
        let entries = match read_bundle(published, bundle)? {
            Ok(entries) => entries,
            Err(what) => {
                // Nothing can be said of what follows a gap.
                replay.add_fault(Fault::of_tile(bundle, what));
                break;
            }
        };
        let is_log = entries.iter().all(|entry| Envelope::decode(entry).is_ok());
        on_entries(&entries);
        entries.iter().for_each(|entry| tree.push(leaf_hash(entry)));
        feeder.take(&mut replay, entries);
        // What holds no envelopes is told once, and not followed to its end.
        if !is_log {
            break;
        }
    }
    feeder.rest(&mut replay);
    let mut tiles = 0;
    // Behind a gap, only what cannot grow any more is known.
    let is_known = |tile: &Tile| tile.is_full() || tree.size() == size;
    for tile in hash_tiles(Size(0), tree.size()).filter(is_known) {
        tiles += 1;
        if let Some(what) = tile_fault(published, &tree, tile)? {
            replay.add_fault(Fault::of_tile(tile, what));
        }
    }
    if replay.size() == Size(0) {
        replay.add_fault(Fault::of_ledger(FaultKind::Nothing));
    }
    let state = replay.state().clone();
    let report = Report { tiles: Some(tiles), ..conclude(replay, &claimed, anchors) };
    Ok(Inspected { report, state, tree, checkpoint: claimed.latest().cloned() })
}

fn tile_fault<P: Published>(published: &P, tree: &Tree, tile: Tile) -> Result<Option<FaultKind>, P::Error> {
    let Some((found, bytes)) = read_tile(published, tile)? else { return Ok(Some(FaultKind::TileMissing)) };
    // A full tile that stands in for a partial one goes on beyond what this checkpoint covers.
    let is_whole = bytes.len() == found.bytes_max();
    let stated = is_whole.then(|| &bytes[..tile.bytes_max()]);
    let recomputed = tree.tile(tile);
    Ok((stated != recomputed.as_deref()).then_some(FaultKind::TileForged))
}
