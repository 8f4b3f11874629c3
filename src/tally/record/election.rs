//! The election itself.

use serde::{Deserialize, Serialize};

use super::provenance::Provenance;
use crate::domain::id::LedgerId;
use crate::domain::manifest::ElectionCalled;
use crate::domain::statement::LogKeyRotated;

/// The election as a whole.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ElectionRecord {
    /// The ledger's id: the hash of the founding act's envelope.
    pub ledger: LedgerId,
    /// The founding act, as it was signed.
    pub founding: ElectionCalled,
    /// When it was founded.
    pub founded: Provenance,
    /// The log's key in force, as a verifier key.
    pub log_key: String,
    /// When the log changed its key, in order.
    pub rotated: Vec<Provenance>,
    /// When the ledger was closed.
    pub closed: Option<Provenance>,
}

impl ElectionRecord {
    pub(in crate::tally) fn of(founding: &ElectionCalled, by: Provenance) -> Self {
        Self {
            ledger: by.event.into(),
            founding: founding.clone(),
            founded: by,
            log_key: founding.log_key.as_str().to_owned(),
            rotated: Vec::new(),
            closed: None,
        }
    }

    pub(in crate::tally) fn rotate(&mut self, rotated: &LogKeyRotated, by: Provenance) {
        rotated.new.as_str().clone_into(&mut self.log_key);
        self.rotated.push(by);
    }

    pub(in crate::tally) fn close(&mut self, by: Provenance) {
        self.closed = Some(by);
    }
}
