//! What is wrong with the tiles of a published log that ought to prove something.

use crate::ledger::tree::node::ProofError;
use crate::ledger::tree::tile::{Tile, TileError};
use crate::ledger::tree::tile_reader::TileReaderError;

/// What is wrong with the tiles that ought to prove something.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TilesFlaw {
    /// A tile is missing.
    #[error("{0} is missing")]
    Missing(Tile),
    /// A tile is none.
    #[error("{0}: {1}")]
    Malformed(Tile, TileError),
    /// No tree has such a proof.
    #[error("{0}")]
    Impossible(ProofError),
}

impl TilesFlaw {
    /// The error that a flaw is told as; what kept the tiles from being read is told as it is.
    pub(in crate::service) fn told<E>(error: TileReaderError<E>, told: impl FnOnce(Self) -> E) -> E {
        match error {
            TileReaderError::Place(error) => error,
            TileReaderError::Missing(tile) => told(Self::Missing(tile)),
            TileReaderError::Malformed(tile, error) => told(Self::Malformed(tile, error)),
            TileReaderError::Impossible(error) => told(Self::Impossible(error)),
        }
    }
}
