//! Entries on their way into a replay, gathered into chunks that keep every core busy: while the replay steps over one chunk, the
//! next one is opened.

use std::convert::Infallible;

use super::opener::OpenedEntry;
use super::replay::{Replay, ReplayedEntry};
use crate::crypto::parallel::ParallelMap;

/// How many entries are opened at once: enough for every core, and for signatures to be checked together.
const ENTRIES_AT_ONCE: usize = 4096;
/// How many bytes of entries are opened at once, where these are long.
const BYTES_AT_ONCE: usize = 1 << 24;

/// Gathers frames of entries, and steps over one after the other: whoever listens sees the replay as it stands behind
/// each, though the entries of many were opened at once.
#[derive(Debug)]
pub struct FrameFeeder<P> {
    /// Where each frame that waits stands, and how many entries it has.
    frames: Vec<(P, usize)>,
    waiting: Vec<Vec<u8>>,
    bytes: usize,
    /// The frames whose entries were opened already.
    opened: Opened<P>,
}

/// Frames whose entries were opened, and are not stepped over yet.
type Opened<P> = (Vec<(P, usize)>, Vec<OpenedEntry>);

/// Hears of each frame when it is stepped over: where it stands, and its entries.
pub type OnFrame<'a, M, P, E> = dyn FnMut(&mut Replay<M>, P, Vec<ReplayedEntry>) -> Result<(), E> + 'a;

impl<P> Default for FrameFeeder<P> {
    fn default() -> Self {
        Self { frames: Vec::new(), waiting: Vec::new(), bytes: 0, opened: (Vec::new(), Vec::new()) }
    }
}

impl<P> FrameFeeder<P> {
    /// Takes the next frame. Once those that wait are enough for every core, they are opened, and those before them stepped over.
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
        self.bytes += entries.iter().map(Vec::len).sum::<usize>();
        self.waiting.extend(entries);
        if self.waiting.len() < ENTRIES_AT_ONCE && self.bytes < BYTES_AT_ONCE {
            return Ok(());
        }
        self.turn(replay, on_frame)
    }

    /// Steps over all that still waits.
    ///
    /// # Errors
    /// Those of `on_frame`.
    pub fn rest<M: ParallelMap, E>(
        &mut self,
        replay: &mut Replay<M>,
        on_frame: &mut OnFrame<'_, M, P, E>,
    ) -> Result<(), E> {
        self.turn(replay, on_frame)?;
        self.turn(replay, on_frame)
    }

    /// Opens what waits, while those frames are stepped over that were opened before.
    fn turn<M: ParallelMap, E>(
        &mut self,
        replay: &mut Replay<M>,
        on_frame: &mut OnFrame<'_, M, P, E>,
    ) -> Result<(), E> {
        self.bytes = 0;
        let (frames, entries) = std::mem::take(&mut self.opened);
        let waiting = std::mem::take(&mut self.waiting);
        let (opened, stepped) = replay.open_beside(waiting, |replay| step(replay, frames, entries, on_frame));
        self.opened = (std::mem::take(&mut self.frames), opened);
        stepped
    }
}

/// Steps over frames, one after the other.
fn step<M: ParallelMap, P, E>(
    replay: &mut Replay<M>,
    frames: Vec<(P, usize)>,
    entries: Vec<OpenedEntry>,
    on_frame: &mut OnFrame<'_, M, P, E>,
) -> Result<(), E> {
    let mut entries = entries.into_iter();
    for (place, count) in frames {
        let stepped = entries.by_ref().take(count).map(|entry| replay.step(entry)).collect();
        on_frame(replay, place, stepped)?;
    }
    Ok(())
}

/// Gathers entries, however they come, and feeds a replay with them.
#[derive(Debug, Default)]
pub struct Feeder(FrameFeeder<()>);

impl Feeder {
    /// Takes the next entries in order, and gives those that the replay stepped over now: none while more are awaited.
    pub fn take<M: ParallelMap>(&mut self, replay: &mut Replay<M>, entries: Vec<Vec<u8>>) -> Vec<ReplayedEntry> {
        stepped_over(|on_frame| self.0.take(replay, (), entries, on_frame))
    }

    /// Feeds all that still waits.
    pub fn rest<M: ParallelMap>(&mut self, replay: &mut Replay<M>) -> Vec<ReplayedEntry> {
        stepped_over(|on_frame| self.0.rest(replay, on_frame))
    }
}

fn stepped_over<M>(
    feed: impl FnOnce(&mut OnFrame<'_, M, (), Infallible>) -> Result<(), Infallible>,
) -> Vec<ReplayedEntry> {
    let mut stepped = Vec::new();
    let Ok(()) = feed(&mut |_, (), entries| {
        stepped.extend(entries);
        Ok(())
    });
    stepped
}
