//! Contests: candidates, and the counts of every unit.

use std::collections::BTreeMap;

use serde::Serialize;

use super::parts::{CountItemType, CountStatus, GpUnit, Text, of_candidate, party};
use crate::domain::form::Role;
use crate::domain::id::UnitId;
use crate::domain::number::{BallotNumber, Total};
use crate::export::snapshot::{Snapshot, ballots_cast, nominator};
use crate::tally::record::{CandidateRecord, ContestRecord};
use crate::tally::totals::{ContestTally, tallies};

/// One contest as an election of its own.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "ElectionResults.Election", rename_all = "PascalCase")]
pub(super) struct Election<'a> {
    name: Text<'a>,
    r#type: &'static str,
    other_type: &'a str,
    start_date: String,
    end_date: String,
    election_scope_id: GpUnit<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ballot_counts: Vec<BallotCounts<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    candidate: Vec<Candidate<'a>>,
    contest: [CandidateContest<'a>; 1],
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "ElectionResults.CandidateContest", rename_all = "PascalCase")]
struct CandidateContest<'a> {
    #[serde(rename = "@id")]
    id: String,
    name: &'a str,
    election_district_id: GpUnit<'a>,
    votes_allowed: u32,
    sub_units_reported: u64,
    total_sub_units: u64,
    count_status: Vec<CountStatus>,
    contest_selection: Vec<CandidateSelection<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "ElectionResults.Candidate", rename_all = "PascalCase")]
struct Candidate<'a> {
    #[serde(rename = "@id")]
    id: String,
    ballot_name: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    party_id: Option<String>,
    pre_election_status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    post_election_status: Option<&'static str>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "ElectionResults.CandidateSelection", rename_all = "PascalCase")]
struct CandidateSelection<'a> {
    #[serde(rename = "@id")]
    id: String,
    candidate_ids: [String; 1],
    sequence_order: u16,
    vote_counts: Vec<VoteCounts<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "ElectionResults.VoteCounts", rename_all = "PascalCase")]
struct VoteCounts<'a> {
    gp_unit_id: GpUnit<'a>,
    r#type: CountItemType,
    count: u64,
}

/// Ballot papers in a unit; or, of the type `other`, an item of the form under its key.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "ElectionResults.BallotCounts", rename_all = "PascalCase")]
struct BallotCounts<'a> {
    gp_unit_id: GpUnit<'a>,
    r#type: CountItemType,
    #[serde(skip_serializing_if = "Option::is_none")]
    other_type: Option<&'a str>,
    ballots_cast: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    ballots_rejected: Option<u64>,
}

/// What a contest comes to in the unit it is held in.
pub(super) fn whole(snapshot: &Snapshot<'_>, contest: &ContestRecord) -> Option<ContestTally> {
    let top = &snapshot.election.founding.commission.unit;
    let held_in = contest.contest.unit.as_ref().unwrap_or(top);
    tallies(snapshot.model, &contest.contest.id, snapshot.as_of).remove(held_in)
}

