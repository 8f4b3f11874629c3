//! The rules that a ledger is kept under. Each version is a frozen set in a folder of its own, `v1` and so on: what is
//! admissible, the form's arithmetic, and what is a finding. The founding act's number chooses the set, in
//! [`RulesVersion::rules`] and nowhere else.

mod facts;
mod v1;

pub use facts::{About, AboveFacts, Filed, PaperFacts, Recomputed, SummaryFacts, Timing};

use super::code::Code;
use super::event::Event;
use super::finding::{Cell, Finding};
use super::form::{Check, Form};
use super::id::LedgerId;
use super::number::RulesNumber;
use super::protocol::Figures;
use super::rejection::Rejection;
use super::state::State;
use super::statement::{Body, Submission};
use super::time::Millis;

/// A version of the rules that this program knows. What it does not know stays a [`RulesNumber`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RulesVersion {
    /// Version 1.
    V1,
}

impl RulesVersion {
    /// Every version that this program knows, ascending.
    pub const ALL: &[Self] = &[Self::V1];

    /// The version under which this program founds ledgers.
    pub const FOUNDING: Self = Self::V1;

    /// Its number in a founding act.
    pub const fn number(self) -> RulesNumber {
        match self {
            Self::V1 => RulesNumber(1),
        }
    }

    /// The set itself. Here, and nowhere else, a version is chosen.
    pub fn rules(self) -> &'static dyn Rules {
        match self {
            Self::V1 => &v1::V1,
        }
    }
}

impl TryFrom<RulesNumber> for RulesVersion {
    type Error = RulesNumber;
    /// The version with this number.
    ///
    /// # Errors
    /// The number itself, where a newer program made it.
    fn try_from(number: RulesNumber) -> Result<Self, RulesNumber> {
        Self::ALL.iter().copied().find(|version| version.number() == number).ok_or(number)
    }
}

impl std::fmt::Display for RulesVersion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.number().fmt(f)
    }
}

/// One version of the rules, whole. Everything is pure: the same values give the same answer on every machine.
pub trait Rules: Sync {
    /// Whether a submission is admissible.
    ///
    /// # Errors
    /// The first [`Rejection`] that applies.
    fn decide(&self, state: &State, submission: &Submission, arrival: Millis) -> Result<Event, Rejection>;

    /// Every check of the form that these figures violate, in the form's order. A check that counts an item which is
    /// not on the paper says nothing.
    fn violations<'a>(&self, form: &'a Form, figures: &Figures) -> Vec<Violation<'a>>;

    /// What the form's own checks say about figures, also those that nobody signed yet.
    fn findings_of_figures(&self, about: About<'_>, figures: &Figures) -> Vec<Finding>;

    /// What is to be said about a precinct's paper, in the order of codes.
    fn findings_of_paper(&self, about: About<'_>, facts: &PaperFacts<'_>) -> Vec<Finding>;

    /// What is to be said about a commission above the precincts: its bulletins and its summary.
    fn findings_of_above(&self, about: About<'_>, facts: &AboveFacts<'_>) -> Vec<Finding>;

    /// What is to be said about a summary, also one that nobody signed yet.
    fn findings_of_summary(&self, about: About<'_>, facts: &SummaryFacts<'_>) -> Vec<Finding>;

    /// Under which code a copy differs from a protocol, and in which cells; none where it does not.
    fn copy_difference(&self, form: &Form, copy: &Figures, protocol: &Figures) -> Option<(Code, Vec<Cell>)>;
}

/// The two sums of a check that does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Violation<'a> {
    /// The check.
    pub check: &'a Check,
    /// Its left sum.
    pub left: i128,
    /// Its right sum.
    pub right: i128,
}

/// Turns a submission into exactly one event, or says why not: the door of every version. Pure and total. What is asked
/// here is what must be known before any rules are: whether there is an election, and under which rules.
///
/// # Errors
/// The first [`Rejection`] that applies; [`Rejection::RulesUnknown`] where the founding act follows rules that this
/// program does not know.
pub fn decide(state: &State, submission: &Submission, arrival: Millis) -> Result<Event, Rejection> {
    let statement = &submission.statement;
    let version = match (state.election(), &statement.body) {
        (Some(election), _) => election.rules(),
        (None, Body::ElectionCalled(_)) if statement.ledger != LedgerId::UNFOUNDED => {
            return Err(Rejection::OtherLedger);
        }
        (None, Body::ElectionCalled(founding)) => {
            RulesVersion::try_from(founding.rules).map_err(Rejection::RulesUnknown)?
        }
        (None, _) => return Err(Rejection::NotFounded),
    };
    version.rules().decide(state, submission, arrival)
}
