//! A version of a protocol, and what it corrected.

use schemars::JsonSchema;
use serde::Serialize;

use super::author::Author;
use super::provenance::Provenance;
use super::spelling::Hash;
use crate::domain::decision::Decision;
use crate::domain::number::Count;
use crate::tally::history;

/// A version of a protocol.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Version {
    /// Where and when it came in.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Who signed it.
    pub author: Author,
    /// Series and number of the official form; empty where the form has none.
    pub form_serial: String,
    /// What it replaced; left out of a first version.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
}

/// What a correction did.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Correction {
    /// The version that it replaced.
    pub replaces: Hash,
    /// Why, in the signers' words.
    pub reason: String,
    /// By which decision: its reference and its day, as far as there are any.
    pub decision: String,
    /// Whether somebody signed it who was enrolled only after the version that it replaced.
    pub by_newcomers: bool,
    /// The figures that it changed, in the paper's order.
    pub changes: Vec<FigureChange>,
}

/// A figure that changed. Null is not zero: it was, or is, not on the paper.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct FigureChange {
    /// The item, or the candidate (`cand_05`).
    pub item: String,
    /// The figure that was replaced.
    pub before: Option<u32>,
    /// The figure that replaced it.
    pub after: Option<u32>,
}

impl Version {
    /// The view of a version.
    pub fn of(version: &history::Version<'_>) -> Self {
        Self {
            provenance: Provenance::of(version.provenance),
            author: Author::of(&version.provenance.author),
            form_serial: version.protocol.form_serial.to_string(),
            correction: version.replaced.as_ref().map(Correction::of),
        }
    }
}

impl Correction {
    /// The view of what a correction did.
    pub fn of(replaced: &history::Replacement<'_>) -> Self {
        Self {
            replaces: replaced.event.into(),
            reason: replaced.reason.to_string(),
            decision: decision(replaced.decision),
            by_newcomers: replaced.by_newcomers,
            changes: replaced.changes.iter().map(FigureChange::of).collect(),
        }
    }
}

impl FigureChange {
    fn of(change: &history::Change) -> Self {
        let figure = |figure: Option<Count>| figure.map(|figure| figure.0);
        Self { item: change.item.clone(), before: figure(change.before), after: figure(change.after) }
    }
}

/// A decision's reference and day, as far as there are any.
pub fn decision(decision: &Decision) -> String {
    let date = decision.date.map(|day| day.to_string());
    let reference = Some(decision.reference.to_string()).filter(|reference| !reference.is_empty());
    reference.into_iter().chain(date).collect::<Vec<_>>().join(", ")
}
