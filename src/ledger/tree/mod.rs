//! The Merkle tree over the entries: how it grows, what is proved with it, and the tiles that it is published in.

pub mod merkle;
pub mod node;
pub mod proof;
pub mod prove;
pub mod tile;
pub mod tile_reader;
