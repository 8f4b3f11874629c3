//! A contest, its candidates and its result.

use serde::{Deserialize, Serialize};

use super::provenance::Provenance;
use crate::domain::candidate::{CandidateRegistered, CandidateWithdrawn, NominationApproved};
use crate::domain::closing::ResultCertified;
use crate::domain::contest::Contest;
use crate::domain::number::Size;

/// A contest and its candidates.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ContestRecord {
    /// The contest, as it was called.
    pub contest: Contest,
    /// When it was called.
    pub called: Provenance,
    /// Approved nominations, in order.
    pub nominations: Vec<(Provenance, NominationApproved)>,
    /// Candidates, ascending by ballot number.
    pub candidates: Vec<CandidateRecord>,
    /// The result, once it is certified.
    pub certified: Option<(Provenance, ResultCertified)>,
}

/// A candidate of one contest.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CandidateRecord {
    /// The candidate, as registered.
    pub registered: CandidateRegistered,
    /// The event that registered the candidate.
    pub provenance: Provenance,
    /// Off the ballot since.
    pub withdrawn: Option<(Provenance, CandidateWithdrawn)>,
}

impl CandidateRecord {
    /// Whether the candidate stood on the ballot when the ledger had this size.
    pub fn on_ballot(&self, at: Size) -> bool {
        self.provenance.is_in(at) && self.withdrawn.as_ref().is_none_or(|(provenance, _)| !provenance.is_in(at))
    }
}

impl ContestRecord {
    pub(in crate::tally) fn of(contest: &Contest, by: Provenance) -> Self {
        Self { contest: contest.clone(), called: by, nominations: Vec::new(), candidates: Vec::new(), certified: None }
    }

    pub(in crate::tally) fn nominate(&mut self, approved: &NominationApproved, by: Provenance) {
        self.nominations.push((by, approved.clone()));
    }

    pub(in crate::tally) fn register(&mut self, registered: &CandidateRegistered, by: Provenance) {
        self.candidates.push(CandidateRecord { registered: registered.clone(), provenance: by, withdrawn: None });
        self.candidates.sort_by_key(|candidate| candidate.registered.number);
    }

    pub(in crate::tally) fn withdraw(&mut self, withdrawn: &CandidateWithdrawn, by: Provenance) {
        let is_meant = |candidate: &&mut CandidateRecord| candidate.registered.number == withdrawn.number;
        if let Some(candidate) = self.candidates.iter_mut().find(is_meant) {
            candidate.withdrawn = Some((by, withdrawn.clone()));
        }
    }

    /// The result, if it was certified when the ledger had this size.
    pub fn certified_at(&self, at: Size) -> Option<&(Provenance, ResultCertified)> {
        self.certified.as_ref().filter(|(provenance, _)| provenance.is_in(at))
    }

    pub(in crate::tally) fn certify(&mut self, certified: &ResultCertified, by: Provenance) {
        self.certified = Some((by, certified.clone()));
    }
}
