//! A published log: the files that anybody can serve, verified from their bytes alone.

use std::fmt::Display;

use super::claimed_snapshot::ClaimedSnapshot;
use super::conclude::{ClaimedCheckpoints, TrustAnchors};
use super::fault::{Fault, FaultKind};
use super::inspection::{Inspected, Inspection};
use crate::crypto::hash::TreeHash;
use crate::crypto::note::NOTE_BYTES_MAX;
use crate::crypto::parallel::ParallelMap;
use crate::ledger::note::checkpoint::{CheckpointError, SignedCheckpoint};
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::tree::tile::{Tile, TileError, TileKind};
use crate::ledger::tree::tile_reader::TileReaderError;

/// The signed checkpoint's name among the published files.
pub const CHECKPOINT: &str = "checkpoint";

/// The signed snapshot's name among the published files.
pub const SNAPSHOT: &str = "snapshot";

/// The name of the file that repeats the manifest of the founding act.
pub const MANIFEST: &str = "manifest.toml";

/// The name of the file with the log's key.
pub const LOG_VKEY: &str = "log.vkey";

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

    /// The same, asked of the place itself and of no cache before it. A place without one has said already what it has.
    ///
    /// # Errors
    /// Those of the place.
    fn read_past_caches(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, Self::Error> {
        let _ = (file, bytes_max);
        Ok(None)
    }

    /// Whether an error is about one file alone, so that another may be had that says the same.
    fn is_of_one_file(error: &Self::Error) -> bool {
        let _ = error;
        false
    }
}

impl<P: Published + ?Sized> Published for &P {
    type Error = P::Error;

