//! Floor 2: how facts are bound together. Bytes of submissions and envelopes, the chain, the tree, checkpoints, and
//! the files they are kept in.

pub mod entry;
pub mod envelope;
pub mod files;
pub mod logged_event;
pub mod note;
pub mod submission;
pub mod tree;
