//! A witness that answers.

use schemars::JsonSchema;
use serde::Serialize;

/// Where a witness answers, under which keys and for which logs: told once, before its first answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Witness {
    /// Where it answers.
    pub url: String,
    /// The witness's name, as its keys have it.
    pub name: String,
    /// Its key as a C2SP verifier key: first of type 04 (a cosigner's), then of type 01, for programs that do not know
    /// 04.
    pub keys: Vec<String>,
    /// The logs that it watches.
    pub logs: Vec<String>,
}
