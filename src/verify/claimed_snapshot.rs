//! Snapshots that the keeper of a ledger shows, held against what its events give. Only what the log signed over these
//! very events convicts it; a record that does not fit events which are in doubt says nothing more than they do.

use super::fault::{Fault, FaultKind, SnapshotPlace};
use super::replay::Replay;
use crate::crypto::parallel::ParallelMap;
use crate::crypto::vkey::VerifierKey;
use crate::domain::number::Size;
use crate::ledger::files::snapshots::SnapshotRecord;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::snapshot::{SignedSnapshot, Snapshot, SnapshotError};
use crate::ledger::rows::node::RowHash;

/// A snapshot, and where it stood. Its signature is not checked.
#[derive(Clone, Debug)]
pub enum ClaimedSnapshot {
    /// The newest of those that a ledger keeps.
    Kept(SnapshotRecord),
    /// One that is published.
    Published(SignedSnapshot),
    /// What stands where one is published and is none, with the file's name.
    Unreadable(String, SnapshotError),
}

impl ClaimedSnapshot {
    /// What stands in a file where a snapshot is published.
    pub fn published(file: &str, bytes: &[u8]) -> Self {
        SignedSnapshot::parse(bytes).map_or_else(|error| Self::Unreadable(file.to_owned(), error), Self::Published)
    }

    /// How many events it is of.
    pub fn size(&self) -> Option<Size> {
        match self {
            Self::Kept(record) => Some(record.size),
            Self::Published(signed) => Some(signed.snapshot().checkpoint.size),
            Self::Unreadable(..) => None,
        }
    }

    /// How many events there must be beside it. A published one may have come ahead of the files that it is about.
    pub(super) fn claims(&self) -> Option<Size> {
        self.size().filter(|_| matches!(self, Self::Kept(_)))
    }

    /// What is wrong with its file, where it cannot be read.
    pub(super) fn flaw(&self) -> Option<Fault> {
        let Self::Unreadable(file, error) = self else { return None };
        Some(match error {
            SnapshotError::Changed(change) => Fault::at(file, 0, FaultKind::Changed(*change)),
            // What is none is not there: it says nothing of who signed what.
            _ => Fault::at(file, 0, FaultKind::FileMissing),
        })
    }

    /// Its size where it is the log's and the events give it; nothing where that cannot be asked. `vouched` is the size
    /// up to which the log's checkpoints say that the events are its own.
    ///
    /// # Errors
    /// The fault that it is.
    pub(super) fn judge<M: ParallelMap>(&self, replay: &Replay<M>, vouched: Size) -> Result<Option<Size>, FaultKind> {
        // An event that is missing, or of a newer version, may have changed the log's key, and every row.
        let is_whole = replay.is_readable() && replay.has_no_gap();
        let Some(size) = self.size().filter(|_| is_whole) else { return Ok(None) };
        let Some((key, checkpoint, rows)) = recomputed(replay, size) else { return Ok(None) };
        match self.of(&checkpoint, key) {
            Ok(stated) if stated == rows => Ok(Some(size)),
            Ok(stated) => Err(FaultKind::SnapshotRows { size, stated, recomputed: rows }),
            Err(_) if size > vouched => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The rows that the log signed, over this very checkpoint.
    fn of(&self, checkpoint: &Checkpoint, key: &VerifierKey) -> Result<RowHash, FaultKind> {
        let signed = match self {
            Self::Kept(record) => record.signed(checkpoint, key).map(|_| record.rows),
            Self::Published(signed) => match signed.verify(key) {
                Ok(Snapshot { checkpoint: stated, .. }) if stated.root != checkpoint.root => {
                    let (stated, recomputed) = (stated.root, checkpoint.root);
                    return Err(FaultKind::SnapshotRoot { size: checkpoint.size, stated, recomputed });
                }
                verified => verified.ok().map(|snapshot| snapshot.rows),
            },
            Self::Unreadable(..) => None,
        };
        let place = if matches!(self, Self::Kept(_)) { SnapshotPlace::Kept } else { SnapshotPlace::Published };
        signed.ok_or(FaultKind::SnapshotNotTheLogs(place))
    }
}

/// The log's key, its checkpoint and its rows at a size, as the events give them.
fn recomputed<M: ParallelMap>(replay: &Replay<M>, size: Size) -> Option<(&VerifierKey, Checkpoint, RowHash)> {
    let key = replay.log_key_at(size)?;
    let (origin, root) = (key.name().as_str().parse().ok()?, replay.root_at(size)?);
    Some((key, Checkpoint { origin, size, root }, replay.rows_at(size)?))
}
