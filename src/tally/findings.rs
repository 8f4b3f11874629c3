//! What a ledger's rules say about what was signed: the read model's papers as facts, one unit after the other.
//! Findings are recomputed, never stored, and refuse nothing.

use super::below::{self, Below};
use super::deadlines;
use super::moment::Moment;
use super::paper::PaperAt;
use super::read_model::ReadModel;
use super::record::{ContestRecord, PaperRecord, Provenance, SummaryRecord};
use super::summaries;
use crate::domain::closing::ResultCertified;
use crate::domain::finding::Finding;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::{Size, Voting};
use crate::domain::protocol::TurnoutReported;
use crate::domain::rules::{About, AboveFacts, Filed, PaperFacts, SummaryFacts, Timing};
use crate::domain::summary::SummarySubmitted;

/// Every finding at a moment: contest by contest, papers before summaries, unit by unit, and last its result.
pub fn findings(model: &ReadModel, at: Moment) -> Vec<Finding> {
    let (Some(election), Some(rules)) = (model.election(), model.rules()) else { return Vec::new() };
    let form = &election.founding.manifest.form;
    let mut found = Vec::new();
    for (id, contest) in model.contests() {
        let Some(held_in) = model.held_in(&contest.contest) else { continue };
        let below = Below::of(model, contest, at.size);
        let formed = model.within(held_in).into_iter().filter(|(_, record)| record.provenance.is_in(at.size));
        let (lowest, above): (Vec<_>, Vec<_>) = formed.partition(|(_, record)| model.is_lowest(record));
        for (unit, _) in lowest {
            let facts = paper_facts(model, contest, unit, model.paper(id, unit), at);
            found.extend(rules.findings_of_paper(About { form, contest: id, unit }, &facts));
        }
        for (unit, _) in above {
            let facts = above_facts(model, contest, unit, &below, at);
            found.extend(rules.findings_of_above(About { form, contest: id, unit }, &facts));
        }
        let certified = contest.certified_at(at.size).and_then(|(provenance, certified)| {
            // On what it was certified on: none of its papers changes afterwards, and units formed since have none.
            let then = Size(provenance.sequence.0);
            below::result(model, contest, Some(provenance.event), certified, then)
        });
        if let Some(facts) = certified {
            found.extend(rules.findings_of_result(About { form, contest: id, unit: held_in }, &facts));
        }
    }
    found
}

/// What the rules say about a summary that nobody signed yet: what `check` shows to the commission.
pub fn of_draft_summary(model: &ReadModel, summary: &SummarySubmitted, at: Size) -> Vec<Finding> {
    let (Some(election), Some(rules)) = (model.election(), model.rules()) else { return Vec::new() };
    let Some(facts) = summary_facts(model, None, summary, at) else { return Vec::new() };
    let about = About { form: &election.founding.manifest.form, contest: &summary.contest, unit: &summary.unit };
    rules.findings_of_summary(about, &facts)
}

/// What the rules say about a certification that nobody signed yet.
pub fn of_draft_result(model: &ReadModel, certified: &ResultCertified, at: Size) -> Vec<Finding> {
    let found = || {
        let (election, rules) = (model.election()?, model.rules()?);
        let contest = model.contests().get(&certified.contest)?;
        let (form, unit) = (&election.founding.manifest.form, model.held_in(&contest.contest)?);
        let facts = below::result(model, contest, None, certified, at)?;
        Some(rules.findings_of_result(About { form, contest: &certified.contest, unit }, &facts))
    };
    found().unwrap_or_default()
}

/// A precinct's paper, which may not have come in.
fn paper_facts<'a>(
    model: &ReadModel,
    contest: &ContestRecord,
    unit: &UnitId,
    record: Option<&'a PaperRecord>,
    at: Moment,
) -> PaperFacts<'a> {
    let paper = record.map_or(PaperAt::FRESH, |record| record.at(at.size));
    let steps = record.into_iter().flat_map(|record| record.steps.iter().map(move |step| (record, step)));
    let versions = steps.filter(|(_, step)| step.provenance.is_in(at.size)).filter_map(|(record, step)| {
        let opening = record.at(Size(step.provenance.sequence.0)).opening;
        Some((filed(&step.provenance, step.version()?), opening.map(|(_, sealed)| sealed)))
    });
    let copies = record.into_iter().flat_map(|record| &record.copies);
    let copies = copies.filter(|(provenance, copy)| provenance.is_in(at.size) && copy.paper.voting == paper.voting);
    let timing = paper.status.is_due().then(|| Timing {
        due: deadlines::paper_due(model, &contest.contest, unit, &paper, record),
        came: record
            .and_then(|record| record.first_version(paper.voting, at.size))
            .map(|provenance| (provenance.arrival, provenance.event)),
        clock: at.clock,
    });
    PaperFacts {
        in_force: paper.in_force.map(|(provenance, protocol)| filed(provenance, protocol)),
        timing,
        turnout: turnout(record, paper.voting, at.size),
        versions: versions.collect(),
        copies: copies.map(|(provenance, copy)| filed(provenance, copy)).collect(),
        electorate: model.manifest().and_then(|manifest| paper.electorate(&manifest.form)),
    }
}

/// A commission above the precincts: its bulletins and its summary, which may not have come in.
fn above_facts<'a>(
    model: &'a ReadModel,
    contest: &ContestRecord,
    unit: &UnitId,
    below: &Below,
    at: Moment,
) -> AboveFacts<'a> {
    let id: &ContestId = &contest.contest.id;
    let record = model.summary(id, unit);
    let in_force = record.and_then(|record| record.in_force(at.size));
    let first = record
        .and_then(|record: &SummaryRecord| record.versions.first())
        .filter(|(provenance, _)| provenance.is_in(at.size));
    AboveFacts {
        turnout: turnout(model.paper(id, unit), Voting::FIRST, at.size),
        summary: in_force.and_then(|(provenance, summary)| summary_facts(model, Some(provenance), summary, at.size)),
        timing: Timing {
            due: deadlines::summary_due(model, &contest.contest, unit),
            came: first.map(|(provenance, _)| (provenance.arrival, provenance.event)),
            clock: at.clock,
        },
        electorate: below.electorate(unit),
        stations_max: below.stations_max(unit),
    }
}

/// A summary, signed or still a draft, and what it comes to. None where its contest is not known.
fn summary_facts<'a>(
    model: &ReadModel,
    provenance: Option<&Provenance>,
    summary: &'a SummarySubmitted,
    at: Size,
) -> Option<SummaryFacts<'a>> {
    let recomputed = summaries::recompute(model, &summary.contest, &summary.unit, summary.made_at, &summary.left_out)?;
    let changed = summaries::changed_since(model, summary, at);
    Some(SummaryFacts { event: provenance.map(|provenance| provenance.event), stated: summary, recomputed, changed })
}

/// The turnout reports of a voting that were in.
fn turnout(record: Option<&PaperRecord>, voting: Voting, at: Size) -> Vec<Filed<'_, TurnoutReported>> {
    let reports = record.into_iter().flat_map(|record| &record.turnout);
    let meant = reports.filter(|(provenance, report)| provenance.is_in(at) && report.paper.voting == voting);
    meant.map(|(provenance, report)| filed(provenance, report)).collect()
}

fn filed<'a, T>(provenance: &Provenance, what: &'a T) -> Filed<'a, T> {
    Filed { event: provenance.event, what }
}
