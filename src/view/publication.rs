//! What is published of a ledger.

use schemars::JsonSchema;
use serde::Serialize;

use super::spelling::Print;

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

impl Level {
    /// Its word, the same in every language.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sealed => "sealed",
            Self::Witnessed => "witnessed",
        }
    }
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
