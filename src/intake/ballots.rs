//! Who stands on which ballot.

use std::collections::BTreeMap;

use super::csv::rows::CandidateRow;
use super::mistake::{EnrolmentMistake, Mistake, TableMistake};
use crate::domain::id::ContestId;
use crate::domain::manifest::Manifest;
use crate::domain::number::BallotNumber;
use crate::domain::text::Localised;

/// The candidates of every contest: names by ballot number.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Ballots(pub BTreeMap<ContestId, BTreeMap<BallotNumber, Localised>>);

impl Ballots {
    /// An empty ballot for each contest.
    pub(super) fn of(manifest: &Manifest) -> Self {
        Self(manifest.contests.iter().map(|contest| (contest.id.clone(), BTreeMap::new())).collect())
    }

    /// Puts a candidate on its ballot.
    pub(super) fn take(&mut self, row: &CandidateRow) -> Result<(), Mistake> {
        let unknown = || TableMistake::ContestUnknown(row.contest.clone());
        let ballot = self.0.get_mut(&row.contest).ok_or_else(unknown)?;
        match ballot.insert(row.number, row.names.clone()) {
            None => Ok(()),
            Some(_) => Err(EnrolmentMistake::NumberTaken(row.contest.clone()).into()),
        }
    }
}
