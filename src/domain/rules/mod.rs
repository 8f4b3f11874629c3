//! The rules that a ledger is kept under. Each version is a frozen set in a folder of its own, `v1` and so on: what is
//! admissible, the form's arithmetic, and what is a finding. The founding act's number chooses the set, in
//! [`RulesVersion::rules`] and nowhere else.

mod facts;
mod set;
#[cfg(feature = "rules-test")]
mod trial;
mod v1;
mod version;

pub use facts::{About, AboveFacts, Filed, PaperFacts, Recomputed, ResultFacts, SummaryFacts, Timing};
pub use set::{Rules, Violation};
pub use version::RulesVersion;

use super::event::Event;
use super::id::LedgerId;
use super::rejection::Rejection;
use super::state::State;
use super::statement::{Body, Submission};
use super::time::Millis;

impl RulesVersion {
    /// The set itself. Here, and nowhere else, a version is chosen.
    pub fn rules(self) -> &'static dyn Rules {
        match self {
            Self::V1 => &v1::V1,
            #[cfg(feature = "rules-test")]
            Self::Trial => &trial::Trial,
        }
    }
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
