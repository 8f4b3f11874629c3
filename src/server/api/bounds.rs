//! What the service of an election night bounds besides what its door does, one table: each bound with its reason.
//! `docs/limits.md` is made from it.

use std::time::Duration;

use crate::ledger::files::frame::FRAME_EVENTS_MAX;
use crate::server::limits::{Bytes, Told};

/// A bound as the table tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoundTold {
    /// Its name.
    pub name: &'static str,
    /// What it bounds, and why there.
    pub why: String,
    /// What it is.
    pub value: String,
}

macro_rules! bounds {
    ($($(#[doc = $why:literal])+ $name:ident: $type:ty = $value:expr;)+) => {
        $($(#[doc = $why])+ pub const $name: $type = $value;)+

        /// The table, row by row.
        pub fn table() -> Vec<BoundTold> {
            vec![$(BoundTold {
                name: stringify!($name),
                why: [$($why.trim()),+].join(" "),
                value: $name.told(),
            },)+]
        }
    };
}

bounds! {
    /// Submissions that wait to be checked. Beyond, 429 with `Retry-After`.
    WAITING: usize = 4 * FRAME_EVENTS_MAX;
    /// How long witnesses are waited for at most, whoever asks for more with `Prefer: wait`.
    WAIT: Duration = Duration::from_secs(30);
    /// Rows of a page where nobody says how many.
    PAGE: usize = 100;
    /// Rows of a page at most: what is written while the ledger may not grow. Beyond, 400.
    PAGE_MOST: usize = 1_000;
    /// Events that are looked at for one page of them, when only some are wanted.
    EVENTS_LOOKED_AT: usize = 2_000;
    /// Bytes of all answers that are kept for whoever asks the same again.
    KEPT: Bytes = Bytes(64 << 20);
    /// Bytes of one answer that is kept: what is larger is made again for each.
    KEPT_ANSWER: Bytes = Bytes(4 << 20);
    /// Answers that are made at once, of those that are soon made: the writer waits for all of them.
    RENDERS: usize = 8;
    /// Exports that are made at once: each takes as much memory as the state of the ledger.
    EXPORTS: usize = 1;
    /// Answers about an earlier size that are summed at once: each takes as much memory as the state of the ledger.
    FOLDS: usize = 1;
    /// How long it rests before it reads its own files again.
    SCRUB_REST: Duration = Duration::from_secs(600);
}
