//! Chance that can be repeated: a stream of ChaCha8 for each thing that is drawn, so that no draw depends on the order
//! in which units are looked at. Only whole numbers are drawn, and from the stream itself: the distributions of
//! libraries change from version to version.

use chacha20::ChaCha8Rng;
use chacha20::rand_core::{Rng, SeedableRng};

use crate::crypto::context;
use crate::crypto::hash::blake3_keyed;

/// The chance of one thing.
#[derive(Debug)]
pub(super) struct Chance(ChaCha8Rng);

impl Chance {
    /// The chance of what is `about`, under a seed. Ids have no line ends, so that no two things share a stream.
    pub fn of(seed: u64, about: &[&str]) -> Self {
        let material = format!("{seed}\n{}\n", about.join("\n"));
        Self(ChaCha8Rng::from_seed(blake3_keyed(context::SYNTHETIC_CHANCE, material.as_bytes())))
    }

    /// A number below `limit`; 0 where nothing is below it.
    pub fn below(&mut self, limit: u64) -> u64 {
        // The upper half of the product: even to one part in 2⁶⁴ / limit.
        let product = u128::from(self.0.next_u64()) * u128::from(limit);
        u64::try_from(product >> 64).expect("the upper half of a product of two u64")
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    /// Draws one of these; none of none.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(usize::try_from(self.below(of.len() as u64)).unwrap_or(0))
    }
}
