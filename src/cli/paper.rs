//! One paper completely: its turnout, what happened to it, what each version changed, observers' copies, complaints.

use super::output::Output;
use crate::domain::form::Form;
use crate::domain::id::ContestId;
use crate::domain::manifest::Manifest;
use crate::domain::number::{Count, Size};
use crate::domain::observer::CopyContent;
use crate::tally::complaints::{self, Complaint};
use crate::tally::copies::{ComparedCopy, CopyComparison, compared};
use crate::tally::history::{Version, versions};
use crate::tally::read_model::ReadModel;
use crate::tally::record::{PaperRecord, Provenance};
use crate::tally::summed::Summed;
use crate::text::{self, Fact};
use crate::view::version::decision;

/// A paper of a contest, as it is shown.
pub struct ShownPaper<'a> {
    pub model: &'a ReadModel,
    pub manifest: &'a Manifest,
    pub contest: &'a ContestId,
    pub record: &'a PaperRecord,
    /// A commission above the precincts has bulletins and no protocol of its own.
    pub is_lowest: bool,
    pub at: Size,
}

impl ShownPaper<'_> {
    fn versions(&self) -> Vec<Version<'_>> {
        versions(self.model, &self.manifest.form, self.record, self.at)
    }

    fn copies(&self) -> Vec<ComparedCopy<'_>> {
        compared(self.model, self.record, self.at)
    }

    /// Complaints against anything that happened to the paper.
    fn complaints(&self) -> Vec<(&Provenance, Complaint<'_>)> {
        complaints::of_paper(self.model, self.record, self.at)
    }

    /// For people: a line for each thing that happened, in order, and what it changed below it.
    pub fn tell(&self, output: &Output) {
        let lang = output.lang;
        let now = self.record.at(self.at);
        output.line("");
        let voting = output.fact(Fact::Voting(now.voting));
        let standing = format!("{}: {}, {voting}", self.contest, text::standing(lang, now.status));
        output.line(if self.is_lowest { &standing } else { self.contest.as_str() });
        for (provenance, says, below) in self.happened(output) {
            let arrival = output.time(provenance.arrival, Some(self.manifest));
            output.line(&format!("  {:>7}  {arrival}  {says}  {}", provenance.sequence, provenance.event));
            below.iter().for_each(|line| output.line(&format!("           {line}")));
        }
    }

    /// What happened to it, in order, and what each version changed.
    pub fn happened(&self, output: &Output) -> Vec<(&Provenance, String, Vec<String>)> {
        let lang = output.lang;
        let mut lines: Vec<(&Provenance, String, Vec<String>)> = Vec::new();
        for (provenance, report) in &self.record.turnout {
            let (hour, voters) = (report.as_of.to_string(), report.voters.0.into());
            lines.push((provenance, output.fact(Fact::TurnoutAt { hour: &hour, voters }), Vec::new()));
        }
        let versions = self.versions();
        for step in &self.record.steps {
            let version = versions.iter().find(|version| version.provenance.event == step.provenance.event);
            let below = version.map_or_else(Vec::new, |version| changes(&self.manifest.form, version, output));
            lines.push((&step.provenance, text::step(lang, &step.what).to_owned(), below));
        }
        for copy in self.copies() {
            lines.push((copy.provenance, output.label(text::Label::CopyFiled).to_owned(), copy_lines(&copy, output)));
        }
        for (against, complaint) in self.complaints() {
            lines.push(complaint_lines(against, complaint, self.at, output));
        }
        lines.retain(|(provenance, ..)| provenance.is_in(self.at));
        lines.sort_by_key(|(provenance, ..)| provenance.sequence);
        lines
    }
}

/// Turnout by hour for people.
pub fn tell_turnout(summed: &Summed, output: &Output) {
    let of = summed.tally.units_expected;
    for (hour, sum) in &summed.hours {
        let hour = hour.to_string();
        output.line(&output.fact(Fact::Hour { hour: &hour, voters: sum.voters.0, stations: sum.stations, of }));
    }
    for (hour, report) in &summed.bulletins {
        let (hour, stations) = (hour.to_string(), report.stations.map(|stations| stations.0.into()));
        output.line(&output.fact(Fact::Bulletin { hour: &hour, voters: report.voters.0.into(), stations }));
    }
}

/// What a version replaced, why, and the figures that it changed, for people.
pub fn changes(form: &Form, version: &Version<'_>, output: &Output) -> Vec<String> {
    let Some(replaced) = &version.replaced else { return Vec::new() };
    let (reason, decision) = (replaced.reason.as_str(), decision(replaced.decision));
    let mut lines = vec![output.fact(Fact::Replaces { event: replaced.event, reason, decision: &decision })];
    for change in &replaced.changes {
        let shown = |figure: Option<Count>| figure.map_or("—".to_owned(), |f| text::number(output.lang, f.0));
        let (before, after) = (shown(change.before), shown(change.after));
        let item = text::cell_label(output.lang, form, &change.item);
        lines.push(output.fact(Fact::Changed { item: &item, before: &before, after: &after }));
    }
    if replaced.by_newcomers {
        lines.push(output.label(text::Label::Newcomers).to_owned());
    }
    lines
}

fn copy_lines(copy: &ComparedCopy<'_>, output: &Output) -> Vec<String> {
    if let CopyContent::Refused { reason } = &copy.copy.content {
        return vec![output.fact(Fact::CopyRefused { reason: reason.as_str() })];
    }
    let line = |then: bool, comparison: &CopyComparison<'_>| {
        let code = comparison.differs.as_ref().map(|(code, _)| *code);
        output.fact(Fact::CopyAgainst { version: comparison.version.sequence, then, code })
    };
    let same = copy.then.as_ref().map(|then| then.version) == copy.now.as_ref().map(|now| now.version);
    let then = copy.then.as_ref().filter(|_| !same).map(|comparison| line(true, comparison));
    then.into_iter().chain(copy.now.as_ref().map(|comparison| line(false, comparison))).collect()
}

fn complaint_lines<'a>(
    against: &Provenance,
    complaint: Complaint<'a>,
    at: Size,
    output: &Output,
) -> (&'a Provenance, String, Vec<String>) {
    let subject = complaint.record.filed.subject.as_str();
    let says = output.fact(Fact::Complaint { against: against.sequence, subject });
    let late = complaint.is_late().then(|| output.label(text::Label::ComplaintLate).to_owned());
    let decided = complaint.record.decided.as_ref().filter(|(provenance, _)| provenance.is_in(at)).map(
        |(provenance, decided)| {
            let outcome = text::outcome(output.lang, decided.outcome);
            output.fact(Fact::ComplaintDecided { event: provenance.sequence, outcome, reason: decided.reason.as_str() })
        },
    );
    let open = decided.is_none().then(|| output.label(text::Label::ComplaintOpen).to_owned());
    (&complaint.record.provenance, says, late.into_iter().chain(decided).chain(open).collect())
}
