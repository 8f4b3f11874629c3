//! Floor 2: how facts are bound together. Bytes of submissions and envelopes, the chain, the tree, checkpoints, and
//! the files they are kept in.

pub mod checkpoint;
pub mod cosignature;
pub mod entry;
pub mod envelope;
pub mod fork;
pub mod frame;
pub mod kit;
pub mod merkle;
pub mod policy;
pub mod proof;
pub mod receipt;
pub mod seal;
pub mod submission;
pub mod tile;
pub mod tiled;
pub mod walk;
pub mod witness;
