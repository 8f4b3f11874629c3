//! Proving with a Merkle tree, wherever its hashes are kept: the way from the root down asks only for full subtrees,
//! which never change. A whole [`Tree`](super::merkle::Tree) holds them all, [`tile_reader`](super::tile_reader)
//! fetches a few.

use super::node::{ProofError, fold};
use crate::crypto::hash::TreeHash;
use crate::domain::number::{Sequence, Size};

/// Where a prover reads the roots of full subtrees: a whole tree, or tiles.
pub trait HashReader {
    /// Why a hash could not be read, or a proof cannot exist.
    type Error: From<ProofError>;

    /// The root over the `2^level` leaves from `index * 2^level` on.
    ///
    /// # Errors
    /// Those of the reader, and that it has not so many leaves.
    fn read_hash(&self, level: u32, index: u64) -> Result<TreeHash, Self::Error>;
}

/// The root over the first `size` leaves.
///
/// # Errors
/// Those of [`HashReader`].
pub fn root<N: HashReader + ?Sized>(hashes: &N, size: Size) -> Result<TreeHash, N::Error> {
    range(hashes, 0, size.0)
}

/// Proves that the leaf at `index` is among the first `size` leaves (RFC 6962 section 2.1.1).
///
/// # Errors
/// [`ProofError::OutsideTree`], and those of [`HashReader`].
pub fn inclusion<N: HashReader + ?Sized>(hashes: &N, index: Sequence, size: Size) -> Result<Vec<TreeHash>, N::Error> {
    if !size.covers(index) {
        return Err(ProofError::OutsideTree { index, size }.into());
    }
    Ok(path(hashes, size.0, |start, end| end - start == 1, |middle| index.0 < middle)?.0)
}

/// Proves that the first `old` leaves grew into the first `new` (RFC 6962 section 2.1.2).
///
/// # Errors
/// [`ProofError::Backwards`], and those of [`HashReader`].
pub fn consistency<N: HashReader + ?Sized>(hashes: &N, old: Size, new: Size) -> Result<Vec<TreeHash>, N::Error> {
    if old > new {
        return Err(ProofError::Backwards { old, new }.into());
    }
    if old.0 == 0 || old == new {
        return Ok(Vec::new());
    }
    let (mut proof, start) = path(hashes, new.0, |_, end| end == old.0, |middle| old.0 <= middle)?;
    if start != 0 {
        proof.insert(0, range(hashes, start, old.0)?); // otherwise it is the old root, which the verifier has
    }
    Ok(proof)
}

/// Goes down from the root of `size` leaves until `arrived(start, end)`, to the left where `left(middle)`, and gives
/// the hashes of the sides not taken, the lowest first, with the start of where it arrived.
fn path<N: HashReader + ?Sized>(
    hashes: &N,
    size: u64,
    arrived: impl Fn(u64, u64) -> bool,
    left: impl Fn(u64) -> bool,
) -> Result<(Vec<TreeHash>, u64), N::Error> {
    let (mut start, mut end, mut sides) = (0, size, Vec::new());
    while !arrived(start, end) {
        let middle = start + (1 << (end - start - 1).ilog2()); // the largest power of two below the width
        if left(middle) {
            sides.push(range(hashes, middle, end)?);
            end = middle;
        } else {
            sides.push(range(hashes, start, middle)?);
            start = middle;
        }
    }
    sides.reverse();
    Ok((sides, start))
}

/// The root over the leaves from `start` to before `end`, folded from full subtrees. `start` is a multiple of the
/// largest power of two in `end - start`, as it is wherever RFC 6962 splits.
fn range<N: HashReader + ?Sized>(hashes: &N, mut start: u64, end: u64) -> Result<TreeHash, N::Error> {
    let mut peaks = Vec::new();
    while start < end {
        let level = (end - start).ilog2();
        peaks.push(hashes.read_hash(level, start >> level)?);
        start += 1 << level;
    }
    Ok(fold(peaks.into_iter()))
}
