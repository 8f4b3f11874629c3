//! What a code means.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::code;
use crate::text::{self, Lang};

/// What a code means, and what to do.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Code {
    /// The stable code that people quote.
    pub code: String,
    /// What it means, in the language asked for.
    pub says: String,
    /// What to do, likewise; of a code of the election's own form, the rule that did not hold.
    #[serde(rename = "do")]
    pub remedy: String,
}

/// Every code that is built in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Codes {
    /// The codes, family by family.
    pub codes: Vec<Code>,
}

impl Code {
    /// The view of a code that is built in.
    pub fn of(code: code::Code, lang: Lang) -> Self {
        let explanation = text::explain(lang, code);
        Self { code: code.to_string(), says: explanation.what.to_owned(), remedy: explanation.remedy.to_string() }
    }
}

impl Codes {
    /// Every code that is built in.
    pub fn all(lang: Lang) -> Self {
        Self { codes: code::Code::ALL.iter().map(|code| Code::of(*code, lang)).collect() }
    }
}
