//! What became of what was handed in.

use schemars::JsonSchema;
use serde::Serialize;

use super::failure::Failed;
use super::spelling::{Hash, Print};
use crate::domain::id::EventHash;
use crate::domain::number::Sequence;
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
    /// The file of its receipt.
    pub receipt: String,
    /// The fingerprint of the checkpoint that it is under.
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
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Scans {
    /// How many it names.
    pub named: u64,
    /// How many of them are not beside the ledger yet.
    pub missing: u64,
}

/// What became of a queue.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Submissions {
    /// Each submission that was handed in.
    pub submissions: Vec<Answered>,
    /// Files of the folder that are submissions, and were not handed in because of their names.
    pub skipped: Vec<String>,
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

impl Submission {
    /// The view of a submission that was taken. Of scans, how many it names and how many are not there.
    pub fn of(
        status: Status,
        sequence: Sequence,
        event: EventHash,
        receipt: String,
        fingerprint: Fingerprint,
        scans: Scans,
    ) -> Self {
        Self {
            status,
            sequence: sequence.0,
            event: event.into(),
            receipt,
            fingerprint: fingerprint.into(),
            attachments: Some(scans).filter(|scans| scans.named > 0),
        }
    }
}
