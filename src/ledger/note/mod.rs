//! What is signed about the tree: by the log, and by its witnesses; and whose signatures are enough.

pub mod checkpoint;
pub mod cosignature;
pub mod policy;
pub mod snapshot;
pub mod witness;
