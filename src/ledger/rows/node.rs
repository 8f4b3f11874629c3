//! How the tree over the rows is hashed.
//!
//! ```text
//! no row     SHA-256("protokol rows v1: none\n")
//! a row      SHA-256("protokol row v1\n" ‖ key ‖ 0A ‖ value)
//! a node     SHA-256("protokol rows v1: node\n" ‖ u32 bit, little endian ‖ left ‖ right)
//! ```

use super::key::RowKey;
use crate::crypto::context;
use crate::crypto::hash::{hash_type, sha256};

hash_type! {
    /// The hash of a row, of a subtree of rows, or of all of them.
    RowHash
}

/// The hash of a row.
pub fn row_hash(key: &RowKey, value: &str) -> RowHash {
    RowHash(sha256(&[context::ROW, key.as_str().as_bytes(), b"\n", value.as_bytes()]))
}

/// The hash of what joins two subtrees.
pub fn fork_hash(bit: u32, left: &RowHash, right: &RowHash) -> RowHash {
    RowHash(sha256(&[context::ROWS_NODE, &bit.to_le_bytes(), &left.0, &right.0]))
}

/// The root of no rows.
pub fn no_rows() -> RowHash {
    RowHash(sha256(&[context::ROWS_NONE]))
}
