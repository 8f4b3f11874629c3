//! The bytes of `--json`, as other programs read them: every answer that the program can give, over small ledgers that
//! come out the same on every machine, held against files that are kept. A folder of `frozen` is a kind of answer, a
//! file in it a case.

mod desk;
mod failing;
pub mod frozen;
mod leaving;
mod night;
mod reading;
mod schemas;
mod verifying;
mod writing;
