//! Floor 1: the election as pure values.

pub mod number;
