//! The tables of an election folder: CSV in, typed rows out, each checked against the manifest and the tree of units.

pub(super) mod columns;
pub(super) mod decisions;
pub(super) mod papers;
pub(super) mod plain_rows;
pub mod rows;
pub mod separator;
pub(super) mod table;
pub(super) mod table_reader;
pub(super) mod unit_tree;
