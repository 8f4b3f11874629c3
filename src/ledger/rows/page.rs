//! A page: of the subtrees of at most [`PAGE_ROWS_MAX`] rows, one of the largest. Which pages there are follows from the keys.

use super::key::RowKey;
use super::node::RowHash;

/// The most rows of a page, all of which are read and hashed where one of them is asked for.
pub const PAGE_ROWS_MAX: u32 = 256;

/// A page of the rows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowPage {
    /// The key of its first row.
    pub first: RowKey,
    /// The hash of the subtree of its rows.
    pub hash: RowHash,
}
