//! What an event says, on one line: unit, contest, and the key facts.

use super::names::{office, outcome, role};
use super::{of, paper};
use crate::domain::Body;
use crate::domain::closing::ResultCertified;
use crate::domain::decision::Decision;
use crate::domain::form::Form;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::manifest::ElectionCalled;
use crate::domain::observer::{CopyContent, CopyFiled};
use crate::domain::protocol::{Figures, ProtocolSubmitted};
use crate::domain::summary::SummarySubmitted;
use crate::domain::text::{Localised, Text};
use crate::text::Lang;
use crate::text::events::{Sums, summary_votes};
use crate::text::figures::{figure, number};
use crate::text::parts::{because, cut, short, shown};

pub fn line(body: &Body, form: Option<&Form>) -> String {
    match body {
        Body::ElectionCalled(founding) => election(founding),
        Body::ContestCalled(called) => {
            let contest = &called.contest;
            let whole = contest.unit.as_ref().map_or("the whole election", UnitId::as_str);
            format!("{}: contest for {whole}, {}", contest.id, contest.polling_day)
        }
        Body::LogKeyRotated(rotated) => format!("the log's key changes{}", because(&rotated.reason)),
        Body::CommissionFormed(formed) => {
            let under = formed.parent.as_ref().map_or_else(String::new, |parent| format!(" under {parent}"));
            let members = of(formed.members.len(), "member", "members");
            format!("{}: {} commission{under}, {members}, {} must sign", formed.unit, formed.tier, formed.quorum)
        }
        Body::MemberReplaced(replaced) => {
            let member = &replaced.member;
            let who = shown(&member.name);
            let seat = format!("seat {} passes to {who}, {}", member.seat, office(member.office));
            format!("{}: {seat}{}", replaced.unit, because(&replaced.reason))
        }
        Body::KeyRevoked(revoked) => {
            format!("{}: the key of seat {} no longer counts{}", revoked.unit, revoked.seat, because(&revoked.reason))
        }
        Body::NominationApproved(approved) => {
            let by = by(&approved.nominated_by);
            format!("{}: nomination of {}{by} approved", approved.contest, name(&approved.names))
        }
        Body::CandidateRegistered(registered) => {
            let by = by(&registered.nominated_by).replacen(" by", ", nominated by", 1);
            format!("{}: candidate {}, {}{by}", registered.contest, registered.number, name(&registered.names))
        }
        Body::CandidateWithdrawn(withdrawn) => {
            let because = because(&withdrawn.reason);
            format!("{}: candidate {} is off the ballot{because}", withdrawn.contest, withdrawn.number)
        }
        Body::ObserverAccredited(accredited) => {
            let (who, role) = (&accredited.observer, role(accredited.role));
            format!("{}: {who} accredited, {role} of {}", accredited.scope, shown(&accredited.organisation))
        }
        Body::AccreditationWithdrawn(withdrawn) => {
            format!("{}: accreditation withdrawn{}", withdrawn.observer, because(&withdrawn.reason))
        }
        Body::OpeningSealed(sealed) => {
            let items = sealed.items.iter().flatten().count();
            format!("{}: {} sealed before the boxes are opened", paper(&sealed.paper), of(items, "figure", "figures"))
        }
        Body::TurnoutReported(report) => {
            format!("{}: {} voters at {}", paper(&report.paper), figure(report.voters.0.into()), report.as_of)
        }
        Body::ProtocolSubmitted(submitted) => format!("{}: {}", paper(&submitted.paper), protocol(submitted, form)),
        Body::ProtocolCorrected(corrected) => format!(
            "{}: correction, {}{}",
            paper(&corrected.protocol.paper),
            protocol(&corrected.protocol, form),
            because(&corrected.reason)
        ),
        Body::ProtocolAnnulled(annulled) => {
            let decided = decided(&annulled.decision);
            format!("{}: protocol annulled{decided}{}", paper(&annulled.paper), because(&annulled.reason))
        }
        Body::VotingFailed(failed) => {
            let decided = decided(&failed.decision);
            format!("{}: the voting failed{decided}{}", paper(&failed.paper), because(&failed.reason))
        }
        Body::RepeatVotingCalled(repeat) => {
            format!("{}: voting again on {}{}", paper(&repeat.paper), repeat.day, because(&repeat.reason))
        }
        Body::SummarySubmitted(submitted) => summary(submitted, ""),
        Body::SummaryCorrected(corrected) => {
            format!("{}{}", summary(&corrected.summary, "corrected "), because(&corrected.reason))
        }
        Body::CopyFiled(filed) => copy(filed, form),
        Body::ComplaintFiled(filed) => {
            format!("complaint against event {}: {}", short(&filed.against), shown(&filed.subject))
        }
        Body::ComplaintDecided(decision) => {
            let (complaint, outcome) = (short(&decision.complaint), outcome(decision.outcome));
            format!("complaint {complaint}: {outcome}{}{}", decided(&decision.decision), because(&decision.reason))
        }
        Body::ResultCertified(certified) => result(certified),
        Body::LedgerClosed(closed) => format!("the ledger is closed{}", decided(&closed.decision)),
    }
}

