//! What the test binaries share: small ledgers made by the library, small elections as folders, a disk in memory, and
//! the program run as people run it. Each binary takes it in as a module of its own.
#![allow(dead_code, reason = "each binary uses another part")]

pub mod chance;
#[cfg(feature = "cli")]
pub mod clock;
#[cfg(feature = "store")]
pub mod disk;
#[cfg(feature = "cli")]
pub mod election;
#[cfg(feature = "cli")]
pub mod exchange;
pub mod numbers;
#[cfg(feature = "store")]
pub mod objects;
#[cfg(feature = "cli")]
pub mod program;
#[cfg(feature = "cli")]
pub mod scripted;
pub mod small;
#[cfg(feature = "store")]
pub mod stored;
pub mod tiny;
