//! The rates of everybody: by address, by the network around it, by key.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::limits::Limits;
use super::peer::{Network, Prefix};
use super::rates::{Buckets, RetryAfter};
use crate::crypto::hash::sha256;

/// Who asked how often.
#[derive(Debug)]
pub(super) struct Limiting {
    addresses: Mutex<Buckets<Prefix>>,
    networks: Mutex<Buckets<Network>>,
    /// By the hash of what a route calls them: a name may be long.
    keys: Mutex<Buckets<[u8; 32]>>,
}

impl Limiting {
    pub fn new(limits: &Limits) -> Self {
        let room = limits.remembered;
        Self {
            addresses: Mutex::new(Buckets::new(limits.address_rate, room)),
            networks: Mutex::new(Buckets::new(limits.network_rate, room)),
            keys: Mutex::new(Buckets::new(limits.key_rate, room)),
        }
    }

    /// Somebody asks. Whom his network has no token for loses none of his own.
    pub fn asks(&self, who: Prefix, now: Duration) -> Result<(), RetryAfter> {
        let mut addresses = held(&self.addresses);
        addresses.look(&who, now)?;
        if let Some(network) = who.network() {
            held(&self.networks).take(&network, now)?;
        }
        addresses.take(&who, now)
    }

    /// Whether a key may hand in; it loses nothing by the question.
    pub fn may_hand_in(&self, key: &str, now: Duration) -> Result<(), RetryAfter> {
        held(&self.keys).look(&sha256(&[key.as_bytes()]), now)
    }

    /// A key hands in.
    pub fn hands_in(&self, key: &str, now: Duration) -> Result<(), RetryAfter> {
        held(&self.keys).take(&sha256(&[key.as_bytes()]), now)
    }
}

fn held<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing is left half done in there.
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
