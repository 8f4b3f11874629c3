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
        Kind::ElectionCalled => "election called",
        Kind::ContestCalled => "contest called",
        Kind::LogKeyRotated => "log key changed",
        Kind::CommissionFormed => "commission formed",
        Kind::MemberReplaced => "member replaced",
        Kind::KeyRevoked => "member's key revoked",
        Kind::NominationApproved => "nomination approved",
        Kind::CandidateRegistered => "candidate registered",
        Kind::CandidateWithdrawn => "candidate withdrawn",
        Kind::ObserverAccredited => "observer accredited",
        Kind::AccreditationWithdrawn => "accreditation withdrawn",
        Kind::OpeningSealed => "opening figures sealed",
        Kind::TurnoutReported => "turnout reported",
        Kind::ProtocolSubmitted => "protocol submitted",
        Kind::ProtocolCorrected => "protocol corrected",
        Kind::ProtocolAnnulled => "protocol annulled",
        Kind::VotingFailed => "voting failed",
        Kind::RepeatVotingCalled => "repeat voting called",
        Kind::SummarySubmitted => "summary submitted",
        Kind::SummaryCorrected => "summary corrected",
        Kind::CopyFiled => "observer's copy filed",
        Kind::ComplaintFiled => "complaint filed",
        Kind::ComplaintDecided => "complaint decided",
        Kind::ResultCertified => "result certified",
        Kind::LedgerClosed => "ledger closed",
    }
}

/// Whose signatures make a statement of this kind, after "Have it signed by".
pub fn signers(kind: Kind) -> &'static str {
    match kind {
        Kind::ElectionCalled => "the quorum of the central commission's founding members",
        Kind::ContestCalled
        | Kind::NominationApproved
        | Kind::CandidateRegistered
        | Kind::CandidateWithdrawn
        | Kind::ResultCertified
        | Kind::LedgerClosed => "the quorum of the central commission",
        Kind::LogKeyRotated => "the quorum of the central commission, and by the old and the new key of the log",
        Kind::CommissionFormed => "the quorum of the commission above the new unit",
        Kind::MemberReplaced | Kind::KeyRevoked => {
            "the quorum of the commission directly above; the central commission does it for itself"
        }
        Kind::ObserverAccredited | Kind::AccreditationWithdrawn => {
            "the quorum of the central commission, or of one between it and the precincts, for its own territory"
        }
        Kind::OpeningSealed | Kind::ProtocolSubmitted => "the quorum of the precinct's own commission",
        Kind::TurnoutReported => "whom the founding act names for turnout reports, in the precinct's own commission",
        Kind::ProtocolCorrected => {
            "the quorum of the precinct's own commission, or of the commission directly above it"
        }
        Kind::ProtocolAnnulled | Kind::VotingFailed | Kind::RepeatVotingCalled => {
            "the quorum of a commission above the precinct"
        }
        Kind::SummarySubmitted | Kind::SummaryCorrected => "the quorum of the commission whose summary it is",
        Kind::CopyFiled | Kind::ComplaintFiled => "one accredited observer or agent, with the key of the accreditation",
        Kind::ComplaintDecided => "the quorum of one commission",
    }
}

pub fn standing(standing: PaperStatus<()>) -> &'static str {
    match standing {
        PaperStatus::Awaited => "awaited",
        PaperStatus::Opened => "opening sealed",
        PaperStatus::Reported(()) => "protocol in force",
        PaperStatus::Annulled => "annulled",
        PaperStatus::Failed => "voting failed",
    }
}

pub fn step(step: &PaperEvent) -> &'static str {
    match step {
        PaperEvent::Opened(_) => "opening items sealed",
        PaperEvent::Reported(_) => "protocol",
        PaperEvent::Corrected(_) => "correction",
        PaperEvent::Annulled(_) => "annulled",
        PaperEvent::Failed(_) => "voting failed",
        PaperEvent::RepeatCalled(_) => "repeat voting called",
    }
}

pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Verified => "VERIFIED",
        Verdict::Insufficient => "INSUFFICIENT",
        Verdict::Unreadable => "CANNOT TELL",
        Verdict::Failed => "FAILED",
    }
}

pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "does not add up",
        Severity::Warning => "unusual",
    }
}

pub fn office(office: Office) -> &'static str {
    match office {
        Office::Chair => "chair",
        Office::Deputy => "deputy chair",
        Office::Secretary => "secretary",
        Office::Member => "member",
    }
}

/// How far a paper is, as a clause.
pub fn phase(phase: PaperStatus) -> &'static str {
    match phase {
        PaperStatus::Awaited => "nothing has come in yet",
        PaperStatus::Opened => "the opening figures are sealed and no protocol is in",
        PaperStatus::Reported(_) => "a protocol is in force",
        PaperStatus::Annulled => "the protocol was annulled",
        PaperStatus::Failed => "the voting failed",
    }
}

pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Upheld => "upheld",
        Outcome::UpheldInPart => "upheld in part",
        Outcome::Rejected => "rejected",
        Outcome::NotHeard => "not heard",
    }
}

pub fn role(role: ObserverRole) -> &'static str {
    match role {
        ObserverRole::International => "international observer",
        ObserverRole::Domestic => "domestic observer",
        ObserverRole::Agent => "agent of a candidate or party",
        ObserverRole::Media => "media",
    }
}
