//! An observer, an agent or a journalist.

use serde::{Deserialize, Serialize};

use super::provenance::Provenance;
use crate::domain::observer::ObserverAccredited;

/// An observer, accredited once.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ObserverRecord {
    /// The observer, as accredited.
    pub accredited: ObserverAccredited,
    /// The event that accredited the observer.
    pub provenance: Provenance,
    /// The event that withdrew the accreditation.
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
