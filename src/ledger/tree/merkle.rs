//! The Merkle tree of RFC 6962 section 2.1 over SHA-256: how it grows. [`prove`] proves with it, and
//! [`proof`](super::proof) checks.
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

use super::node::{ProofError, fold, node_hash};
use super::prove::{self, HashReader};
use crate::crypto::hash::TreeHash;
use crate::domain::number::{Sequence, Size};

/// A growing tree that remembers only its peaks, the roots of its full subtrees: at most 64 hashes. It can state its
/// root and prove nothing, which is all that a reader of a whole ledger needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompactRange {
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

impl CompactRange {
    /// Appends a leaf. It costs one hash, and 64 at most.
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
    /// Appends a leaf. It costs one hash, and 64 at most.
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

    /// The same tree with its peaks alone, to grow from here.
    pub fn range(&self) -> CompactRange {
        let size = self.size().0;
        let full = (0..u64::BITS).rev().filter(|level| size >> level & 1 == 1);
        // Behind the larger ones, which lie before it.
        let peak = |level: u32| self.read_hash(level, (size >> level) - 1).expect("a tree holds its full subtrees");
        CompactRange { size, peaks: full.map(peak).collect() }
    }

    /// The root over all leaves.
    pub fn root(&self) -> TreeHash {
        prove::root(self, self.size()).expect("a tree holds every full subtree of its own size")
    }

    /// The root when the tree had `size` leaves.
    ///
    /// # Errors
    /// [`ProofError::BeyondTree`].
    pub fn root_at(&self, size: Size) -> Result<TreeHash, ProofError> {
        self.within(size)?;
        prove::root(self, size)
    }

    /// Proves that the leaf at `index` is in the tree of the first `size` leaves (RFC 6962 section 2.1.1). The leaf's
    /// sibling comes first.
    ///
    /// # Errors
    /// [`ProofError::BeyondTree`] or [`ProofError::OutsideTree`].
    pub fn prove_inclusion(&self, index: Sequence, size: Size) -> Result<Vec<TreeHash>, ProofError> {
        self.within(size)?;
        prove::inclusion(self, index, size)
    }

    /// Proves that the tree of the first `old` leaves grew into that of the first `new` (RFC 6962 section 2.1.2).
    /// Empty if `old` is 0 or `new`.
    ///
    /// # Errors
    /// [`ProofError::BeyondTree`] or [`ProofError::Backwards`].
    pub fn prove_consistency(&self, old: Size, new: Size) -> Result<Vec<TreeHash>, ProofError> {
        self.within(new)?;
        prove::consistency(self, old, new)
    }

    /// The hashes of all leaves, in order.
    pub fn leaves(&self) -> &[TreeHash] {
        self.level(0).unwrap_or_default()
    }

    /// The roots of the full subtrees of `2^level` leaves, in order; none where there is no such subtree.
    pub(super) fn level(&self, level: u32) -> Option<&[TreeHash]> {
        self.levels.get(level as usize).map(Vec::as_slice)
    }

    fn within(&self, asked: Size) -> Result<(), ProofError> {
        let size = self.size();
        if asked <= size { Ok(()) } else { Err(ProofError::BeyondTree { asked, size }) }
    }
}

impl HashReader for Tree {
    type Error = ProofError;

    fn read_hash(&self, level: u32, index: u64) -> Result<TreeHash, ProofError> {
        let place = usize::try_from(index).ok();
        let node = self.level(level).and_then(|nodes| nodes.get(place?));
        let end = |index: u64| index.checked_add(1)?.checked_mul(1 << level);
        node.copied()
            .ok_or_else(|| ProofError::BeyondTree { asked: Size(end(index).unwrap_or(u64::MAX)), size: self.size() })
    }
}
