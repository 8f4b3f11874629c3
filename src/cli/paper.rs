//! One paper completely: its turnout, what happened to it, what each version changed, observers' copies, complaints.

use serde_json::{Map, Value, json};

use super::output::Output;
use crate::domain::code::Code;
use crate::domain::decision::Decision;
use crate::domain::finding::Cell;
use crate::domain::form::Form;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::manifest::Manifest;
use crate::domain::number::{Count, Size};
use crate::domain::observer::CopyContent;
use crate::export::event::author_json;
use crate::tally::complaints::{self, Complaint};
use crate::tally::copies::{ComparedCopy, CopyComparison, compared};
use crate::tally::history::{Change, Replacement, Version, versions};
use crate::tally::record::{PaperRecord, Provenance};
use crate::tally::turnout::{by_hour, last_reports};
use crate::tally::{Moment, ReadModel};
use crate::text::{self, Fact, Lang};

/// A paper of a contest, as it is shown.
pub struct Paper<'a> {
    pub model: &'a ReadModel,
    pub manifest: &'a Manifest,
    pub contest: &'a ContestId,
    pub record: &'a PaperRecord,
    /// A commission above the precincts has bulletins and no protocol of its own.
    pub is_lowest: bool,
    pub now: Moment,
}

impl Paper<'_> {
    fn versions(&self) -> Vec<Version<'_>> {
        versions(self.model, &self.manifest.form, self.record, self.now.size)
    }

    fn copies(&self) -> Vec<ComparedCopy<'_>> {
        compared(self.model, self.record, self.now.size)
    }

    /// Complaints against anything that happened to the paper.
    fn complaints(&self) -> Vec<(&Provenance, Complaint<'_>)> {
        let steps = self.record.steps.iter().map(|step| &step.provenance);
        let reports = self.record.turnout.iter().map(|(provenance, _)| provenance);
        let copies = self.record.copies.iter().map(|(provenance, _)| provenance);
        let events = steps.chain(reports).chain(copies);
        let of = |provenance| {
            complaints::against(self.model, provenance, self.now.size).into_iter().map(move |c| (provenance, c))
        };
        events.flat_map(of).collect()
    }

    /// For people: a line for each thing that happened, in order, and what it changed below it.
    pub fn tell(&self, output: &Output) {
        let lang = output.lang;
        let now = self.record.at(self.now.size);
        output.line("");
        let voting = output.fact(Fact::Voting(now.voting));
        let standing = format!("{}: {}, {voting}", self.contest, text::standing(lang, now.status));
        output.line(if self.is_lowest { &standing } else { self.contest.as_str() });
        for (provenance, says, below) in self.happened(output) {
            output.line(&format!("  {:>7}  {}  {says}  {}", provenance.sequence, provenance.arrival, provenance.event));
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
            lines.push(complaint_lines(against, complaint, self.now.size, output));
        }
        lines.retain(|(provenance, ..)| provenance.is_in(self.now.size));
        lines.sort_by_key(|(provenance, ..)| provenance.sequence);
        lines
    }

    /// For programs.
    pub fn json(&self) -> Value {
        let now = self.record.at(self.now.size);
        let steps = self.record.steps.iter().filter(|step| step.provenance.is_in(self.now.size));
        let step = |step: &crate::tally::record::PaperStep| {
            let mut value = provenance_json(&step.provenance);
            // The same word in every language.
            value.insert("what".into(), json!(text::step(Lang::En, &step.what)));
            Value::Object(value)
        };
        json!({
            "contest": self.contest.as_str(),
            "standing": now.status.word(),
            "voting": now.voting.0,
            "in_force": now.in_force.map(|(provenance, _)| provenance.event.to_string()),
            "history": steps.map(step).collect::<Vec<_>>(),
            "versions": self.versions().iter().map(version_json).collect::<Vec<_>>(),
            "copies": self.copies().iter().map(copy_json).collect::<Vec<_>>(),
            "complaints": self.complaints().iter().map(|(_, c)| complaint_json(c, self.now.size)).collect::<Vec<_>>(),
        })
    }
}

/// Turnout by hour for a program: of the precincts within a unit, and of its own bulletins.
pub fn turnout_json(model: &ReadModel, contest: &ContestId, unit: &UnitId, at: Size, of: u64) -> Vec<Value> {
    let is_lowest = model.units().get(unit).is_some_and(|record| model.is_lowest(record));
    let bulletins = if is_lowest { Default::default() } else { last_reports(model, contest, unit, at) };
    let mut hours = by_hour(model, contest, unit, at);
    for hour in bulletins.keys() {
        hours.entry(*hour).or_default();
    }
    let record = |(hour, sum): (&crate::domain::time::HourOfDay, &crate::tally::turnout::Hour)| {
        let voters = (sum.stations > 0).then_some(sum.voters.0);
        let bulletin = bulletins
            .get(hour)
            .map(|report| json!({ "voters": report.voters.0, "stations": report.stations.map(|stations| stations.0) }));
        json!({ "as_of": hour.to_string(), "voters": voters, "stations": sum.stations, "of": of, "bulletin": bulletin })
    };
    hours.iter().map(record).collect()
}

