//! Why a ledger would refuse a draft.

use schemars::JsonSchema;
use serde::Serialize;

use super::finding::Cell;
use super::spelling::Hash;
use crate::domain::rejection::Rejection;
use crate::text::{self, Lang};

/// Why the ledger would refuse what a draft says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Refusal {
    /// Under which code.
    pub code: String,
    /// That it is no finding.
    pub severity: Refused,
    /// Which contest it is about; null where it is about none.
    pub contest: Option<String>,
    /// Which unit it is about; null where it is about none.
    pub unit: Option<String>,
    /// Which event it is about; null where it is about none.
    pub event: Option<Hash>,
    /// Which item or candidate (`cand_05`) it is about; null where it is about none.
    pub item: Option<String>,
    /// Always empty: figures disagree in findings alone.
    pub cells: Vec<Cell>,
    /// What is wrong, in the language asked for.
    pub says: String,
    /// What to do, likewise.
    #[serde(rename = "do")]
    pub remedy: String,
}

/// The severity of what is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum Refused {
    /// It is refused.
    Refused,
}

impl Refusal {
    /// The view of a rejection.
    pub fn of(rejection: &Rejection, lang: Lang) -> Self {
        let said = text::rejection(lang, rejection);
        Self {
            code: rejection.code().to_string(),
            severity: Refused::Refused,
            contest: rejection.contest().map(ToString::to_string),
            unit: rejection.unit().map(ToString::to_string),
            event: rejection.event().map(Hash::from),
            item: rejection.item(),
            cells: Vec::new(),
            says: said.says,
            remedy: said.remedy.to_string(),
        }
    }
}
