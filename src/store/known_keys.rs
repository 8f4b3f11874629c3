//! The keys that a writer admitted, as others know them who check signatures while it writes.

use std::sync::{Arc, PoisonError, RwLock};

use crate::crypto::admitted::AdmittedKeys;
use crate::crypto::key::{AdmittedKey, PublicKey};
use crate::crypto::parallel::ParallelMap;
use crate::domain::time::Millis;
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
        CheckedSubmission::of(submission, &self.among(submission.signers()))
    }

    /// As [`check`](Self::check) for each, with all their signatures checked together.
    pub fn check_all<M: ParallelMap>(&self, submissions: &[&SignedStatement], map: &M) -> Vec<CheckedSubmission> {
        let keys = self.among(submissions.iter().flat_map(|submission| submission.signers()));
        CheckedSubmission::of_all(submissions, &keys, map)
    }

    /// Checks submissions, each with the clock of its arrival, on as many threads as there are.
    pub fn check_timed<M: ParallelMap>(
        &self,
        submissions: &[(SignedStatement, Millis)],
        map: &M,
    ) -> Vec<(CheckedSubmission, Millis)> {
        let checked = self.check_all(&submissions.iter().map(|(submission, _)| submission).collect::<Vec<_>>(), map);
        checked.into_iter().zip(submissions.iter().map(|(_, clock)| *clock)).collect()
    }

    /// Those of some keys that were admitted: whoever checks for long keeps nobody from learning meanwhile.
    fn among<'a>(&self, keys: impl IntoIterator<Item = &'a PublicKey>) -> AdmittedKeys {
        // A key is learnt whole or not at all.
        self.0.read().unwrap_or_else(PoisonError::into_inner).among(keys)
    }

    /// All of them, for whoever replays; until they are [given back](Self::give_back), none is known.
    pub(super) fn lend(&self) -> AdmittedKeys {
        std::mem::take(&mut self.0.write().unwrap_or_else(PoisonError::into_inner))
    }

    /// What was lent, and what was learnt meanwhile.
    pub(super) fn give_back(&self, keys: AdmittedKeys) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = keys;
    }

    pub(super) fn learn(&self, keys: Vec<AdmittedKey>) {
        if !keys.is_empty() {
            self.0.write().unwrap_or_else(PoisonError::into_inner).learn(keys);
        }
    }
}
