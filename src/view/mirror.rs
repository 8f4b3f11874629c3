//! What a mirror has.

use schemars::JsonSchema;
use serde::Serialize;

use super::spelling::Print;

/// What a mirror has, after it was filled.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Mirror {
    /// Where it is.
    pub place: String,
    /// How many events the checkpoint covers that it was made under.
    pub size: u64,
    /// The fingerprint of that checkpoint.
    pub fingerprint: Print,
    /// How many files it has.
    pub files: u64,
    /// How many of them were put now, because they say something new.
    pub put: u64,
}
