//! What a ledger knows of a draft before anybody types: the version that is corrected, the sums that are summarised, and
//! for whoever fills in the rest, who holds the seats and who stands on the ballot.

use super::failure::Failure;
use super::output::Output;
use crate::domain::decision::Decision;
use crate::domain::id::{ContestId, EventHash, UnitId};
use crate::domain::protocol::ProtocolCorrected;
use crate::domain::summary::{SummaryCorrected, SummarySubmitted};
use crate::domain::text::Text;
use crate::domain::{Body, Kind};
use crate::service::kit::{Background, Origin};
use crate::tally::record::UnitRecord;
use crate::tally::summaries::recompute;
use crate::tally::tallies;
use crate::text;

/// What a draft is about, as far as it was named.
#[derive(Debug, Default)]
pub struct Subject {
    pub contest: Option<ContestId>,
    pub unit: Option<UnitId>,
    pub event: Option<EventHash>,
}

/// A statement that follows from the ledger but for what a person changes in it; none where nothing follows.
pub fn whole(kind: Kind, subject: &Subject, background: &Background) -> Result<Option<Body>, Failure> {
    let (Some(contest), Some(unit)) = (&subject.contest, &subject.unit) else { return Ok(None) };
    match kind {
        Kind::ProtocolCorrected => Ok(correction(contest, unit, subject.event, background)),
        Kind::SummarySubmitted => {
            let summary = recomputed(contest, unit, &[], background)?;
            Ok(Some(Body::SummarySubmitted(summary)))
        }
        Kind::SummaryCorrected => summary_correction(contest, unit, background).map(Some),
        _ => Ok(None),
    }
}

/// The protocol in force, to be changed where it is wrong: what nobody changes stays as it was signed. Another version
/// than the one in force has nothing to be filled in from.
fn correction(contest: &ContestId, unit: &UnitId, event: Option<EventHash>, background: &Background) -> Option<Body> {
    let paper = background.model.paper(contest, unit)?;
    let (provenance, protocol) = paper.at(background.state.size()).in_force?;
    event.is_none_or(|event| event == provenance.event).then(|| {
        Body::ProtocolCorrected(ProtocolCorrected {
            replaces: provenance.event,
            reason: Text::default(),
            decision: undecided(),
            protocol: protocol.clone(),
        })
    })
}

/// A summary is prepared from the ledger, for its members to compare with their own paper.
fn recomputed(
    contest: &ContestId,
    unit: &UnitId,
    left_out: &[UnitId],
    background: &Background,
) -> Result<SummarySubmitted, Failure> {
    if background.origin == Origin::Kit {
        let act = "leave --kit out, and name the ledger with --ledger DIR: a kit has no protocols to sum";
        return Err(Failure::usage("a summary is drafted from the ledger", act));
    }
    let size = background.state.size();
    let missing =
        || Failure::not_found(format!("{unit} has no summary in {contest}"), "name a unit above the lowest tier");
    let recomputed = recompute(&background.model, contest, unit, size, left_out).ok_or_else(missing)?;
    Ok(SummarySubmitted {
        contest: contest.clone(),
        unit: unit.clone(),
        totals: recomputed.totals,
        counters: recomputed.counters,
        made_at: size,
        left_out: left_out.to_vec(),
        root: recomputed.root,
        form_serial: Text::default(),
        completed_at: None,
    })
}

/// The summary in force, with the sums of today. It leaves out the units that it left out before, as far as there still
/// is a protocol to leave out.
fn summary_correction(contest: &ContestId, unit: &UnitId, background: &Background) -> Result<Body, Failure> {
    let (model, size) = (&background.model, background.state.size());
    let in_force = model.summary(contest, unit).and_then(|record| record.in_force(size));
    let Some((provenance, summary)) = in_force.filter(|_| background.origin == Origin::Ledger) else {
        recomputed(contest, unit, &[], background)?;
        let act = format!("make the first one: protokol draft summary {unit}");
        return Err(Failure::not_found(format!("{unit} has no summary in {contest} to correct"), act));
    };
    let is_reported =
        |unit: &&UnitId| model.paper(contest, unit).is_some_and(|record| record.at(size).in_force.is_some());
    let left_out: Vec<_> = summary.left_out.iter().filter(is_reported).cloned().collect();
    Ok(Body::SummaryCorrected(SummaryCorrected {
        replaces: provenance.event,
        reason: Text::default(),
        decision: undecided(),
        summary: SummarySubmitted {
            form_serial: summary.form_serial.clone(),
            completed_at: summary.completed_at,
            ..recomputed(contest, unit, &left_out, background)?
        },
    }))
}

fn undecided() -> Decision {
    Decision { reference: Text::default(), date: None }
}

/// The event that a draft is about where nobody named one: the protocol in force, or the only complaint that is open.
pub fn event(kind: Kind, subject: &Subject, background: &Background) -> Option<EventHash> {
    let model = &background.model;
    match kind {
        Kind::ProtocolCorrected | Kind::ProtocolAnnulled | Kind::ComplaintFiled => {
            let paper = model.paper(subject.contest.as_ref()?, subject.unit.as_ref()?)?;
            paper.at(background.state.size()).in_force.map(|(provenance, _)| provenance.event)
        }
        Kind::ComplaintDecided => {
            let mut open = model.complaints().iter().filter(|(_, record)| record.decided.is_none());
            open.next().filter(|_| open.next().is_none()).map(|(complaint, _)| *complaint)
        }
        _ => None,
    }
}

/// What stands in the ledger and helps to fill in the rest: remarks, which are no part of what is said.
pub fn notes(kind: Kind, subject: &Subject, background: &Background, output: &Output) -> Vec<String> {
    let unit = subject.unit.as_ref().and_then(|unit| background.model.units().get(unit));
    let complaint = subject.event.and_then(|event| background.model.complaints().get(&event));
    match kind {
        Kind::CommissionFormed => tiers(background),
        Kind::MemberReplaced | Kind::KeyRevoked => unit.map_or_else(Vec::new, |record| seats(record, output)),
        Kind::CandidateWithdrawn | Kind::ResultCertified => {
            subject.contest.as_ref().map_or_else(Vec::new, |contest| ballot(kind, contest, background, output))
        }
        Kind::ComplaintDecided => {
            complaint.map(|record| format!("complaint: {}", record.filed.subject)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// How large a commission is, by its tier.
fn tiers(background: &Background) -> Vec<String> {
    let manifest = background.model.election().map(|election| &election.founding.manifest);
    let below = manifest.into_iter().flat_map(|manifest| manifest.tiers.iter().skip(1));
    below.map(|tier| format!("{}: {} members, quorum {}", tier.name, tier.members, tier.quorum)).collect()
}

/// Who holds each seat, with the key that would be revoked.
fn seats(record: &UnitRecord, output: &Output) -> Vec<String> {
    let in_force = record.members.iter().filter(|member| member.until.is_none()).map(|record| &record.member);
    let line = |member: &crate::domain::commission::Member| {
        format!("seat {}: {}, {}, {}", member.seat, member.name, text::office(output.lang, member.office), member.key)
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

/// The log's key in force, which its change must name.
pub fn log_key(background: &Background) -> Option<Text> {
    background.model.election()?.log_key.parse().ok()
}
