//! The paper as data: its items in order, and the equations between them. Another country's form is another value.

use serde::{Deserialize, Serialize};

use super::id::{CheckCode, ItemKey};
use super::text::Localised;

/// The paper: items in the paper's order, and the checks that bind them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Form {
    /// The items, in the order in which the paper lists them. Figures name an item by its position here.
    pub items: Vec<Item>,
    /// The checks, in the order in which findings are told.
    pub checks: Vec<Check>,
}

/// One numbered item of the paper.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Item {
    /// The item's name in files.
    pub key: ItemKey,
    /// What the paper calls it, by language.
    pub label: Localised,
    /// When it is written down.
    pub stage: Stage,
    /// What it counts, where the software must know.
    pub role: Option<Role>,
    /// Whether a paper may leave it out, which is not zero.
    pub optional: bool,
}

/// When an item is written on the paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// Before the boxes are opened; sealed by `OpeningSealed`, and may not change unseen.
    Opening,
    /// During or after the count.
    Count,
}

/// What an item counts. Several items may share a role: their sum counts it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Voters entitled to vote here.
    Electorate,
    /// Voters who took a ballot paper.
    Turnout,
    /// Valid votes.
    Valid,
    /// Invalid ballot papers.
    Invalid,
}

/// One equation or inequality between sums of items.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Check {
    /// The code under which a finding is told.
    pub code: CheckCode,
    /// The left sum.
    pub left: Vec<Term>,
    /// What must hold between the sums.
    pub op: Operator,
    /// The right sum.
    pub right: Vec<Term>,
    /// How grave it is when it does not hold.
    pub severity: Severity,
    /// What to say then, by language.
    pub says: Localised,
}

/// A multiple of an item, or of the sum of all candidates' votes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Term {
    /// How many times; −1 subtracts.
    pub coefficient: i32,
    /// Of what.
    pub of: Operand,
}

/// What a term counts.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Operand {
    /// The sum over the contest's candidates.
    Votes,
    /// An item of the form.
    Item(ItemKey),
}

/// What must hold between the two sums of a check.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Operator {
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<=`
    AtMost,
    /// `>=`
    AtLeast,
    /// `<`
    Below,
    /// `>`
    Above,
}

/// How grave a finding is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It does not add up.
    Error,
    /// It is unusual.
    Warning,
}

impl Form {
    /// The position of an item, and the item.
    pub fn find(&self, key: &ItemKey) -> Option<(usize, &Item)> {
        self.items.iter().enumerate().find(|(_, item)| item.key == *key)
    }

    /// The positions of the items that share a role.
    pub fn with_role(&self, role: Role) -> impl Iterator<Item = usize> + '_ {
        self.items.iter().enumerate().filter(move |(_, item)| item.role == Some(role)).map(|(at, _)| at)
    }
}

impl Operator {
    /// Whether `left op right` holds.
    pub fn holds(self, left: i128, right: i128) -> bool {
        match self {
            Self::Equal => left == right,
            Self::NotEqual => left != right,
            Self::AtMost => left <= right,
            Self::AtLeast => left >= right,
            Self::Below => left < right,
            Self::Above => left > right,
        }
    }

    /// As the manifest writes it.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::NotEqual => "!=",
            Self::AtMost => "<=",
            Self::AtLeast => ">=",
            Self::Below => "<",
            Self::Above => ">",
        }
    }
}

/// A sum as the manifest writes it: `valid_votes + invalid_ballots`.
pub fn sum_text(terms: &[Term]) -> String {
    let term = |(at, term): (usize, &Term)| {
        let of = match &term.of {
            Operand::Votes => "votes",
            Operand::Item(key) => key.as_str(),
        };
        let sign = match (at, term.coefficient < 0) {
            (0, false) => "",
            (0, true) => "-",
            (_, false) => " + ",
            (_, true) => " - ",
        };
        match term.coefficient.unsigned_abs() {
            1 => format!("{sign}{of}"),
            times => format!("{sign}{times} {of}"),
        }
    };
    terms.iter().enumerate().map(term).collect()
}