fn election(founding: &ElectionCalled) -> String {
    let manifest = &founding.manifest;
    let rehearsal = if manifest.rehearsal { ", a rehearsal" } else { "" };
    let contests = of(manifest.contests.len(), "contest", "contests");
    let unit = &founding.commission.unit;
    format!("{unit}: {}, {}, {contests}{rehearsal}", name(&manifest.title), manifest.polling_day)
}

fn protocol(protocol: &ProtocolSubmitted, form: Option<&Form>) -> String {
    let mut facts = vec![format!("protocol, {}", figures(&protocol.figures, form))];
    if !protocol.dissent.is_empty() {
        facts.push(of(protocol.dissent.len(), "member dissents", "members dissent"));
    }
    if !protocol.attachments.is_empty() {
        facts.push(of(protocol.attachments.len(), "attachment", "attachments"));
    }
    facts.join(", ")
}

/// `598 voters, 553 votes for 25 candidates, 12 invalid`
fn figures(figures: &Figures, form: Option<&Form>) -> String {
    let sums = Sums::of(figures, form);
    let voters = sums.voters.map(|voters| format!("{} voters", number(voters)));
    let candidates = of(sums.candidates, "candidate", "candidates");
    let invalid = sums.invalid.map(|invalid| format!("{} invalid", number(invalid)));
    let votes = format!("{} votes for {candidates}", number(sums.votes));
    voters.into_iter().chain([votes]).chain(invalid).collect::<Vec<_>>().join(", ")
}

fn summary(summary: &SummarySubmitted, corrected: &str) -> String {
    let counters = summary.counters;
    let (used, units) = (figure(counters.taken_as_basis.into()), figure(counters.units.into()));
    let (unit, votes) = (at(&summary.unit, &summary.contest), number(summary_votes(summary)));
    format!("{unit}: {corrected}summary of {used} protocols from {units} units, {votes} votes")
}

fn copy(copy: &CopyFiled, form: Option<&Form>) -> String {
    let paper = paper(&copy.paper);
    match &copy.content {
        CopyContent::Handed { figures: handed, .. } => format!("{paper}: observer's copy, {}", figures(handed, form)),
        CopyContent::Refused { reason } => format!("{paper}: an observer was refused a copy{}", because(reason)),
    }
}

fn result(certified: &ResultCertified) -> String {
    let elected: Vec<_> = certified.elected.iter().map(ToString::to_string).collect();
    let who = match elected.as_slice() {
        [] => "nobody elected".to_owned(),
        [one] => format!("candidate {one} elected"),
        many => format!("candidates {} elected", many.join(", ")),
    };
    let (body, decided) = (by(&certified.body), decided(&certified.decision));
    format!("{}: result certified{body}{decided}, {who}", certified.contest)
}

fn at(unit: &UnitId, contest: &ContestId) -> String {
    format!("{unit}, {contest}")
}

fn name(names: &Localised) -> String {
    cut(names.in_language(Lang::En.code()))
}

fn by(who: &Text) -> String {
    if who.is_empty() { String::new() } else { format!(" by {}", shown(who)) }
}

fn decided(decision: &Decision) -> String {
    let reference = &decision.reference;
    if reference.is_empty() { String::new() } else { format!(" by decision {}", shown(reference)) }
}
