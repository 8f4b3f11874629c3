//! Floor 2: how events are bound into a log. Bytes of submissions and envelopes, the chain, the tree, checkpoints, and
//! the files that the writer keeps them in.

pub mod entry;
pub mod envelope;
pub mod files;
pub mod logged_event;
pub mod note;
pub mod rows;
pub mod submission;
pub mod tree;
pub mod vouched;
