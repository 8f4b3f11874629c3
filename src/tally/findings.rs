//! What a ledger's rules say about what was signed: the read model's papers as facts, one unit after the other.
//! Findings are recomputed, never stored, and refuse nothing.

use super::below::{self, Below};
use super::deadlines;
use super::moment::Moment;
use super::paper::PaperAt;
use super::read_model::ReadModel;
use super::record::{ContestRecord, PaperRecord, Provenance, SummaryRecord};
use super::summaries::Recount;
use super::sums::{ContestSums, unformed};
use crate::crypto::parallel::{ParallelMap, Serial};
use crate::domain::closing::ResultCertified;
use crate::domain::finding::Finding;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::{Size, Voting};
use crate::domain::protocol::TurnoutReported;
use crate::domain::rules::{About, AboveFacts, Filed, PaperFacts, Rules, SummaryFacts, Timing};
use crate::domain::summary::SummarySubmitted;

/// Every finding at a moment: contest by contest, papers before summaries, unit by unit, and last its result.
pub fn findings(model: &ReadModel, at: Moment) -> Vec<Finding> {
    findings_on(&Serial, model, at)
}

/// The same, the contests beside each other.
pub fn findings_on<M: ParallelMap>(map: &M, model: &ReadModel, at: Moment) -> Vec<Finding> {
    let unformed = unformed(model, at.size);
    let found = map.map(model.contests().values().collect(), |contest| of_contest(model, contest, unformed, at));
    found.into_iter().flatten().collect()
}

fn of_contest(model: &ReadModel, contest: &ContestRecord, unformed: Option<u64>, at: Moment) -> Vec<Finding> {
    let mut found = Vec::new();
    let ContestSums { lowest, above } = ContestSums::of(model, contest, at.size);
    for unit in lowest {
        found.extend(of_paper(model, contest, unit, at));
    }
    for (unit, sums) in &above {
        let recount = recount(model, contest, unit, at.size);
        found.extend(of_above(model, contest, unit, Below::of(sums, unformed), recount.as_ref(), at));
    }
    found.extend(of_result(model, contest, at.size));
    found
}

/// Findings of some units, each unit's in their own order, brought into the order of [`findings`]; none where the model
/// does not know a unit or a contest that one is of.
pub fn in_order(model: &ReadModel, found: Vec<Finding>) -> Option<Vec<Finding>> {
    let rank = |finding: &Finding| {
        let (contest, unit) = (model.contests().get(&finding.contest)?, model.units().get(&finding.unit)?);
        // What is found of a result is about the event that certified it, and nothing else is.
        let is_of_result = contest.certified.as_ref().is_some_and(|(by, _)| finding.event == Some(by.event));
        Some((finding.contest.clone(), is_of_result, !model.is_lowest(unit), finding.unit.clone()))
    };
    let mut ranked: Vec<_> =
        found.into_iter().map(|finding| Some((rank(&finding)?, finding))).collect::<Option<_>>()?;
    ranked.sort_by(|(one, _), (other, _)| one.cmp(other));
    Some(ranked.into_iter().map(|(_, finding)| finding).collect())
}

/// What the rules say about the paper of a lowest unit, which may not have come in.
pub(super) fn of_paper(model: &ReadModel, contest: &ContestRecord, unit: &UnitId, at: Moment) -> Vec<Finding> {
    let Some((about, rules)) = about(model, contest, unit) else { return Vec::new() };
    rules.findings_of_paper(about, &paper_facts(model, contest, unit, at))
}

/// What the rules say about a unit above: its bulletins and its summary, of which `recount` is what it is held against.
pub(super) fn of_above(
    model: &ReadModel,
    contest: &ContestRecord,
    unit: &UnitId,
    below: Below,
    recount: Option<&Recount>,
    at: Moment,
) -> Vec<Finding> {
    let Some((about, rules)) = about(model, contest, unit) else { return Vec::new() };
    rules.findings_of_above(about, &above_facts(model, contest, unit, below, recount, at))
}

