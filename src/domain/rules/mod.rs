//! The rules that a ledger is kept under. Each version is a frozen set, in a folder of its own.

mod v1;

pub use v1::arithmetic::{Violation, violations};
pub use v1::decide;
