//! What a verification found.

use schemars::JsonSchema;
use serde::Serialize;

use super::fault::Fault;
use super::spelling::{Hash, Print, Root};
use super::word::Word;
use crate::text::{self, Lang, Status};
use crate::verify;
use crate::verify::fault::Verdict;
use crate::verify::report::Trust;

/// What the verification of a ledger or of a published log found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Report {
    /// The answer, in one word.
    pub verdict: Word<Verdict>,
    /// Whose word the checkpoint is taken on: a policy's, an expected fingerprint's, or the ledger's own (`self`).
    pub trust: Word<Trust>,
    /// How many events the checkpoint covers; null, as root and fingerprint are, where there is no checkpoint.
    pub size: Option<u64>,
    /// The root over them.
    pub root: Option<Root>,
    /// What people compare.
    pub fingerprint: Option<Print>,
    /// The last event that was read.
    pub head: Hash,
    /// How many events were read.
    pub events: u64,
    /// How many signatures over statements were checked.
    pub signatures: u64,
    /// What was asked, step by step.
    pub checks: Vec<Step>,
    /// What is wrong, in the order in which it was found.
    pub faults: Vec<Fault>,
    /// How many further faults there are, which are not listed.
    pub untold: u64,
}

/// One thing that a verification asks.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "CheckStep")]
pub struct Step {
    /// What was asked, under the same name in every language.
    pub name: String,
    /// How it ended: `note` is to be known and no reason to say no, `skipped` could not be asked.
    pub status: Word<Status>,
    /// What was found, in the language asked for.
    pub detail: String,
}

impl Report {
    /// The view of a report. `policy_file` is what the reader called the trust policy.
    pub fn of(report: &verify::report::Report, policy_file: Option<&str>, lang: Lang) -> Self {
        let checks = text::verification(lang, report, policy_file).into_iter();
        let checkpoint = report.checkpoint.as_ref();
        Self {
            verdict: Word(report.verdict()),
            trust: Word(report.trust),
            size: checkpoint.map(|checkpoint| checkpoint.size.0),
            root: checkpoint.map(|checkpoint| checkpoint.root.into()),
            fingerprint: checkpoint.map(|checkpoint| checkpoint.fingerprint().into()),
            head: report.head.hash.into(),
            events: report.head.size.0,
            signatures: report.signatures,
            checks: checks.map(|check| Step::of(check.step, check.status, check.detail)).collect(),
            faults: report.faults.iter().map(|fault| Fault::of(fault, lang)).collect(),
            untold: report.faults.not_listed(),
        }
    }
}

impl Step {
    /// A step, how it ended, and what was found.
    pub fn of(name: &str, status: Status, detail: String) -> Self {
        Self { name: name.to_owned(), status: Word(status), detail }
    }
}
