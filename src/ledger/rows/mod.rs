//! The tree over the rows: what the events come to, as a map of small texts under one root. The shape follows from the
//! keys alone, so that a row, its absence, and all rows of one kind are proved by a few hashes.

pub mod held;
pub mod key;
pub mod node;
pub mod page;
pub mod paged;
pub mod prove;
pub mod rising;
pub mod shown;
pub mod tree;
