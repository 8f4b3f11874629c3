//! A complaint, and what was decided on it.

use serde::{Deserialize, Serialize};

use super::provenance::Provenance;
use crate::domain::complaint::{ComplaintDecided, ComplaintFiled};

/// A complaint.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ComplaintRecord {
    /// As filed.
    pub filed: ComplaintFiled,
    /// When, and by whom.
    pub provenance: Provenance,
    /// What was decided.
    pub decided: Option<(Provenance, ComplaintDecided)>,
}

impl ComplaintRecord {
    pub(in crate::tally) fn of(filed: &ComplaintFiled, by: Provenance) -> Self {
        Self { filed: filed.clone(), provenance: by, decided: None }
    }

    pub(in crate::tally) fn decide(&mut self, decided: &ComplaintDecided, by: Provenance) {
        self.decided = Some((by, decided.clone()));
    }
}
