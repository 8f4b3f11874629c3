//! What every operation is handed.

use std::path::Path;

use super::observer::Observer;
use crate::domain::time::Millis;

/// Where the ledger is, what time it is, and who listens.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The folder of the ledger.
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
