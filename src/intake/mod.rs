//! Floor 3: people's papers: manifests, tables and drafts. Text and bytes in, values out; the caller reads the disk.
//!
//! A paper is taken whole or not at all, and every mistake is told with its place: file, line, column, unit, item.
//! Nothing is corrected in silence: a figure has one spelling, and an empty cell is absent, never zero.
#![allow(clippy::result_large_err, reason = "an error is made where a run ends; boxing it would only hide its fields")]

pub mod alike;
pub mod ballots;
pub mod colour;
pub mod colours;
pub mod csv;
pub mod draft;
pub mod error;
pub mod folder;
pub mod lookalike;
pub mod members;
pub mod mistake;
pub mod slips;
mod spelling;
pub mod toml;
