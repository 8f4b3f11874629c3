//! Floor 6: the only door to the disk. Durable, then sealed, then acknowledged; the embedded store comes after.
//!
//! ```text
//! ledger/
//!   manifest.toml   the founding act, as signed
//!   journal/        frames: the durable truth
//!   seal            the last signed checkpoint, in two slots
//!   snapshots       what the log signed of its numbers, after each turn
//!   sled/           the embedded store: events and the tree over the rows; rebuilt from the journal at need
//!   kept/           the fold of the events as the last writer kept it for the next one; folded again at need
//!   log.vkey        the log's public key
//!   lock            who writes, by name; that one alone writes is held by the seal
//!   place           where it was written last: a copy of the folder is told
//!   attachments/    scans, each under its BLAKE3
//!   incoming/       scans on their way in, while a service answers
//!   published/      the log as static files, kept current by whoever writes
//!   replica         the store of objects that it is written with, once it was told
//!   policy          whom the writer asks to witness, once it was told
//!   aside/          the quarantine: what was judged bad, never deleted by the program; of embedded stores, which are made
//!                   again, the last one
//! ```

pub mod address;
pub mod aside;
pub mod attachments;
pub mod beside;
pub mod confirm;
pub mod embedded;
pub mod error;
mod event_index;
pub mod events;
pub mod files;
pub mod founding;
pub mod held;
pub mod journal;
pub mod journal_events;
mod kept_fold;
pub mod known_keys;
pub mod lock;
pub mod open;
pub mod place;
pub mod presence;
mod program;
pub mod proven;
pub mod publish;
pub mod read;
pub mod regular;
pub mod replica;
mod sealed;
pub mod shelf;
pub mod sled;
pub mod snapshots;
mod together;
pub mod unsaid;
pub mod witness;
pub mod writer;
