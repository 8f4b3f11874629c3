//! What a rule says about what was signed. Findings are recomputed from the read model, never stored, and refuse nothing.

mod copies;
mod deadline;
mod opening;
mod summary;
mod turnout;

pub use copies::difference;
pub use summary::{of_draft_summary, of_summary};

use super::deadlines;
use super::moment::Moment;
use super::paper::PaperAt;
use super::read_model::ReadModel;
use super::record::{ContestRecord, PaperRecord, SummaryRecord};
use crate::domain::code::{Code, FindingCode};
use crate::domain::form::{Operand, Severity, Term};
use crate::domain::id::{ContestId, EventHash, UnitId};
use crate::domain::manifest::Manifest;
use crate::domain::number::{BallotNumber, Count, Voting};
use crate::domain::protocol::Figures;
use crate::domain::rules;

/// One finding. What does not add up is a finding about the election, not a fault of the ledger.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// Under which code.
    pub code: FindingCode,
    /// How grave.
    pub severity: Severity,
    /// In which contest.
    pub contest: ContestId,
    /// In which unit.
    pub unit: UnitId,
    /// Which event carries it; for a paper that is missing, none.
    pub event: Option<EventHash>,
    /// Which figures disagree.
    pub cells: Vec<Cell>,
}

/// A figure that disagrees: as stated, and as it should be by the rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// The item, candidate (`cand_05`), hour or sum.
    pub item: String,
    /// As stated; none where nothing is stated.
    pub stated: Option<i128>,
    /// As the rule expects it; none where it expects nothing.
    pub expected: Option<i128>,
}

/// Every finding at a moment: contest by contest, papers before summaries, unit by unit, in the order of codes.
pub fn findings(model: &ReadModel, at: Moment) -> Vec<Finding> {
    let Some(election) = model.election() else { return Vec::new() };
    let manifest = &election.founding.manifest;
    let mut found = Vec::new();
    for (id, contest) in model.contests() {
        let Some(held_in) = model.held_in(&contest.contest) else { continue };
        let formed = model.within(held_in).into_iter().filter(|(_, record)| record.provenance.is_in(at.size));
        let (lowest, above): (Vec<_>, Vec<_>) = formed.partition(|(_, record)| model.is_lowest(record));
        for (unit, _) in lowest {
            let about = About { model, manifest, contest, unit };
            about.paper(model.paper(id, unit), at, &mut found);
        }
        for (unit, _) in above {
            let about = About { model, manifest, contest, unit };
            about.above(model.paper(id, unit), model.summary(id, unit), at, &mut found);
        }
    }
    found
}

/// What the form's own checks say about figures that nobody signed yet: what `check` shows to the clerk.
pub fn of_draft(manifest: &Manifest, contest: &ContestId, unit: &UnitId, figures: &Figures) -> Vec<Finding> {
    let violations = rules::violations(&manifest.form, figures);
    let finding = |v: rules::Violation<'_>| Finding {
        code: FindingCode::Form(v.check.code.clone()),
        severity: v.check.severity,
        contest: contest.clone(),
        unit: unit.clone(),
        event: None,
        cells: vec![Cell { item: sum_text(&v.check.left), stated: Some(v.left), expected: Some(v.right) }],
    };
    violations.into_iter().map(finding).collect()
}

/// A candidate's column: `cand_05`.
pub fn candidate_key(number: BallotNumber) -> String {
    format!("cand_{:02}", number.0)
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

/// Where the rules look.
struct About<'a> {
    model: &'a ReadModel,
    manifest: &'a Manifest,
    contest: &'a ContestRecord,
    unit: &'a UnitId,
}

impl About<'_> {
    fn finding(&self, code: Code, severity: Severity, event: Option<EventHash>, cells: Vec<Cell>) -> Finding {
        let code = FindingCode::BuiltIn(code);
        Finding { code, severity, contest: self.contest.contest.id.clone(), unit: self.unit.clone(), event, cells }
    }

    /// A precinct's paper, which may not have come in.
    fn paper(&self, record: Option<&PaperRecord>, at: Moment, found: &mut Vec<Finding>) {
        let paper = record.map_or(PaperAt::FRESH, |record| record.at(at.size));
        if let Some((provenance, protocol)) = paper.in_force {
            let of_form = of_draft(self.manifest, &self.contest.contest.id, self.unit, &protocol.figures);
            found.extend(of_form.into_iter().map(|finding| Finding { event: Some(provenance.event), ..finding }));
        }
        if paper.status.is_due() {
            let due = deadlines::paper_due(self.model, &self.contest.contest, self.unit, &paper, record);
            let came = record.and_then(|record| record.first_version(paper.voting, at.size));
            self.deadline(due, came.map(|provenance| (provenance.arrival, provenance.event)), at.clock, found);
        }
        if let Some(record) = record {
            let voted = paper.in_force.and_then(|(_, p)| turnout::voted(&self.manifest.form, &p.figures.items));
            self.turnout(record, paper.voting, voted, at.size, found);
            self.openings(record, at.size, found);
            self.copies(record, &paper, at.size, found);
        }
    }

    /// A commission above the precincts: its bulletins and its summary, which may not have come in.
    fn above(
        &self,
        record: Option<&PaperRecord>,
        summary: Option<&SummaryRecord>,
        at: Moment,
        found: &mut Vec<Finding>,
    ) {
        let in_force = summary.and_then(|record| record.in_force(at.size));
        if let Some(record) = record {
            let voted = in_force.and_then(|(_, s)| turnout::voted(&self.manifest.form, &s.totals.items));
            self.turnout(record, Voting::FIRST, voted, at.size, found);
        }
        if let Some(summary) = summary {
            self.summary(self.model, summary, at.size, found);
        }
        let first =
            summary.and_then(|record| record.versions.first()).filter(|(provenance, _)| provenance.is_in(at.size));
        let due = deadlines::summary_due(self.model, &self.contest.contest, self.unit);
        self.deadline(due, first.map(|(provenance, _)| (provenance.arrival, provenance.event)), at.clock, found);
    }
}

fn count(figure: Option<Count>) -> Option<i128> {
    figure.map(|count| i128::from(count.0))
}
