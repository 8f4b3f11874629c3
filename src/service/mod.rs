//! Floor 8: every operation that a user can ask for, as a function: values, a clock and an observer in, a typed result
//! or an [`Error`](error::Error) out. Nothing here knows of a terminal, of arguments or of words: the program and a
//! server say the rest.
//!
//! ```text
//! found ──▶ writing ──▶ submit ──▶ witnessing ──▶ publish        whoever holds the log's key
//!
//! source ──▶ verify ──▶ restore, receipts, witness               whoever reads a log, wherever it is
//! ```

pub mod clock;
pub mod compare;
pub mod copies;
pub mod enrol;
pub mod error;
pub mod export;
pub mod files;
pub mod found;
pub mod founding;
pub mod handing_over;
pub mod keygen;
pub mod kit;
pub mod load;
pub mod mirror;
pub mod misconduct;
pub mod observer;
pub mod paper;
pub mod parallel;
pub mod policy;
pub mod posting;
pub mod proofs;
pub mod proven;
pub mod publish;
pub mod query;
pub mod reading;
pub mod receipts;
pub mod rehearse;
pub mod replica;
pub mod restore;
pub mod scans;
pub mod serving;
pub mod setting;
pub mod source;
pub mod standby;
pub mod submit;
pub mod verify;
pub mod witness;
pub mod witnessing;
pub mod writing;
