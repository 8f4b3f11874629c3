//! People's papers: manifests, tables and drafts. Text and bytes in, values out; the caller reads the disk.
//!
//! A paper is taken whole or not at all, and every mistake is told with its place: file, line, column, unit, item.
//! Nothing is corrected in silence: a figure has one spelling, and an empty cell is absent, never zero.
#![allow(clippy::result_large_err, reason = "an error is made where a run ends; boxing it would only hide its fields")]

mod columns;
mod decisions;
pub mod draft;
mod draft_figures;
mod draft_kinds;
mod draft_parts;
pub mod draft_scans;
pub mod error;
mod fields;
pub mod folder;
mod frame;
pub mod manifest;
mod manifest_page;
pub mod members;
mod page;
mod papers;
mod plain_rows;
mod record;
pub mod rows;
mod scalar;
mod spelling;
mod table;
mod tree;

pub use draft::{Ballots, Draft, DraftContext, Known};
pub use draft_scans::{Scans, Unread};
pub use error::InputError;
pub use folder::ElectionFolder;
pub use manifest::{ManifestFile, read_manifest, render_manifest};
