//! Laws: what holds of every ledger, whatever is handed in.
#![cfg(feature = "store")]

#[path = "../support/disk.rs"]
mod disk;
#[path = "../support/ledger.rs"]
mod ledger;

mod model;
mod night;
mod replay;
mod spelling;
