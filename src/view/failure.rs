//! Why something was not done.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::code::Code;
use crate::text::Said;

/// What is answered where what was asked was not done.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Failed {
    /// What was wrong, and what to do.
    pub error: Failure,
}

/// Why something was not done: what is wrong, and what to do. What it is not about is left out.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Failure {
    /// Under which code.
    pub code: String,
    /// What is wrong.
    pub says: String,
    /// What to do.
    #[serde(rename = "do")]
    pub remedy: String,
    /// In which file.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub file: Option<String>,
    /// In which column of a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub column: Option<String>,
    /// Which unit it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub unit: Option<String>,
    /// Which item, candidate (`cand_05`) or key it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub item: Option<String>,
    /// On which line of the file, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u64")]
    pub line: Option<u64>,
    /// Further mistakes of the same file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Failure>,
}

impl Failure {
    /// What is wrong and what to do, under a code, about nothing in particular.
    pub fn of(code: Code, said: Said) -> Self {
        let (code, says, remedy) = (code.to_string(), said.says, said.remedy.to_string());
        let (file, column, unit, item, line, others) = (None, None, None, None, None, Vec::new());
        Self { code, says, remedy, file, column, unit, item, line, others }
    }
}
