//! Programs that others wrote judge ours: the second verifier in Python, Go's library of the checksum database, another
//! witness. A test whose stranger is not on the machine says SKIPPED; `.ci/run` brings them all.

#[path = "../kit/mod.rs"]
mod kit;

mod independent;
mod quorum;
mod sumdb;
