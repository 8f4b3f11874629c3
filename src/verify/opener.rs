//! Opens the entries that come next, many at once: what they are opened to follows from their bytes alone.

use crate::crypto::admitted::AdmittedKeys;
use crate::crypto::key::AdmittedKey;
use crate::crypto::parallel::{ParallelMap, Signatures};
use crate::domain::id::EventHash;
use crate::ledger::entry::Entry;
use crate::ledger::vouched::Vouched;

/// Opens entries, on as many threads as its map has. The keys that it knows spare work and decide nothing.
#[derive(Debug)]
pub struct Opener<M> {
    map: M,
    known: AdmittedKeys,
    vouched: Vouched,
}

/// An entry that was opened, and is not stepped over yet.
#[derive(Debug)]
pub struct OpenedEntry {
    pub(super) bytes: Vec<u8>,
    pub(super) entry: Entry,
}

impl<M: ParallelMap> Opener<M> {
    /// An opener that knows these keys.
    pub fn knowing(map: M, known: AdmittedKeys) -> Self {
        Self { map, known, vouched: Vouched::default() }
    }

    /// Takes the word of helpers for the entries that come next, by hash; of those before it is forgotten.
    pub fn vouch(&mut self, entries: impl IntoIterator<Item = EventHash>) {
        self.vouched.take(entries);
    }

    /// Keeps keys that were admitted.
    pub fn learn(&mut self, keys: impl IntoIterator<Item = AdmittedKey>) {
        self.known.learn(keys);
    }

    /// The keys that it knows.
    pub fn known(&self) -> &AdmittedKeys {
        &self.known
    }

    /// The keys that it knows, when all is opened.
    pub fn into_known(self) -> AdmittedKeys {
        self.known
    }

    /// The threads that it works on.
    pub fn map(&self) -> &M {
        &self.map
    }

    /// Opens entries, in their order.
    pub fn open(&self, entries: Vec<Vec<u8>>) -> Vec<OpenedEntry> {
        let opened = match self.map.signatures() {
            Signatures::Together => Entry::open_all(&entries, &self.known, &self.vouched, &self.map),
            Signatures::OneByOne => {
                self.map.map(entries.iter().collect(), |bytes: &Vec<u8>| Entry::open(bytes, &self.known))
            }
        };
        entries.into_iter().zip(opened).map(|(bytes, entry)| OpenedEntry { bytes, entry }).collect()
    }
}
