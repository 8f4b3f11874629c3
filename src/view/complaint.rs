//! A complaint, and what was decided on it.

use schemars::JsonSchema;
use serde::Serialize;

use super::provenance::Provenance;
use super::spelling::{Hash, Instant};
use super::word::Word;
use crate::domain::complaint::Outcome;
use crate::domain::number::Size;
use crate::tally::complaints;

/// A complaint against an event, and what became of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Complaint {
    /// Where and when it came in.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Against which event.
    pub against: Hash,
    /// What it is about, in the complainant's words.
    pub subject: String,
    /// Until when it could be filed; null where the founding act sets no term.
    pub due: Option<Instant>,
    /// Whether it was filed after that.
    pub late: bool,
    /// What was decided; null where nothing is yet.
    pub outcome: Option<Word<Outcome>>,
    /// By which event; null where nothing is decided yet.
    pub decided_by: Option<Hash>,
}

impl Complaint {
    /// The view of a complaint as it stood at a size.
    pub fn of(complaint: &complaints::Complaint<'_>, at: Size) -> Self {
        let decided = complaint.record.decided.as_ref().filter(|(provenance, _)| provenance.is_in(at));
        Self {
            provenance: Provenance::of(&complaint.record.provenance),
            against: complaint.record.filed.against.into(),
            subject: complaint.record.filed.subject.to_string(),
            due: complaint.due.map(Instant::from),
            late: complaint.is_late(),
            outcome: decided.map(|(_, decided)| Word(decided.outcome)),
            decided_by: decided.map(|(provenance, _)| provenance.event.into()),
        }
    }
}
