//! A proof of rows, checked without any ledger: what some numbers were, and what was not there, under one signed snapshot.

use super::fault::{Fault, FaultKind, Verdict};
use crate::crypto::admitted::AdmittedKeys;
use crate::domain::number::Sequence;
use crate::ledger::envelope::{Envelope, LinkFault};
use crate::ledger::files::rows_proof::RowsProof;
use crate::ledger::note::checkpoint::Fingerprint;
use crate::ledger::note::policy::{Policy, Quorum};
use crate::ledger::submission::SignedStatement;
use crate::tally::rows::follows::contradictions;

/// What a proof of rows proves, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct RowsProofReport {
    /// The proof, as its file has it.
    pub proof: RowsProof,
    /// Witnesses whose cosignatures under the checkpoint count, by name.
    pub witnesses: Vec<String>,
    /// Those who computed the numbers too, and cosigned the snapshot.
    pub recomputed_by: Vec<String>,
    /// Every fault; none means that all its lines are proved.
    pub faults: Vec<Fault>,
}

/// Checks a proof under a policy.
pub fn check(proof: RowsProof, policy: &Policy) -> RowsProofReport {
    let mut report = RowsProofReport { proof, witnesses: Vec::new(), recomputed_by: Vec::new(), faults: Vec::new() };
    report.judge(policy);
    if let Err(error) = report.proof.verify() {
        report.faults.push(Fault::of_ledger(FaultKind::Unproved(error)));
    }
    for (sequence, entry) in report.proof.events() {
        report.faults.extend(event_faults(*sequence, entry));
    }
    // What a log signed convicts it. What it did not sign, or not so, accuses nobody, nor what a newer program made.
    if report.verdict() < Verdict::Unreadable {
        report.faults.extend(differing(&report.proof));
    }
    report
}

/// The rows that do not follow from the others: whoever signed the snapshot signed false numbers.
fn differing(proof: &RowsProof) -> impl Iterator<Item = Fault> {
    let size = proof.snapshot().snapshot().checkpoint.size;
    let rows = contradictions(proof.rows(), proof.events(), size);
    rows.into_iter().map(move |row| Fault::of_ledger(FaultKind::RowDiffers { size, row }))
}

impl RowsProofReport {
    /// The answer, which follows from the gravest fault.
    pub fn verdict(&self) -> Verdict {
        self.faults.iter().map(Fault::verdict).max().unwrap_or(Verdict::Verified)
    }

    /// Holds the checkpoint against a fingerprint from elsewhere.
    #[must_use]
    pub fn expecting(mut self, expected: Option<Fingerprint>) -> Self {
        let own = [self.proof.checkpoint().checkpoint(), &self.proof.snapshot().snapshot().checkpoint];
        let is_own = |expected: &Fingerprint| own.iter().any(|own| own.fingerprint() == *expected);
        if let Some(expected) = expected.filter(|expected| !is_own(expected)) {
            self.faults.push(Fault::of_ledger(FaultKind::OtherCheckpoint { expected }));
        }
        self
    }

    fn judge(&mut self, policy: &Policy) {
        let mut faults = Vec::new();
        let Ok(judged) = policy.judge(self.proof.checkpoint()) else {
            return self.faults.push(Fault::of_ledger(FaultKind::NotTrusted));
        };
        self.witnesses = judged.witnesses.into_iter().map(|(name, _)| name.as_str().to_owned()).collect();
        if judged.quorum == Quorum::NotMet {
            faults.push(FaultKind::QuorumNotMet);
        }
        match policy.judge_numbers(self.proof.snapshot()) {
            _ if !self.is_by_one_key(policy) => faults.push(FaultKind::ProofNotTheLogs),
            Ok(judged) => {
                self.recomputed_by = judged.witnesses.into_iter().map(|(name, _)| name.as_str().to_owned()).collect();
                if judged.quorum == Quorum::NotMet {
                    faults.push(FaultKind::NumbersQuorumNotMet);
                }
            }
            // A witness's signature is false.
            Err(_) => faults.push(FaultKind::NotTrusted),
        }
        self.faults.extend(faults.into_iter().map(Fault::of_ledger));
    }

    /// Whether each key of the policy that signed the checkpoint signed the snapshot too; of an earlier one, whether a
    /// key of the policy did: the log may have changed it since.
    fn is_by_one_key(&self, policy: &Policy) -> bool {
        let (checkpoint, snapshot) = (self.proof.checkpoint(), self.proof.snapshot());
        if checkpoint.checkpoint().size != snapshot.snapshot().checkpoint.size {
            return policy.logs().iter().any(|log| snapshot.verify(&log.key).is_ok());
        }
        let signed = policy.logs().iter().filter(|log| checkpoint.verify(&log.key).is_ok());
        signed.into_iter().all(|log| snapshot.verify(&log.key).is_ok())
    }
}

/// What is wrong with an event in the file. That its bytes are those that a row names, the proof shows.
fn event_faults(sequence: Sequence, entry: &[u8]) -> Vec<Fault> {
    let envelope = match Envelope::decode(entry) {
        Ok(envelope) => envelope,
        Err(error) => return vec![Fault::of_event(sequence, FaultKind::Envelope(error))],
    };
    let strange = (envelope.sequence != sequence).then_some(FaultKind::Link(LinkFault::Sequence(envelope.sequence)));
    let signed = SignedStatement::decode(&envelope.submission);
    let opened = signed.and_then(|signed| signed.open(&AdmittedKeys::default()));
    let unsigned = opened.err().map(FaultKind::Submission);
    strange.into_iter().chain(unsigned).map(|what| Fault::of_event(sequence, what)).collect()
}
