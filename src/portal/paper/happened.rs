//! What happened to a paper, a line each in order: its turnout, what each version changed, observers' copies, complaints.

use crate::domain::form::Form;
use crate::domain::manifest::Manifest;
use crate::domain::number::{Count, Size};
use crate::domain::observer::CopyContent;
use crate::tally::complaints::{self, Complaint};
use crate::tally::copies::{ComparedCopy, CopyComparison, compared};
use crate::tally::history::{Version, versions};
use crate::tally::read_model::ReadModel;
use crate::tally::record::{PaperRecord, Provenance};
use crate::text::{self, Fact, Label, Lang};
use crate::view::version::decision;

/// A paper, as it is shown.
pub struct ShownPaper<'a> {
    pub model: &'a ReadModel,
    pub manifest: &'a Manifest,
    pub record: &'a PaperRecord,
    pub at: Size,
}

impl ShownPaper<'_> {
    /// Its versions.
    pub fn versions(&self) -> Vec<Version<'_>> {
        versions(self.model, &self.manifest.form, self.record, self.at)
    }

    /// Observers' copies of it.
    pub fn copies(&self) -> Vec<ComparedCopy<'_>> {
        compared(self.model, self.record, self.at)
    }

    /// Complaints against anything that happened to the paper.
    pub fn complaints(&self) -> Vec<(Provenance, Complaint<'_>)> {
        complaints::of_paper(self.model, self.record, self.at)
    }

    /// What happened to it, in order, and what each version changed.
    pub fn happened(&self, lang: Lang) -> Vec<(Provenance, String, Vec<String>)> {
        let mut lines: Vec<(Provenance, String, Vec<String>)> = Vec::new();
        for (provenance, report) in self.record.turnout.iter() {
            let (hour, voters) = (report.as_of.to_string(), report.voters.0.into());
            lines.push((provenance, text::fact(lang, &Fact::TurnoutAt { hour: &hour, voters }), Vec::new()));
        }
        let versions = self.versions();
        for step in &self.record.steps {
            let version = versions.iter().find(|version| version.provenance.event == step.provenance.event);
            let below = version.map_or_else(Vec::new, |version| changes(&self.manifest.form, version, lang));
            lines.push((step.provenance.clone(), text::step(lang, &step.what).to_owned(), below));
        }
        for copy in self.copies() {
            lines.push((
                copy.provenance.clone(),
                text::label(lang, Label::CopyFiled).to_owned(),
                copy_lines(&copy, lang),
            ));
        }
        for (against, complaint) in self.complaints() {
            lines.push(complaint_lines(&against, &complaint, self.at, lang));
        }
        lines.retain(|(provenance, ..)| provenance.is_in(self.at));
        lines.sort_by_key(|(provenance, ..)| provenance.sequence);
        lines
    }
}

/// What a version replaced, why, and the figures that it changed, for people.
pub fn changes(form: &Form, version: &Version<'_>, lang: Lang) -> Vec<String> {
    let Some(replaced) = &version.replaced else { return Vec::new() };
    let (reason, decision) = (replaced.reason.as_str(), decision(replaced.decision));
    let mut lines = vec![text::fact(lang, &Fact::Replaces { event: replaced.event, reason, decision: &decision })];
    for change in &replaced.changes {
        let shown = |figure: Option<Count>| figure.map_or("—".to_owned(), |f| text::number(lang, f.0));
        let (before, after) = (shown(change.before), shown(change.after));
        let item = text::cell_label(lang, form, &change.item);
        lines.push(text::fact(lang, &Fact::Changed { item: &item, before: &before, after: &after }));
    }
    if replaced.by_newcomers {
        lines.push(text::label(lang, Label::Newcomers).to_owned());
    }
    lines
}

/// How a copy compares, for people.
pub fn copy_lines(copy: &ComparedCopy<'_>, lang: Lang) -> Vec<String> {
    if let CopyContent::Refused { reason } = &copy.copy.content {
        return vec![text::fact(lang, &Fact::CopyRefused { reason: reason.as_str() })];
    }
    let line = |then: bool, comparison: &CopyComparison<'_>| {
        let code = comparison.differs.as_ref().map(|(code, _)| *code);
        text::fact(lang, &Fact::CopyAgainst { version: comparison.version.sequence, then, code })
    };
    let same = copy.then.as_ref().map(|then| then.version) == copy.now.as_ref().map(|now| now.version);
    let then = copy.then.as_ref().filter(|_| !same).map(|comparison| line(true, comparison));
    then.into_iter().chain(copy.now.as_ref().map(|comparison| line(false, comparison))).collect()
}

fn complaint_lines(
    against: &Provenance,
    complaint: &Complaint<'_>,
    at: Size,
    lang: Lang,
) -> (Provenance, String, Vec<String>) {
    let subject = complaint.record.filed.subject.as_str();
    let says = text::fact(lang, &Fact::Complaint { against: against.sequence, subject });
    let late = complaint.is_late().then(|| text::label(lang, Label::ComplaintLate).to_owned());
    let decided = complaint.record.decided.as_ref().filter(|(provenance, _)| provenance.is_in(at)).map(
        |(provenance, decided)| {
            let outcome = text::outcome(lang, decided.outcome);
            text::fact(
                lang,
                &Fact::ComplaintDecided { event: provenance.sequence, outcome, reason: decided.reason.as_str() },
            )
        },
    );
    let open = decided.is_none().then(|| text::label(lang, Label::ComplaintOpen).to_owned());
    (complaint.record.provenance.clone(), says, late.into_iter().chain(decided).chain(open).collect())
}
