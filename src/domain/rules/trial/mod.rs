//! A version that no election is held under: only tests know it. It tries the way by which the next version enters, and
//! is how one is made: what stays the same is called from the version before, and what is new stands in the folder.

use crate::domain::code::{Code, FindingCode};
use crate::domain::event::Event;
use crate::domain::finding::{Cell, Finding};
use crate::domain::form::{Form, Severity};
use crate::domain::manifest::{Manifest, ManifestFlaw};
use crate::domain::number::{BallotNumber, Count};
use crate::domain::protocol::{Figures, ShapeFlaw};
use crate::domain::rejection::Rejection;
use crate::domain::rules::v1::V1;
use crate::domain::rules::{About, AboveFacts, PaperFacts, ResultFacts, Rules, SummaryFacts, Violation};
use crate::domain::state::State;
use crate::domain::statement::{Body, Submission};
use crate::domain::time::Millis;

/// The highest number on a ballot.
const NUMBER_MAX: BallotNumber = BallotNumber(90);

/// The set that only tests know.
pub(super) struct Trial;

impl Rules for Trial {
    /// Its one rule: no candidate has a number above [`NUMBER_MAX`].
    fn decide(&self, state: &State, submission: &Submission, arrival: Millis) -> Result<Event, Rejection> {
        let event = V1.decide(state, submission, arrival)?;
        match &event.statement.body {
            Body::CandidateRegistered(registered) if registered.number > NUMBER_MAX => {
                Err(Rejection::BallotFixed(registered.contest.clone(), registered.number))
            }
            _ => Ok(event),
        }
    }

    fn manifest_flaws(&self, manifest: &Manifest) -> Vec<ManifestFlaw> {
        V1.manifest_flaws(manifest)
    }

    fn opening_flaws(&self, items: &[Option<Count>], form: &Form) -> Vec<ShapeFlaw> {
        V1.opening_flaws(items, form)
    }

    fn protocol_flaws(&self, figures: &Figures, form: &Form, ballot: &[BallotNumber]) -> Vec<ShapeFlaw> {
        V1.protocol_flaws(figures, form, ballot)
    }

    fn violations<'a>(&self, form: &'a Form, figures: &Figures) -> Vec<Violation<'a>> {
        V1.violations(form, figures)
    }

    fn findings_of_figures(&self, about: About<'_>, figures: &Figures) -> Vec<Finding> {
        V1.findings_of_figures(about, figures)
    }

    /// Its one finding, N1: a protocol on which nobody has a vote.
    fn findings_of_paper(&self, about: About<'_>, facts: &PaperFacts<'_>) -> Vec<Finding> {
        let mut found = V1.findings_of_paper(about, facts);
        if let Some(protocol) = &facts.in_force
            && protocol.what.figures.votes.iter().all(|(_, votes)| *votes == Count(0))
        {
            let code = FindingCode::Form("N1".parse().expect("a code of two characters"));
            found.push(about.finding(code, Severity::Warning, Some(protocol.event), Vec::new()));
        }
        found
    }

    fn findings_of_above(&self, about: About<'_>, facts: &AboveFacts<'_>) -> Vec<Finding> {
        V1.findings_of_above(about, facts)
    }

    fn findings_of_summary(&self, about: About<'_>, facts: &SummaryFacts<'_>) -> Vec<Finding> {
        V1.findings_of_summary(about, facts)
    }

    fn findings_of_result(&self, about: About<'_>, facts: &ResultFacts<'_>) -> Vec<Finding> {
        V1.findings_of_result(about, facts)
    }

    fn copy_difference(&self, form: &Form, copy: &Figures, protocol: &Figures) -> Option<(Code, Vec<Cell>)> {
        V1.copy_difference(form, copy, protocol)
    }
}
