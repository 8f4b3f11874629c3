//! The snapshots of a ledger: those that its log signed, beside the seal, and the newest where the log is published.
//! A writer adds one for each turn. None is needed, and none is believed: each is held against the log's key, and against
//! what the events give.

use std::io;
use std::path::Path;

use super::error::{Doing, StoreError};
use super::files;
use super::journal::disk::{Disk, Folder};
use super::presence::is_absent;
use super::witness::witnessed::known_keys;
use crate::crypto::note::NOTE_BYTES_MAX;
use crate::ledger::files::snapshots::SnapshotRecord;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::verify::claimed_snapshot::ClaimedSnapshot;
use crate::verify::published::SNAPSHOT;

/// The newest record in `snapshots`; none where there is none. Whoever reads the seal too reads this first: a writer
/// writes it after the seal.
///
/// # Errors
/// Those of the disk.
pub fn kept<D: Disk>(disk: &D) -> io::Result<Option<SnapshotRecord>> {
    Ok(read(disk, files::SNAPSHOTS)?.and_then(|bytes| SnapshotRecord::last(&bytes)))
}

/// All of those in `snapshots` of a ledger, in their order. Their signatures are not checked.
///
/// # Errors
/// [`StoreError::Io`].
pub fn all(ledger: &Path) -> Result<Vec<SnapshotRecord>, StoreError> {
    let bytes = read(&Folder::new(ledger), files::SNAPSHOTS);
    let bytes = bytes.map_err(StoreError::io(Doing::Read, ledger.join(files::SNAPSHOTS)))?.unwrap_or_default();
    Ok(SnapshotRecord::all(&bytes).collect())
}

/// What stands where a folder is published in the place of its snapshot; none where nothing does.
///
/// # Errors
/// Those of the disk.
pub fn published<D: Disk>(disk: &D, folder: &str) -> io::Result<Option<ClaimedSnapshot>> {
    let file = format!("{folder}/{SNAPSHOT}");
    let bytes = read(disk, &file)?;
    Ok(bytes.map(|bytes| ClaimedSnapshot::published(&file, &bytes[..bytes.len().min(NOTE_BYTES_MAX + 1)])))
}

/// The newest snapshot as witnesses cosigned it, where the ledger keeps it; none where nobody did.
///
/// # Errors
/// Those of the disk.
pub fn cosigned<D: Disk>(disk: &D) -> io::Result<Option<ClaimedSnapshot>> {
    let bytes = read(disk, files::SNAPSHOT)?;
    Ok(bytes.map(|bytes| ClaimedSnapshot::published(files::SNAPSHOT, &bytes[..bytes.len().min(NOTE_BYTES_MAX + 1)])))
}

/// Takes over what witnesses are known to have cosigned of a snapshot, without what is falsely said to be of one of them.
pub fn join_cosignatures<D: Disk>(disk: &D, signed: &mut SignedSnapshot) {
    let known = known_keys(disk);
    for claimed in [cosigned(disk), published(disk, files::PUBLISHED)] {
        if let Ok(Some(ClaimedSnapshot::Published(standing))) = claimed {
            standing.without_false(&known).iter().for_each(|standing| signed.join(standing));
        }
    }
}

/// Adds a record behind the last whole one. It is not made durable: one that is lost is signed again.
///
/// # Errors
/// Those of the disk.
pub fn keep<D: Disk>(disk: &mut D, record: &SnapshotRecord) -> io::Result<()> {
    disk.append(files::SNAPSHOTS, &record.encode())
}

/// Cuts off what was not written to its end.
///
/// # Errors
/// Those of the disk.
pub fn trim<D: Disk>(disk: &mut D) -> io::Result<()> {
    let bytes = read(disk, files::SNAPSHOTS)?.unwrap_or_default();
    let whole = SnapshotRecord::written_bytes(&bytes);
    if whole == bytes.len() { Ok(()) } else { disk.cut(files::SNAPSHOTS, whole as u64) }
}

fn read<D: Disk>(disk: &D, file: &str) -> io::Result<Option<Vec<u8>>> {
    match disk.read(file) {
        Err(error) if is_absent(&error) => Ok(None),
        read => read.map(Some),
    }
}
