//! A receipt, checked without any ledger: that one event lies under one signed checkpoint.

use super::fault::{Fault, FaultKind, Verdict};
use crate::crypto::admitted::AdmittedKeys;
use crate::domain::id::EventHash;
use crate::domain::number::Sequence;
use crate::domain::statement::Statement;
use crate::domain::time::Millis;
use crate::ledger::envelope::{Envelope, LinkFault};
use crate::ledger::files::receipt::Receipt;
use crate::ledger::note::checkpoint::{Checkpoint, Fingerprint, SignedCheckpoint};
use crate::ledger::note::policy::{Policy, Quorum};
use crate::ledger::submission::SignedStatement;

/// What a receipt proves, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct ReceiptReport {
    /// The checkpoint that the receipt is under.
    pub checkpoint: Checkpoint,
    /// The place of the event in the log.
    pub sequence: Sequence,
    /// The event, computed from its bytes.
    pub event: Option<EventHash>,
    /// When the event arrived, by the writer's clock.
    pub arrival: Option<Millis>,
    /// What its signers said.
    pub statement: Option<Statement>,
    /// How many signatures verify over the statement. Whether their keys were enrolled, only the ledger tells.
    pub signatures: usize,
    /// Witnesses whose cosignatures count, by name.
    pub witnesses: Vec<String>,
    /// Every fault; none means that the event is in.
    pub faults: Vec<Fault>,
}

/// Checks a receipt under a policy.
pub fn check(receipt: &Receipt, policy: &Policy) -> ReceiptReport {
    let mut report = ReceiptReport {
        checkpoint: receipt.checkpoint().checkpoint().clone(),
        sequence: receipt.index(),
        event: None,
        arrival: None,
        statement: None,
        signatures: 0,
        witnesses: Vec::new(),
        faults: Vec::new(),
    };
    judge(receipt.checkpoint(), policy, &mut report);
    match receipt.entry() {
        Some(entry) => open(receipt, entry, &mut report),
        None => report.fault(FaultKind::Nothing),
    }
    report
}

/// Whether a receipt is of what was handed in, whoever's signatures were taken with it.
pub fn is_of(receipt: &Receipt, submission: &SignedStatement) -> bool {
    let entry = receipt.entry().and_then(|entry| Envelope::decode(entry).ok());
    let of = entry.and_then(|entry| SignedStatement::decode(&entry.submission).ok());
    of.is_some_and(|of| of.statement_bytes() == submission.statement_bytes())
}

impl ReceiptReport {
    /// The answer, which follows from the gravest fault.
    pub fn verdict(&self) -> Verdict {
        self.faults.iter().map(Fault::verdict).max().unwrap_or(Verdict::Verified)
    }

    /// Holds the checkpoint against a fingerprint from elsewhere.
    #[must_use]
    pub fn expecting(mut self, expected: Option<Fingerprint>) -> Self {
        if let Some(expected) = expected.filter(|expected| *expected != self.checkpoint.fingerprint()) {
            self.faults.push(Fault::of_ledger(FaultKind::OtherCheckpoint { expected }));
        }
        self
    }

    fn fault(&mut self, what: FaultKind) {
        self.faults.push(Fault::of_event(self.sequence, what));
    }
}

fn judge(signed: &SignedCheckpoint, policy: &Policy, report: &mut ReceiptReport) {
    match policy.judge(signed) {
        Ok(judgement) => {
            report.witnesses = judgement.witnesses.into_iter().map(|(name, _)| name.as_str().to_owned()).collect();
            if judgement.quorum == Quorum::NotMet {
                report.fault(FaultKind::QuorumNotMet);
            }
        }
        Err(_) => report.fault(FaultKind::NotTrusted),
    }
}

fn open(receipt: &Receipt, entry: &[u8], report: &mut ReceiptReport) {
    if receipt.verify_inclusion(entry).is_err() {
        report.fault(FaultKind::Inclusion);
    }
    report.event = Some(Envelope::hash(entry));
    let envelope = match Envelope::decode(entry) {
        Ok(envelope) => envelope,
        Err(error) => return report.fault(FaultKind::Envelope(error)),
    };
    report.arrival = Some(envelope.arrival);
    if envelope.sequence != receipt.index() {
        report.fault(FaultKind::Link(LinkFault::Sequence(envelope.sequence)));
    }
    let signed = SignedStatement::decode(&envelope.submission);
    let opened = signed.and_then(|signed| Ok((signed.open(&AdmittedKeys::default())?, signed.signers().len())));
    match opened {
        Ok((opened, signatures)) => {
            report.statement = Some(opened.submission.statement);
            report.signatures = signatures;
        }
        Err(error) => report.fault(FaultKind::Submission(error)),
    }
}
