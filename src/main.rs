//! The `protokol` program.
fn main() {}
