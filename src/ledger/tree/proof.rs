//! Checking the two proofs of RFC 6962: that a leaf is in a tree, and that a tree grew from a smaller one. Nothing is
//! needed for it but a few hashes. [`merkle`](super::merkle) draws the tree and makes the proofs.

use super::node::{ProofError, empty_root, node_hash};
use crate::crypto::hash::TreeHash;
use crate::domain::number::{Sequence, Size};

/// The most hashes of a proof, enough for every tree that can be; also what C2SP tlog-witness carries.
pub const PROOF_HASHES_MAX: usize = 63;

/// Why a verifier does not believe a proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProofRefusal {
    /// No tree can be as claimed, whatever the proof.
    #[error(transparent)]
    Impossible(#[from] ProofError),
    /// The number of hashes is not the one that the sizes determine.
    #[error("the proof has {found} hashes, and here it must have {expected}")]
    Length {
        /// How many hashes the sizes determine.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// More than [`PROOF_HASHES_MAX`] hashes.
    #[error("the proof has {0} hashes, and at most {PROOF_HASHES_MAX} are allowed")]
    TooLong(usize),
    /// The hashes lead to another root than the one given.
    #[error("the proof does not lead to the root")]
    Root,
    /// The hashes lead to another old root than the one given.
    #[error("the proof does not lead to the old root")]
    OldRoot,
}

/// Checks that `leaf` is at `index` in the tree of `size` leaves with this root.
///
/// # Errors
/// [`ProofRefusal`]. A proof of the wrong length is refused before anything is hashed.
pub fn verify_inclusion(
    leaf: &TreeHash,
    index: Sequence,
    size: Size,
    proof: &[TreeHash],
    root: &TreeHash,
) -> Result<(), ProofRefusal> {
    if !size.covers(index) {
        return Err(ProofError::OutsideTree { index, size }.into());
    }
    let (inner, border) = turns(index.0, size.0);
    check_length(inner + border, proof)?;
    let (inner, border) = proof.split_at(inner);
    let reached = climb_border(climb_inner(*leaf, inner, index.0), border);
    if reached == *root { Ok(()) } else { Err(ProofRefusal::Root) }
}

/// Checks that the tree of `old` leaves with `old_root` grew into that of `new` leaves with `new_root`. Anything grows
/// from the empty tree, whose root is [`empty_root`].
///
/// # Errors
/// [`ProofRefusal`]. A proof of the wrong length is refused before anything is hashed.
pub fn verify_consistency(
    old: Size,
    old_root: &TreeHash,
    new: Size,
    new_root: &TreeHash,
    proof: &[TreeHash],
) -> Result<(), ProofRefusal> {
    if old > new {
        return Err(ProofError::Backwards { old, new }.into());
    }
    if old.0 == 0 || old == new {
        check_length(0, proof)?;
        if old.0 == 0 && *old_root != empty_root() {
            return Err(ProofRefusal::OldRoot);
        }
        return if old == new && old_root != new_root { Err(ProofRefusal::Root) } else { Ok(()) };
    }
    // The climb starts at the largest full subtree that ends the old tree: `old - 1` is its last leaf.
    let level = old.0.trailing_zeros();
    let known = old.0.is_power_of_two(); // then that subtree is the whole old tree, and not repeated in the proof
    let (inner, border) = turns(old.0 - 1, new.0);
    let inner = inner - level as usize;
    check_length(usize::from(!known) + inner + border, proof)?;
    let (seed, rest) = match proof.split_first() {
        Some((seed, rest)) if !known => (seed, rest),
        _ => (old_root, proof),
    };
    let (inner, border) = rest.split_at(inner);
    let place = (old.0 - 1) >> level;
    if climb_border(climb_inner_left(*seed, inner, place), border) != *old_root {
        return Err(ProofRefusal::OldRoot);
    }
    if climb_border(climb_inner(*seed, inner, place), border) != *new_root {
        return Err(ProofRefusal::Root);
    }
    Ok(())
}

/// How many hashes lead from leaf `index` up to where its path meets the right border of a tree of `size`, and how
/// many further ones, all on the left, lead from there to the root.
fn turns(index: u64, size: u64) -> (usize, usize) {
    let inner = u64::BITS - (index ^ (size - 1)).leading_zeros();
    let border = index.checked_shr(inner).unwrap_or(0).count_ones();
    (inner as usize, border as usize)
}

fn check_length(expected: usize, proof: &[TreeHash]) -> Result<(), ProofRefusal> {
    match proof.len() {
        found if found > PROOF_HASHES_MAX => Err(ProofRefusal::TooLong(found)),
        found if found != expected => Err(ProofRefusal::Length { expected, found }),
        _ => Ok(()),
    }
}

/// Climbs with a sibling on every level; each bit of `place` says whether it stands on the left.
fn climb_inner(seed: TreeHash, siblings: &[TreeHash], place: u64) -> TreeHash {
    siblings.iter().zip(0..).fold(seed, |node, (sibling, level)| match (place >> level) & 1 {
        0 => node_hash(&node, sibling),
        _ => node_hash(sibling, &node),
    })
}

/// Climbs likewise, but only past the siblings on the left: the tree as it was before there was anything on the right.
fn climb_inner_left(seed: TreeHash, siblings: &[TreeHash], place: u64) -> TreeHash {
    siblings.iter().zip(0..).fold(seed, |node, (sibling, level)| match (place >> level) & 1 {
        0 => node,
        _ => node_hash(sibling, &node),
    })
}

/// Climbs along the right border, where every sibling stands on the left.
fn climb_border(seed: TreeHash, siblings: &[TreeHash]) -> TreeHash {
    siblings.iter().fold(seed, |node, sibling| node_hash(sibling, &node))
}
