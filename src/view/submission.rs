//! What became of what was handed in.

use schemars::JsonSchema;
use serde::Serialize;

use super::failure::{Failed, Failure};
use super::spelling::{Hash, Print};
use crate::domain::id::EventHash;
use crate::domain::number::Sequence;
use crate::domain::protocol::Attachment;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::note::checkpoint::Fingerprint;

/// What became of a submission that was taken.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Submission {
    /// How far it is now.
    pub status: Status,
    /// Its place in the log, from 0.
    pub sequence: u64,
    /// The hash of its event.
    pub event: Hash,
    /// The file of its receipt; null where none could be written.
    pub receipt: Option<String>,
    /// The fingerprint of the checkpoint that it is under.
    pub fingerprint: Print,
    /// The scans that it names; left out where it names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Scans")]
    pub attachments: Option<Scans>,
    /// What is wrong with its receipt, or with the log that the receipt shows; left out where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Failure")]
    pub error: Option<Failure>,
}

/// What became of a submission that a service took.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Receipted {
    /// How far it is now.
    pub status: Status,
    /// Its place in the log, from 0.
    pub sequence: u64,
    /// The hash of its event.
    pub event: Hash,
    /// Its receipt, as a file has it.
    pub receipt: String,
    /// The fingerprint of the checkpoint that the receipt is under.
    pub fingerprint: Print,
    /// The scans that it names; left out where it names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Scans")]
    pub attachments: Option<Scans>,
}

/// How far what was handed in is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum Status {
    /// In the log's signed checkpoint.
    Sealed,
    /// Cosigned by as many witnesses as the policy asks for.
    Witnessed,
    /// In the log before it was handed in now.
    Already,
}

/// The scans of a submission.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Scans {
    /// How many it names.
    pub named: u64,
    /// How many of them are not beside the ledger yet.
    pub missing: u64,
    /// The names of those; left out where none is missing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lacking: Vec<String>,
}

/// What became of a queue.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Submissions {
    /// Each submission that was handed in; last, without a file, what ended the work before all had their answers.
    pub submissions: Vec<Answered>,
    /// Files of the folder that are submissions, and were not handed in because of their names.
    pub skipped: Vec<String>,
    /// Drafts of the folder of which there is no submission; left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub drafts: Vec<String>,
}

/// What became of one submission of a queue.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Answered {
    /// It was taken.
    Taken(Submission),
    /// It was refused.
    Refused(Failed),
}

impl Scans {
    /// The view of so many scans of which some are missing.
    pub fn of(named: usize, missing: &[Attachment]) -> Self {
        let lacking: Vec<_> = missing.iter().map(|scan| scan.name.to_string()).collect();
        Self { named: named as u64, missing: lacking.len() as u64, lacking }
    }
}

impl Receipted {
    /// The view of a submission that a service took.
    pub fn of(status: Status, sequence: Sequence, event: EventHash, receipt: &Receipt, scans: Scans) -> Self {
        let fingerprint = receipt.checkpoint().checkpoint().fingerprint().into();
        let (event, receipt) = (event.into(), receipt.to_string());
        let attachments = Some(scans).filter(|scans| scans.named > 0);
        Self { status, sequence: sequence.0, event, receipt, fingerprint, attachments }
    }
}

impl Submission {
    /// The view of a submission that was taken.
    pub fn of(
        status: Status,
        sequence: Sequence,
        event: EventHash,
        receipt: Option<String>,
        fingerprint: Fingerprint,
    ) -> Self {
        let (event, fingerprint) = (event.into(), fingerprint.into());
        Self { status, sequence: sequence.0, event, receipt, fingerprint, attachments: None, error: None }
    }

    /// The same with its scans: how many it names and how many are not there.
    #[must_use]
    pub fn with(self, scans: Scans) -> Self {
        Self { attachments: Some(scans).filter(|scans| scans.named > 0), ..self }
    }

    /// The same with what is wrong with its receipt.
    #[must_use]
    pub fn failing(self, error: Option<Failure>) -> Self {
        Self { error, ..self }
    }
}
