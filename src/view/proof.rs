//! What a proof of rows proves.

use schemars::JsonSchema;
use serde::Serialize;

use super::event::Event;
use super::fault::Fault;
use super::report::Step;
use super::spelling::{Print, Root};
use super::word::{Word, Words};
use crate::ledger::files::rows_proof::{Claim, RowsProof};
use crate::ledger::logged_event::LoggedEvent;
use crate::ledger::rows::shown::Answer;
use crate::text::{self, Lang, Status};
use crate::verify::fault::{FaultKind, Verdict};
use crate::verify::report::Trust;
use crate::verify::rows_proof::RowsProofReport;

/// What the verification of a proof of rows found: what numbers were under one signed snapshot, and what was not there.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Proof<'a> {
    /// The answer, in one word.
    pub verdict: Word<Verdict>,
    /// Whose word the log's key is taken on: a policy's, or that of the ledger beside it (`self`).
    pub trust: Word<Trust>,
    /// The log's name.
    pub origin: String,
    /// How many events the numbers are of.
    pub size: u64,
    /// The root over them.
    pub root: Root,
    /// What people compare.
    pub fingerprint: Print,
    /// The root of the rows.
    pub rows: Root,
    /// Always null: a proof knows nothing of the chain.
    pub head: (),
    /// How many events are in the file.
    pub events: u64,
    /// Witnesses whose cosignatures under the checkpoint count, by what the policy calls them.
    pub witnesses: Vec<String>,
    /// Those who computed the numbers from the events, and cosigned the snapshot.
    pub recomputed_by: Vec<String>,
    /// What is proved, line by line; empty where the answer is no.
    pub proved: Vec<Proved>,
    /// The events that are in the file, each named by a row that it shows; empty where the answer is no.
    pub sources: Vec<Event<'a>>,
    /// What was asked, step by step.
    pub checks: Vec<Step>,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// One line of a proof.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Proved {
    /// The line: `row total/round-1/01`, `none paper/round-1/01.001`, `all below/01/`.
    pub claim: String,
    /// What it means, in the language asked for.
    pub says: Vec<String>,
    /// The rows that it is about; none of a row that is not there.
    pub rows: Vec<Row>,
}

/// A row: what the events come to under one key.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Row {
    /// Its key.
    pub key: String,
    /// Its lines.
    pub value: Vec<String>,
}

impl<'a> Proof<'a> {
    /// The view of what a proof proves; `events` are those in it.
    pub fn of(report: &RowsProofReport, events: &'a [LoggedEvent], trust: Trust, lang: Lang) -> Self {
        let (proof, is_no) = (&report.proof, report.verdict() == Verdict::Failed);
        let snapshot = proof.snapshot().snapshot();
        let checkpoint = &snapshot.checkpoint;
        let told = if is_no { Vec::new() } else { text::claims(lang, proof) };
        let proved = proof.claims().iter().zip(told);
        let sources = events.iter().filter(|_| !is_no);
        Self {
            verdict: Word(report.verdict()),
            trust: Word(trust),
            origin: checkpoint.origin.to_string(),
            size: checkpoint.size.0,
            root: checkpoint.root.into(),
            fingerprint: checkpoint.fingerprint().into(),
            rows: snapshot.rows.into(),
            head: (),
            events: proof.events().len() as u64,
            witnesses: report.witnesses.clone(),
            recomputed_by: report.recomputed_by.clone(),
            proved: proved.map(|(claim, says)| Proved::of(proof, claim, says)).collect(),
            sources: sources.map(|event| Event::of(event, lang)).collect(),
            checks: checks(report, trust),
            faults: report.faults.iter().map(|fault| Fault::of(fault, lang)).collect(),
        }
    }
}

impl Proved {
    fn of(proof: &RowsProof, claim: &Claim, says: Vec<String>) -> Self {
        let rows = match claim {
            Claim::Row(key) => match proof.rows().get(key) {
                Answer::There(value) => vec![Row::of(key.as_str(), value)],
                Answer::None | Answer::NotShown => Vec::new(),
            },
            Claim::None(_) => Vec::new(),
            Claim::All(prefix) => match proof.rows().all(prefix) {
                Answer::There(rows) => rows.into_iter().map(|(key, value)| Row::of(key.as_str(), value)).collect(),
                Answer::None | Answer::NotShown => Vec::new(),
            },
        };
        Self { claim: claim.to_string(), says, rows }
    }
}

impl Row {
    fn of(key: &str, value: &str) -> Self {
        Self { key: key.to_owned(), value: value.lines().map(str::to_owned).collect() }
    }
}

/// What a proof is asked, step by step.
fn checks(report: &RowsProofReport, trust: Trust) -> Vec<Step> {
    let status = |is_meant: fn(&FaultKind) -> bool| {
        if report.faults.iter().any(|fault| is_meant(&fault.what)) { Status::Failed } else { Status::Ok }
    };
    let of_checkpoint = |kind: &FaultKind| {
        matches!(kind, FaultKind::NotTrusted | FaultKind::QuorumNotMet | FaultKind::OtherCheckpoint { .. })
    };
    let of_events =
        |kind: &FaultKind| matches!(kind, FaultKind::Envelope(_) | FaultKind::Link(_) | FaultKind::Submission(_));
    let trusted = if trust == Trust::Policy { Status::Ok } else { Status::Note };
    let snapshot = report.proof.snapshot().snapshot();
    let rows = report.proof.rows().shown().len();
    let signatures = if report.proof.events().is_empty() { Status::Skipped } else { status(of_events) };
    vec![
        Step::of("trust", trusted, trust.word().to_owned()),
        Step::of("checkpoint", status(of_checkpoint), snapshot.checkpoint.origin.to_string()),
        Step::of(
            "snapshot",
            status(|kind| matches!(kind, FaultKind::ProofNotTheLogs)),
            snapshot.checkpoint.size.to_string(),
        ),
        Step::of(
            "rows",
            status(|kind| matches!(kind, FaultKind::Unproved(_) | FaultKind::RowDiffers { .. })),
            rows.to_string(),
        ),
        Step::of("signatures", signatures, report.proof.events().len().to_string()),
    ]
}
