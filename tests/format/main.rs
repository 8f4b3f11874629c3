//! The frozen bytes: the worked example of `docs/format.md`, and every vector, good and bad. Small, because it is run a
//! second time with the arithmetic that every processor has.

#[path = "../kit/mod.rs"]
mod kit;

mod document;
mod vectors;
