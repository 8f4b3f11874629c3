//! What a Merkle tree is made of: the hashes of its leaves and nodes, and why there is none for what was asked.

use crate::crypto::context;
use crate::crypto::hash::{TreeHash, sha256};
use crate::domain::number::{Sequence, Size};

/// The hash of an entry's leaf.
pub fn leaf_hash(entry: &[u8]) -> TreeHash {
    TreeHash(sha256(&[context::TREE_LEAF, entry]))
}

/// The hash of the node above two others.
pub fn node_hash(left: &TreeHash, right: &TreeHash) -> TreeHash {
    TreeHash(sha256(&[context::TREE_NODE, &left.0, &right.0]))
}

/// The root of the tree without leaves.
pub fn empty_root() -> TreeHash {
    TreeHash(sha256(&[]))
}

/// The root over peaks, the largest first: the smallest two are joined until one is left.
pub(super) fn fold(peaks: impl DoubleEndedIterator<Item = TreeHash>) -> TreeHash {
    peaks.rev().reduce(|right, left| node_hash(&left, &right)).unwrap_or_else(empty_root)
}

/// Why a tree gives no proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProofError {
    /// The tree has not grown so far.
    #[error("size {asked} is beyond the tree, which has {size} leaves")]
    BeyondTree {
        /// The size that was asked about, in leaves.
        asked: Size,
        /// The size of the tree, in leaves.
        size: Size,
    },
    /// A tree of that size does not hold that leaf.
    #[error("leaf {index} is not in a tree of {size} leaves")]
    OutsideTree {
        /// The place of the leaf that was asked about, from 0.
        index: Sequence,
        /// The size that was asked about, in leaves.
        size: Size,
    },
    /// A tree does not shrink.
    #[error("a tree of {old} leaves does not grow into one of {new}")]
    Backwards {
        /// The size that the proof would begin at.
        old: Size,
        /// The size that the proof would end at.
        new: Size,
    },
}
