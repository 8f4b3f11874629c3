//! Which replica a ledger is written with: noted beside it before the first seal goes there, so that leaving it out does
//! not leave it out. One writer without it could sign what another, with it, contradicts.

use super::Replica;
use super::error::ReplicaError;
use crate::store::error::{Doing, StoreError};
use crate::store::files;
use crate::store::journal::disk::Disk;

/// The replica that a ledger is written with; none where it has none.
///
/// # Errors
/// [`StoreError::Io`].
pub fn noted<D: Disk>(disk: &D) -> Result<Option<String>, StoreError> {
    match disk.read(files::REPLICA) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::io(Doing::Read, files::REPLICA)(error)),
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).trim_end_matches('\n').to_owned())),
    }
}

/// Notes it.
///
/// # Errors
/// [`StoreError::Io`].
pub fn note<D: Disk>(disk: &mut D, place: &str) -> Result<(), StoreError> {
    let line = format!("{place}\n");
    disk.put(files::REPLICA, line.as_bytes()).map_err(StoreError::io(Doing::Write, files::REPLICA))
}

/// Whether a ledger may be written with this replica, or without any; gives whether it was before.
///
/// # Errors
/// [`ReplicaError::NotThis`]; [`StoreError::Io`].
pub fn agrees<D: Disk>(disk: &D, replica: Option<&Replica>) -> Result<bool, StoreError> {
    let Some(noted) = noted(disk)? else { return Ok(false) };
    match replica {
        Some(replica) if replica.place() == noted => Ok(true),
        replica => {
            Err(ReplicaError::NotThis { noted, given: replica.map(|replica| replica.place().to_owned()) }.into())
        }
    }
}
