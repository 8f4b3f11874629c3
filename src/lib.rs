//! Protokol: an event-sourced audit ledger for election result protocols.
#![forbid(unsafe_code)]

#[cfg(feature = "cli")]
pub mod cli;
pub mod crypto;
pub mod domain;
#[cfg(feature = "intake")]
pub mod intake;
pub mod ledger;
#[cfg(feature = "intake")]
pub mod rehearsal;
#[cfg(feature = "store")]
pub mod store;
pub mod tally;
pub mod text;
pub mod verify;
