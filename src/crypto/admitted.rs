//! Keys that were admitted before, so that each is parsed once.

use std::collections::BTreeMap;

use super::key::{AdmittedKey, PublicKey, Signature};

/// How many parsed keys are kept: some 90 MB at the most.
const KEYS_MAX: usize = 262_144;

/// Keys that were admitted before. Bounded: a key that is not here is parsed again, with the same answer.
#[derive(Clone, Debug, Default)]
pub struct AdmittedKeys(BTreeMap<PublicKey, AdmittedKey>);

impl AdmittedKeys {
    /// Keeps these keys, while there is room.
    pub fn learn(&mut self, keys: impl IntoIterator<Item = AdmittedKey>) {
        for key in keys {
            if self.0.len() < KEYS_MAX {
                self.0.insert(key.public(), key);
            }
        }
    }

    /// Those of some keys that are kept.
    pub fn among<'a>(&self, keys: impl IntoIterator<Item = &'a PublicKey>) -> Self {
        Self(keys.into_iter().filter_map(|key| Some((*key, self.get(key)?.clone()))).collect())
    }

    /// The key, where it was admitted before.
    pub fn get(&self, key: &PublicKey) -> Option<&AdmittedKey> {
        self.0.get(key)
    }

    /// Whether `signature` is the key's over `message`, and the key admissible.
    pub fn verifies(&self, key: &PublicKey, message: &[u8], signature: &Signature) -> bool {
        match self.get(key) {
            Some(admitted) => admitted.verifies(message, signature),
            None => key.admit().is_ok_and(|admitted| admitted.verifies(message, signature)),
        }
    }
}
