//! Who may watch, and file copies and complaints.

use schemars::JsonSchema;
use serde::Serialize;

use super::provenance::Provenance;
use super::spelling::Key;
use super::word::Word;
use crate::domain::observer::ObserverRole;
use crate::tally::record::ObserverRecord;

/// An observer, an agent or a journalist.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Observer {
    /// Where and when the accreditation came in.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// The observer's name in files.
    pub observer: String,
    /// The organisation that sends the observer.
    pub organisation: String,
    /// What the observer may do there.
    pub role: Word<ObserverRole>,
    /// In which unit and everything below it.
    pub scope: String,
    /// The key that signs copies and complaints.
    pub key: Key,
    /// The event that ended the accreditation; null while it counts.
    pub withdrawn: Option<Provenance>,
}

impl Observer {
    /// The view of an observer.
    pub fn of(record: &ObserverRecord) -> Self {
        let accredited = &record.accredited;
        Self {
            provenance: Provenance::of(&record.provenance),
            observer: accredited.observer.to_string(),
            organisation: accredited.organisation.to_string(),
            role: Word(accredited.role),
            scope: accredited.scope.to_string(),
            key: accredited.key.into(),
            withdrawn: record.withdrawn.as_ref().map(Provenance::of),
        }
    }
}
