//! The summary of a parent commission: totals, counters, and a commitment to the exact protocols it summed.

use serde::{Deserialize, Serialize};

use super::decision::Decision;
use super::id::{ContestId, EventHash, UnitId};
use super::number::{BallotNumber, Size, Total};
use super::text::Text;
use super::time::Millis;
use crate::crypto::hash::TreeHash;

/// The most units a summary may leave out: above that, it is no summary of the unit.
pub const LEFT_OUT_MAX: usize = 1_000;

/// The totals of a summary. A cell that the paper does not have is `None`, which is not zero.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SummaryFigures {
    /// One entry for each item of the form, in the form's order.
    pub items: Vec<Option<Total>>,
    /// Votes by candidate, strictly ascending by ballot number.
    pub votes: Vec<(BallotNumber, Total)>,
}

/// The counters that a summary states (Azerbaijan: Art. 107.3), over the lowest-tier units below it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counters {
    /// How many units there are.
    pub units: u32,
    /// How many protocols were received.
    pub received: u32,
    /// How many protocols were taken as the basis of the totals.
    pub taken_as_basis: u32,
    /// In how many units voting failed.
    pub failed: u32,
    /// In how many units the protocol was annulled.
    pub annulled: u32,
}

/// The protocol of a parent commission. Signed by its quorum.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SummarySubmitted {
    /// The contest that is summed.
    pub contest: ContestId,
    /// The unit whose commission sums.
    pub unit: UnitId,
    /// What the commission states as the sums.
    pub totals: SummaryFigures,
    /// What the commission states about the papers that it summed.
    pub counters: Counters,
    /// The size of the ledger it was made at.
    pub made_at: Size,
    /// Units with a protocol in force that it leaves out, ascending, at most [`LEFT_OUT_MAX`].
    pub left_out: Vec<UnitId>,
    /// RFC 6962 root over (unit, event hash), bytewise by unit, of the protocols it used.
    pub root: TreeHash,
    /// Series and number of the official form; empty where the form has none.
    pub form_serial: Text,
    /// Date and time of completion, as on the paper.
    pub completed_at: Option<Millis>,
}

/// A new version of a summary. Signed by the same commission's quorum.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SummaryCorrected {
    /// The event of the version it replaces.
    pub replaces: EventHash,
    /// Why the commission corrects it.
    pub reason: Text,
    /// The decision by which it does.
    pub decision: Decision,
    /// The new version, whole.
    pub summary: SummarySubmitted,
}
