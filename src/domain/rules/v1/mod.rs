//! Rules version 1. Frozen: ledgers were founded under it, and each of them is judged by it for ever. What should be
//! otherwise goes into the next version, which may call what stays the same from here.

mod arithmetic;
mod decide;
mod findings;
mod manifest;
mod shape;

use crate::domain::code::Code;
use crate::domain::event::Event;
use crate::domain::finding::{Cell, Finding};
use crate::domain::form::Form;
use crate::domain::manifest::{Manifest, ManifestFlaw};
use crate::domain::number::{BallotNumber, Count};
use crate::domain::protocol::{Figures, ShapeFlaw};
use crate::domain::rejection::Rejection;
use crate::domain::rules::{About, AboveFacts, PaperFacts, ResultFacts, Rules, SummaryFacts, Violation};
use crate::domain::state::State;
use crate::domain::statement::Submission;
use crate::domain::time::Millis;

/// The frozen set of version 1.
pub(super) struct V1;

impl Rules for V1 {
    /// `arrival` is part of the contract for rules that depend on time. This version has none, because lateness is a
    /// finding and not a refusal.
    fn decide(&self, state: &State, submission: &Submission, _arrival: Millis) -> Result<Event, Rejection> {
        decide::decide(state, submission)
    }

    fn manifest_flaws(&self, of: &Manifest) -> Vec<ManifestFlaw> {
        manifest::flaws(of)
    }

    fn opening_flaws(&self, items: &[Option<Count>], form: &Form) -> Vec<ShapeFlaw> {
        shape::opening_flaws(items, form)
    }

    fn protocol_flaws(&self, figures: &Figures, form: &Form, ballot: &[BallotNumber]) -> Vec<ShapeFlaw> {
        shape::protocol_flaws(figures, form, ballot)
    }

    fn violations<'a>(&self, form: &'a Form, figures: &Figures) -> Vec<Violation<'a>> {
        arithmetic::violations(form, figures)
    }

    fn findings_of_figures(&self, about: About<'_>, figures: &Figures) -> Vec<Finding> {
        findings::of_figures(about, figures)
    }

    fn findings_of_paper(&self, about: About<'_>, facts: &PaperFacts<'_>) -> Vec<Finding> {
        findings::of_paper(about, facts)
    }

    fn findings_of_above(&self, about: About<'_>, facts: &AboveFacts<'_>) -> Vec<Finding> {
        findings::of_above(about, facts)
    }

    fn findings_of_summary(&self, about: About<'_>, facts: &SummaryFacts<'_>) -> Vec<Finding> {
        findings::of_summary(about, facts)
    }

    fn findings_of_result(&self, about: About<'_>, facts: &ResultFacts<'_>) -> Vec<Finding> {
        findings::of_result(about, facts).into_iter().collect()
    }

    fn copy_difference(&self, form: &Form, copy: &Figures, protocol: &Figures) -> Option<(Code, Vec<Cell>)> {
        findings::difference(form, copy, protocol)
    }
}
