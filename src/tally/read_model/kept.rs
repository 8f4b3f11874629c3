//! The records by their keys, as a store keeps them.

use std::collections::BTreeMap;

use serde::{Serialize, de::DeserializeOwned};

use super::ReadModel;
use crate::crypto::wire::{self, WireError};
use crate::domain::id::{ContestId, UnitId};
use crate::tally::record::{PaperRecord, RecordKey, SummaryRecord};

impl ReadModel {
    /// A record's bytes, as a store keeps them; none where there is no such record.
    ///
    /// # Errors
    /// [`WireError::TooLong`] for a record above [`wire::ROW_BYTES_MAX`].
    pub fn record(&self, key: &RecordKey) -> Result<Option<Vec<u8>>, WireError> {
        fn bytes<T: Serialize>(record: Option<&T>) -> Result<Option<Vec<u8>>, WireError> {
            record.map(wire::encode_row).transpose()
        }
        match key {
            RecordKey::Election => bytes(self.election.as_ref()),
            RecordKey::Unit(unit) => bytes(self.units.get(unit)),
            RecordKey::Contest(contest) => bytes(self.contests.get(contest)),
            RecordKey::Paper(contest, unit) => bytes(self.paper(contest, unit)),
            RecordKey::Summary(contest, unit) => bytes(self.summary(contest, unit)),
            RecordKey::Observer(observer) => bytes(self.observers.get(observer)),
            RecordKey::Complaint(complaint) => bytes(self.complaints.get(complaint)),
        }
    }

    /// Puts a record back, as a store kept it.
    ///
    /// # Errors
    /// [`WireError`] when the bytes are not such a record.
    pub fn restore_record(&mut self, key: RecordKey, bytes: &[u8]) -> Result<(), WireError> {
        fn record<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Result<T, WireError> {
            wire::decode_row(bytes)
        }
        match key {
            RecordKey::Election => self.election = Some(record(bytes)?),
            RecordKey::Unit(unit) => self.put_unit(unit, record(bytes)?),
            RecordKey::Contest(contest) => drop(self.contests.insert(contest, record(bytes)?)),
            RecordKey::Paper(contest, unit) => {
                self.papers.entry(contest).or_default().insert(unit, record(bytes)?);
            }
            RecordKey::Summary(contest, unit) => {
                self.summaries.entry(contest).or_default().insert(unit, record(bytes)?);
            }
            RecordKey::Observer(observer) => drop(self.observers.insert(observer, record(bytes)?)),
            RecordKey::Complaint(complaint) => drop(self.complaints.insert(complaint, record(bytes)?)),
        }
        Ok(())
    }

    /// Every record's key, in order.
    pub fn keys(&self) -> impl Iterator<Item = RecordKey> + '_ {
        let of_papers = |(contest, records): (&ContestId, &BTreeMap<UnitId, PaperRecord>)| {
            records.keys().map(|unit| RecordKey::Paper(contest.clone(), unit.clone())).collect::<Vec<_>>()
        };
        let of_summaries = |(contest, records): (&ContestId, &BTreeMap<UnitId, SummaryRecord>)| {
            records.keys().map(|unit| RecordKey::Summary(contest.clone(), unit.clone())).collect::<Vec<_>>()
        };
        self.election
            .iter()
            .map(|_| RecordKey::Election)
            .chain(self.units.keys().cloned().map(RecordKey::Unit))
            .chain(self.contests.keys().cloned().map(RecordKey::Contest))
            .chain(self.papers.iter().flat_map(of_papers))
            .chain(self.summaries.iter().flat_map(of_summaries))
            .chain(self.observers.keys().cloned().map(RecordKey::Observer))
            .chain(self.complaints.keys().copied().map(RecordKey::Complaint))
    }
}