/// What the rules say about the result of a contest, if it was certified at a size: on what it was certified on. None
/// of its papers changes afterwards, and units formed since have none.
pub(super) fn of_result(model: &ReadModel, contest: &ContestRecord, at: Size) -> Vec<Finding> {
    let found = || {
        let (provenance, certified) = contest.certified_at(at)?;
        let (about, rules) = about(model, contest, model.held_in(&contest.contest)?)?;
        let facts = below::result(model, contest, Some(provenance.event), certified, Size(provenance.sequence.0))?;
        Some(rules.findings_of_result(about, &facts))
    };
    found().unwrap_or_default()
}

/// What the summary of a unit in force at a size is held against.
pub(super) fn recount(model: &ReadModel, contest: &ContestRecord, unit: &UnitId, at: Size) -> Option<Recount> {
    let (_, summary) = model.summary(&contest.contest.id, unit)?.in_force(at)?;
    Recount::of(model, summary, at)
}

fn about<'a>(
    model: &'a ReadModel,
    contest: &'a ContestRecord,
    unit: &'a UnitId,
) -> Option<(About<'a>, &'static dyn Rules)> {
    let (manifest, rules) = (model.manifest()?, model.rules()?);
    Some((About { form: &manifest.form, contest: &contest.contest.id, unit }, rules))
}

/// What the rules say about a summary that nobody signed yet: what `check` shows to the commission.
pub fn of_draft_summary(model: &ReadModel, summary: &SummarySubmitted, at: Size) -> Vec<Finding> {
    let (Some(election), Some(rules)) = (model.election(), model.rules()) else { return Vec::new() };
    let Some(recount) = Recount::of(model, summary, at) else { return Vec::new() };
    let facts = summary_facts(None, summary, &recount);
    let about = About { form: &election.founding.manifest.form, contest: &summary.contest, unit: &summary.unit };
    rules.findings_of_summary(about, &facts)
}

/// What the rules say about a certification that nobody signed yet.
pub fn of_draft_result(model: &ReadModel, certified: &ResultCertified, at: Size) -> Vec<Finding> {
    let found = || {
        let contest = model.contests().get(&certified.contest)?;
        let (about, rules) = about(model, contest, model.held_in(&contest.contest)?)?;
        let facts = below::result(model, contest, None, certified, at)?;
        Some(rules.findings_of_result(about, &facts))
    };
    found().unwrap_or_default()
}

/// A precinct's paper, which may not have come in.
fn paper_facts<'a>(model: &'a ReadModel, contest: &ContestRecord, unit: &UnitId, at: Moment) -> PaperFacts<'a> {
    let record = model.paper(&contest.contest.id, unit);
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
    below: Below,
    recount: Option<&'a Recount>,
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
        summary: in_force
            .zip(recount)
            .map(|((provenance, summary), recount)| summary_facts(Some(provenance), summary, recount)),
        timing: Timing {
            due: deadlines::summary_due(model, &contest.contest, unit),
            came: first.map(|(provenance, _)| (provenance.arrival, provenance.event)),
            clock: at.clock,
        },
        electorate: below.electorate,
        stations_max: below.stations_max,
    }
}

/// A summary, signed or still a draft, and what it comes to.
fn summary_facts<'a>(
    provenance: Option<&Provenance>,
    stated: &'a SummarySubmitted,
    recount: &'a Recount,
) -> SummaryFacts<'a> {
    let event = provenance.map(|provenance| provenance.event);
    SummaryFacts { event, stated, recomputed: &recount.recomputed, changed: &recount.changed }
}

/// The turnout reports of a voting that were in.
fn turnout(record: Option<&PaperRecord>, voting: Voting, at: Size) -> Vec<Filed<TurnoutReported>> {
    let reports = record.into_iter().flat_map(|record| record.turnout.iter());
    let meant = reports.filter(|(provenance, report)| provenance.is_in(at) && report.paper.voting == voting);
    meant.map(|(provenance, report)| filed(&provenance, report)).collect()
}

fn filed<T>(provenance: &Provenance, what: T) -> Filed<T> {
    Filed { event: provenance.event, what }
}
