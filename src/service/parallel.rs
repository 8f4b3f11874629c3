//! The parallel map that the program hands to the floors below, which have no threads of their own.

use std::sync::OnceLock;

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::ledger::entry::{ParallelMap, Serial};

/// A parallel map over all cores of the machine, or over the one thread that there is where the system grants no more.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cores;

impl ParallelMap for Cores {
    fn map<T: Send, R: Send>(&self, items: Vec<T>, f: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
        match pool() {
            Some(pool) => pool.install(|| items.into_par_iter().map(f).collect()),
            None => Serial.map(items, f),
        }
    }
}

/// The threads of this process, started when first asked for.
fn pool() -> Option<&'static ThreadPool> {
    static POOL: OnceLock<Option<ThreadPool>> = OnceLock::new();
    POOL.get_or_init(|| ThreadPoolBuilder::new().build().ok()).as_ref()
}
