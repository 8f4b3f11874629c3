//! Tampering: what somebody with the disk, with the log's key, or with a few members' keys can do to a ledger, and what
//! the verifier says to it. Real bytes, real keys, nothing is mocked: `forge.rs` has what a forger would write.

mod admitted;
mod bits;
mod chain;
mod files;
mod forge;
mod hostile;
mod journal;
mod newer;
mod receipts;
mod recovery;
mod seal;
mod signatures;
mod story;
mod telling;
