//! The service: a ledger that answers over the network. Reads are public; the only way to change anything is a signed
//! submission. A route is a parse, one call, one rendering; the routes of one noun are one file.
//!
//! ```text
//! POST submissions ─▶ queue ─▶ checked ─▶ one writer: turn after turn ─▶ live ─▶ GET anything
//! ```

mod answer;
mod asking;
mod changes;
mod checking;
mod checkpoint;
mod codes;
pub mod ending;
mod log;
pub mod not_taken;
pub mod notice;
mod nudges;
mod parts;
mod receipts;
mod refusing;
pub mod routes;
pub mod scrubbing;
pub mod service;
mod shown;
pub mod state;
mod submissions;
mod totals;
pub mod writer;
