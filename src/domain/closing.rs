//! Closings: a result is final, and nothing more is said.

use serde::{Deserialize, Serialize};

use super::decision::Decision;
use super::id::ContestId;
use super::number::BallotNumber;
use super::text::Text;

/// The result is final. Signed by the central commission, deciding itself or recording a court's ruling.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResultCertified {
    /// The contest whose result it is.
    pub contest: ContestId,
    /// Which body decided: a court, the commission.
    pub body: Text,
    /// Who is elected, by ballot number, ascending.
    pub elected: Vec<BallotNumber>,
    /// Whether nobody is elected, as before a second round: said, so that an empty list is no slip.
    pub nobody: bool,
    /// The decision that makes the result final: the commission's own, or a court's.
    pub decision: Decision,
}

/// The last event. Whatever follows it proves misconduct. Signed by the central commission.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedgerClosed {
    /// The decision by which the central commission closed the ledger.
    pub decision: Decision,
}