    fn read(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, P::Error> {
        (**self).read(file, bytes_max)
    }

    fn read_past_caches(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, P::Error> {
        (**self).read_past_caches(file, bytes_max)
    }

    fn is_of_one_file(error: &P::Error) -> bool {
        P::is_of_one_file(error)
    }
}

/// Why a published log has no checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoCheckpoint {
    /// The file is not there.
    Missing,
    /// What stands in its place is none.
    Malformed(CheckpointError),
}

impl NoCheckpoint {
    /// The fault that it is of the log.
    pub fn fault(&self) -> FaultKind {
        match self {
            Self::Missing => FaultKind::FileMissing,
            Self::Malformed(error) => error.change().map_or(FaultKind::NoCheckpoint, FaultKind::Changed),
        }
    }
}

/// The checkpoint of a published log. Its signatures are not checked.
///
/// # Errors
/// Those of the place.
pub fn checkpoint<P: Published>(published: &P) -> Result<Result<SignedCheckpoint, NoCheckpoint>, P::Error> {
    let read = read_one(published, &[CHECKPOINT], |_| NOTE_BYTES_MAX, |_, bytes| SignedCheckpoint::parse(bytes))?;
    Ok(read.map_err(|why| why.map_or(NoCheckpoint::Missing, NoCheckpoint::Malformed)))
}

/// What stands in the place of a published log's snapshot; none where nothing does. Its signatures are not checked.
///
/// # Errors
/// Those of the place.
pub fn snapshot<P: Published>(published: &P) -> Result<Option<ClaimedSnapshot>, P::Error> {
    match read_one(published, &[SNAPSHOT], |_| NOTE_BYTES_MAX, |_, bytes| SignedSnapshot::parse(bytes)) {
        Ok(Ok(signed)) => Ok(Some(ClaimedSnapshot::Published(signed))),
        Ok(Err(error)) => Ok(error.map(|error| ClaimedSnapshot::Unreadable(SNAPSHOT.to_owned(), error))),
        // A log need not have one, and a server need not say so in the way that servers do.
        Err(error) if P::is_of_one_file(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The hashes of a tile, as many as it promises.
///
/// # Errors
/// [`TileReaderError`]: there is none, or the place fails.
pub fn read_hashes<P: Published>(published: &P, tile: Tile) -> Result<Vec<TreeHash>, TileReaderError<P::Error>> {
    read_tile(published, tile, Tile::hashes)
}

/// The entries of a bundle, as many as the log of that size has in it; or the fault.
///
/// # Errors
/// Those of the place.
pub fn read_bundle<P: Published>(published: &P, bundle: Tile) -> Result<Result<Vec<Vec<u8>>, FaultKind>, P::Error> {
    faulty(read_tile(published, bundle, Tile::entries))
}

/// What a tile or bundle holds. A partial one may be gone when the full one stands in its place, which goes on where the
/// partial one ended.
fn read_tile<P: Published, T>(
    published: &P,
    tile: Tile,
    parse: fn(Tile, &[u8]) -> Result<Vec<T>, TileError>,
) -> Result<Vec<T>, TileReaderError<P::Error>> {
    let files: &[Tile] = if tile.is_full() { &[tile] } else { &[tile, tile.filled()] };
    match read_one(published, files, Tile::bytes_max, parse).map_err(TileReaderError::Place)? {
        Ok(mut items) => {
            items.truncate(tile.width());
            Ok(items)
        }
        Err(None) => Err(TileReaderError::Missing(tile)),
        Err(Some(error)) => Err(TileReaderError::Malformed(tile, error)),
    }
}

/// The same, where a tile that is none is a fault of the log.
fn faulty<T, E>(read: Result<T, TileReaderError<E>>) -> Result<Result<T, FaultKind>, E> {
    match read {
        Ok(items) => Ok(Ok(items)),
        Err(TileReaderError::Malformed(_, error)) => Ok(Err(FaultKind::TileFormat(error))),
        Err(TileReaderError::Place(error)) => Err(error),
        Err(TileReaderError::Missing(_) | TileReaderError::Impossible(_)) => Ok(Err(FaultKind::FileMissing)),
    }
}

/// The first of several files that is there and can be read, where each would do: as they come, and then past caches,
/// which may be behind, or keep a page that says "not found" in a file's place. Else why none is, and nothing where none
/// is there.
fn read_one<P: Published, W: Copy + Display, T, F>(
    published: &P,
    wanted: &[W],
    bytes_max: impl Fn(W) -> usize,
    parse: impl Fn(W, &[u8]) -> Result<T, F>,
) -> Result<Result<T, Option<F>>, P::Error> {
    let mut why = Ok(None);
    for &file in wanted {
        let flaw = match published.read(&file.to_string(), bytes_max(file)) {
            Ok(None) => continue,
            Ok(Some(bytes)) => match parse(file, &bytes) {
                Ok(read) => return Ok(Ok(read)),
                Err(error) => Ok(Some(error)),
            },
            Err(error) if P::is_of_one_file(&error) => Err(error),
            Err(error) => return Err(error),
        };
        // What was found first is told.
        if matches!(why, Ok(None)) {
            why = flaw;
        }
    }
    for &file in wanted {
        let bytes = read_past_caches(published, &file.to_string(), bytes_max(file))?;
        if let Some(Ok(read)) = bytes.map(|bytes| parse(file, &bytes)) {
            return Ok(Ok(read));
        }
    }
    why.map(Err)
}

/// A file past caches. A host that does not answer a question of this kind has said before what it has.
///
/// # Errors
/// Those of the place that are not about this file.
pub fn read_past_caches<P: Published>(
    published: &P,
    file: &str,
    bytes_max: usize,
) -> Result<Option<Vec<u8>>, P::Error> {
    match published.read_past_caches(file, bytes_max) {
        Err(error) if P::is_of_one_file(&error) => Ok(None),
        read => read,
    }
}

/// What a published log claims of itself: its checkpoint, and its snapshot.
///
/// # Errors
/// Those of the place.
pub fn claims<P: Published>(published: &P) -> Result<ClaimedCheckpoints, P::Error> {
    // Before the checkpoint: whoever publishes puts it there after that.
    let snapshot = snapshot(published)?;
    let claimed = match checkpoint(published)? {
        Ok(signed) => ClaimedCheckpoints::of_published(Some(signed)),
        Err(why) => match why.fault() {
            FaultKind::NoCheckpoint => ClaimedCheckpoints::of_published(None),
            what => ClaimedCheckpoints::lacking(Fault::at(CHECKPOINT, 0, what)),
        },
    };
    Ok(claimed.with_snapshot(snapshot))
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
    let mut inspection = Inspection::begin(claims(published)?, map, anchors);
    while let Some(bundle) = inspection.next_bundle() {
        let read = read_bundle(published, bundle)?;
        read.iter().for_each(|entries| on_entries(entries));
        inspection.take(bundle, read);
    }
    while let Some(tile) = inspection.next_tile() {
        inspection.hold(tile, read_hash_tile(published, tile)?);
    }
    Ok(inspection.conclude(anchors))
}

/// The hashes of a tile, as many as the log of that size has in it; or the fault.
///
/// # Errors
/// Those of the place.
pub fn read_hash_tile<P: Published>(published: &P, tile: Tile) -> Result<Result<Vec<TreeHash>, FaultKind>, P::Error> {
    faulty(read_hashes(published, tile))
}

/// Whether bytes can be the file of that name at all. A host may answer with a page, whatever it is asked for: what is no
/// tile and no note was not altered by whoever keeps the log.
pub fn may_be(file: &str, bytes: &[u8]) -> bool {
    if let Ok(tile) = file.parse::<Tile>() {
        return match tile.kind() {
            TileKind::Entries => tile.entries(bytes).is_ok(),
            TileKind::Hashes(_) => tile.hashes(bytes).is_ok(),
        };
    }
    if file == CHECKPOINT {
        return !matches!(SignedCheckpoint::parse(bytes), Err(CheckpointError::Note(_)));
    }
    !bytes.trim_ascii_start().starts_with(b"<")
}
