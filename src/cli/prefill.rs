//! Remarks for whoever fills in a draft: who holds the seats, and who stands on the ballot.

use super::output::Output;
use super::words::papers;
use crate::clerk::background::Background;
use crate::clerk::draft::Subject;
use crate::domain::id::ContestId;
use crate::domain::manifest::Tier;
use crate::domain::statement::Kind;
use crate::tally::record::UnitRecord;
use crate::tally::totals::tallies;
use crate::text::{self, Lang};

/// What stands in the ledger and helps to fill in the rest: remarks, which are no part of what is said.
pub fn notes(kind: Kind, subject: &Subject, background: &Background, output: &Output) -> Vec<String> {
    let unit = subject.unit.as_ref().and_then(|unit| background.model.units().get(unit));
    let complaint = subject.event.and_then(|event| background.model.complaints().get(&event));
    let lang = output.lang;
    match kind {
        Kind::CommissionFormed => tiers(lang, background),
        Kind::MemberReplaced | Kind::KeyRevoked => unit.map_or_else(Vec::new, |record| seats(record, output)),
        Kind::CandidateWithdrawn | Kind::ResultCertified => {
            subject.contest.as_ref().map_or_else(Vec::new, |contest| ballot(kind, contest, background, output))
        }
        Kind::ComplaintDecided => complaint
            .map(|record| say!(lang, papers::paper_note_complaint { subject: record.filed.subject.as_str() }))
            .into_iter()
            .collect(),
        _ => Vec::new(),
    }
}

/// How large a commission is, by its tier.
fn tiers(lang: Lang, background: &Background) -> Vec<String> {
    let manifest = background.model.election().map(|election| &election.founding.manifest);
    let below = manifest.into_iter().flat_map(|manifest| manifest.tiers.iter().skip(1));
    let line = |tier: &Tier| {
        let Tier { name, members, quorum, .. } = tier;
        say!(lang, papers::paper_note_tier { tier: name, members: *members, quorum: *quorum })
    };
    below.map(line).collect()
}

/// Who holds each seat, with the key that would be revoked.
fn seats(record: &UnitRecord, output: &Output) -> Vec<String> {
    let in_force = record.seated_now();
    let line = |member: crate::domain::commission::Member| {
        let (name, office) = (member.name.as_str(), text::office(output.lang, member.office));
        say!(output.lang, papers::paper_note_seat { seat: member.seat, name, office, key: member.key.to_string() })
    };
    in_force.map(line).collect()
}

/// Who stands on the ballot; for a result, with the votes of the protocols in force.
fn ballot(kind: Kind, contest: &ContestId, background: &Background, output: &Output) -> Vec<String> {
    let model = &background.model;
    let Some(record) = model.contests().get(contest) else { return Vec::new() };
    let sums = match (kind, model.held_in(&record.contest)) {
        (Kind::ResultCertified, Some(unit)) => tallies(model, contest, background.state.size()).remove(unit),
        _ => None,
    };
    let standing = record.candidates.iter().filter(|candidate| candidate.withdrawn.is_none());
    let line = |candidate: &crate::tally::record::CandidateRecord| {
        let (number, names) = (candidate.registered.number, &candidate.registered.names);
        let votes = sums.as_ref().and_then(|sums| sums.votes.iter().find(|(n, _)| *n == number)?.1);
        let votes = votes.map_or_else(String::new, |votes| format!(": {}", text::number(output.lang, votes.0)));
        format!("{:02} {}{votes}", number.0, names.in_language(&output.lang.to_string()))
    };
    standing.map(line).collect()
}
