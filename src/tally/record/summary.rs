//! A parent commission's summary.

use serde::{Deserialize, Serialize};

use super::provenance::Provenance;
use crate::domain::number::Size;
use crate::domain::summary::SummarySubmitted;

/// A parent's summary in a contest: its versions, the last one in force.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct SummaryRecord {
    /// Every version, in order.
    pub versions: Vec<(Provenance, SummarySubmitted)>,
}

impl SummaryRecord {
    /// The version in force at a size.
    pub fn in_force(&self, at: Size) -> Option<&(Provenance, SummarySubmitted)> {
        self.versions.iter().rev().find(|(provenance, _)| provenance.is_in(at))
    }

    pub(in crate::tally) fn add(&mut self, summary: &SummarySubmitted, by: Provenance) {
        self.versions.push((by, summary.clone()));
    }
}
