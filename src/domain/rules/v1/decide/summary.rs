//! Summaries: whether they may stand in the ledger. Whether they are true is a finding.

use super::by::By;
use super::contest::open;
use crate::domain::id::UnitId;
use crate::domain::number::BallotNumber;
use crate::domain::protocol::ShapeFlaw;
use crate::domain::rejection::Rejection;
use crate::domain::state::State;
use crate::domain::summary::{LEFT_OUT_MAX, SummaryCorrected, SummaryFigures, SummarySubmitted};

/// The first summary of a unit in a contest.
pub(super) fn submitted(by: &By, state: &State, summary: &SummarySubmitted) -> Result<(), Rejection> {
    by.quorum(&summary.unit, |unit| *unit == summary.unit)?;
    admissible(by, state, summary)?;
    match by.election.contest(&summary.contest)?.summaries.get(&summary.unit) {
        None => Ok(()),
        Some(in_force) => Err(Rejection::NotInForce(*in_force)),
    }
}

/// The next version of the summary in force.
pub(super) fn corrected(by: &By, state: &State, corrected: &SummaryCorrected) -> Result<(), Rejection> {
    let summary = &corrected.summary;
    by.quorum(&summary.unit, |unit| *unit == summary.unit)?;
    admissible(by, state, summary)?;
    let contest = by.election.contest(&summary.contest)?;
    if contest.summaries.get(&summary.unit) != Some(&corrected.replaces) {
        return Err(Rejection::NotInForce(corrected.replaces));
    }
    // When it was made is a change too: that says what it is held against.
    if contest.sums_up(summary) {
        return Err(Rejection::Unchanged(corrected.replaces));
    }
    Ok(())
}

fn admissible(by: &By, state: &State, summary: &SummarySubmitted) -> Result<(), Rejection> {
    let contest = open(by, &summary.contest)?;
    let unit: &UnitId = &summary.unit;
    let lowest = by.election.is_lowest(by.election.unit(unit)?);
    if lowest || !by.election.is_within(unit, by.election.held_in(&contest.contest)) {
        return Err(Rejection::ContestElsewhere(summary.contest.clone(), unit.clone()));
    }
    if summary.made_at > state.size() || summary.left_out.len() > LEFT_OUT_MAX {
        return Err(Rejection::Commitment { made_at: summary.made_at, size: state.size() });
    }
    if summary.left_out.windows(2).any(|pair| pair[0] >= pair[1]) {
        return Err(Rejection::ListOutOfOrder("left_out"));
    }
    let items = by.election.manifest().form.items.len();
    match flaw(&summary.totals, items, &contest.ballot) {
        None => Ok(()),
        Some(flaw) => Err(Rejection::SummaryShape(summary.contest.clone(), unit.clone(), flaw)),
    }
}

/// A summary has a cell for each item, which may be empty, and exactly the ballot's candidates.
fn flaw(totals: &SummaryFigures, items: usize, ballot: &[BallotNumber]) -> Option<ShapeFlaw> {
    let votes = &totals.votes;
    let missing = ballot.iter().find(|number| !votes.iter().any(|(n, _)| n == *number));
    let unknown = votes.iter().find(|(number, _)| ballot.binary_search(number).is_err());
    if totals.items.len() != items {
        return Some(ShapeFlaw::ItemCount { found: totals.items.len(), expected: items });
    }
    if votes.windows(2).any(|pair| pair[0].0 >= pair[1].0) {
        return Some(ShapeFlaw::VotesUnordered);
    }
    missing
        .map(|number| ShapeFlaw::CandidateMissing(*number))
        .or_else(|| unknown.map(|(number, _)| ShapeFlaw::CandidateUnknown(*number)))
}
