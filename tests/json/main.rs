//! The bytes of `--json`, as other programs read them: every answer that the program can give, over small ledgers that
//! come out the same on every machine, held against files that are kept. A folder of `frozen` is a kind of answer, a
//! file in it a case.
#![cfg(feature = "cli")]

mod desk;
#[path = "../support/election.rs"]
mod election;
mod failing;
mod frozen;
mod leaving;
mod night;
#[path = "../support/program.rs"]
mod program;
mod reading;
mod schemas;
#[path = "../support/mod.rs"]
mod support;
mod verifying;
mod writing;
