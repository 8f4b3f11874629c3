//! Tiles that ought to prove something and do not.

use crate::crypto::hash::TreeHash;
use crate::ledger::tree::tile::TileError;
use crate::service::error::TilesFlaw;
use crate::text::Lang;
use crate::text::unreadable::proof;

messages! {
    tile_missing { tile };
    tile_malformed { tile, error };
    tile_length { found, width, expected };
    tile_bundle { width };
}

/// What is wrong with tiles that ought to prove something.
pub fn tiles(lang: Lang, flaw: &TilesFlaw) -> String {
    match flaw {
        TilesFlaw::Missing(tile) => say!(lang, tile_missing { tile: tile.to_string() }),
        TilesFlaw::Malformed(tile, error) => {
            say!(lang, tile_malformed { tile: tile.to_string(), error: tile_error(lang, *error) })
        }
        TilesFlaw::Impossible(error) => proof(lang, *error),
    }
}

fn tile_error(lang: Lang, error: TileError) -> String {
    match error {
        TileError::Length { width, found } => {
            say!(lang, tile_length { found, width, expected: width * size_of::<TreeHash>() })
        }
        TileError::Bundle(width) => say!(lang, tile_bundle { width }),
    }
}
