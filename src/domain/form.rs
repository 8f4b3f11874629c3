//! The paper as data: its items in order, and the equations between them. Another country's form is another value.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::id::{CheckCode, ItemKey, NotAnId};
use super::number::Total;
use super::text::Localised;

/// How a sum names the candidates' votes. No item has this key.
pub const VOTES: &str = "votes";

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
    /// Counts valid votes.
    Valid,
    /// Counts invalid ballot papers.
    Invalid,
}

/// One equation or inequality between sums of items.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Check {
    /// The code under which a finding is told.
    pub code: CheckCode,
    /// The terms whose sum stands on the left.
    pub left: Vec<Term>,
    /// What must hold between the sums.
    pub op: Operator,
    /// The terms whose sum stands on the right.
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
    /// What is multiplied.
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

/// Lists every operator once: its name, its sign, when it holds.
macro_rules! operators {
    ($($name:ident $sign:literal $holds:expr,)*) => {
        /// What must hold between the two sums of a check.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
        pub enum Operator {
            $(#[doc = concat!("`", $sign, "`")] $name,)*
        }

        impl Operator {
            /// Every operator, in the order of their numbers on the wire.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Whether `left op right` holds.
            pub fn holds(self, left: i128, right: i128) -> bool {
                let holds: fn(i128, i128) -> bool = match self { $(Self::$name => $holds,)* };
                holds(left, right)
            }

            /// As the manifest writes it.
            pub fn sign(self) -> &'static str {
                match self { $(Self::$name => $sign,)* }
            }
        }
    };
}

operators! {
    Equal "=" |left, right| left == right,
    NotEqual "!=" |left, right| left != right,
    AtMost "<=" |left, right| left <= right,
    AtLeast ">=" |left, right| left >= right,
    Below "<" |left, right| left < right,
    Above ">" |left, right| left > right,
}

/// How grave a finding is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It does not add up.
    Error,
    /// It is unusual, and may be right.
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

    /// The sum of the items that share a role, of a paper with these items; none where the form has no such item, or the
    /// paper lacks one of them.
    pub fn whole_sum<N: Copy + Into<Total>>(&self, role: Role, items: &[Option<N>]) -> Option<i128> {
        let parts =
            self.with_role(role).map(|at| items.get(at).copied().flatten().map(|part| i128::from(part.into().0)));
        parts.collect::<Option<Vec<_>>>()?.into_iter().reduce(|sum, part| sum + part)
    }
}

impl fmt::Display for Operand {
    /// `votes`, or the item's key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Votes => f.pad(VOTES),
            Self::Item(key) => key.fmt(f),
        }
    }
}

impl FromStr for Operand {
    type Err = NotAnId;
    fn from_str(s: &str) -> Result<Self, NotAnId> {
        if s == VOTES { Ok(Self::Votes) } else { s.parse().map(Self::Item) }
    }
}

impl fmt::Display for Term {
    /// As the manifest writes it: `votes`, `key`, `-key`, `97 key`, `-3 key`. A key that begins with `-` has its
    /// number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { coefficient, of } = self;
        let is_plain = !of.to_string().starts_with('-');
        match coefficient {
            1 if is_plain => write!(f, "{of}"),
            -1 if is_plain => write!(f, "-{of}"),
            _ => write!(f, "{coefficient} {of}"),
        }
    }
}

/// A sum as people read it: `valid_votes + invalid_ballots - 3 votes`.
pub fn sum_text(terms: &[Term]) -> String {
    let term = |(at, Term { coefficient, of }): (usize, &Term)| {
        let sign = match (at, *coefficient < 0) {
            (0, false) => "",
            (0, true) => "-",
            (_, false) => " + ",
            (_, true) => " - ",
        };
        match coefficient.unsigned_abs() {
            1 => format!("{sign}{of}"),
            times => format!("{sign}{times} {of}"),
        }
    };
    terms.iter().enumerate().map(term).collect()
}
