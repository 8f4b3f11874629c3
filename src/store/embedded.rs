//! The life of the embedded store beside the journal: opened, compared, and set aside and rebuilt when in doubt.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::{Doing, IndexFault, StoreError};
use super::files;
use super::journal::disk::Folder;
use super::journal::recover::recover;
use super::sled::SledStore;
use crate::ledger::entry::ParallelMap;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::tally::read_model::ReadModel;

/// What there is of an embedded store.
#[derive(Debug)]
pub enum EmbeddedState {
    /// It agrees with the checkpoint, and with the read model where there is one.
    Whole(SledStore),
    /// It cannot be opened now, and nothing is wrong with it: another process has it open, or there is no thread for it.
    Closed(StoreError),
    /// There is none, or it says something else: it must be built again.
    InDoubt,
}

/// Opens the embedded store of a ledger. The ledger's lock must be held.
pub fn open(ledger: &Path, checkpoint: &Checkpoint, model: Option<&ReadModel>) -> EmbeddedState {
    let folder = ledger.join(files::SLED);
    if !folder.exists() {
        return EmbeddedState::InDoubt;
    }
    match SledStore::open(&folder) {
        Ok(store) if store.agrees(checkpoint, model).unwrap_or(false) => EmbeddedState::Whole(store),
        Err(error @ (StoreError::IndexHeld | StoreError::Index(IndexFault::NoThread))) => EmbeddedState::Closed(error),
        _ => EmbeddedState::InDoubt,
    }
}

/// A store that is being built again.
#[derive(Debug)]
pub struct Rebuild {
    folder: PathBuf,
    before: Option<PathBuf>,
    store: SledStore,
}

impl Rebuild {
    /// Sets whatever there is aside, and begins an empty store, which nobody else can open. The ledger's lock must be
    /// held, and may be let go of afterwards: filling a store takes longer than a writer should have to wait.
    ///
    /// # Errors
    /// [`StoreError::Io`]; [`StoreError::Index`].
    pub fn begin(ledger: &Path) -> Result<Self, StoreError> {
        let folder = ledger.join(files::SLED);
        let before = folder.exists().then(|| quarantine(ledger, &folder)).transpose()?;
        match SledStore::open(&folder) {
            Ok(store) => Ok(Self { folder, before, store }),
            Err(error) => {
                put_back(&folder, before);
                Err(error)
            }
        }
    }

    /// Fills it from the journal, up to the checkpoint. `progress` is told how many events are done. Where it cannot be
    /// filled, what was there is put back if `may_put_back` says so, which is asked when this store is closed: damage
    /// that outlasts a rebuild would else fill `aside/` with a copy for every reader that comes by.
    ///
    /// # Errors
    /// [`StoreError`] of the journal or of sled.
    pub fn fill<L, M: ParallelMap + Clone>(
        mut self,
        ledger: &Path,
        checkpoint: &Checkpoint,
        map: M,
        progress: &mut dyn FnMut(u64),
        may_put_back: impl FnOnce() -> Option<L>,
    ) -> Result<SledStore, StoreError> {
        match build(&mut self.store, ledger, checkpoint, map, progress) {
            Ok(()) => Ok(self.store),
            Err(error) => {
                drop(self.store);
                // Its error is the one to tell. What stays half built is set aside the next time.
                if let Some(_lock) = may_put_back() {
                    put_back(&self.folder, self.before);
                }
                Err(error)
            }
        }
    }
}

fn build<M: ParallelMap + Clone>(
    store: &mut SledStore,
    ledger: &Path,
    checkpoint: &Checkpoint,
    map: M,
    progress: &mut dyn FnMut(u64),
) -> Result<(), StoreError> {
    recover(&Folder::new(ledger), map, &mut |replay, entries| {
        // What is not sealed yet is nobody's to read.
        if replay.size() <= checkpoint.size {
            store.apply(entries, replay.model())?;
            progress(replay.size().0);
        }
        Ok(())
    })?;
    store.flush()
}

fn put_back(folder: &Path, before: Option<PathBuf>) {
    let _ = fs::remove_dir_all(folder);
    let _ = before.map(|before| fs::rename(before, folder));
}

/// Moves the folder to the quarantine, as `aside/sled-1`, for whoever wants to know what happened to it, in the place of
/// those before: each is made again from the journal, and as large as it.
fn quarantine(ledger: &Path, folder: &Path) -> Result<PathBuf, StoreError> {
    let quarantine = ledger.join(files::QUARANTINE);
    fs::create_dir_all(&quarantine).map_err(StoreError::io(Doing::Create, &quarantine))?;
    let io = || StoreError::io(Doing::SetAside, folder);
    for entry in fs::read_dir(&quarantine).map_err(io())? {
        let entry = entry.map_err(io())?;
        let is_store = |name: &str| name.strip_prefix(files::SLED).is_some_and(|rest| rest.starts_with('-'));
        if entry.file_name().to_str().is_some_and(is_store) {
            fs::remove_dir_all(entry.path()).map_err(io())?;
        }
    }
    let target = quarantine.join(format!("{}-1", files::SLED));
    fs::rename(folder, &target).map_err(io())?;
    Ok(target)
}
