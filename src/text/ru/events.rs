//! What an event says, on one line: unit, contest, and the key facts.

use super::names::{office, outcome, role};
use super::{Forms, MEMBERS, VOTERS, of, of_sum, paper};
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
use crate::text::figures::number;
use crate::text::parts::{because, cut, short, shown};

const CONTESTS: Forms = ["состязание", "состязания", "состязаний"];
const VOTES: Forms = ["голос", "голоса", "голосов"];
const FOR_CANDIDATES: Forms = ["кандидата", "кандидатов", "кандидатов"];
const FIGURES: Forms = ["цифра опечатана", "цифры опечатаны", "цифр опечатано"];
const DISSENTS: Forms = ["особое мнение", "особых мнения", "особых мнений"];
const ATTACHMENTS: Forms = ["приложение", "приложения", "приложений"];
const OF_PROTOCOLS: Forms = ["протоколу", "протоколам", "протоколам"];
const OF_UNITS: Forms = ["территории", "территорий", "территорий"];

pub fn line(body: &Body, form: Option<&Form>) -> String {
    match body {
        Body::ElectionCalled(founding) => election(founding),
        Body::ContestCalled(called) => {
            let contest = &called.contest;
            let whole = contest.unit.as_ref().map_or("все выборы", UnitId::as_str);
            format!("{}: состязание, территория: {whole}, {}", contest.id, contest.polling_day)
        }
        Body::LogKeyRotated(rotated) => format!("ключ журнала меняется{}", because(&rotated.reason)),
        Body::CommissionFormed(formed) => {
            let under = formed.parent.as_ref().map_or_else(String::new, |parent| format!(" в составе {parent}"));
            let members = of(formed.members.len(), MEMBERS);
            format!(
                "{}: комиссия уровня {}{under}, {members}, подписать должны не менее {}",
                formed.unit, formed.tier, formed.quorum
            )
        }
        Body::MemberReplaced(replaced) => {
            let member = &replaced.member;
            let who = shown(&member.name);
            let seat = format!("место № {} переходит: {who}, {}", member.seat, office(member.office));
            format!("{}: {seat}{}", replaced.unit, because(&replaced.reason))
        }
        Body::KeyRevoked(revoked) => {
            let because = because(&revoked.reason);
            format!("{}: ключ места № {} больше не действует{because}", revoked.unit, revoked.seat)
        }
        Body::NominationApproved(approved) => {
            let by = nominated(&approved.nominated_by);
            format!("{}: выдвижение утверждено: {}{by}", approved.contest, name(&approved.names))
        }
        Body::CandidateRegistered(registered) => {
            let by = nominated(&registered.nominated_by);
            format!("{}: кандидат № {}, {}{by}", registered.contest, registered.number, name(&registered.names))
        }
        Body::CandidateWithdrawn(withdrawn) => {
            let because = because(&withdrawn.reason);
            format!("{}: кандидат № {} исключён из бюллетеня{because}", withdrawn.contest, withdrawn.number)
        }
        Body::ObserverAccredited(accredited) => {
            let (who, role) = (&accredited.observer, role(accredited.role));
            let organisation = shown(&accredited.organisation);
            format!("{}: {who}, аккредитация: {role}, организация: {organisation}", accredited.scope)
        }
        Body::AccreditationWithdrawn(withdrawn) => {
            format!("{}: аккредитация отозвана{}", withdrawn.observer, because(&withdrawn.reason))
        }
        Body::OpeningSealed(sealed) => {
            let items = of(sealed.items.iter().flatten().count(), FIGURES);
            format!("{}: {items} до вскрытия ящиков", paper(&sealed.paper))
        }
        Body::TurnoutReported(report) => {
            format!("{}: {} на {}", paper(&report.paper), of(report.voters.0, VOTERS), report.as_of)
        }
        Body::ProtocolSubmitted(submitted) => format!("{}: {}", paper(&submitted.paper), protocol(submitted, form)),
        Body::ProtocolCorrected(corrected) => format!(
            "{}: исправление, {}{}",
            paper(&corrected.protocol.paper),
            protocol(&corrected.protocol, form),
            because(&corrected.reason)
        ),
        Body::ProtocolAnnulled(annulled) => {
            let decided = decided(&annulled.decision);
            format!("{}: протокол аннулирован{decided}{}", paper(&annulled.paper), because(&annulled.reason))
        }
        Body::VotingFailed(failed) => {
            let decided = decided(&failed.decision);
            format!("{}: голосование не состоялось{decided}{}", paper(&failed.paper), because(&failed.reason))
        }
        Body::RepeatVotingCalled(repeat) => {
            format!("{}: повторное голосование {}{}", paper(&repeat.paper), repeat.day, because(&repeat.reason))
        }
        Body::SummarySubmitted(submitted) => summary(submitted, ""),
        Body::SummaryCorrected(corrected) => {
            format!("{}{}", summary(&corrected.summary, "исправленный "), because(&corrected.reason))
        }
        Body::CopyFiled(filed) => copy(filed, form),
        Body::ComplaintFiled(filed) => {
            format!("жалоба на событие {}: {}", short(&filed.against), shown(&filed.subject))
        }
        Body::ComplaintDecided(decision) => {
            let (complaint, outcome) = (short(&decision.complaint), outcome(decision.outcome));
            format!("жалоба {complaint}: {outcome}{}{}", decided(&decision.decision), because(&decision.reason))
        }
        Body::ResultCertified(certified) => result(certified),
        Body::LedgerClosed(closed) => format!("реестр закрыт{}", decided(&closed.decision)),
    }
}

