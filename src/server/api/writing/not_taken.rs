//! Why a submission was not taken.

use std::sync::Arc;

use super::state::Ended;
use crate::service::error::Error;

/// Why a submission was not taken.
#[derive(Clone)]
pub enum NotTaken {
    /// It is refused, or the clock keeps everything out for now.
    Refused(Arc<Error>),
    /// Another machine writes, which this one found when it was about to.
    Overtaken(Arc<Error>),
    /// Another machine writes, and this one follows.
    StandsBy,
    /// As many wait as may.
    Busy,
    /// The writer has ended, since then and for that reason: none where the server is being stopped.
    Ended(Option<Ended>),
}
