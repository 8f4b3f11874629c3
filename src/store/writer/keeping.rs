//! The embedded store as it follows the writer: after so many events, and at the end. Much is changed again before it is
//! written once: sums above all. A store that a crash leaves behind is brought up at the next start.

use crate::domain::number::Sequence;
use crate::ledger::rows::held::HeldRows;
use crate::ledger::rows::page::RowPage;
use crate::store::error::StoreError;
use crate::store::sled::SledStore;
use crate::tally::rows::ChangedRows;
use crate::verify::replay::ReplayedEntry;

/// How many events the store is behind at the most, which bounds what is held for it.
const BEHIND_EVENTS_MAX: usize = 4_096;

/// The embedded store, if there is one, and what it does not have yet.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    store: Option<SledStore>,
    envelopes: Vec<Vec<u8>>,
    rows: ChangedRows,
}

impl Keeping {
    /// A store that has everything.
    pub fn of(store: SledStore) -> Self {
        Self { store: Some(store), ..Self::default() }
    }

    /// Takes over what a turn sealed.
    pub fn follow<'a>(&mut self, entries: impl IntoIterator<Item = &'a ReplayedEntry>, changed: &ChangedRows) {
        if self.store.is_some() {
            self.envelopes.extend(entries.into_iter().map(|entry| entry.bytes.clone()));
            self.rows.extend(changed.iter().map(|(key, value)| (key.clone(), value.clone())));
        }
    }

    /// Brings the store up to what it was told, where that is much. If it fails, it is left behind: the next start brings
    /// it up, and nothing is lost.
    pub fn catch_up(&mut self, pages: impl FnOnce() -> Vec<RowPage>) {
        if self.envelopes.len() >= BEHIND_EVENTS_MAX && self.write(pages).is_err() {
            *self = Self::default();
        }
    }

    /// Brings the store up to what it was told, and hands it to the system.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn end(&mut self, pages: impl FnOnce() -> Vec<RowPage>) -> Result<(), StoreError> {
        self.write(pages)?;
        self.store.as_ref().map_or(Ok(()), SledStore::flush)
    }

    /// Every row that the store has, if it is not behind.
    pub fn rows(&self) -> Option<HeldRows> {
        self.store.as_ref().filter(|_| self.envelopes.is_empty())?.all_rows().ok()
    }

    /// The bytes that the store has for an event, or will have.
    pub fn envelope(&self, sequence: Sequence) -> Option<Vec<u8>> {
        let store = self.store.as_ref()?;
        match sequence.0.checked_sub(store.size().0) {
            Some(behind) => self.envelopes.get(usize::try_from(behind).ok()?).cloned(),
            None => store.envelope(sequence).ok().flatten(),
        }
    }

    fn write(&mut self, pages: impl FnOnce() -> Vec<RowPage>) -> Result<(), StoreError> {
        let (envelopes, rows) = (std::mem::take(&mut self.envelopes), std::mem::take(&mut self.rows));
        let Some(store) = self.store.as_mut().filter(|_| !envelopes.is_empty()) else { return Ok(()) };
        store.append(&envelopes)?;
        store.put_rows(&rows, pages())
    }
}