/// The election of one contest.
pub(super) fn election<'a>(
    snapshot: &Snapshot<'a>,
    record: &'a ContestRecord,
    nominators: &BTreeMap<&'a str, usize>,
) -> Election<'a> {
    let (contest, manifest) = (&record.contest, snapshot.manifest());
    let tallies = tallies(snapshot.model, &contest.id, snapshot.as_of);
    // The read model has every unit that is tallied, and lives as long as the report.
    let known = |(unit, tally)| snapshot.model.units().get_key_value(unit).map(|(unit, _)| (unit, tally));
    let counted: Vec<_> = tallies.iter().filter(|(_, tally)| tally.in_force > 0).filter_map(known).collect();
    let registered = record.candidates.iter().filter(|candidate| candidate.provenance.is_in(snapshot.as_of));
    let held_in = snapshot.held_in(record);
    let whole = tallies.get(held_in);
    let (expected, awaited) = whole.map_or((0, 0), |tally| (tally.units_expected, tally.awaited));
    Election {
        name: Text::of(&manifest.title, manifest.id.as_str()),
        r#type: "other",
        other_type: manifest.kind.as_str(),
        start_date: contest.polling_day.to_string(),
        end_date: contest.polling_day.to_string(),
        election_scope_id: GpUnit(held_in),
        ballot_counts: counted.iter().flat_map(|(unit, tally)| ballots(snapshot, unit, tally)).collect(),
        candidate: registered.map(|of| candidate(snapshot, record, of, nominators)).collect(),
        contest: [CandidateContest {
            id: format!("contest-{}", contest.id),
            name: Some(contest.title.in_language("en")).filter(|t| !t.is_empty()).unwrap_or(contest.id.as_str()),
            election_district_id: GpUnit(held_in),
            votes_allowed: 1,
            sub_units_reported: whole.map_or(0, |tally| tally.in_force),
            total_sub_units: expected,
            count_status: CountStatus::of(expected, expected - awaited),
            contest_selection: snapshot.ballot(record).zip(1..).map(|of| selection(record, of, &counted)).collect(),
        }],
    }
}

fn candidate<'a>(
    snapshot: &Snapshot<'a>,
    record: &'a ContestRecord,
    candidate: &'a CandidateRecord,
    nominators: &BTreeMap<&'a str, usize>,
) -> Candidate<'a> {
    let number = candidate.registered.number;
    let certified = record.certified_at(snapshot.as_of);
    let elected = certified.is_some_and(|(_, result)| result.elected.contains(&number));
    Candidate {
        id: of_candidate("candidate", &record.contest.id, number),
        ballot_name: Text::of(&candidate.registered.names, ""),
        party_id: nominator(candidate).and_then(|name| nominators.get(name)).map(|at| party(*at)),
        pre_election_status: if candidate.on_ballot(snapshot.as_of) { "qualified" } else { "withdrawn" },
        post_election_status: elected.then_some("winner"),
    }
}

/// A unit that is counted, and what it comes to.
type Counted<'a, 't> = (&'a UnitId, &'t ContestTally);

fn selection<'a>(
    record: &ContestRecord,
    (candidate, order): (&CandidateRecord, u16),
    counted: &[Counted<'a, '_>],
) -> CandidateSelection<'a> {
    let number = candidate.registered.number;
    let votes = |(unit, tally): &Counted<'a, '_>| {
        let count = votes_of(tally, number)?.0;
        Some(VoteCounts { gp_unit_id: GpUnit(unit), r#type: CountItemType::Total, count })
    };
    CandidateSelection {
        id: of_candidate("selection", &record.contest.id, number),
        candidate_ids: [of_candidate("candidate", &record.contest.id, number)],
        sequence_order: order,
        vote_counts: counted.iter().filter_map(votes).collect(),
    }
}

fn votes_of(tally: &ContestTally, number: BallotNumber) -> Option<Total> {
    tally.votes.iter().find(|(of, _)| *of == number).and_then(|(_, votes)| *votes)
}

/// The papers cast and rejected in a unit, then every item of the form that a protocol in force has.
fn ballots<'a>(snapshot: &Snapshot<'a>, unit: &'a UnitId, tally: &ContestTally) -> Vec<BallotCounts<'a>> {
    let form = snapshot.form();
    let role = |role| tally.role(form, role);
    let gp_unit_id = GpUnit(unit);
    let total = ballots_cast(form, role).map(|cast| BallotCounts {
        gp_unit_id,
        r#type: CountItemType::Total,
        other_type: None,
        ballots_cast: cast.0,
        ballots_rejected: role(Role::Invalid).map(|rejected| rejected.0),
    });
    let item = |(item, sum): (&'a crate::domain::form::Item, &Option<Total>)| {
        Some(BallotCounts {
            gp_unit_id,
            r#type: CountItemType::Other,
            other_type: Some(item.key.as_str()),
            ballots_cast: (*sum)?.0,
            ballots_rejected: None,
        })
    };
    total.into_iter().chain(form.items.iter().zip(&tally.items).filter_map(item)).collect()
}
