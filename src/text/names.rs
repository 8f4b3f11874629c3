//! What kinds of thing are called.

use super::Lang;
use crate::domain::commission::Office;
use crate::domain::complaint::Outcome;
use crate::domain::form::Severity;
use crate::domain::observer::ObserverRole;
use crate::domain::paper_status::PaperStatus;
use crate::domain::statement::Kind;
use crate::tally::record::PaperEvent;
use crate::verify::fault::Verdict;

names! {
    /// What happened, by kind: `protocol submitted`.
    event_kind(Kind) {
        Kind::ElectionCalled => kind_election_called,
        Kind::ContestCalled => kind_contest_called,
        Kind::LogKeyRotated => kind_log_key_rotated,
        Kind::CommissionFormed => kind_commission_formed,
        Kind::MemberReplaced => kind_member_replaced,
        Kind::KeyRevoked => kind_key_revoked,
        Kind::NominationApproved => kind_nomination_approved,
        Kind::CandidateRegistered => kind_candidate_registered,
        Kind::CandidateWithdrawn => kind_candidate_withdrawn,
        Kind::ObserverAccredited => kind_observer_accredited,
        Kind::AccreditationWithdrawn => kind_accreditation_withdrawn,
        Kind::OpeningSealed => kind_opening_sealed,
        Kind::TurnoutReported => kind_turnout_reported,
        Kind::ProtocolSubmitted => kind_protocol_submitted,
        Kind::ProtocolCorrected => kind_protocol_corrected,
        Kind::ProtocolAnnulled => kind_protocol_annulled,
        Kind::VotingFailed => kind_voting_failed,
        Kind::RepeatVotingCalled => kind_repeat_voting_called,
        Kind::SummarySubmitted => kind_summary_submitted,
        Kind::SummaryCorrected => kind_summary_corrected,
        Kind::CopyFiled => kind_copy_filed,
        Kind::ComplaintFiled => kind_complaint_filed,
        Kind::ComplaintDecided => kind_complaint_decided,
        Kind::ResultCertified => kind_result_certified,
        Kind::LedgerClosed => kind_ledger_closed,
    }

    /// Whose signatures make a statement of this kind, after "Have it signed by".
    signers(Kind) {
        Kind::ElectionCalled => signers_election_called,
        Kind::ContestCalled
        | Kind::NominationApproved
        | Kind::CandidateRegistered
        | Kind::CandidateWithdrawn
        | Kind::ResultCertified
        | Kind::LedgerClosed => signers_contest_called,
        Kind::LogKeyRotated => signers_log_key_rotated,
        Kind::CommissionFormed => signers_commission_formed,
        Kind::MemberReplaced | Kind::KeyRevoked => signers_member_replaced,
        Kind::ObserverAccredited | Kind::AccreditationWithdrawn => signers_observer_accredited,
        Kind::OpeningSealed | Kind::ProtocolSubmitted => signers_opening_sealed,
        Kind::TurnoutReported => signers_turnout_reported,
        Kind::ProtocolCorrected => signers_protocol_corrected,
        Kind::ProtocolAnnulled | Kind::VotingFailed | Kind::RepeatVotingCalled => signers_protocol_annulled,
        Kind::SummarySubmitted | Kind::SummaryCorrected => signers_summary_submitted,
        Kind::CopyFiled | Kind::ComplaintFiled => signers_copy_filed,
        Kind::ComplaintDecided => signers_complaint_decided,
    }

    /// How far a paper is: `awaited`.
    standing(PaperStatus<()>) {
        PaperStatus::Awaited => standing_awaited,
        PaperStatus::Opened => standing_opened,
        PaperStatus::Reported(()) => standing_reported,
        PaperStatus::Annulled => standing_annulled,
        PaperStatus::Failed => standing_failed,
    }

    /// A step in the history of a paper: `correction`.
    step(&PaperEvent) {
        PaperEvent::Opened(_) => paper_step_opened,
        PaperEvent::Reported(_) => paper_step_reported,
        PaperEvent::Corrected(_) => paper_step_corrected,
        PaperEvent::Annulled(_) => paper_step_annulled,
        PaperEvent::Failed(_) => paper_step_failed,
        PaperEvent::RepeatCalled(_) => paper_step_repeat_called,
    }

    /// How far a paper is, as a clause.
    phase(PaperStatus) {
        PaperStatus::Awaited => phase_awaited,
        PaperStatus::Opened => phase_opened,
        PaperStatus::Reported(_) => phase_reported,
        PaperStatus::Annulled => phase_annulled,
        PaperStatus::Failed => phase_failed,
    }

    /// The verdict that a verification ends with: `VERIFIED`.
    verdict(Verdict) {
        Verdict::Verified => verdict_verified,
        Verdict::Insufficient => verdict_insufficient,
        Verdict::Unreadable => verdict_unreadable,
        Verdict::Failed => verdict_failed,
    }

    /// How grave a finding is: `unusual`.
    severity(Severity) {
        Severity::Error => severity_error,
        Severity::Warning => severity_warning,
    }

    /// A member's office: `secretary`.
    office(Office) {
        Office::Chair => office_chair,
        Office::Deputy => office_deputy,
        Office::Secretary => office_secretary,
        Office::Member => office_member,
    }

    /// An observer's role.
    role(ObserverRole) {
        ObserverRole::International => role_international,
        ObserverRole::Domestic => role_domestic,
        ObserverRole::Agent => role_agent,
        ObserverRole::Media => role_media,
    }

    /// What was decided on a complaint: `upheld in part`.
    outcome(Outcome) {
        Outcome::Upheld => outcome_upheld,
        Outcome::UpheldInPart => outcome_upheld_in_part,
        Outcome::Rejected => outcome_rejected,
        Outcome::NotHeard => outcome_not_heard,
    }
}
