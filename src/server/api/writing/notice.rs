//! What an operator is told while the service runs.

use std::sync::Arc;

use super::state::Ended;
use crate::domain::code::Code;
use crate::domain::number::Size;
use crate::service::error::Error;
use crate::service::serving::rounds::Heard;

/// What an operator is told while the service runs.
#[derive(Debug)]
#[non_exhaustive]
pub enum ServiceNotice<'a> {
    /// Something of the witnesses.
    Heard(&'a Heard),
    /// Nothing is written any more.
    Ended(&'a Ended),
    /// Another machine has gone on: this one stands by from now on.
    Overtaken(&'a Error),
    /// This machine writes from now on, from this size on.
    TookOver(Size),
    /// It was to take over, and could not; it stands by as before.
    NotTakenOver(&'a Error),
    /// It took over, and something that goes with it could not be done.
    Undone(&'a Error),
    /// A file of the ledger is not what is sealed, under the code of what is wrong.
    Damaged(&'a str, Code),
}

/// Who tells it.
pub type Tell = Arc<dyn Fn(&ServiceNotice<'_>) + Send + Sync>;