fn election(founding: &ElectionCalled) -> String {
    let manifest = &founding.manifest;
    let rehearsal = if manifest.rehearsal { ", репетиция" } else { "" };
    let contests = of(manifest.contests.len(), CONTESTS);
    let unit = &founding.commission.unit;
    format!("{unit}: {}, {}, {contests}{rehearsal}", name(&manifest.title), manifest.polling_day)
}

fn protocol(protocol: &ProtocolSubmitted, form: Option<&Form>) -> String {
    let mut facts = vec![format!("протокол, {}", figures(&protocol.figures, form))];
    if !protocol.dissent.is_empty() {
        facts.push(of(protocol.dissent.len(), DISSENTS));
    }
    if !protocol.attachments.is_empty() {
        facts.push(of(protocol.attachments.len(), ATTACHMENTS));
    }
    facts.join(", ")
}

/// `598 избирателей, 553 голоса за 25 кандидатов, недействительных 12`
fn figures(figures: &Figures, form: Option<&Form>) -> String {
    let sums = Sums::of(figures, form);
    let voters = sums.voters.map(|voters| of_sum(voters, VOTERS));
    let invalid = sums.invalid.map(|invalid| format!("недействительных {}", number(invalid)));
    let votes = format!("{} за {}", of_sum(sums.votes, VOTES), of(sums.candidates, FOR_CANDIDATES));
    voters.into_iter().chain([votes]).chain(invalid).collect::<Vec<_>>().join(", ")
}

fn summary(summary: &SummarySubmitted, corrected: &str) -> String {
    let counters = summary.counters;
    let (used, units) = (of(counters.taken_as_basis, OF_PROTOCOLS), of(counters.units, OF_UNITS));
    let (unit, votes) = (at(&summary.unit, &summary.contest), of_sum(summary_votes(summary), VOTES));
    format!("{unit}: {corrected}сводный протокол по {used} из {units}, {votes}")
}

fn copy(copy: &CopyFiled, form: Option<&Form>) -> String {
    let paper = paper(&copy.paper);
    match &copy.content {
        CopyContent::Handed { figures: handed, .. } => format!("{paper}: копия наблюдателя, {}", figures(handed, form)),
        CopyContent::Refused { reason } => format!("{paper}: наблюдателю отказали в копии{}", because(reason)),
    }
}

fn result(certified: &ResultCertified) -> String {
    let elected: Vec<_> = certified.elected.iter().map(ToString::to_string).collect();
    let who = match elected.as_slice() {
        [] => "никто не избран".to_owned(),
        [one] => format!("избран кандидат № {one}"),
        many => format!("избраны кандидаты № {}", many.join(", ")),
    };
    let body = &certified.body;
    let body = if body.is_empty() { String::new() } else { format!(", утвердил: {}", shown(body)) };
    format!("{}: результат утверждён{body}{}, {who}", certified.contest, decided(&certified.decision))
}

fn at(unit: &UnitId, contest: &ContestId) -> String {
    format!("{unit}, {contest}")
}

fn name(names: &Localised) -> String {
    cut(names.in_language(Lang::Ru.code()))
}

fn nominated(by: &Text) -> String {
    if by.is_empty() { String::new() } else { format!(", выдвинут: {}", shown(by)) }
}

fn decided(decision: &Decision) -> String {
    let reference = &decision.reference;
    if reference.is_empty() { String::new() } else { format!(", решение {}", shown(reference)) }
}
