//! Proofs from published tiles: of a tree of any size, a prover reads the few tiles that a proof needs.
//!
//! No tile is believed. What comes out is a proof, which the caller checks with [`proof`](super::proof) against two
//! roots that it has from elsewhere: a forged tile makes a proof that leads to another root.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::node::{ProofError, node_hash};
use super::prove::HashReader;
use super::tile::{TILE_HEIGHT, TILE_WIDTH, Tile, TileError, TileKind};
use crate::crypto::hash::TreeHash;
use crate::domain::number::Size;

/// The tiles of a log of so many leaves, each fetched once, when a proof needs it.
#[derive(Debug)]
pub struct TileReader<F> {
    size: Size,
    fetch: F,
    read: RefCell<BTreeMap<Tile, Vec<TreeHash>>>,
}

/// Why tiles give no proof.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TileReaderError<E> {
    /// There is no such tile, neither as full as it is at this size nor full.
    #[error("{0} is missing")]
    Missing(Tile),
    /// The tile is not one.
    #[error("{0}: {1}")]
    Malformed(Tile, TileError),
    /// Whoever serves the tiles does not answer.
    #[error(transparent)]
    Place(E),
    /// No tree has such a proof.
    #[error("{0}")]
    Impossible(ProofError),
}

impl<E> From<ProofError> for TileReaderError<E> {
    fn from(error: ProofError) -> Self {
        Self::Impossible(error)
    }
}

impl<E, F: Fn(Tile) -> Result<Vec<TreeHash>, TileReaderError<E>>> TileReader<F> {
    /// The tiles of a log of `size` leaves, had by `fetch`, which gives the hashes of a tile, as many as it promises.
    pub fn new(size: Size, fetch: F) -> Self {
        Self { size, fetch, read: RefCell::default() }
    }

    /// The tile of `level` that holds the hash at `place` there, as full as it is at this size.
    fn tile(&self, level: u32, place: u64) -> Option<Tile> {
        let hashes = self.size.0.checked_shr(level * TILE_HEIGHT)?;
        let index = place / TILE_WIDTH;
        let width = u16::try_from(hashes.checked_sub(index * TILE_WIDTH)?.min(TILE_WIDTH)).ok()?;
        Tile::new(TileKind::Hashes(u8::try_from(level).ok()?), index, width).ok()
    }
}

impl<E, F: Fn(Tile) -> Result<Vec<TreeHash>, TileReaderError<E>>> HashReader for TileReader<F> {
    type Error = TileReaderError<E>;

    fn read_hash(&self, level: u32, index: u64) -> Result<TreeHash, TileReaderError<E>> {
        let beyond = || ProofError::BeyondTree { asked: Size(u64::MAX), size: self.size };
        let (tiled, within) = (level / TILE_HEIGHT, level % TILE_HEIGHT);
        let place = index.checked_mul(1 << within).ok_or_else(beyond)?;
        let tile = self.tile(tiled, place).ok_or_else(beyond)?;
        let known = self.read.borrow().contains_key(&tile);
        if !known {
            let hashes = (self.fetch)(tile)?;
            self.read.borrow_mut().insert(tile, hashes);
        }
        let first = (place % TILE_WIDTH) as usize;
        let read = self.read.borrow();
        let below = read.get(&tile).and_then(|hashes| hashes.get(first..first + (1 << within)));
        Ok(over(below.ok_or_else(beyond)?))
    }
}

/// The root over a power of two of hashes.
fn over(hashes: &[TreeHash]) -> TreeHash {
    match hashes {
        [one] => *one,
        _ => {
            let (left, right) = hashes.split_at(hashes.len() / 2);
            node_hash(&over(left), &over(right))
        }
    }
}
