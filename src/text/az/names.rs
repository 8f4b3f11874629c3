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
        Kind::ElectionCalled => "seçki təyin edilib",
        Kind::ContestCalled => "seçki yarışı təyin edilib",
        Kind::LogKeyRotated => "jurnalın açarı dəyişdirilib",
        Kind::CommissionFormed => "komissiya yaradılıb",
        Kind::MemberReplaced => "üzv əvəz edilib",
        Kind::KeyRevoked => "üzvün açarı geri götürülüb",
        Kind::NominationApproved => "namizədliyin irəli sürülməsi təsdiq edilib",
        Kind::CandidateRegistered => "namizəd qeydə alınıb",
        Kind::CandidateWithdrawn => "namizəd bülletendən çıxarılıb",
        Kind::ObserverAccredited => "müşahidəçi akkreditasiya olunub",
        Kind::AccreditationWithdrawn => "akkreditasiya geri götürülüb",
        Kind::OpeningSealed => "açılış rəqəmləri möhürlənib",
        Kind::TurnoutReported => "seçici fəallığı bildirilib",
        Kind::ProtocolSubmitted => "protokol təqdim edilib",
        Kind::ProtocolCorrected => "protokol düzəldilib",
        Kind::ProtocolAnnulled => "protokol ləğv edilib",
        Kind::VotingFailed => "səsvermə baş tutmayıb",
        Kind::RepeatVotingCalled => "təkrar səsvermə təyin edilib",
        Kind::SummarySubmitted => "ümumi protokol təqdim edilib",
        Kind::SummaryCorrected => "ümumi protokol düzəldilib",
        Kind::CopyFiled => "müşahidəçinin surəti təqdim edilib",
        Kind::ComplaintFiled => "şikayət verilib",
        Kind::ComplaintDecided => "şikayət üzrə qərar verilib",
        Kind::ResultCertified => "nəticə təsdiq edilib",
        Kind::LedgerClosed => "reyestr bağlanıb",
    }
}

/// Whose signatures make a statement of this kind, after "Bunun imzalanması tələb olunur:".
pub fn signers(kind: Kind) -> &'static str {
    match kind {
        Kind::ElectionCalled => "Mərkəzi Seçki Komissiyasının təsisçi üzvlərinin yetərsayı",
        Kind::ContestCalled
        | Kind::NominationApproved
        | Kind::CandidateRegistered
        | Kind::CandidateWithdrawn
        | Kind::ResultCertified
        | Kind::LedgerClosed => "Mərkəzi Seçki Komissiyasının yetərsayı",
        Kind::LogKeyRotated => "Mərkəzi Seçki Komissiyasının yetərsayı, həmçinin jurnalın köhnə və yeni açarı",
        Kind::CommissionFormed => "yeni vahiddən yuxarıdakı komissiyanın yetərsayı",
        Kind::MemberReplaced | Kind::KeyRevoked => {
            "bilavasitə yuxarıdakı komissiyanın yetərsayı; Mərkəzi Seçki Komissiyası bunu özü üçün özü edir"
        }
        Kind::ObserverAccredited | Kind::AccreditationWithdrawn => {
            "Mərkəzi Seçki Komissiyasının və ya öz ərazisi üçün onunla məntəqələr arasındakı komissiyanın yetərsayı"
        }
        Kind::OpeningSealed | Kind::ProtocolSubmitted => "məntəqənin öz komissiyasının yetərsayı",
        Kind::TurnoutReported => "məntəqənin öz komissiyasında təsis aktının fəallıq məlumatı üçün göstərdiyi şəxs",
        Kind::ProtocolCorrected => "məntəqənin öz komissiyasının və ya bilavasitə yuxarıdakı komissiyanın yetərsayı",
        Kind::ProtocolAnnulled | Kind::VotingFailed | Kind::RepeatVotingCalled => {
            "məntəqədən yuxarıdakı komissiyanın yetərsayı"
        }
        Kind::SummarySubmitted | Kind::SummaryCorrected => "ümumi protokolun aid olduğu komissiyanın yetərsayı",
        Kind::CopyFiled | Kind::ComplaintFiled => {
            "akkreditasiya olunmuş bir müşahidəçi və ya nümayəndə, akkreditasiyasının açarı ilə"
        }
        Kind::ComplaintDecided => "bir komissiyanın yetərsayı",
    }
}

pub fn standing(standing: PaperStatus<()>) -> &'static str {
    match standing {
        PaperStatus::Awaited => "gözlənilir",
        PaperStatus::Opened => "açılış möhürlənib",
        PaperStatus::Reported(()) => "protokol qüvvədədir",
        PaperStatus::Annulled => "ləğv edilib",
        PaperStatus::Failed => "səsvermə baş tutmayıb",
    }
}

pub fn step(step: &PaperEvent) -> &'static str {
    match step {
        PaperEvent::Opened(_) => "açılış bəndləri möhürlənib",
        PaperEvent::Reported(_) => "protokol",
        PaperEvent::Corrected(_) => "düzəliş",
        PaperEvent::Annulled(_) => "ləğv edilib",
        PaperEvent::Failed(_) => "səsvermə baş tutmayıb",
        PaperEvent::RepeatCalled(_) => "təkrar səsvermə təyin edilib",
    }
}

pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Verified => "TƏSDİQLƏNDİ",
        Verdict::Insufficient => "KİFAYƏT DEYİL",
        Verdict::Unreadable => "MÜƏYYƏN EDİLMƏDİ",
        Verdict::Failed => "TƏSDİQLƏNMƏDİ",
    }
}

pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "uyğunsuzluq",
        Severity::Warning => "qeyri-adi",
    }
}

pub fn office(office: Office) -> &'static str {
    match office {
        Office::Chair => "sədr",
        Office::Deputy => "sədr müavini",
        Office::Secretary => "katib",
        Office::Member => "üzv",
    }
}

/// How far a paper is, as a clause.
pub fn phase(phase: PaperStatus) -> &'static str {
    match phase {
        PaperStatus::Awaited => "hələ heç nə daxil olmayıb",
        PaperStatus::Opened => "açılış rəqəmləri möhürlənib, protokol daxil olmayıb",
        PaperStatus::Reported(_) => "protokol qüvvədədir",
        PaperStatus::Annulled => "protokol ləğv edilib",
        PaperStatus::Failed => "səsvermə baş tutmayıb",
    }
}

pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Upheld => "təmin edilib",
        Outcome::UpheldInPart => "qismən təmin edilib",
        Outcome::Rejected => "rədd edilib",
        Outcome::NotHeard => "baxılmamış saxlanılıb",
    }
}

pub fn role(role: ObserverRole) -> &'static str {
    match role {
        ObserverRole::International => "beynəlxalq müşahidəçi",
        ObserverRole::Domestic => "yerli müşahidəçi",
        ObserverRole::Agent => "namizədin və ya partiyanın nümayəndəsi",
        ObserverRole::Media => "kütləvi informasiya vasitəsi",
    }
}
