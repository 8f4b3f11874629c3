//! The parallel map that the program hands to the floors below, which have no threads of their own.

use std::sync::OnceLock;

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::crypto::parallel::{ParallelMap, Serial, Signatures};

/// A parallel map over all cores of the machine, or over the one thread that there is where the system grants no more.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cores;

impl ParallelMap for Cores {
    fn map<T: Send, R: Send>(&self, items: Vec<T>, f: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
        match pool() {
            Some(pool) => pool.install(|| items.into_par_iter().with_max_len(1).map(f).collect()),
            None => Serial.map(items, f),
        }
    }

    fn beside<A: Send, B>(&self, aside: impl FnOnce() -> A + Send, here: impl FnOnce() -> B) -> (A, B) {
        let Some(pool) = pool() else { return Serial.beside(aside, here) };
        let mut done = None;
        let here = pool.in_place_scope(|scope| {
            scope.spawn(|_| done = Some(aside()));
            here()
        });
        (done.expect("a scope ends when all that it spawned has ended"), here)
    }

    fn width(&self) -> usize {
        pool().map_or(1, ThreadPool::current_num_threads)
    }
}

/// The same cores, where the reader of a log chooses how its signatures are checked.
#[derive(Debug, Clone, Copy)]
pub struct Checking(pub Signatures);

impl ParallelMap for Checking {
    fn map<T: Send, R: Send>(&self, items: Vec<T>, f: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
        Cores.map(items, f)
    }

    fn beside<A: Send, B>(&self, aside: impl FnOnce() -> A + Send, here: impl FnOnce() -> B) -> (A, B) {
        Cores.beside(aside, here)
    }

    fn width(&self) -> usize {
        Cores.width()
    }

    fn signatures(&self) -> Signatures {
        self.0
    }
}

/// The threads of this process, started when first asked for.
fn pool() -> Option<&'static ThreadPool> {
    static POOL: OnceLock<Option<ThreadPool>> = OnceLock::new();
    POOL.get_or_init(|| ThreadPoolBuilder::new().build().ok()).as_ref()
}
