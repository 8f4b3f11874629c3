//! An observer, an agent or a journalist.

use serde::{Deserialize, Serialize};

use super::provenance::Provenance;
use crate::domain::observer::ObserverAccredited;

/// An observer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ObserverRecord {
    /// As accredited.
    pub accredited: ObserverAccredited,
    /// When.
    pub provenance: Provenance,
    /// Withdrawn since.
    pub withdrawn: Option<Provenance>,
}

impl ObserverRecord {
    pub(in crate::tally) fn of(accredited: &ObserverAccredited, by: Provenance) -> Self {
        Self { accredited: accredited.clone(), provenance: by, withdrawn: None }
    }

    pub(in crate::tally) fn withdraw(&mut self, by: Provenance) {
        self.withdrawn = Some(by);
    }
}