/// Turnout by hour for people.
pub fn tell_turnout(model: &ReadModel, contest: &ContestId, unit: &UnitId, at: Size, of: u64, output: &Output) {
    for (hour, sum) in by_hour(model, contest, unit, at) {
        let hour = hour.to_string();
        output.line(&output.fact(Fact::Hour { hour: &hour, voters: sum.voters.0, stations: sum.stations, of }));
    }
    if model.units().get(unit).is_some_and(|record| model.is_lowest(record)) {
        return;
    }
    for (hour, report) in last_reports(model, contest, unit, at) {
        let (hour, stations) = (hour.to_string(), report.stations.map(|stations| stations.0.into()));
        output.line(&output.fact(Fact::Bulletin { hour: &hour, voters: report.voters.0.into(), stations }));
    }
}

/// What a version replaced, why, and the figures that it changed, for people.
pub fn changes(form: &Form, version: &Version<'_>, output: &Output) -> Vec<String> {
    let Some(replaced) = &version.replaced else { return Vec::new() };
    let (reason, decision) = (replaced.reason.as_str(), decision_text(replaced.decision));
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

fn decision_text(decision: &Decision) -> String {
    let date = decision.date.map(|day| day.to_string());
    let parts = [Some(decision.reference.as_str().to_owned()).filter(|text| !text.is_empty()), date];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
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

fn provenance_json(provenance: &Provenance) -> Map<String, Value> {
    let fields = [
        ("sequence", json!(provenance.sequence.0)),
        ("event", json!(provenance.event.to_string())),
        ("arrival", json!(provenance.arrival.to_string())),
    ];
    fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn version_json(version: &Version<'_>) -> Value {
    let mut value = provenance_json(version.provenance);
    value.insert("author".into(), author_json(&version.provenance.author));
    value.insert("form_serial".into(), json!(version.protocol.form_serial.as_str()));
    value.extend(version.replaced.as_ref().map(replacement_json).unwrap_or_default());
    Value::Object(value)
}

/// What a version replaced, why, and the figures that it changed, for programs.
pub fn replacement_json(replaced: &Replacement<'_>) -> Map<String, Value> {
    let figure = |figure: Option<Count>| figure.map(|figure| figure.0);
    let change = |c: &Change| json!({ "item": c.item, "before": figure(c.before), "after": figure(c.after) });
    let fields = [
        ("replaces", json!(replaced.event.to_string())),
        ("reason", json!(replaced.reason.as_str())),
        ("decision", json!(decision_text(replaced.decision))),
        ("by_newcomers", json!(replaced.by_newcomers)),
        ("changes", replaced.changes.iter().map(change).collect()),
    ];
    fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn copy_json(copy: &ComparedCopy<'_>) -> Value {
    let mut value = provenance_json(copy.provenance);
    value.insert("observer".into(), author_json(&copy.provenance.author));
    if let CopyContent::Refused { reason } = &copy.copy.content {
        value.insert("refused".into(), json!(reason.as_str()));
    }
    let against = |comparison: &CopyComparison<'_>| {
        let (code, cells) = comparison.differs.as_ref().map_or((None, &[][..]), |(code, cells)| (Some(code), cells));
        json!({
            "version": comparison.version.event.to_string(),
            "code": code.map(|code: &Code| code.as_str()),
            "cells": cells.iter().map(cell_json).collect::<Vec<_>>(),
        })
    };
    value.insert("then".into(), copy.then.as_ref().map(against).into());
    value.insert("now".into(), copy.now.as_ref().map(against).into());
    Value::Object(value)
}

/// A figure that disagrees, for a program.
pub fn cell_json(cell: &Cell) -> Value {
    let number = |figure: Option<i128>| figure.and_then(|figure| i64::try_from(figure).ok());
    json!({ "item": cell.item, "stated": number(cell.stated), "expected": number(cell.expected) })
}

fn complaint_json(complaint: &Complaint<'_>, at: Size) -> Value {
    let mut value = provenance_json(&complaint.record.provenance);
    let decided = complaint.record.decided.as_ref().filter(|(provenance, _)| provenance.is_in(at));
    value.insert("against".into(), json!(complaint.record.filed.against.to_string()));
    value.insert("subject".into(), json!(complaint.record.filed.subject.as_str()));
    value.insert("due".into(), json!(complaint.due.map(|due| due.to_string())));
    value.insert("late".into(), json!(complaint.is_late()));
    value.insert("outcome".into(), json!(decided.map(|(_, decided)| decided.outcome)));
    value.insert("decided_by".into(), json!(decided.map(|(provenance, _)| provenance.event.to_string())));
    Value::Object(value)
}
