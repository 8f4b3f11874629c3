//! A ledger that is written and read at the same time: what a server needs of the floors below, as values.
//!
//! ```text
//! submissions ─▶ desk: one turn, durable and sealed ─▶ live: what readers see ─▶ answers
//! ```

pub mod desk;
pub mod live;
