//! When a writer keeps the fold of its events for the next one: at its end, and now and then before, for a crash.

use super::Writer;
use super::keeping::Keeping;
use crate::store::files;
use crate::store::journal::disk::Disk;
use crate::store::kept_fold::{self, Standing};

/// How many events the next writer may have to check again after an end: fewer are not worth a fold.
const BEHIND_AT_END: u64 = 4_096;
/// How many after a crash, at the least: a turn waits while a fold is kept.
const BEHIND: u64 = 65_536;

impl<D: Disk> Writer<D> {
    /// Keeps the fold where it grew by half since it was kept: all that is written of it is three times its last size then.
    pub fn keep_fold(&mut self) {
        self.keep_fold_behind(BEHIND.max(self.kept.0 / 2));
    }

    /// Keeps it at the end.
    pub(super) fn keep_fold_at_end(&mut self) {
        self.keep_fold_behind(BEHIND_AT_END);
    }

    /// Keeps it where so many events came since that was tried. One that cannot be kept costs the next writer time, and nothing else.
    pub fn keep_fold_behind(&mut self, behind: u64) {
        // What a poisoned writer has is ahead of what is sealed, and whoever stands by signs nothing.
        let size = self.sealed.checkpoint().size;
        if self.poisoned || self.stands_by || size.0 < self.fold_tried.max(self.kept).0 + behind {
            return;
        }
        self.fold_tried = size;
        // The store has what the fold has: whoever goes on from one brings the other up by what came since.
        if self.keeping.end(|| self.rows.pages()).is_err() {
            self.keeping = Keeping::default();
        }
        // Behind a fold that has more than the last snapshot nobody goes on: a power cut takes none from under it.
        if self.disk.sync(files::SNAPSHOTS).is_err() {
            return;
        }
        let published = self.publishing.standing();
        let Self { disk, signer, sealed, head, log_keys, tree, state, model, rows, .. } = self;
        let checkpoint = sealed.checkpoint();
        let standing = Standing { checkpoint, head: *head, log_keys, tree, state, model, rows, published };
        if kept_fold::keep(disk, signer, &standing).is_ok() {
            self.kept = size;
        }
    }
}
