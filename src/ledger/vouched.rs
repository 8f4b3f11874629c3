//! What helpers found of entries, who share no memory with the replay: that all is right with them that follows from their bytes
//! alone, signatures and keys among it. It is bound to these bytes by their hash.

use std::collections::BTreeSet;

use crate::domain::id::EventHash;

/// Entries that are right by their bytes alone, as helpers say.
#[derive(Clone, Debug, Default)]
pub struct Vouched(BTreeSet<EventHash>);

impl Vouched {
    /// Takes what a helper says of the entries that come next, and forgets what was said of those before.
    pub fn take(&mut self, entries: impl IntoIterator<Item = EventHash>) {
        self.0 = entries.into_iter().collect();
    }

    /// Whether an entry's signatures and keys need not be checked again.
    pub fn covers(&self, entry: &EventHash) -> bool {
        self.0.contains(entry)
    }
}
