//! Summaries, recomputed: the sums, the counters and the commitment that a parent commission should have stated.

use super::paper::PaperAt;
use super::read_model::ReadModel;
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
    let within = super::totals::within(model, contest, unit, made_at)?;
    let (mut sum, mut of_all) = (within.empty.clone(), within.empty);
    let mut counters = Counters::default();
    let mut commitment = CompactRange::default();
    for (precinct, paper) in &within.papers {
        let leaves_out = left_out.binary_search(precinct).is_ok();
        counters.units += 1;
        counters.received += u32::from(paper.versions > 0);
        counters.failed += u32::from(paper.status == PaperStatus::Failed);
        counters.annulled += u32::from(paper.status == PaperStatus::Annulled);
        sum.add(&PaperAt { in_force: paper.in_force.filter(|_| !leaves_out), ..*paper });
        of_all.add(paper);
        if let Some((provenance, _)) = paper.in_force.filter(|_| !leaves_out) {
            counters.taken_as_basis += 1;
            commitment.push(leaf_hash(&committed(precinct, &provenance.event)));
        }
    }
    let declared = model.election().filter(|election| election.founding.commission.unit == *unit);
    let declared = declared.and_then(|election| election.founding.manifest.lowest_tier()?.declared);
    // Units that are declared and have no commission yet exist all the same.
    counters.units = counters.units.max(declared.unwrap_or(0));
    let units_expected = declared.map(u64::from).max(Some(sum.units_expected).filter(|units| *units > 0));
    let is_complete = sum.awaited == 0 && units_expected == Some(sum.units_expected);
    let in_force = |unit: &UnitId| within.papers.get(unit).and_then(|paper| paper.in_force);
    let votes = |unit: &UnitId| {
        let (_, protocol) = in_force(unit)?;
        Some((unit.clone(), Total(protocol.figures.votes.iter().map(|(_, votes)| u64::from(votes.0)).sum())))
    };
    Some(Recomputed {
        totals: figures(sum),
        counters,
        root: commitment.root(),
        is_complete,
        units_expected,
        left_out_without_protocol: left_out.iter().any(|unit| in_force(unit).is_none()),
        left_out: left_out.iter().filter_map(votes).collect(),
        votes_of_all: figures(of_all).votes,
    })
}

/// The lowest units of a summary whose protocol in force is not the one that it was when the summary was made, from
/// none to some too, and units formed since: each with the event that first changed it; none that it leaves out.
pub fn changed_since(model: &ReadModel, summary: &SummarySubmitted, at: Size) -> Vec<(UnitId, Sequence)> {
    let Some(now) = super::totals::within(model, &summary.contest, &summary.unit, at) else { return Vec::new() };
    let changed = |(unit, paper): (&UnitId, PaperAt<'_>)| {
        if summary.left_out.binary_search(unit).is_ok() {
            return None;
        }
        let record = model.paper(&summary.contest, unit)?;
        let before = record.at(summary.made_at).event_in_force();
        let later = record.steps.iter().map(|step| step.provenance.sequence);
        let mut later = later.skip_while(|sequence| summary.made_at.covers(*sequence));
        let first = later.find(|sequence| record.at(sequence.size()).event_in_force() != before);
        (before != paper.event_in_force()).then(|| first.map(|first| (unit.clone(), first)))?
    };
    now.papers.into_iter().filter_map(changed).collect()
}

/// The leaf of one protocol in a summary's commitment: the unit and the event, in the codec.
fn committed(unit: &UnitId, event: &EventHash) -> Vec<u8> {
    wire::encode(&(unit, event)).expect("a unit id and a hash fit an entry")
}

fn figures(sum: ContestTally) -> SummaryFigures {
    let votes = sum.votes.into_iter().map(|(number, votes)| (number, votes.unwrap_or(Total(0)))).collect();
    SummaryFigures { items: sum.items, votes }
}
