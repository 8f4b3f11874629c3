//! The life of the embedded store beside the journal: opened, compared, and set aside and rebuilt when in doubt.

use std::fs;
use std::ops::Bound;
use std::path::{Path, PathBuf};

use super::error::{Doing, IndexFault, StoreError};
use super::files;
use super::sled::SledStore;
use crate::domain::number::{Sequence, Size};
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::page::RowPage;
use crate::ledger::rows::paged::PagedRows;
use crate::ledger::rows::prove::NotProved;
use crate::tally::rows::ChangedRows;

/// How many events are asked for at once when a store is filled.
const ENTRIES_AT_ONCE: u64 = 1_024;

/// What there is of an embedded store.
#[derive(Debug)]
pub enum EmbeddedState {
    /// It is open, and nothing of it is believed.
    Open(SledStore),
    /// It cannot be opened now, and nothing is wrong with it: another process has it open, or there is no thread for it.
    Closed(StoreError),
    /// It cannot be opened, or has another layout: it must be built again.
    InDoubt,
    /// There is none.
    Nothing,
}

/// Opens the embedded store of a ledger. The ledger's lock must be held. Whether it [proves](super::proven) itself, is
/// asked next.
pub fn open(ledger: &Path) -> EmbeddedState {
    let folder = ledger.join(files::SLED);
    if !folder.exists() {
        return EmbeddedState::Nothing;
    }
    match SledStore::open(&folder) {
        Ok(store) => EmbeddedState::Open(store),
        Err(error @ (StoreError::IndexHeld | StoreError::Index(IndexFault::NoThread))) => EmbeddedState::Closed(error),
        Err(_) => EmbeddedState::InDoubt,
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

    /// Fills it with the events up to a size, which are asked for as they are needed, and with their rows. Where
    /// it cannot be filled, what was there is put back if `may_put_back` says so, which is asked when this store is
    /// closed.
    ///
    /// # Errors
    /// [`StoreError`] of the events or of sled.
    pub fn fill<L>(
        mut self,
        size: Size,
        entries: &mut Entries<'_>,
        rows: (&ChangedRows, Vec<RowPage>),
        may_put_back: impl FnOnce() -> Option<L>,
    ) -> Result<SledStore, StoreError> {
        match fill(&mut self.store, size, entries, rows) {
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

/// Of all rows those of the pages that a store does not have, and those that it has and that are none any more.
///
/// # Errors
/// [`StoreError::Index`].
pub fn differing(store: &SledStore, rows: &ChangedRows, pages: &[RowPage]) -> Result<ChangedRows, StoreError> {
    let (had, have) = (store.pages(), PagedRows::of(pages.iter().cloned()));
    let mut differing = ChangedRows::new();
    for (first, until) in had.without(&have) {
        let held = store.rows(first, until).map_err(|error| match error {
            NotProved::Rows(error) => error,
            NotProved::NotTheRows => StoreError::Index(IndexFault::Library("what stands for a row is none".to_owned())),
        })?;
        differing.extend(held.values().keys().filter(|key| !rows.contains_key(*key)).map(|key| (key.clone(), None)));
    }
    for (first, until) in have.without(had) {
        let until = until.map_or(Bound::Unbounded, Bound::Excluded);
        let new = rows.range::<RowKey, _>((Bound::Included(first), until));
        differing.extend(new.map(|(key, value)| (key.clone(), value.clone())));
    }
    Ok(differing)
}

/// Gives the bytes of the events from one on, up to a size.
pub type Entries<'a> = dyn FnMut(Sequence, Size) -> Result<Vec<Vec<u8>>, StoreError> + 'a;

/// Applies the events that follow, up to a size, and then the rows with their pages. Until these are in, the pages are those of
/// before: what is left half done does not prove itself.
///
/// # Errors
/// [`StoreError`] of the events or of sled.
pub fn fill(
    store: &mut SledStore,
    size: Size,
    entries: &mut Entries<'_>,
    (rows, pages): (&ChangedRows, Vec<RowPage>),
) -> Result<(), StoreError> {
    while store.size() < size {
        let first = store.size().next();
        let events = entries(first, size.min(Size(first.0 + ENTRIES_AT_ONCE)))?;
        if events.is_empty() {
            return Err(StoreError::NotFound(first));
        }
        store.append(&events)?;
    }
    store.put_rows(rows, pages)?;
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
