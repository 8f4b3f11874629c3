//! What an operator is told while the service runs.

use std::sync::Arc;

use super::state::Ended;
use crate::domain::code::Code;
use crate::service::serving::rounds::Heard;

/// What an operator is told while the service runs.
#[derive(Debug)]
#[non_exhaustive]
pub enum ServiceNotice<'a> {
    /// Something of the witnesses.
    Heard(&'a Heard),
    /// Nothing is written any more.
    Ended(&'a Ended),
    /// A file of the ledger is not what is sealed, under the code of what is wrong.
    Damaged(&'a str, Code),
}

/// Who tells it.
pub type Tell = Arc<dyn Fn(&ServiceNotice<'_>) + Send + Sync>;
