//! What helpers found of entries, who share no memory with the replay: that their signatures hold. It is bound to the bytes that
//! it was found of by their hash, and counts only under keys that the replay itself saw enrolled.

use std::collections::BTreeSet;

use super::envelope::Envelope;
use super::submission::SignedStatement;
use crate::crypto::key::PublicKey;
use crate::domain::id::EventHash;

/// How many keys are kept of those that were enrolled: 32 MB.
const KEYS_MAX: usize = 1_000_000;

/// Entries whose signatures hold, as helpers say, and the keys that may have signed them.
#[derive(Clone, Debug, Default)]
pub struct Vouched {
    entries: BTreeSet<EventHash>,
    enrolled: BTreeSet<PublicKey>,
}

/// The hashes of those among some entries whose signatures hold: what a helper says. Of the others it says nothing.
pub fn look(entries: &[Vec<u8>]) -> Vec<EventHash> {
    let holds = |entry: &Vec<u8>| {
        let envelope = Envelope::decode(entry).ok()?;
        SignedStatement::decode(&envelope.submission).ok().filter(SignedStatement::holds).map(|_| Envelope::hash(entry))
    };
    entries.iter().filter_map(holds).collect()
}

impl Vouched {
    /// Takes what a helper says of the entries that come next, and forgets what was said of those before.
    pub fn take(&mut self, entries: impl IntoIterator<Item = EventHash>) {
        self.entries = entries.into_iter().collect();
    }

    /// Keeps the keys that an admitted event enrolled, up to a million: they were found admissible.
    pub fn learn(&mut self, keys: impl IntoIterator<Item = PublicKey>) {
        let room = KEYS_MAX.saturating_sub(self.enrolled.len());
        self.enrolled.extend(keys.into_iter().take(room));
    }

    /// Whether the signatures of an entry need not be checked again.
    pub fn covers(&self, entry: &EventHash, signed: &SignedStatement) -> bool {
        self.entries.contains(entry) && signed.signers().all(|key| self.enrolled.contains(key))
    }
}
