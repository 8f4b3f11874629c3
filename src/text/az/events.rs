//! What an event says, on one line: unit, contest, and the key facts.

use super::names::{office, outcome, role};
use super::paper;
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
use crate::text::figures::{count, figure, number};
use crate::text::parts::{because, cut, short, shown};

pub fn line(body: &Body, form: Option<&Form>) -> String {
    match body {
        Body::ElectionCalled(founding) => election(founding),
        Body::ContestCalled(called) => {
            let contest = &called.contest;
            let whole = contest.unit.as_ref().map_or("bütün seçki", UnitId::as_str);
            format!("{}: seçki yarışı, ərazi: {whole}, {}", contest.id, contest.polling_day)
        }
        Body::LogKeyRotated(rotated) => format!("jurnalın açarı dəyişir{}", because(&rotated.reason)),
        Body::CommissionFormed(formed) => {
            let under = formed.parent.as_ref().map_or_else(String::new, |parent| format!(", yuxarı vahid {parent}"));
            let members = count(formed.members.len());
            format!(
                "{}: {} komissiyası{under}, {members} üzv, {} nəfər imzalamalıdır",
                formed.unit, formed.tier, formed.quorum
            )
        }
        Body::MemberReplaced(replaced) => {
            let member = &replaced.member;
            let who = shown(&member.name);
            let seat = format!("{} nömrəli yerin yeni sahibi: {who}, {}", member.seat, office(member.office));
            format!("{}: {seat}{}", replaced.unit, because(&replaced.reason))
        }
        Body::KeyRevoked(revoked) => {
            let because = because(&revoked.reason);
            format!("{}: {} nömrəli yerin açarı artıq qüvvədə deyil{because}", revoked.unit, revoked.seat)
        }
        Body::NominationApproved(approved) => {
            let by = nominated(&approved.nominated_by);
            format!("{}: namizədliyin irəli sürülməsi təsdiq edilib: {}{by}", approved.contest, name(&approved.names))
        }
        Body::CandidateRegistered(registered) => {
            let by = nominated(&registered.nominated_by);
            format!("{}: namizəd № {}, {}{by}", registered.contest, registered.number, name(&registered.names))
        }
        Body::CandidateWithdrawn(withdrawn) => {
            let because = because(&withdrawn.reason);
            format!("{}: namizəd № {} bülletendən çıxarılıb{because}", withdrawn.contest, withdrawn.number)
        }
        Body::ObserverAccredited(accredited) => {
            let (who, role) = (&accredited.observer, role(accredited.role));
            let organisation = shown(&accredited.organisation);
            format!("{}: {who} akkreditasiya olunub, {role}, təşkilat: {organisation}", accredited.scope)
        }
        Body::AccreditationWithdrawn(withdrawn) => {
            format!("{}: akkreditasiya geri götürülüb{}", withdrawn.observer, because(&withdrawn.reason))
        }
        Body::OpeningSealed(sealed) => {
            let items = count(sealed.items.iter().flatten().count());
            format!("{}: qutular açılmazdan əvvəl {items} rəqəm möhürlənib", paper(&sealed.paper))
        }
        Body::TurnoutReported(report) => {
            format!("{}: saat {}, {} seçici", paper(&report.paper), report.as_of, figure(report.voters.0.into()))
        }
        Body::ProtocolSubmitted(submitted) => format!("{}: {}", paper(&submitted.paper), protocol(submitted, form)),
        Body::ProtocolCorrected(corrected) => format!(
            "{}: düzəliş, {}{}",
            paper(&corrected.protocol.paper),
            protocol(&corrected.protocol, form),
            because(&corrected.reason)
        ),
        Body::ProtocolAnnulled(annulled) => {
            let decided = decided(&annulled.decision);
            format!("{}: protokol ləğv edilib{decided}{}", paper(&annulled.paper), because(&annulled.reason))
        }
        Body::VotingFailed(failed) => {
            let decided = decided(&failed.decision);
            format!("{}: səsvermə baş tutmayıb{decided}{}", paper(&failed.paper), because(&failed.reason))
        }
        Body::RepeatVotingCalled(repeat) => {
            format!("{}: təkrar səsvermə günü {}{}", paper(&repeat.paper), repeat.day, because(&repeat.reason))
        }
        Body::SummarySubmitted(submitted) => summary(submitted, ""),
        Body::SummaryCorrected(corrected) => {
            format!("{}{}", summary(&corrected.summary, "düzəldilmiş "), because(&corrected.reason))
        }
        Body::CopyFiled(filed) => copy(filed, form),
        Body::ComplaintFiled(filed) => {
            format!("şikayət, hadisə {}: {}", short(&filed.against), shown(&filed.subject))
        }
        Body::ComplaintDecided(decision) => {
            let (complaint, outcome) = (short(&decision.complaint), outcome(decision.outcome));
            format!("şikayət {complaint}: {outcome}{}{}", decided(&decision.decision), because(&decision.reason))
        }
        Body::ResultCertified(certified) => result(certified),
        Body::LedgerClosed(closed) => format!("reyestr bağlanıb{}", decided(&closed.decision)),
    }
}

