//! The life of the embedded store beside the journal: opened, compared, and set aside and rebuilt when in doubt.

use std::fs;
use std::path::{Path, PathBuf};

use super::disk::Folder;
use super::error::StoreError;
use super::files;
use super::recover::recover;
use super::sled::SledStore;
use crate::ledger::checkpoint::Checkpoint;
use crate::ledger::entry::Serial;
use crate::tally::Board;

/// Opens the embedded store of a ledger if it agrees with the checkpoint, and with the board where there is one. None
/// means that it must be [rebuilt](rebuild).
pub fn open(ledger: &Path, checkpoint: &Checkpoint, board: Option<&Board>) -> Option<SledStore> {
    let folder = ledger.join(files::SLED);
    if !folder.exists() {
        return None;
    }
    let store = SledStore::open(&folder).ok()?;
    store.agrees(checkpoint, board).unwrap_or(false).then_some(store)
}

/// Sets whatever there is aside, and builds the store again from the journal, up to the checkpoint. `progress` is told
/// how many events are done. Where it cannot be built, what was there is put back: damage that outlasts a rebuild would
/// else fill `aside/` with a copy for every reader that comes by.
///
/// # Errors
/// [`StoreError`] of the journal or of sled.
pub fn rebuild(ledger: &Path, checkpoint: &Checkpoint, progress: &mut dyn FnMut(u64)) -> Result<SledStore, StoreError> {
    let folder = ledger.join(files::SLED);
    let before = folder.exists().then(|| set_aside(ledger, &folder)).transpose()?;
    build(ledger, &folder, checkpoint, progress).inspect_err(|_| {
        // Its error is the one to tell; what is half built is nobody's, and is set aside the next time if it stays.
        let _ = fs::remove_dir_all(&folder);
        let _ = before.map(|before| fs::rename(before, &folder));
    })
}

fn build(
    ledger: &Path,
    folder: &Path,
    checkpoint: &Checkpoint,
    progress: &mut dyn FnMut(u64),
) -> Result<SledStore, StoreError> {
    let mut store = SledStore::open(folder)?;
    recover(&Folder::new(ledger), Serial, &mut |replay, entries| {
        // What is not sealed yet is nobody's to read.
        if replay.size() <= checkpoint.size {
            store.apply(entries, replay.board())?;
            progress(replay.size().0);
        }
        Ok(())
    })?;
    store.flush()?;
    Ok(store)
}

/// Moves the folder to `aside/sled-N`, for whoever wants to know what happened to it.
fn set_aside(ledger: &Path, folder: &Path) -> Result<PathBuf, StoreError> {
    let aside = ledger.join(files::ASIDE);
    fs::create_dir_all(&aside).map_err(StoreError::io("cannot create", &aside))?;
    let free = (1..).map(|n: u64| aside.join(format!("{}-{n}", files::SLED))).find(|path| !path.exists());
    let target = free.expect("there are more numbers than folders");
    fs::rename(folder, &target).map_err(StoreError::io("cannot set aside", folder))?;
    Ok(target)
}
