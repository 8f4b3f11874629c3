//! A complaint, and what was decided on it.

use serde::{Deserialize, Serialize};

use super::provenance::Provenance;
use crate::domain::complaint::{ComplaintDecided, ComplaintFiled};

/// A complaint, and what became of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ComplaintRecord {
    /// The complaint, as filed.
    pub filed: ComplaintFiled,
    /// When, and by whom.
    pub provenance: Provenance,
    /// The decision on it, once there is one.
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