fn election(founding: &ElectionCalled) -> String {
    let manifest = &founding.manifest;
    let rehearsal = if manifest.rehearsal { ", sınaq" } else { "" };
    let contests = count(manifest.contests.len());
    let unit = &founding.commission.unit;
    format!("{unit}: {}, {}, {contests} seçki yarışı{rehearsal}", name(&manifest.title), manifest.polling_day)
}

fn protocol(protocol: &ProtocolSubmitted, form: Option<&Form>) -> String {
    let mut facts = vec![format!("protokol, {}", figures(&protocol.figures, form))];
    if !protocol.dissent.is_empty() {
        facts.push(format!("{} üzvün xüsusi rəyi", count(protocol.dissent.len())));
    }
    if !protocol.attachments.is_empty() {
        facts.push(format!("{} əlavə", count(protocol.attachments.len())));
    }
    facts.join(", ")
}

/// `598 seçici, 25 namizədə 553 səs, 12 etibarsız`
fn figures(figures: &Figures, form: Option<&Form>) -> String {
    let sums = Sums::of(figures, form);
    let voters = sums.voters.map(|voters| format!("{} seçici", number(voters)));
    let invalid = sums.invalid.map(|invalid| format!("{} etibarsız", number(invalid)));
    let votes = format!("{} namizədə {} səs", count(sums.candidates), number(sums.votes));
    voters.into_iter().chain([votes]).chain(invalid).collect::<Vec<_>>().join(", ")
}

fn summary(summary: &SummarySubmitted, corrected: &str) -> String {
    let counters = summary.counters;
    let (used, units) = (figure(counters.taken_as_basis.into()), figure(counters.units.into()));
    let (unit, votes) = (at(&summary.unit, &summary.contest), number(summary_votes(summary)));
    format!("{unit}: {corrected}ümumi protokol, {units} vahiddən {used} protokol, {votes} səs")
}

fn copy(copy: &CopyFiled, form: Option<&Form>) -> String {
    let paper = paper(&copy.paper);
    match &copy.content {
        CopyContent::Handed { figures: handed, .. } => {
            format!("{paper}: müşahidəçinin surəti, {}", figures(handed, form))
        }
        CopyContent::Refused { reason } => format!("{paper}: müşahidəçiyə surət verilməyib{}", because(reason)),
    }
}

fn result(certified: &ResultCertified) -> String {
    let elected: Vec<_> = certified.elected.iter().map(ToString::to_string).collect();
    let who = match elected.as_slice() {
        [] => "heç kim seçilməyib".to_owned(),
        [one] => format!("namizəd № {one} seçilib"),
        many => format!("seçilmiş namizədlərin nömrələri: {}", many.join(", ")),
    };
    let body = &certified.body;
    let body = if body.is_empty() { String::new() } else { format!(", təsdiq edən: {}", shown(body)) };
    format!("{}: nəticə təsdiq edilib{body}{}, {who}", certified.contest, decided(&certified.decision))
}

fn at(unit: &UnitId, contest: &ContestId) -> String {
    format!("{unit}, {contest}")
}

fn name(names: &Localised) -> String {
    cut(names.in_language(Lang::Az.code()))
}

fn nominated(by: &Text) -> String {
    if by.is_empty() { String::new() } else { format!(", irəli sürən: {}", shown(by)) }
}

fn decided(decision: &Decision) -> String {
    let reference = &decision.reference;
    if reference.is_empty() { String::new() } else { format!(", qərar {}", shown(reference)) }
}
