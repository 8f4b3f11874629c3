//! Why a server did not do what was asked: a problem of RFC 9457, with what to do.

use schemars::JsonSchema;
use serde::Serialize;

use super::failure::Failure;

/// Why a server did not do what was asked (RFC 9457).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Problem {
    /// What kind it is: a link to what its code means, from the server's root on.
    #[serde(rename = "type")]
    pub kind: String,
    /// What is wrong, in a few words that are the same for every problem of the kind.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong here.
    pub detail: String,
    /// Under which code, what to do, and what it is about.
    #[serde(flatten)]
    pub failure: Failure,
}

impl Problem {
    /// The problem that a failure is under a status.
    pub fn of(status: u16, title: &str, failure: Failure) -> Self {
        Self {
            kind: format!("/v1/codes/{}", failure.code),
            title: title.to_owned(),
            status,
            detail: failure.says.clone(),
            failure,
        }
    }
}
