//! How often somebody may ask: a bucket of tokens each, in a map that does not grow.
//!
//! A bucket is one number, the moment at which it is full again. Whoever never came has a full one, so that a bucket
//! which is full says nothing and may be forgotten. Where the map is full, the one that is full soonest goes: a flood of
//! addresses that ask once each pushes out one another, and never somebody who owes more.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::num::NonZeroU64;
use std::time::Duration;

/// How often: so many at once, and then so many a minute. A rate of none a minute is of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How many at once, after a pause.
    pub burst: u32,
    /// How many a minute, for as long as it lasts.
    pub per_minute: u32,
}

/// After how many whole seconds it is worth coming again: `Retry-After`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RetryAfter(pub NonZeroU64);

/// The buckets of everybody, by what each is known by.
#[derive(Debug)]
pub struct Buckets<K> {
    rate: Rate,
    room: usize,
    full_at: HashMap<K, u64>,
    /// The same, whoever is full soonest first.
    soonest: BTreeSet<(u64, K)>,
}

const MINUTE_MICROS: u64 = 60_000_000;

impl Rate {
    /// How long one token takes, in microseconds.
    fn interval(self) -> u64 {
        MINUTE_MICROS / u64::from(self.per_minute.max(1))
    }

    /// How far ahead of now a bucket may be: it is empty then.
    fn depth(self) -> u64 {
        self.interval().saturating_mul(u64::from(self.burst.max(1)))
    }
}

impl RetryAfter {
    /// In so many microseconds, rounded up.
    fn micros(micros: u64) -> Self {
        Self(NonZeroU64::new(micros.div_ceil(1_000_000)).unwrap_or(NonZeroU64::MIN))
    }

    /// In so many seconds; in one where it is none.
    pub fn seconds(seconds: u64) -> Self {
        Self(NonZeroU64::new(seconds).unwrap_or(NonZeroU64::MIN))
    }
}

impl<K: Clone + Eq + Hash + Ord> Buckets<K> {
    /// Buckets of this rate, of which at most `room` are remembered.
    pub fn new(rate: Rate, room: usize) -> Self {
        Self { rate, room: room.max(1), full_at: HashMap::new(), soonest: BTreeSet::new() }
    }

    /// Whether there is a token, which stays. `now` is since any moment that stays the same.
    ///
    /// # Errors
    /// There is none; when there will be one.
    pub fn look(&self, who: &K, now: Duration) -> Result<(), RetryAfter> {
        self.after(who, micros(now)).map(drop)
    }

    /// Takes a token.
    ///
    /// # Errors
    /// There is none, and nothing was taken; when there will be one.
    pub fn take(&mut self, who: &K, now: Duration) -> Result<(), RetryAfter> {
        let full_at = self.after(who, micros(now))?;
        self.forget(who);
        while self.full_at.len() >= self.room {
            let Some((_, soonest)) = self.soonest.pop_first() else { break };
            self.full_at.remove(&soonest);
        }
        self.full_at.insert(who.clone(), full_at);
        self.soonest.insert((full_at, who.clone()));
        Ok(())
    }

    /// How many are remembered.
    pub fn remembered(&self) -> usize {
        self.full_at.len()
    }

    /// When the bucket is full, once a token is taken.
    fn after(&self, who: &K, now: u64) -> Result<u64, RetryAfter> {
        let full_at = self.full_at.get(who).copied().unwrap_or(now).max(now);
        let after = full_at.saturating_add(self.rate.interval());
        match after.saturating_sub(now).checked_sub(self.rate.depth()) {
            None | Some(0) => Ok(after),
            Some(early) => Err(RetryAfter::micros(early)),
        }
    }

    fn forget(&mut self, who: &K) {
        if let Some(full_at) = self.full_at.remove(who) {
            self.soonest.remove(&(full_at, who.clone()));
        }
    }
}

/// What does not fit is later than any server runs.
fn micros(now: Duration) -> u64 {
    now.as_micros().try_into().unwrap_or(u64::MAX)
}
