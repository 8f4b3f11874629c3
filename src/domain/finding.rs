//! What does not add up, or is unusual, in what was signed: a finding, and the figures that disagree.

use serde::{Deserialize, Serialize};

use super::code::FindingCode;
use super::form::Severity;
use super::id::{ContestId, EventHash, UnitId};
use super::number::{BallotNumber, Count};

/// One finding. What does not add up is a finding about the election, not a fault of the ledger.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Finding {
    /// The code of the rule that says so.
    pub code: FindingCode,
    /// How grave the rule calls it.
    pub severity: Severity,
    /// The contest that the paper is of.
    pub contest: ContestId,
    /// The unit that the paper is of.
    pub unit: UnitId,
    /// Which event carries it; for a paper that is missing, none.
    pub event: Option<EventHash>,
    /// The figures that disagree, in the form's order.
    pub cells: Vec<Cell>,
}

/// A figure that disagrees: as stated, and as it should be by the rule.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Cell {
    /// The item, candidate (`cand_05`), hour or sum.
    pub item: String,
    /// As stated; none where nothing is stated.
    pub stated: Option<i128>,
    /// As the rule expects it; none where it expects nothing.
    pub expected: Option<i128>,
}

impl Cell {
    /// A figure of a paper as a copy, or an earlier paper, has it otherwise.
    pub fn of_counts(item: String, stated: Option<Count>, expected: Option<Count>) -> Self {
        let figure = |count: Option<Count>| count.map(|count| i128::from(count.0));
        Self { item, stated: figure(stated), expected: figure(expected) }
    }
}

/// How the key of a candidate begins, in tables, drafts and answers.
const CANDIDATE: &str = "cand_";

/// A candidate's key: `cand_05`, at least two digits.
pub fn candidate_key(number: BallotNumber) -> String {
    format!("{CANDIDATE}{:02}", number.0)
}

/// What a candidate's key says after `cand_`; none of any other key.
pub fn candidate_digits(key: &str) -> Option<&str> {
    key.strip_prefix(CANDIDATE)
}
