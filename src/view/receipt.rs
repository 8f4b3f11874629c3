//! What a receipt proves.

use schemars::JsonSchema;
use serde::Serialize;

use super::fault::Fault;
use super::report::Step;
use super::spelling::{Hash, Instant, Print, Root};
use super::word::{Word, Words};
use crate::text::{Lang, Status};
use crate::verify::fault::{FaultKind, Verdict};
use crate::verify::receipt::ReceiptReport;
use crate::verify::report::Trust;

/// What the verification of a receipt found: that one event lies under one signed checkpoint.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Receipt {
    /// The answer, in one word.
    pub verdict: Word<Verdict>,
    /// Whose word the log's key is taken on: a policy's, or that of the ledger beside it (`self`).
    pub trust: Word<Trust>,
    /// How many events the checkpoint covers.
    pub size: u64,
    /// The root over them.
    pub root: Root,
    /// What people compare.
    pub fingerprint: Print,
    /// Always null: a receipt knows nothing of the chain.
    pub head: (),
    /// How many events it holds: 1, or 0 where the event is not in it.
    pub events: u64,
    /// The event's place in the log, from 0.
    pub sequence: u64,
    /// The event; null where it is not in the receipt.
    pub event: Option<Hash>,
    /// When it arrived; null where that cannot be read.
    pub arrival: Option<Instant>,
    /// How many signatures stand under what the event says. Whether their keys were enrolled, only the ledger tells.
    pub signatures: u64,
    /// What was asked, step by step.
    pub checks: Vec<Step>,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

impl Receipt {
    /// The view of what a receipt proves.
    pub fn of(report: &ReceiptReport, trust: Trust, lang: Lang) -> Self {
        let checkpoint = &report.checkpoint;
        Self {
            verdict: Word(report.verdict()),
            trust: Word(trust),
            size: checkpoint.size.0,
            root: checkpoint.root.into(),
            fingerprint: checkpoint.fingerprint().into(),
            head: (),
            events: u64::from(report.event.is_some()),
            sequence: report.sequence.0,
            event: report.event.map(Hash::from),
            arrival: report.arrival.map(Instant::from),
            signatures: report.signatures as u64,
            checks: checks(report, trust),
            faults: report.faults.iter().map(|fault| Fault::of(fault, lang)).collect(),
        }
    }
}

/// What a receipt is asked, step by step.
fn checks(report: &ReceiptReport, trust: Trust) -> Vec<Step> {
    let status = |is_meant: fn(&FaultKind) -> bool| {
        if report.faults.iter().any(|fault| is_meant(&fault.what)) { Status::Failed } else { Status::Ok }
    };
    let of_checkpoint = |kind: &FaultKind| {
        matches!(kind, FaultKind::NotTrusted | FaultKind::QuorumNotMet | FaultKind::OtherCheckpoint { .. })
    };
    let of_event = |kind: &FaultKind| {
        matches!(kind, FaultKind::Inclusion | FaultKind::Nothing | FaultKind::Envelope(_) | FaultKind::Link(_))
    };
    let trusted = if trust == Trust::Policy { Status::Ok } else { Status::Note };
    let signed = if report.event.is_some() {
        status(|kind| matches!(kind, FaultKind::Submission(_) | FaultKind::Envelope(_)))
    } else {
        Status::Skipped
    };
    vec![
        Step::of("trust", trusted, trust.word().to_owned()),
        Step::of("checkpoint", status(of_checkpoint), report.checkpoint.origin.to_string()),
        Step::of("inclusion", status(of_event), format!("{} / {}", report.sequence, report.checkpoint.size)),
        Step::of("signatures", signed, report.signatures.to_string()),
    ]
}
