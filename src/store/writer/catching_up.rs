//! What follows a turn's answers: the published folder, with the cosignatures that come in, and the embedded store where it is
//! far behind.

use std::mem;
use std::time::{Duration, Instant};

use super::publishing::{Publishing, SealedLog, Unpublished};
use super::{SealedFrame, Writer};
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::store::error::{Doing, StoreError};
use crate::store::files;
use crate::store::journal::disk::Disk;
use crate::store::publish::Page;
use crate::verify::replay::ReplayedEntry;

/// How far apart the published folder catches up at the least: a log under load has one partial tile more each time.
const CAUGHT_UP_APART: Duration = Duration::from_millis(100);

impl<D: Disk> Writer<D> {
    /// What turns sealed is published when the folder catches up.
    pub(super) fn falls_behind(&mut self, frames: impl IntoIterator<Item = SealedFrame>) {
        self.frames = frames.into_iter().collect();
        let entries = self.frames.iter().flat_map(|frame| &frame.entries);
        self.behind.extend(entries.map(|entry| entry.bytes.clone()));
    }

    /// In how long the published folder is to catch up with what is sealed; none where it has: at once after a rest, and under load
    /// ten times a second.
    pub fn catches_up_in(&self) -> Option<Duration> {
        let left = |last: Instant| CAUGHT_UP_APART.saturating_sub(last.elapsed());
        (!self.behind.is_empty()).then(|| self.caught_up.map_or(Duration::ZERO, left))
    }

    /// Brings the published folder up to what is sealed, and the embedded store where it is far behind. After a failure nothing is
    /// done: the next start does it.
    pub fn catch_up(&mut self) {
        if self.poisoned {
            return;
        }
        if !self.behind.is_empty() {
            self.publish_sealed();
            self.caught_up = Some(Instant::now());
        }
        self.keeping.catch_up(|| self.rows.pages());
        self.keep_fold();
    }

    /// Publishes what is sealed where a turn failed, for readers who are answered on: what was sealed before it, or with it, of
    /// which nobody was told. State and tree are ahead of the first.
    pub(super) fn catch_up_at_the_end(&mut self, sealed_before: Size, entries: &[ReplayedEntry]) {
        if self.sealed.checkpoint().size > sealed_before {
            self.behind.extend(entries.iter().map(|entry| entry.bytes.clone()));
        }
        let behind = mem::take(&mut self.behind);
        if !behind.is_empty() && !self.is_overtaken() {
            self.publishing.end(&mut self.disk, &self.tree, &self.sealed, self.snapshot.as_ref(), &behind);
        }
    }

    /// Keeps the published folder current from now on, beginning with what it lacks. What goes wrong there is told by
    /// [`unpublished`](Self::unpublished), and no reason not to write.
    pub fn publish(&mut self) {
        let publication = self.publication.take().or(self.publishing.standing());
        self.publishing = Publishing::Beginning(publication);
        self.publish_sealed();
    }

    /// Has pages for readers beside the published log, wherever it stands or comes to stand.
    pub fn publish_pages(&mut self, pages: &[Page]) {
        self.pages = pages.to_vec();
        self.publishing.put(&mut self.disk, &self.pages);
    }

    /// Why the log is not published as far as it was sealed when the folder [caught up](Self::catch_up) last; nothing if it is, or is not
    /// to be.
    pub fn unpublished(&self) -> Option<&Unpublished> {
        self.publishing.unpublished()
    }

    /// Takes over the cosignatures of the checkpoint that is sealed, and publishes them. Of another checkpoint nothing
    /// is taken: it is published no more.
    pub fn cosigned(&mut self, signed: &SignedCheckpoint) {
        if signed.checkpoint() != self.sealed.checkpoint() {
            return;
        }
        // What is handed in was checked, and what stood in the folder was not: of two lines of one key the checked one
        // stays.
        let mut joined = signed.clone();
        joined.join(&self.sealed);
        if joined != self.sealed {
            self.sealed = joined;
            self.publishing.point(&mut self.disk, &self.sealed);
        }
    }

    /// Takes over the cosignatures of the snapshot of what is sealed, keeps and publishes them. Of another one nothing is
    /// taken.
    ///
    /// # Errors
    /// [`StoreError::Io`]; what came in is not lost by it.
    pub fn cosigned_numbers(&mut self, signed: &SignedSnapshot) -> Result<(), StoreError> {
        let Some(own) = self.snapshot.as_mut().filter(|own| own.snapshot() == signed.snapshot()) else { return Ok(()) };
        // As for the checkpoint: of two lines of one key the one that was checked stays.
        let mut joined = signed.clone();
        joined.join(own);
        if joined != *own {
            let text = joined.to_string();
            *own = joined;
            self.publishing.point_numbers(&mut self.disk, own);
            let io = StoreError::io(Doing::Write, files::SNAPSHOT);
            self.disk.put(files::SNAPSHOT, text.as_bytes()).map_err(io)?;
        }
        Ok(())
    }

    pub(super) fn publish_sealed(&mut self) {
        let behind = mem::take(&mut self.behind);
        if self.is_overtaken() {
            return;
        }
        let (snapshot, pages) = (self.snapshot.as_ref(), self.pages.as_slice());
        let (state, tree, signed) = (&self.state, &self.tree, &self.sealed);
        let log = SealedLog { state, head: self.head, tree, signed, snapshot, pages };
        self.publishing.follow(&mut self.disk, &log, &behind);
    }

    /// Whether another has sealed since: what this one would publish is older than what stands there then.
    fn is_overtaken(&mut self) -> bool {
        let overtaken = self.rules().err();
        if let Some(why) = &overtaken {
            self.publishing = Publishing::Behind(Unpublished::Failed(why.to_string()));
        }
        overtaken.is_some()
    }
}
