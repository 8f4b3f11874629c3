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

/// Gathers frames of entries, and steps over one after the other: whoever listens sees the replay as it stands behind
/// each, though the entries of many were opened at once.
#[derive(Debug)]
pub struct FrameFeeder<P> {
    /// Where each frame stands, and how many entries it has.
    frames: Vec<(P, usize)>,
    waiting: Vec<Vec<u8>>,
    room: usize,
}

/// Hears of each frame when it is stepped over: where it stands, and its entries.
pub type OnFrame<'a, M, P, E> = dyn FnMut(&mut Replay<M>, P, Vec<ReplayedEntry>) -> Result<(), E> + 'a;

impl<P> Default for FrameFeeder<P> {
    fn default() -> Self {
        Self { frames: Vec::new(), waiting: Vec::new(), room: 1 }
    }
}

impl<P> FrameFeeder<P> {
    /// Takes the next frame, and steps over those that wait once they are enough for every core.
    ///
    /// # Errors
    /// Those of `on_frame`: the frames behind are not stepped over then.
    pub fn take<M: ParallelMap, E>(
        &mut self,
        replay: &mut Replay<M>,
        place: P,
        entries: Vec<Vec<u8>>,
        on_frame: &mut OnFrame<'_, M, P, E>,
    ) -> Result<(), E> {
        self.frames.push((place, entries.len()));
        self.waiting.extend(entries);
        if self.waiting.len() < self.room {
            return Ok(());
        }
        self.room = (self.room * 2).min(ENTRIES_AT_ONCE);
        self.rest(replay, on_frame)
    }

    /// Steps over what still waits.
    ///
    /// # Errors
    /// Those of `on_frame`.
    pub fn rest<M: ParallelMap, E>(
        &mut self,
        replay: &mut Replay<M>,
        on_frame: &mut OnFrame<'_, M, P, E>,
    ) -> Result<(), E> {
        let mut opened = replay.open(std::mem::take(&mut self.waiting)).into_iter();
        for (place, entries) in std::mem::take(&mut self.frames) {
            let stepped = opened.by_ref().take(entries).map(|entry| replay.step(entry)).collect();
            on_frame(replay, place, stepped)?;
        }
        Ok(())
    }
}
