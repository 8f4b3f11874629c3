//! A key that was made.

use schemars::JsonSchema;
use serde::Serialize;

use super::spelling;

/// A key that was made: its public half.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Key {
    /// Whose key it is, as was said when it was made.
    pub name: String,
    /// The public key.
    pub public_key: spelling::Key,
    /// What people compare of a key: the first digits of its SHA-256, in groups of four.
    pub fingerprint: String,
    /// The file of the secret key.
    pub file: String,
    /// The file of the enrolment slip.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub slip: Option<String>,
    /// The file of the page to print.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub page: Option<String>,
}
