//! What changed in a log since a size: what whoever keeps the numbers must look at again.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::provenance::Provenance;
use super::spelling::{Hash, Print};
use super::standing::PaperStanding;
use crate::domain::form::Form;
use crate::domain::id::{ContestId, EventHash, UnitId};
use crate::domain::number::Size;
use crate::domain::protocol::TurnoutReported;
use crate::ledger::note::checkpoint::{Checkpoint, Fingerprint};
use crate::tally::read_model::ReadModel;
use crate::tally::record::{self, PaperRecord, RecordKey, SummaryRecord};

/// What changed between two sizes of a log.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Since {
    /// After how many events.
    pub after: u64,
    /// What people compare, of the log when it had so many: whoever holds another one was told another history.
    pub fingerprint_then: Print,
    /// Up to how many events.
    pub to: u64,
    /// Whether there is more by now, at `next`.
    pub cut: bool,
    /// The papers that something happened to, by contest and unit.
    pub papers: Vec<ChangedPaper>,
    /// The summaries that came in, by contest and unit.
    pub summaries: Vec<ChangedSummary>,
    /// What else changed.
    pub others: Vec<Changed>,
}

/// That a log grew: for whoever follows it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Nudge {
    /// How many events it has.
    pub size: u64,
    /// What people compare.
    pub fingerprint: Print,
    /// Whether this is a rehearsal, under demonstration keys.
    pub rehearsal: bool,
    /// Where what changed is, from the server's root on.
    pub href: String,
}

/// A paper before and after.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ChangedPaper {
    /// In which contest.
    pub contest: String,
    /// Of which unit.
    pub unit: String,
    /// As it stood.
    pub before: PaperStanding,
    /// As it stands.
    pub after: PaperStanding,
    /// The turnout reports that came in, in order: a later one of the same hour replaces an earlier one.
    pub turnout: Vec<TurnoutReport>,
    /// How many observers' copies came in.
    pub copies: u64,
    /// Where the whole paper is.
    pub href: String,
    /// Where what is found about it is.
    pub findings: String,
}

/// Voters so far, as a commission reports them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct TurnoutReport {
    /// Of which voting.
    pub voting: u16,
    /// As of which hour of the polling day, as in `12:00`, at the unit's own difference to UTC.
    pub as_of: String,
    /// Voters by then.
    pub voters: u32,
    /// Of a commission above the precincts: how many had reported to it; null where it does not say.
    pub stations: Option<u32>,
}

/// A summary before and after.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ChangedSummary {
    /// In which contest.
    pub contest: String,
    /// Of which unit.
    pub unit: String,
    /// The version that was in force; null where there was none.
    pub before: Option<Provenance>,
    /// The version in force.
    pub after: Option<Provenance>,
    /// Where the unit is.
    pub href: String,
    /// Where what is found about it is.
    pub findings: String,
}

/// Something else that changed, and where it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Changed {
    /// What it is.
    pub what: ChangedKind,
    /// Its name in files, or the hash of the complaint; null of the election.
    pub id: Option<String>,
    /// The event that changed it last.
    pub event: Hash,
    /// Where it is.
    pub href: String,
}

/// What changed, in the same words in every language.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum ChangedKind {
    /// The election: it was called, its log's key was changed, or its ledger was closed.
    Election,
    /// A unit: its commission was formed, or one of its members changed.
    Unit,
    /// A contest: it was called, or its candidates, its nominations or its result changed.
    Contest,
    /// An observer.
    Observer,
    /// A complaint: it was filed or decided.
    Complaint,
}

impl Since {
    /// The view of what changed between two sizes of a log that has `size` events by now: the records that were touched,
    /// each with the event that did so last; `then` is the log's fingerprint at the first.
    pub fn of(
        model: &ReadModel,
        between: [Size; 2],
        then: Fingerprint,
        size: Size,
        touched: &BTreeMap<RecordKey, EventHash>,
    ) -> Self {
        let [after, to] = between;
        let mut since = Self {
            after: after.0,
            fingerprint_then: then.into(),
            to: to.0,
            cut: to < size,
            papers: Vec::new(),
            summaries: Vec::new(),
            others: Vec::new(),
        };
        touched.iter().for_each(|(key, event)| since.add(model, between, key, *event));
        since
    }

