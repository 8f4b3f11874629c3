//! Evidence of a fork, checked without any log: that one log signed two histories.

use super::conclude::TrustAnchors;
use super::fault::{Fault, FaultKind, Verdict};
use super::report::Trust;
use crate::ledger::files::fork::{ForkEvidence, NoFork};
use crate::ledger::note::checkpoint::Fingerprint;
use crate::ledger::note::policy::Policy;

/// What evidence proves, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct EvidenceReport {
    /// The evidence, as its file has it.
    pub evidence: ForkEvidence,
    /// Whether it proves a fork.
    pub proved: Result<(), NoFork>,
    /// What does not agree with what the reader brought.
    pub faults: Vec<Fault>,
    /// Whose word the log's keys are taken on.
    pub trust: Trust,
}

/// Checks evidence, and holds it against what the reader brought.
pub fn check(evidence: ForkEvidence, anchors: &TrustAnchors<'_>) -> EvidenceReport {
    let (proved, faults) = (evidence.verify(), faults(&evidence, anchors));
    EvidenceReport { evidence, proved, faults, trust: anchors.trust() }
}

impl EvidenceReport {
    /// The answer: evidence is never half right.
    pub fn verdict(&self) -> Verdict {
        if self.proved.is_ok() && self.faults.is_empty() { Verdict::Verified } else { Verdict::Failed }
    }

    /// How many signatures of the keys listed stand under the two checkpoints.
    pub fn signatures(&self) -> usize {
        let both = [self.evidence.older(), self.evidence.newer()].into_iter();
        both.filter_map(|signed| Some(signed.note().verified_by(self.evidence.keys()).ok()?.len())).sum()
    }
}

/// What the reader brought, held against both checkpoints: the policy must trust each, and the fingerprint be one's.
fn faults(evidence: &ForkEvidence, anchors: &TrustAnchors<'_>) -> Vec<Fault> {
    let both = [evidence.older(), evidence.newer()];
    let trusts = |policy: &Policy| both.iter().all(|signed| policy.judge(signed).is_ok());
    let distrusted = anchors.policy.filter(|policy| !trusts(policy)).map(|_| FaultKind::NotTrusted);
    let is_one = |expected: &Fingerprint| both.iter().any(|signed| signed.checkpoint().fingerprint() == *expected);
    let unexpected = anchors.expected.filter(|expected| !is_one(expected));
    let unexpected = unexpected.map(|expected| FaultKind::NotExpected { expected });
    distrusted.into_iter().chain(unexpected).map(Fault::of_ledger).collect()
}
