//! What kinds of thing are called.

use crate::domain::Kind;
use crate::domain::commission::Office;
use crate::domain::complaint::Outcome;
use crate::domain::form::Severity;
use crate::domain::observer::ObserverRole;
use crate::domain::paper_status::PaperStatus;
use crate::tally::record::PaperEvent;
use crate::verify::Verdict;

pub fn event_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::ElectionCalled => "выборы назначены",
        Kind::ContestCalled => "состязание назначено",
        Kind::LogKeyRotated => "ключ журнала заменён",
        Kind::CommissionFormed => "комиссия образована",
        Kind::MemberReplaced => "член комиссии заменён",
        Kind::KeyRevoked => "ключ члена комиссии отозван",
        Kind::NominationApproved => "выдвижение утверждено",
        Kind::CandidateRegistered => "кандидат зарегистрирован",
        Kind::CandidateWithdrawn => "кандидат выбыл",
        Kind::ObserverAccredited => "наблюдатель аккредитован",
        Kind::AccreditationWithdrawn => "аккредитация отозвана",
        Kind::OpeningSealed => "начальные данные опечатаны",
        Kind::TurnoutReported => "явка сообщена",
        Kind::ProtocolSubmitted => "протокол подан",
        Kind::ProtocolCorrected => "протокол исправлен",
        Kind::ProtocolAnnulled => "протокол аннулирован",
        Kind::VotingFailed => "голосование не состоялось",
        Kind::RepeatVotingCalled => "повторное голосование назначено",
        Kind::SummarySubmitted => "сводный протокол подан",
        Kind::SummaryCorrected => "сводный протокол исправлен",
        Kind::CopyFiled => "копия наблюдателя подана",
        Kind::ComplaintFiled => "жалоба подана",
        Kind::ComplaintDecided => "решение по жалобе принято",
        Kind::ResultCertified => "результат утверждён",
        Kind::LedgerClosed => "реестр закрыт",
    }
}

/// Whose signatures make a statement of this kind, after "Нужны подписи:".
pub fn signers(kind: Kind) -> &'static str {
    match kind {
        Kind::ElectionCalled => "кворум членов-учредителей центральной комиссии",
        Kind::ContestCalled
        | Kind::NominationApproved
        | Kind::CandidateRegistered
        | Kind::CandidateWithdrawn
        | Kind::ResultCertified
        | Kind::LedgerClosed => "кворум центральной комиссии",
        Kind::LogKeyRotated => "кворум центральной комиссии, а также старый и новый ключ журнала",
        Kind::CommissionFormed => "кворум комиссии, стоящей над новой территорией",
        Kind::MemberReplaced | Kind::KeyRevoked => {
            "кворум непосредственно вышестоящей комиссии; центральная делает это для себя сама"
        }
        Kind::ObserverAccredited | Kind::AccreditationWithdrawn => {
            "кворум центральной комиссии или, для своей территории, комиссии между ней и участками"
        }
        Kind::OpeningSealed | Kind::ProtocolSubmitted => "кворум самой участковой комиссии",
        Kind::TurnoutReported => "тот член участковой комиссии, кого учредительный акт назвал для сообщений о явке",
        Kind::ProtocolCorrected => "кворум самой участковой комиссии или непосредственно вышестоящей",
        Kind::ProtocolAnnulled | Kind::VotingFailed | Kind::RepeatVotingCalled => {
            "кворум комиссии, стоящей над участком"
        }
        Kind::SummarySubmitted | Kind::SummaryCorrected => "кворум комиссии, чей это сводный протокол",
        Kind::CopyFiled | Kind::ComplaintFiled => {
            "один аккредитованный наблюдатель или доверенное лицо, ключом своей аккредитации"
        }
        Kind::ComplaintDecided => "кворум одной комиссии",
    }
}

pub fn standing(standing: PaperStatus<()>) -> &'static str {
    match standing {
        PaperStatus::Awaited => "ожидается",
        PaperStatus::Opened => "начальные данные опечатаны",
        PaperStatus::Reported(()) => "протокол в силе",
        PaperStatus::Annulled => "аннулирован",
        PaperStatus::Failed => "голосование не состоялось",
    }
}

pub fn step(step: &PaperEvent) -> &'static str {
    match step {
        PaperEvent::Opened(_) => "начальные данные опечатаны",
        PaperEvent::Reported(_) => "протокол",
        PaperEvent::Corrected(_) => "исправление",
        PaperEvent::Annulled(_) => "аннулирование",
        PaperEvent::Failed(_) => "голосование не состоялось",
        PaperEvent::RepeatCalled(_) => "повторное голосование назначено",
    }
}

pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Verified => "ПОДТВЕРЖДЕНО",
        Verdict::Insufficient => "НЕДОСТАТОЧНО",
        Verdict::Unreadable => "СУДИТЬ НЕЛЬЗЯ",
        Verdict::Failed => "НЕ ПОДТВЕРЖДЕНО",
    }
}

pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "не сходится",
        Severity::Warning => "необычно",
    }
}

pub fn office(office: Office) -> &'static str {
    match office {
        Office::Chair => "председатель",
        Office::Deputy => "заместитель председателя",
        Office::Secretary => "секретарь",
        Office::Member => "член",
    }
}

/// How far a paper is, as a clause.
pub fn phase(phase: PaperStatus) -> &'static str {
    match phase {
        PaperStatus::Awaited => "ещё ничего не поступило",
        PaperStatus::Opened => "начальные данные опечатаны, протокола нет",
        PaperStatus::Reported(_) => "протокол в силе",
        PaperStatus::Annulled => "протокол аннулирован",
        PaperStatus::Failed => "голосование не состоялось",
    }
}

pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Upheld => "удовлетворена",
        Outcome::UpheldInPart => "удовлетворена частично",
        Outcome::Rejected => "отклонена",
        Outcome::NotHeard => "оставлена без рассмотрения",
    }
}

pub fn role(role: ObserverRole) -> &'static str {
    match role {
        ObserverRole::International => "международный наблюдатель",
        ObserverRole::Domestic => "местный наблюдатель",
        ObserverRole::Agent => "доверенное лицо кандидата или партии",
        ObserverRole::Media => "средство массовой информации",
    }
}
