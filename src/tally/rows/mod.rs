//! The rows: everything that the events come to, as a map of small texts, so that one root stands for every number.
//! `docs/format.md`, section 14.1, is their contract.

mod all;
pub mod event_line;
pub mod finding;
pub mod follows;
mod kept;
pub mod naming;
mod sources;
pub mod total;

pub use all::{all, root, root_on};
pub use kept::{ChangedRows, KeptRows, Settled};
