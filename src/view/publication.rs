//! What is published of a ledger.

use schemars::JsonSchema;
use serde::Serialize;

use super::spelling::Print;
use crate::ledger::note::checkpoint::Checkpoint;

/// What is published of a ledger.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Publication {
    /// How many events its checkpoint covers.
    pub size: u64,
    /// The checkpoint's fingerprint.
    pub fingerprint: Print,
    /// Whether as many witnesses cosigned it as the policy asks for.
    pub status: Level,
    /// Whether the published folder has it: false until the moment from which on the founding act lets anything out.
    pub published: bool,
}

/// How far a checkpoint is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum Level {
    /// Signed by the log.
    Sealed,
    /// Cosigned by as many witnesses as the policy asks for.
    Witnessed,
}

/// Whether the published folder has a checkpoint.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Published {
    /// It has.
    Yes,
    /// Not yet.
    NotYet,
}

impl Publication {
    /// The view of a checkpoint that was published, or is not yet.
    pub fn of(checkpoint: &Checkpoint, status: Level, published: Published) -> Self {
        Self {
            size: checkpoint.size.0,
            fingerprint: checkpoint.fingerprint().into(),
            status,
            published: published == Published::Yes,
        }
    }
}
