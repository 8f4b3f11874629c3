//! The rows of sources: of each record, the events that it is made of.

use std::collections::BTreeSet;

use super::event_line::{EventLine, text};
use crate::domain::event::Author;
use crate::domain::id::{ContestId, EventHash, ObserverId, UnitId};
use crate::domain::number::BallotNumber;
use crate::ledger::rows::key::RowKey;
use crate::tally::read_model::ReadModel;
use crate::tally::record::{
    CandidateRecord, ComplaintRecord, ContestRecord, ElectionRecord, ObserverRecord, PaperRecord, Provenance,
    SummaryRecord, UnitRecord,
};

/// A row; without a value where there is none.
pub(super) type Row = (RowKey, Option<String>);

/// Rows that begin alike, ascending by their keys: their parts but the last are the same.
pub(super) type Alike<'a> = Box<dyn Iterator<Item = Row> + 'a>;

/// Every row of sources, those that begin alike together, each made when it is asked for.
pub(super) fn all(model: &ReadModel) -> impl Iterator<Item = Alike<'_>> {
    let units: Alike<'_> = Box::new(model.units().iter().map(|(id, record)| unit(id, record)));
    let below = model.parents().map(|parent| -> Alike<'_> { Box::new(all_below(model, parent)) });
    let contests: Alike<'_> = Box::new(model.contests().iter().map(|(id, record)| contest(id, record)));
    let of_contests = model.contests().iter().flat_map(|(id, record)| of_contest(model, id, record));
    let observers: Alike<'_> = Box::new(model.observers().iter().map(|(id, record)| observer(id, record)));
    let complaints: Alike<'_> = Box::new(model.complaints().iter().map(|(filed, record)| complaint(filed, record)));
    let election: Alike<'_> = Box::new(model.election().map(election).into_iter());
    [election, units, contests, observers, complaints].into_iter().chain(below).chain(of_contests)
}

fn all_below<'a>(model: &'a ReadModel, parent: &'a UnitId) -> impl Iterator<Item = Row> + 'a {
    let records = model.below(parent).filter_map(|id| model.units().get_key_value(id));
    records.filter_map(|(id, record)| below(id, record))
}

fn of_contest<'a>(
    model: &'a ReadModel,
    id: &'a ContestId,
    record: &'a ContestRecord,
) -> impl Iterator<Item = Alike<'a>> {
    let candidates = record.candidates.iter().map(|record| candidate(id, record));
    let summaries = model.summaries(id).map(|(unit, record)| summary(id, unit, record));
    let papers = model.papers_of(id).map(|(unit, record)| paper(id, unit, record));
    let copies = model.papers_of(id).map(move |(unit, record)| -> Alike<'a> { Box::new(copies(id, unit, record)) });
    let all: [Alike<'a>; 3] = [Box::new(candidates), Box::new(summaries), Box::new(papers)];
    all.into_iter().chain(copies)
}

pub(super) fn election(record: &ElectionRecord) -> Row {
    let events = [&record.founded].into_iter().chain(&record.rotated).chain(&record.closed);
    (RowKey::of(&[&"election"]), text(events))
}

pub(super) fn unit(id: &UnitId, record: &UnitRecord) -> Row {
    let members = record.members().flat_map(|member| [member.since].into_iter().chain(member.until));
    (RowKey::of(&[&"unit", id]), text([&record.provenance].into_iter().chain(members)))
}

/// The row of where a unit lies; none of the top.
pub(super) fn below(id: &UnitId, record: &UnitRecord) -> Option<Row> {
    let parent = record.parent.as_ref()?;
    Some((RowKey::of(&[&"below", parent, id]), Some(format!("{}\n", record.tier))))
}

pub(super) fn contest(id: &ContestId, record: &ContestRecord) -> Row {
    let nominations = record.nominations.iter().map(|(provenance, _)| provenance);
    let certified = record.certified.iter().map(|(provenance, _)| provenance);
    (RowKey::of(&[&"contest", id]), text([&record.called].into_iter().chain(nominations).chain(certified)))
}

pub(super) fn candidate(contest: &ContestId, record: &CandidateRecord) -> Row {
    let withdrawn = record.withdrawn.iter().map(|(provenance, _)| provenance);
    let events = [&record.provenance].into_iter().chain(withdrawn);
    (candidate_key(contest, record.registered.number), text(events))
}

pub(super) fn candidate_key(contest: &ContestId, BallotNumber(number): BallotNumber) -> RowKey {
    RowKey::of(&[&"candidate", contest, &format!("{number:05}")])
}

pub(super) fn paper(contest: &ContestId, unit: &UnitId, record: &PaperRecord) -> Row {
    let turnout = record.turnout.iter().map(|(provenance, _)| EventLine::from(provenance));
    let events = record.steps.iter().map(|step| EventLine::from(&step.provenance)).chain(turnout);
    (RowKey::of(&[&"paper", contest, unit]), text(events))
}

/// A row for each observer who filed a copy of a paper.
fn copies<'a>(contest: &'a ContestId, unit: &'a UnitId, record: &'a PaperRecord) -> impl Iterator<Item = Row> + 'a {
    let by: BTreeSet<_> = record.copies.iter().filter_map(|(provenance, _)| observed_by(provenance)).collect();
    by.into_iter().map(move |by| copies_of(contest, unit, by, record))
}

/// The copies of a paper that one observer filed.
pub(super) fn copies_of(contest: &ContestId, unit: &UnitId, by: &ObserverId, record: &PaperRecord) -> Row {
    let copies = record.copies.iter().map(|(provenance, _)| provenance);
    let events = copies.filter(|provenance| observed_by(provenance) == Some(by));
    (RowKey::of(&[&"copy", contest, unit, by]), text(events))
}

fn observed_by(provenance: &Provenance) -> Option<&ObserverId> {
    match &provenance.author {
        Author::Observer(observer) => Some(observer),
        Author::Commission { .. } => None,
    }
}

pub(super) fn summary(contest: &ContestId, unit: &UnitId, record: &SummaryRecord) -> Row {
    (RowKey::of(&[&"summary", contest, unit]), text(record.versions.iter().map(|(provenance, _)| provenance)))
}

pub(super) fn observer(id: &ObserverId, record: &ObserverRecord) -> Row {
    (RowKey::of(&[&"observer", id]), text([&record.provenance].into_iter().chain(&record.withdrawn)))
}

pub(super) fn complaint(filed: &EventHash, record: &ComplaintRecord) -> Row {
    let decided = record.decided.iter().map(|(provenance, _)| provenance);
    (RowKey::of(&[&"complaint", filed]), text([&record.provenance].into_iter().chain(decided)))
}
