//! The keys that a writer admitted, as others know them who check signatures while it writes.

use std::sync::{Arc, PoisonError, RwLock};

use crate::crypto::admitted::AdmittedKeys;
use crate::crypto::key::AdmittedKey;
use crate::ledger::submission::{CheckedSubmission, SignedStatement};

/// The keys that a writer admitted. Clone it freely: all clones are of the same keys.
#[derive(Clone, Debug)]
pub struct KnownKeys(Arc<RwLock<AdmittedKeys>>);

impl KnownKeys {
    pub(super) fn new(keys: AdmittedKeys) -> Self {
        Self(Arc::new(RwLock::new(keys)))
    }

    /// Checks all of a submission that follows from its bytes alone.
    pub fn check(&self, submission: &SignedStatement) -> CheckedSubmission {
        // A key is learnt whole or not at all.
        CheckedSubmission::of(submission, &self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn learn(&self, keys: Vec<AdmittedKey>) {
        if !keys.is_empty() {
            self.0.write().unwrap_or_else(PoisonError::into_inner).learn(keys);
        }
    }
}
