//! The ledger on a disk: one in memory that fails on demand, and real folders. Nothing here starts the program.

#[path = "../kit/mod.rs"]
mod kit;

mod crash;
mod elsewhere;
mod folder;
mod laws;
mod replica;
