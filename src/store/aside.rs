//! The quarantine: what the writer judged bad is copied there before it is cut or written over.

use super::error::{Doing, StoreError};
use super::files;
use super::journal::disk::{Disk, FILE_BYTES_MAX};
use super::journal::recover::Torn;
use super::journal::segments_behind;
use crate::ledger::files::seal::SEAL_BYTES;

/// Sets the journal aside from a torn write on, or from whole frames on that are not kept, and cuts it off. The last segment
/// first: wherever that ends, what is left is a journal with fewer frames to be set aside.
///
/// # Errors
/// [`StoreError::Io`].
pub fn torn<D: Disk>(disk: &mut D, torn: &Torn) -> Result<(), StoreError> {
    let behind = segments_behind(disk, &torn.file).map_err(StoreError::io(Doing::ReadFolder, files::JOURNAL))?;
    for segment in behind.into_iter().rev() {
        copy(disk, &segment, 0, "torn")?;
        disk.remove_file(&segment).map_err(StoreError::io(Doing::Cut, segment))?;
    }
    copy(disk, &torn.file, torn.offset, "torn")?;
    disk.cut(&torn.file, torn.offset).map_err(StoreError::io(Doing::Cut, torn.file.clone()))
}

/// Sets a seal aside of which a slot is damaged, and cuts off what follows the two: the slot may be written again.
///
/// # Errors
/// [`StoreError::Io`].
pub fn damaged_slot<D: Disk>(disk: &mut D) -> Result<(), StoreError> {
    copy(disk, files::SEAL, 0, "damaged-slot")?;
    disk.cut(files::SEAL, SEAL_BYTES as u64).map_err(StoreError::io(Doing::Cut, files::SEAL))
}

/// Copies a file, from an offset on, to the quarantine, `aside/`, whole or not at all, under a name that was
/// never used.
///
/// # Errors
/// [`StoreError::Io`].
pub fn copy<D: Disk>(disk: &mut D, file: &str, offset: u64, why: &str) -> Result<(), StoreError> {
    let io = || StoreError::io(Doing::SetAside, file.to_owned());
    let bytes = disk.read(file).map_err(io())?;
    if bytes.len() as u64 > FILE_BYTES_MAX {
        // What would be cut off must be kept whole, and so much was never one write.
        let error = std::io::Error::new(std::io::ErrorKind::InvalidData, "it is longer than any segment");
        return Err(io()(error));
    }
    let from = usize::try_from(offset).unwrap_or(bytes.len()).min(bytes.len());
    keep(disk, &format!("{file}-{offset}-{why}"), &bytes[from..])
}

/// Keeps bytes that stand in no file, under a name as [`copy`] gives one.
///
/// # Errors
/// [`StoreError::Io`].
pub fn keep<D: Disk>(disk: &mut D, what: &str, bytes: &[u8]) -> Result<(), StoreError> {
    let io = || StoreError::io(Doing::SetAside, what.to_owned());
    let name = what.replace('/', "-");
    let taken = disk.list(files::QUARANTINE).map_err(io())?;
    let candidate = |n: u64| format!("{}/{name}-{n}", files::QUARANTINE);
    let free = (1..).map(candidate).find(|name| !taken.contains(name));
    disk.put(&free.expect("there are more numbers than files"), bytes).map_err(io())
}
