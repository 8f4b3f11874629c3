//! Complaints, and what was decided on them.

use serde::{Deserialize, Serialize};

use super::decision::Decision;
use super::id::EventHash;
use super::text::Text;
use crate::crypto::hash::FileDigest;

/// An observer or agent complains. The text itself is not published; its digest is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComplaintFiled {
    /// Against which event of this ledger.
    pub against: EventHash,
    /// What it is about, in a line.
    pub subject: Text,
    /// SHA-256 of the complaint's text.
    pub text_sha256: FileDigest,
}

/// A commission decides on a complaint.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComplaintDecided {
    /// Which complaint: the hash of its event.
    pub complaint: EventHash,
    /// Whether it was upheld.
    pub outcome: Outcome,
    /// Why the commission decided so.
    pub reason: Text,
    /// The decision by which it did.
    pub decision: Decision,
}

/// How a complaint ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The commission found that the complaint was right.
    Upheld,
    /// It was right in part.
    UpheldInPart,
    /// The commission found that the complaint was wrong.
    Rejected,
    /// It was not heard.
    NotHeard,
}
