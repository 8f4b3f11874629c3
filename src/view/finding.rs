//! What a rule says about what was signed.

use schemars::JsonSchema;
use serde::Serialize;

use super::proof_text::ProofText;
use super::spelling::Hash;
use super::word::Word;
use crate::domain::finding;
use crate::domain::form::Severity;
use crate::domain::manifest::Manifest;
use crate::text::{self, Lang};

/// What does not add up, or is unusual. It is about the election, and no fault of the ledger.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Finding {
    /// Under which code: of the form (`E1`), or built in.
    pub code: String,
    /// Whether it does not add up (`error`) or is unusual (`warning`).
    pub severity: Word<Severity>,
    /// The contest that the paper is of.
    pub contest: String,
    /// The unit that the paper is of.
    pub unit: String,
    /// Which event it is about; null of a paper that is missing, or that nobody signed yet.
    pub event: Option<Hash>,
    /// The figures that disagree, in the form's order.
    pub cells: Vec<Cell>,
    /// What it says, in the language asked for.
    pub says: String,
}

/// A finding of a ledger, with its proof where that was asked for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ProvedFinding {
    /// The finding.
    #[serde(flatten)]
    pub finding: Finding,
    /// The proof of it.
    #[serde(flatten)]
    pub proof: Option<ProofText>,
}

/// A figure that disagrees: as it is stated, and as it should be by the rule.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Cell {
    /// The item, the candidate (`cand_05`), the hour or the sum.
    pub item: String,
    /// As stated; null where nothing is stated.
    pub stated: Option<i64>,
    /// As the rule expects it; null where it expects nothing.
    pub expected: Option<i64>,
}

impl Finding {
    /// The view of a finding.
    pub fn of(finding: &finding::Finding, manifest: &Manifest, lang: Lang) -> Self {
        Self {
            code: finding.code.to_string(),
            severity: Word(finding.severity),
            contest: finding.contest.to_string(),
            unit: finding.unit.to_string(),
            event: finding.event.map(Hash::from),
            cells: finding.cells.iter().map(Cell::of).collect(),
            says: text::finding(lang, finding, manifest),
        }
    }

    /// With the proof of it.
    #[must_use]
    pub fn proved(self, proof: Option<ProofText>) -> ProvedFinding {
        ProvedFinding { finding: self, proof }
    }
}

impl Cell {
    /// The view of a figure. A sum that no program's number holds is null: no paper has one.
    pub fn of(cell: &finding::Cell) -> Self {
        let number = |figure: Option<i128>| figure.and_then(|figure| i64::try_from(figure).ok());
        Self { item: cell.item.clone(), stated: number(cell.stated), expected: number(cell.expected) }
    }
}
