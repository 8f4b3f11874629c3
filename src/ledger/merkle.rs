//! The Merkle tree of RFC 6962 section 2.1 over SHA-256: growing it and proving with it. [`proof`](super::proof) checks.
//!
//! ```text
//! leaf = SHA-256(00 ‖ entry)     node = SHA-256(01 ‖ left ‖ right)     empty tree = SHA-256 of nothing
//!
//!          root            a tree of five leaves: the left side of a node holds the largest
//!         /    \           power of two below its size, and every full subtree stays for ever
//!        *      d4
//!      /   \               inclusion of d2:     d3, (d0 d1), d4      leaf's sibling first
//!     *     *              consistency 3 to 5:  d2, d3, (d0 d1), d4
//!    / \   / \             consistency 4 to 5:  d4                   the old root is not repeated
//!   d0 d1 d2 d3
//! ```

use crate::crypto::{
    context,
    hash::{TreeHash, sha256},
};
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

/// A growing tree that remembers only its peaks, the roots of its full subtrees: at most 64 hashes. It can state its
/// root and prove nothing, which is all that a reader of a whole ledger needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    /// One for each one bit of `size`, the largest subtree first.
    peaks: Vec<TreeHash>,
}

/// A growing tree that remembers every full subtree, 64 bytes a leaf, and proves anything about any of its past sizes.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// `levels[k][i]` is the root of the full subtree over the leaves from `i * 2^k`, `2^k` of them.
    levels: Vec<Vec<TreeHash>>,
}

/// Why a tree does not prove something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProofError {
    /// The tree has not grown so far.
    #[error("size {asked} is beyond the tree, which has {size} leaves")]
    BeyondTree {
        /// The size asked about.
        asked: Size,
        /// The size there is.
        size: Size,
    },
    /// A tree of that size does not hold that leaf.
    #[error("leaf {index} is not in a tree of {size} leaves")]
    OutsideTree {
        /// The leaf asked about.
        index: Sequence,
        /// The size asked about.
        size: Size,
    },
    /// A tree does not shrink.
    #[error("a tree of {old} leaves does not grow into one of {new}")]
    Backwards {
        /// The size before.
        old: Size,
        /// The size after.
        new: Size,
    },
}

impl Frontier {
    /// Appends a leaf.
    pub fn push(&mut self, leaf: TreeHash) {
        let mut node = leaf;
        for _ in 0..self.size.trailing_ones() {
            let left = self.peaks.pop().expect("there is a peak for each one bit of the size");
            node = node_hash(&left, &node);
        }
        self.peaks.push(node);
        self.size = self.size.checked_add(1).expect("nobody appends 2^64 leaves");
    }

    /// How many leaves there are.
    pub fn size(&self) -> Size {
        Size(self.size)
    }

    /// The root over all leaves.
    pub fn root(&self) -> TreeHash {
        fold(self.peaks.iter().copied())
    }
}

impl Tree {
    /// Appends a leaf.
    pub fn push(&mut self, leaf: TreeHash) {
        let mut node = leaf;
        for level in 0.. {
            if level == self.levels.len() {
                self.levels.push(Vec::new());
            }
            let nodes = &mut self.levels[level];
            nodes.push(node);
            match nodes.as_slice() {
                [.., left, right] if nodes.len().is_multiple_of(2) => node = node_hash(left, right),
                _ => return,
            }
        }
    }

    /// How many leaves there are.
    pub fn size(&self) -> Size {
        Size(self.levels.first().map_or(0, |leaves| leaves.len() as u64))
    }

    /// The root over all leaves.
    pub fn root(&self) -> TreeHash {
        self.range(0, self.size().0)
    }

    /// The root when the tree had `size` leaves.
    ///
    /// # Errors
    /// [`ProofError::BeyondTree`].
    pub fn root_at(&self, size: Size) -> Result<TreeHash, ProofError> {
        self.within(size).map(|()| self.range(0, size.0))
    }

    /// Proves that the leaf at `index` is in the tree of the first `size` leaves (RFC 6962 section 2.1.1). The leaf's
    /// sibling comes first.
    ///
    /// # Errors
    /// [`ProofError::BeyondTree`] or [`ProofError::OutsideTree`].
    pub fn inclusion(&self, index: Sequence, size: Size) -> Result<Vec<TreeHash>, ProofError> {
        self.within(size)?;
        if !size.covers(index) {
            return Err(ProofError::OutsideTree { index, size });
        }
        Ok(self.path(size.0, |start, end| end - start == 1, |middle| index.0 < middle).0)
    }

    /// Proves that the tree of the first `old` leaves grew into that of the first `new` (RFC 6962 section 2.1.2).
    /// Empty if `old` is 0 or `new`.
    ///
    /// # Errors
    /// [`ProofError::BeyondTree`] or [`ProofError::Backwards`].
    pub fn consistency(&self, old: Size, new: Size) -> Result<Vec<TreeHash>, ProofError> {
        self.within(new)?;
        if old > new {
            return Err(ProofError::Backwards { old, new });
        }
        if old.0 == 0 {
            return Ok(Vec::new());
        }
        let (mut proof, start) = self.path(new.0, |_, end| end == old.0, |middle| old.0 <= middle);
        if start != 0 {
            proof.insert(0, self.range(start, old.0)); // otherwise it is the old root, which the verifier has
        }
        Ok(proof)
    }

    /// The roots of the full subtrees of `2^level` leaves, in order; none where there is no such subtree.
    pub(super) fn level(&self, level: u32) -> Option<&[TreeHash]> {
        self.levels.get(level as usize).map(Vec::as_slice)
    }

    /// Goes down from the root of `size` leaves until `arrived(start, end)`, to the left where `left(middle)`, and
    /// gives the hashes of the sides not taken, the lowest first, with the start of where it arrived.
    fn path(&self, size: u64, arrived: impl Fn(u64, u64) -> bool, left: impl Fn(u64) -> bool) -> (Vec<TreeHash>, u64) {
        let (mut start, mut end, mut sides) = (0, size, Vec::new());
        while !arrived(start, end) {
            let middle = start + (end - start).next_power_of_two() / 2;
            if left(middle) {
                sides.push(self.range(middle, end));
                end = middle;
            } else {
                sides.push(self.range(start, middle));
                start = middle;
            }
        }
        sides.reverse();
        (sides, start)
    }

    /// The root over the leaves from `start` to before `end`, folded from full subtrees. `start` is a multiple of the
    /// largest power of two in `end - start`, as it is wherever RFC 6962 splits.
    fn range(&self, mut start: u64, end: u64) -> TreeHash {
        let mut peaks = Vec::new();
        while start < end {
            let level = (end - start).ilog2();
            peaks.push(self.levels[level as usize][(start >> level) as usize]);
            start += 1 << level;
        }
        fold(peaks.into_iter())
    }

    fn within(&self, asked: Size) -> Result<(), ProofError> {
        let size = self.size();
        if asked <= size { Ok(()) } else { Err(ProofError::BeyondTree { asked, size }) }
    }
}

/// The root over peaks, the largest first: the smallest two are joined until one is left.
fn fold(peaks: impl DoubleEndedIterator<Item = TreeHash>) -> TreeHash {
    peaks.rev().reduce(|right, left| node_hash(&left, &right)).unwrap_or_else(empty_root)
}
