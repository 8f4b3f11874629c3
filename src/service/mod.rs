//! Floor 7: every operation that a user can ask for, as a function: values, a clock and an observer in, a typed result or
//! an [`Error`] out. Nothing here knows of a terminal, of arguments or of words: the program and a server say the rest.
//!
//! ```text
//! found ──▶ writing ──▶ submit ──▶ witnessing ──▶ publish        whoever holds the log's key
//!                                                                
//! source ──▶ verify ──▶ restore, receipts, witness               whoever reads a log, wherever it is
//! ```

pub mod error;
pub mod files;
pub mod found;
pub mod observer;
pub mod parallel;
pub mod policy;
pub mod publish;
pub mod reading;
pub mod receipts;
pub mod rehearse;
pub mod restore;
pub mod scans;
pub mod source;
pub mod submit;
pub mod verify;
pub mod witness;
pub mod witnessing;
pub mod writing;

use std::path::Path;

use self::observer::Observer;
use crate::domain::time::Millis;

/// What every operation is handed.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The ledger's folder.
    pub ledger: &'a Path,
    /// What time it is.
    pub clock: &'a dyn Fn() -> Millis,
    /// Who is told what happens on the way.
    pub observer: &'a dyn Observer,
}

impl Setting<'_> {
    /// What time it is.
    pub fn now(&self) -> Millis {
        (self.clock)()
    }
}
