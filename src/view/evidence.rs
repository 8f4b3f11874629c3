//! Evidence of a fork, and what it proves.

use schemars::JsonSchema;
use serde::Serialize;

use super::checkpoint::Checkpoint;
use super::fault::Fault;
use super::report::Step;
use super::spelling::{Print, Root};
use super::word::{Word, Words};
use crate::crypto::vkey::VerifierKey;
use crate::domain::code::Code;
use crate::ledger::files::fork::{ForkEvidence, NoFork};
use crate::text::{self, Compared, Lang, Status};
use crate::verify::evidence::EvidenceReport;
use crate::verify::fault::Verdict;
use crate::verify::report::Trust;

/// Two signed states of one log that contradict each other.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Fork {
    /// The log's keys that signed them, as C2SP verifier keys.
    pub keys: Vec<String>,
    /// The older state.
    pub old: Checkpoint,
    /// The newer state.
    pub new: Checkpoint,
    /// The root that the newer log had at the older one's size.
    pub root: Root,
    /// From there to the newer state (RFC 6962, 2.1.2); empty at equal sizes.
    pub proof: Vec<Root>,
}

/// What the verification of evidence found. Of two checkpoints it is the newer that stands under the common names.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[schemars(rename = "Evidence")]
pub struct EvidenceView {
    /// The answer: `verified` where the log signed two histories.
    pub verdict: Word<Verdict>,
    /// Whose word the log's keys are taken on.
    pub trust: Word<Trust>,
    /// How many events the newer checkpoint covers.
    pub size: u64,
    /// The root over them.
    pub root: Root,
    /// What people compare.
    pub fingerprint: Print,
    /// Always null: evidence knows nothing of the chain.
    pub head: (),
    /// Always 0: evidence holds no event.
    pub events: u64,
    /// How many signatures of the keys listed stand under the two checkpoints.
    pub signatures: u64,
    /// What was asked, step by step.
    pub checks: Vec<Step>,
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// What the evidence says.
    pub fork: Fork,
}

impl Fork {
    /// The view of what evidence says.
    pub fn of(evidence: &ForkEvidence) -> Self {
        Self {
            keys: evidence.keys().iter().map(ToString::to_string).collect(),
            old: Checkpoint::of(evidence.older().checkpoint()),
            new: Checkpoint::of(evidence.newer().checkpoint()),
            root: evidence.root().into(),
            proof: evidence.proof().iter().map(|hash| (*hash).into()).collect(),
        }
    }
}

impl EvidenceView {
    /// The view of what evidence proves.
    pub fn of(report: &EvidenceReport, lang: Lang) -> Self {
        let newer = report.evidence.newer().checkpoint();
        let unproved = report
            .proved
            .as_ref()
            .err()
            .map(|error| Fault::of_the_whole(error.code(), text::compared(lang, &Compared::ProvesNothing(error))));
        let brought = report.faults.iter().map(|fault| Fault::of(fault, lang));
        Self {
            verdict: Word(report.verdict()),
            trust: Word(report.trust),
            size: newer.size.0,
            root: newer.root.into(),
            fingerprint: newer.fingerprint().into(),
            head: (),
            events: 0,
            signatures: report.signatures() as u64,
            checks: checks(report),
            faults: unproved.into_iter().chain(brought).collect(),
            fork: Fork::of(&report.evidence),
        }
    }
}

fn checks(report: &EvidenceReport) -> Vec<Step> {
    let [older, newer] = [report.evidence.older(), report.evidence.newer()].map(|signed| signed.checkpoint().size);
    let unproved = report.proved.as_ref().err().map(NoFork::code);
    let proves = ("fork", format!("{older} / {newer}"));
    steps((report.trust, report.faults.is_empty()), report.evidence.keys(), unproved, proves)
}

/// What evidence is asked, step by step: whether it agrees with what the reader brought, whether the log signed it, and whether
/// it proves what it says. `unproved` is the code of why it does not.
pub(super) fn steps(
    (trust, agrees): (Trust, bool),
    keys: &[VerifierKey],
    unproved: Option<Code>,
    (proves, what): (&'static str, String),
) -> Vec<Step> {
    let holds = |holds: bool| if holds { Status::Ok } else { Status::Failed };
    let trusted = match trust {
        Trust::SelfSigned => Status::Note,
        Trust::Policy | Trust::Expected => holds(agrees),
    };
    let (signed, proved) = match unproved {
        None => (Status::Ok, Status::Ok),
        Some(Code::V8) => (Status::Failed, Status::Skipped),
        Some(Code::R36) => (Status::Ok, Status::Note),
        Some(_) => (Status::Ok, Status::Failed),
    };
    let keys: Vec<_> = keys.iter().map(ToString::to_string).collect();
    vec![
        Step::of("trust", trusted, trust.word().to_owned()),
        Step::of("signatures", signed, keys.join(", ")),
        Step::of(proves, proved, what),
    ]
}
