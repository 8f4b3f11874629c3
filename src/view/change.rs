//! What one state of a log has and another has not.

use schemars::JsonSchema;
use serde::Serialize;

use super::contest::ContestTally;
use super::spelling::{Hash, Instant};
use super::version::Correction;
use super::word::Word;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::statement::{Body, Kind};
use crate::verify::compare::LaterEntry;

/// An event that one of two states has and the other has not.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Change {
    /// Its place in the log, from 0.
    pub sequence: u64,
    /// The hash of the event.
    pub event: Hash,
    /// When it arrived; null, as what follows, of an event that could not be applied.
    pub arrival: Option<Instant>,
    /// What kind of statement.
    pub kind: Option<Word<Kind>>,
    /// Which unit it is about; null too where it concerns the whole.
    pub unit: Option<String>,
    /// Which contest it is about; null too where it concerns none.
    pub contest: Option<String>,
    /// What it says on one line, in the language asked for; where figures may not be told yet, only what it is.
    pub says: Option<String>,
    /// What it corrected; left out where it corrected nothing, and where figures may not be told yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Correction")]
    pub correction: Option<Correction>,
}

/// What a contest came to in the unit that it is held in, in two states of a log.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct TotalsChange {
    /// The contest that is counted.
    pub contest: String,
    /// In the older state; null where the contest was not called yet.
    pub before: Option<ContestTally>,
    /// In the newer state, likewise.
    pub after: Option<ContestTally>,
}

impl Change {
    /// The view of an event, in these words.
    pub fn of(entry: &LaterEntry, says: Option<String>, correction: Option<Correction>) -> Self {
        let recorded = entry.recorded.as_ref();
        let body = recorded.map(|recorded| &recorded.event.statement.body);
        Self {
            sequence: entry.sequence.0,
            event: entry.event.into(),
            arrival: recorded.map(|recorded| recorded.arrival.into()),
            kind: body.map(|body| Word(body.kind())),
            unit: body.and_then(Body::unit).map(UnitId::to_string),
            contest: body.and_then(Body::contest).map(ContestId::to_string),
            says,
            correction,
        }
    }
}
