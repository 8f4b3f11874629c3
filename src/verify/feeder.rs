//! Entries on their way into a replay, gathered into chunks that keep every core busy.

use super::replay::{Replay, ReplayedEntry};
use crate::ledger::entry::ParallelMap;

/// How many entries are opened at once: enough for every core, and a few megabytes of them.
const ENTRIES_AT_ONCE: usize = 1024;

/// Gathers entries, however they come, and feeds a replay with them.
#[derive(Debug)]
pub struct Feeder {
    waiting: Vec<Vec<u8>>,
    /// How many wait before they are fed. The first chunks are small: the keys that they enrol are then parsed once for
    /// all that they sign.
    room: usize,
}

impl Default for Feeder {
    fn default() -> Self {
        Self { waiting: Vec::new(), room: 1 }
    }
}

impl Feeder {
    /// Takes the next entries in order, and gives those that the replay stepped over now: none while more are awaited.
    pub fn take<M: ParallelMap>(&mut self, replay: &mut Replay<M>, entries: Vec<Vec<u8>>) -> Vec<ReplayedEntry> {
        self.waiting.extend(entries);
        if self.waiting.len() < self.room {
            return Vec::new();
        }
        self.room = (self.room * 2).min(ENTRIES_AT_ONCE);
        self.rest(replay)
    }

    /// Feeds what still waits.
    pub fn rest<M: ParallelMap>(&mut self, replay: &mut Replay<M>) -> Vec<ReplayedEntry> {
        replay.feed(std::mem::take(&mut self.waiting))
    }
}
