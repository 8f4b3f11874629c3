//! Evidence of what a log signed about its numbers, and what it proves.

use schemars::JsonSchema;
use serde::Serialize;

use super::checkpoint::Checkpoint;
use super::evidence::steps;
use super::fault::Fault;
use super::report::Step;
use super::spelling::{Print, Root};
use super::word::Word;
use crate::ledger::note::snapshot as ledger;
use crate::text::{self, Lang};
use crate::verify::fault::Verdict;
use crate::verify::misconduct::{self, MisconductReport, NotProved};
use crate::verify::report::Trust;

/// What the verification of evidence found that a log signed false numbers, or two answers to one question.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Misconduct")]
pub struct MisconductView {
    /// The answer: `verified` where it is proved.
    pub verdict: Word<Verdict>,
    /// Whose word the log's keys are taken on.
    pub trust: Word<Trust>,
    /// How many events the numbers are of.
    pub size: u64,
    /// The root over them.
    pub root: Root,
    /// What people compare.
    pub fingerprint: Print,
    /// Always null: evidence knows nothing of the chain.
    pub head: (),
    /// How many events are in the file.
    pub events: u64,
    /// The log's keys that signed, as C2SP verifier keys.
    pub keys: Vec<String>,
    /// The snapshots that are in the file: two that contradict each other, or one.
    pub snapshots: Vec<Snapshot>,
    /// The root of the rows that the events in the file come to; null where there are none.
    pub recomputed: Option<Root>,
    /// What it shows and means, in the language asked for; empty where nothing is proved.
    pub says: Vec<String>,
    /// What was asked, step by step.
    pub checks: Vec<Step>,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// What a log signed about its numbers.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Snapshot {
    /// The state that they are of.
    #[serde(flatten)]
    pub checkpoint: Checkpoint,
    /// The root of the rows.
    pub rows: Root,
}

impl Snapshot {
    /// The view of a snapshot.
    pub fn of(snapshot: &ledger::Snapshot) -> Self {
        Self { checkpoint: Checkpoint::of(&snapshot.checkpoint), rows: snapshot.rows.into() }
    }
}

impl MisconductView {
    /// The view of what evidence proves.
    pub fn of(report: &MisconductReport, lang: Lang) -> Self {
        let evidence = &report.evidence;
        let checkpoint = &evidence.stated().checkpoint;
        let unproved = report.proved.as_ref().err();
        let unproved = unproved.map(|error| Fault::of_the_whole(error.code(), text::not_proved(lang, error)));
        let brought = report.faults.iter().map(|fault| Fault::of(fault, lang));
        let events = match evidence {
            misconduct::Misconduct::Snapshots(_) => 0,
            misconduct::Misconduct::Fold(fold) => fold.entries().len() as u64,
            misconduct::Misconduct::Unnamed(unnamed) => unnamed.events().each().count() as u64,
        };
        Self {
            verdict: Word(report.verdict()),
            trust: Word(report.trust),
            size: checkpoint.size.0,
            root: checkpoint.root.into(),
            fingerprint: checkpoint.fingerprint().into(),
            head: (),
            events,
            keys: evidence.keys().iter().map(ToString::to_string).collect(),
            snapshots: evidence.snapshots().iter().map(|signed| Snapshot::of(signed.snapshot())).collect(),
            recomputed: report.recomputed.map(Root::from),
            says: if report.proved.is_ok() { text::misconduct(lang, report) } else { Vec::new() },
            checks: checks(report),
            faults: unproved.into_iter().chain(brought).collect(),
        }
    }
}

fn checks(report: &MisconductReport) -> Vec<Step> {
    let unproved = report.proved.as_ref().err().map(NotProved::code);
    let proves = ("snapshots", report.evidence.stated().checkpoint.size.to_string());
    steps((report.trust, report.faults.is_empty()), report.evidence.keys(), unproved, proves)
}
