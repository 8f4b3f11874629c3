//! What a version of the rules answers.

use super::facts::{About, AboveFacts, PaperFacts, ResultFacts, SummaryFacts};
use crate::domain::code::Code;
use crate::domain::event::Event;
use crate::domain::finding::{Cell, Finding};
use crate::domain::form::{Check, Form};
use crate::domain::manifest::{Manifest, ManifestFlaw};
use crate::domain::number::{BallotNumber, Count};
use crate::domain::protocol::{Figures, ShapeFlaw};
use crate::domain::rejection::Rejection;
use crate::domain::state::State;
use crate::domain::statement::Submission;
use crate::domain::time::Millis;

/// One version of the rules, whole. Everything is pure: the same values give the same answer on every machine.
pub trait Rules: Sync {
    /// Whether a submission is admissible.
    ///
    /// # Errors
    /// The first [`Rejection`] that applies.
    fn decide(&self, state: &State, submission: &Submission, arrival: Millis) -> Result<Event, Rejection>;

    /// In what a manifest is not consistent in itself, in the order of the act; empty where it is.
    fn manifest_flaws(&self, manifest: &Manifest) -> Vec<ManifestFlaw>;

    /// Every way in which the items of an opening paper miss their shape.
    fn opening_flaws(&self, items: &[Option<Count>], form: &Form) -> Vec<ShapeFlaw>;

    /// Every way in which figures miss the shape of a protocol. `ballot` is ascending.
    fn protocol_flaws(&self, figures: &Figures, form: &Form, ballot: &[BallotNumber]) -> Vec<ShapeFlaw>;

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

    /// What is to be said about a result that was certified, also one that nobody signed yet.
    fn findings_of_result(&self, about: About<'_>, facts: &ResultFacts<'_>) -> Vec<Finding>;

    /// Under which code a copy differs from a protocol, and in which cells; none where it does not.
    fn copy_difference(&self, form: &Form, copy: &Figures, protocol: &Figures) -> Option<(Code, Vec<Cell>)>;
}

/// The two sums of a check that does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Violation<'a> {
    /// The check that does not hold.
    pub check: &'a Check,
    /// The sum on its left.
    pub left: i128,
    /// The sum on its right.
    pub right: i128,
}