    fn add(&mut self, model: &ReadModel, between: [Size; 2], key: &RecordKey, event: EventHash) {
        let changed = |what, id: Option<String>, href| Changed { what, id, event: event.into(), href };
        match key {
            RecordKey::Paper(contest, unit) => {
                let (form, record) = (model.manifest().map(|manifest| &manifest.form), model.paper(contest, unit));
                let paper = form.zip(record).map(|(form, paper)| ChangedPaper::of(form, contest, unit, paper, between));
                self.papers.extend(paper);
            }
            RecordKey::Summary(contest, unit) => {
                let record = model.summary(contest, unit);
                self.summaries.extend(record.map(|record| ChangedSummary::of(contest, unit, record, between)));
            }
            RecordKey::Election => self.others.push(changed(ChangedKind::Election, None, "/v1/election".to_owned())),
            RecordKey::Unit(unit) => {
                self.others.push(changed(ChangedKind::Unit, Some(unit.to_string()), format!("/v1/units/{unit}")));
            }
            RecordKey::Contest(contest) => {
                let (id, href) = (contest.to_string(), format!("/v1/contests/{contest}"));
                self.others.push(changed(ChangedKind::Contest, Some(id), href));
            }
            RecordKey::Observer(observer) => {
                let (id, href) = (observer.to_string(), format!("/v1/observers/{observer}"));
                self.others.push(changed(ChangedKind::Observer, Some(id), href));
            }
            RecordKey::Complaint(filed) => {
                let (id, href) = (filed.to_string(), format!("/v1/complaints/{filed}"));
                self.others.push(changed(ChangedKind::Complaint, Some(id), href));
            }
        }
    }
}

impl Nudge {
    /// The view of a log's newest state, for who was told of it after so many events.
    pub fn of(checkpoint: &Checkpoint, rehearsal: bool, told: Size) -> Self {
        let fingerprint = checkpoint.fingerprint().into();
        Self { size: checkpoint.size.0, fingerprint, rehearsal, href: link(told) }
    }
}

impl ChangedPaper {
    fn of(form: &Form, contest: &ContestId, unit: &UnitId, record: &PaperRecord, between: [Size; 2]) -> Self {
        let [before, after] = between;
        let is_new = |by: &record::Provenance| by.is_in(after) && !by.is_in(before);
        let reports = record.turnout.iter().filter(|(by, _)| is_new(by)).map(|(_, report)| TurnoutReport::of(&report));
        Self {
            contest: contest.to_string(),
            unit: unit.to_string(),
            before: PaperStanding::of(form, &record.at(before)),
            after: PaperStanding::of(form, &record.at(after)),
            turnout: reports.collect(),
            copies: record.copies.iter().filter(|(by, _)| is_new(by)).count() as u64,
            href: format!("/v1/papers/{contest}/{unit}"),
            findings: findings(contest, unit),
        }
    }
}

impl TurnoutReport {
    fn of(report: &TurnoutReported) -> Self {
        Self {
            voting: report.paper.voting.0,
            as_of: report.as_of.to_string(),
            voters: report.voters.0,
            stations: report.stations.map(|stations| stations.0),
        }
    }
}

impl ChangedSummary {
    fn of(contest: &ContestId, unit: &UnitId, record: &SummaryRecord, between: [Size; 2]) -> Self {
        let [before, after] = between.map(|at| record.in_force(at).map(|(provenance, _)| Provenance::of(provenance)));
        let (href, findings) = (format!("/v1/units/{unit}"), findings(contest, unit));
        Self { contest: contest.to_string(), unit: unit.to_string(), before, after, href, findings }
    }
}

/// Where what changed after a size is, from the server's root on.
pub fn link(after: Size) -> String {
    format!("/v1/changes?after={after}")
}

fn findings(contest: &ContestId, unit: &UnitId) -> String {
    format!("/v1/findings?contest={contest}&unit={unit}")
}
