//! The parallel map that the program hands to the floors below, which have no threads of their own.

use rayon::prelude::*;

use crate::ledger::entry::ParallelMap;

/// A parallel map over all cores of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cores;

impl ParallelMap for Cores {
    fn map<T: Send, R: Send>(&self, items: Vec<T>, f: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
        items.into_par_iter().map(f).collect()
    }
}
