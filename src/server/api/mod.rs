//! The service: a ledger that answers over the network. Reads are public; the only way to change anything is a signed
//! submission. A route is a parse, one call, one rendering; the routes of one noun are one file.
//!
//! ```text
//! POST submissions ─▶ queue ─▶ checked ─▶ one writer: turn after turn ─▶ live ─▶ GET anything
//!                                                                        └─▶ grown ─▶ who follows is nudged
//! ```

mod answer;
mod asking;
pub mod bounds;
mod changes;
mod checking;
mod checkpoint;
mod codes;
mod crossing;
mod election;
pub mod ending;
mod events;
mod exports;
mod findings;
mod index;
mod kept;
mod kits;
mod log;
pub mod not_taken;
pub mod notice;
mod nudges;
mod observed;
mod openapi;
mod packing;
mod page;
mod papers;
mod parts;
mod problems;
mod proofs;
mod query;
mod receipts;
mod refusing;
mod route;
pub mod routes;
pub mod scrubbing;
pub mod service;
mod shown;
pub mod state;
mod submissions;
mod totals;
mod units;
mod wishes;
mod workshop;
pub mod writer;
