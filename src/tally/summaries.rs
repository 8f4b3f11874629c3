//! Summaries, recomputed: the sums, the counters and the commitment that a parent commission should have stated.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::paper::PaperAt;
use super::read_model::ReadModel;
use super::sums::Sums;
use super::totals::ContestTally;
use crate::crypto::wire;
use crate::domain::id::{ContestId, EventHash, UnitId};
use crate::domain::number::{Sequence, Size, Total};
use crate::domain::paper_status::PaperStatus;
use crate::domain::rules::Recomputed;
use crate::domain::summary::{Counters, SummaryFigures, SummarySubmitted};
use crate::ledger::tree::merkle::CompactRange;
use crate::ledger::tree::node::leaf_hash;

/// Recomputes a summary of `unit` from the protocols in force at `made_at`, without those of `left_out` (ascending).
/// None where the contest is not known.
pub fn recompute(
    model: &ReadModel,
    contest: &ContestId,
    unit: &UnitId,
    made_at: Size,
    left_out: &[UnitId],
) -> Option<Recomputed> {
    let (manifest, record) = (model.manifest()?, model.contests().get(contest)?);
    let papers = papers(model, contest, unit, made_at);
    let (mut sum, mut of_all) = (Sums::default(), Sums::default());
    let mut counters = Counters::default();
    let mut commitment = CompactRange::default();
    for (precinct, paper) in &papers {
        let leaves_out = left_out.binary_search(precinct).is_ok();
        counters.units += 1;
        counters.received += u32::from(paper.versions > 0);
        counters.failed += u32::from(paper.status == PaperStatus::Failed);
        counters.annulled += u32::from(paper.status == PaperStatus::Annulled);
        sum.add_paper(&PaperAt { in_force: paper.in_force.filter(|_| !leaves_out), ..*paper });
        of_all.add_paper(paper);
        if let Some((provenance, _)) = paper.in_force.filter(|_| !leaves_out) {
            counters.taken_as_basis += 1;
            commitment.push(leaf_hash(&committed(precinct, &provenance.event)));
        }
    }
    let declared = model.election().filter(|election| election.founding.commission.unit == *unit);
    let declared = declared.and_then(|election| election.founding.manifest.lowest_tier()?.declared);
    // Units that are declared and have no commission yet exist all the same.
    counters.units = counters.units.max(declared.unwrap_or(0));
    let units_expected = declared.map(u64::from).max(Some(sum.units).filter(|units| *units > 0));
    let is_complete = sum.awaited == 0 && units_expected == Some(sum.units);
    let in_force = |unit: &UnitId| papers.get(unit).and_then(|paper| paper.in_force);
    let votes = |unit: &UnitId| {
        let (_, protocol) = in_force(unit)?;
        Some((unit.clone(), Total(protocol.figures.votes.iter().map(|(_, votes)| u64::from(votes.0)).sum())))
    };
    let figures = |sums| figures(ContestTally::of(record, unit, &manifest.form, sums, 0, made_at));
    Some(Recomputed {
        totals: figures(&sum),
        counters,
        root: commitment.root(),
        is_complete,
        units_expected,
        left_out_without_protocol: left_out.iter().any(|unit| in_force(unit).is_none()),
        left_out: left_out.iter().filter_map(votes).collect(),
        votes_of_all: figures(&of_all).votes,
    })
}

/// What a summary is held against.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Recount {
    /// What it comes to. Nothing that comes in later changes it.
    pub(super) recomputed: Recomputed,
    /// The lowest units of the summary whose protocol in force is not the one that it was when the summary was made,
    /// from none to some too, and units formed since: each with the event that first changed it; none that it leaves
    /// out.
    pub(super) changed: BTreeMap<UnitId, Sequence>,
}

impl Recount {
    /// What a summary is held against at a size. None where its contest is not known.
    pub(super) fn of(model: &ReadModel, summary: &SummarySubmitted, at: Size) -> Option<Self> {
        let recomputed = recompute(model, &summary.contest, &summary.unit, summary.made_at, &summary.left_out)?;
        let mut recount = Self { recomputed, changed: BTreeMap::new() };
        model.lowest_within(&summary.unit).into_keys().for_each(|unit| recount.follow(model, summary, unit, at));
        Some(recount)
    }

    /// Looks again at the paper of one of its lowest units.
    pub(super) fn follow(&mut self, model: &ReadModel, summary: &SummarySubmitted, unit: &UnitId, at: Size) {
        match changed_by(model, summary, unit, at) {
            Some(first) => drop(self.changed.insert(unit.clone(), first)),
            None => drop(self.changed.remove(unit)),
        }
    }
}

/// The event that first changed the protocol in force of a unit since a summary was made; none where it is the same,
/// or the summary leaves the unit out.
fn changed_by(model: &ReadModel, summary: &SummarySubmitted, unit: &UnitId, at: Size) -> Option<Sequence> {
    if summary.left_out.binary_search(unit).is_ok() {
        return None;
    }
    let record = model.paper(&summary.contest, unit)?;
    let before = record.at(summary.made_at).event_in_force();
    let later = record.steps.iter().map(|step| step.provenance.sequence);
    let mut later = later.skip_while(|sequence| summary.made_at.covers(*sequence));
    let first = later.find(|sequence| record.at(sequence.size()).event_in_force() != before);
    first.filter(|_| record.at(at).event_in_force() != before)
}

/// The papers of the lowest units within a unit, at a size.
fn papers<'a>(model: &'a ReadModel, contest: &ContestId, unit: &UnitId, at: Size) -> BTreeMap<&'a UnitId, PaperAt<'a>> {
    let within = model.lowest_within(unit).into_iter().filter(|(_, record)| record.provenance.is_in(at));
    let paper = |unit| model.paper(contest, unit).map_or(PaperAt::FRESH, |paper| paper.at(at));
    within.map(|(unit, _)| (unit, paper(unit))).collect()
}

/// The leaf of one protocol in a summary's commitment: the unit and the event, in the codec.
fn committed(unit: &UnitId, event: &EventHash) -> Vec<u8> {
    wire::encode(&(unit, event)).expect("a unit id and a hash fit an entry")
}

fn figures(sum: ContestTally) -> SummaryFigures {
    let votes = sum.votes.into_iter().map(|(number, votes)| (number, votes.unwrap_or(Total(0)))).collect();
    SummaryFigures { items: sum.items, votes }
}
