//! Events in a line, and the words for kinds, states and offices.

use super::n;
use crate::domain::commission::Office;
use crate::domain::observer::CopyContent;
use crate::domain::protocol::{Figures, Paper};
use crate::domain::text::Localised;
use crate::domain::{Body, Kind};
use crate::tally::paper::Standing;

/// A kind of event.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::ElectionCalled => "election called",
        Kind::ContestCalled => "contest called",
        Kind::LogKeyRotated => "log key changed",
        Kind::CommissionFormed => "commission formed",
        Kind::MemberReplaced => "member replaced",
        Kind::KeyRevoked => "key revoked",
        Kind::NominationApproved => "nomination approved",
        Kind::CandidateRegistered => "candidate registered",
        Kind::CandidateWithdrawn => "candidate withdrawn",
        Kind::ObserverAccredited => "observer accredited",
        Kind::AccreditationWithdrawn => "accreditation withdrawn",
        Kind::OpeningSealed => "opening items sealed",
        Kind::TurnoutReported => "turnout reported",
        Kind::ProtocolSubmitted => "protocol submitted",
        Kind::ProtocolCorrected => "protocol corrected",
        Kind::ProtocolAnnulled => "protocol annulled",
        Kind::VotingFailed => "voting failed",
        Kind::RepeatVotingCalled => "repeat voting called",
        Kind::SummarySubmitted => "summary submitted",
        Kind::SummaryCorrected => "summary corrected",
        Kind::CopyFiled => "copy filed",
        Kind::ComplaintFiled => "complaint filed",
        Kind::ComplaintDecided => "complaint decided",
        Kind::ResultCertified => "result certified",
        Kind::LedgerClosed => "ledger closed",
    }
}

/// Who signs a kind of statement.
pub fn signed_by(kind: Kind) -> &'static str {
    match kind {
        Kind::ElectionCalled => "the quorum of the founding members of the central commission",
        Kind::ContestCalled
        | Kind::NominationApproved
        | Kind::CandidateRegistered
        | Kind::CandidateWithdrawn
        | Kind::ResultCertified
        | Kind::LedgerClosed => "the central commission's quorum",
        Kind::LogKeyRotated => "the central commission's quorum, and both log keys",
        Kind::CommissionFormed => "the quorum of the commission directly above",
        Kind::MemberReplaced | Kind::KeyRevoked => {
            "the quorum of the commission directly above; the central commission does it for itself"
        }
        Kind::ObserverAccredited | Kind::AccreditationWithdrawn => {
            "the quorum of a commission above the lowest tier, for its own territory"
        }
        Kind::OpeningSealed | Kind::ProtocolSubmitted => "the unit's quorum",
        Kind::TurnoutReported => "as the manifest says: any member, chair or secretary, or the unit's quorum",
        Kind::ProtocolCorrected => "the unit's quorum, or that of the commission directly above",
        Kind::ProtocolAnnulled | Kind::VotingFailed | Kind::RepeatVotingCalled => "the quorum of a commission above",
        Kind::SummarySubmitted | Kind::SummaryCorrected => "the quorum of the commission that sums",
        Kind::CopyFiled => "an accredited observer or agent, in its scope; not the media",
        Kind::ComplaintFiled => "an accredited observer or agent; not the media",
        Kind::ComplaintDecided => "any commission's quorum",
    }
}

/// How far a paper is.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Awaited => "awaited",
        Standing::Opened => "opened, protocol awaited",
        Standing::Reported => "reported",
        Standing::Annulled => "annulled",
        Standing::Failed => "failed",
    }
}

/// An office in a commission.
pub fn office(office: Office) -> &'static str {
    match office {
        Office::Chair => "chair",
        Office::Deputy => "deputy",
        Office::Secretary => "secretary",
        Office::Member => "member",
    }
}

/// What a statement says.
pub fn statement_line(body: &Body) -> String {
    let what = kind(body.kind());
    let details = match body {
        Body::ElectionCalled(founding) => name(&founding.manifest.title).to_owned(),
        Body::ContestCalled(called) => format!("{} {}", called.contest.id, name(&called.contest.title)),
        Body::LogKeyRotated(rotated) => format!("now {}", rotated.new),
        Body::CommissionFormed(formed) => {
            format!("{} {}, {} members, quorum {}", formed.unit, formed.name, formed.members.len(), formed.quorum)
        }
        Body::MemberReplaced(replaced) => {
            format!("{}, seat {}: {}", replaced.unit, replaced.member.seat, replaced.member.name)
        }
        Body::KeyRevoked(revoked) => format!("{}, seat {}: {}", revoked.unit, revoked.seat, revoked.reason),
        Body::NominationApproved(approved) => format!("{} {}", approved.contest, name(&approved.names)),
        Body::CandidateRegistered(registered) => {
            format!("{} number {} {}", registered.contest, registered.number, name(&registered.names))
        }
        Body::CandidateWithdrawn(withdrawn) => format!("{} number {}", withdrawn.contest, withdrawn.number),
        Body::ObserverAccredited(accredited) => format!("{} for {}", accredited.observer, accredited.scope),
        Body::AccreditationWithdrawn(withdrawn) => format!("{}: {}", withdrawn.observer, withdrawn.reason),
        Body::OpeningSealed(sealed) => paper(&sealed.paper),
        Body::TurnoutReported(reported) => {
            format!("{}, {} voters at {}", paper(&reported.paper), n(reported.voters.0), reported.as_of)
        }
        Body::ProtocolSubmitted(protocol) => format!("{}, {}", paper(&protocol.paper), votes(&protocol.figures)),
        Body::ProtocolCorrected(corrected) => {
            let protocol = &corrected.protocol;
            format!("{}, {}: {}", paper(&protocol.paper), votes(&protocol.figures), corrected.reason)
        }
        Body::ProtocolAnnulled(annulled) => format!("{}: {}", paper(&annulled.paper), annulled.reason),
        Body::VotingFailed(failed) => format!("{}: {}", paper(&failed.paper), failed.reason),
        Body::RepeatVotingCalled(repeat) => format!("{} on {}: {}", paper(&repeat.paper), repeat.day, repeat.reason),
        Body::SummarySubmitted(summary) => {
            format!("{} {}, {} protocols", summary.unit, summary.contest, n(summary.counters.taken_as_basis))
        }
        Body::SummaryCorrected(corrected) => {
            format!("{} {}: {}", corrected.summary.unit, corrected.summary.contest, corrected.reason)
        }
        Body::CopyFiled(copy) => match &copy.content {
            CopyContent::Handed { figures, .. } => format!("{}, {}", paper(&copy.paper), votes(figures)),
            CopyContent::Refused { reason } => format!("{}, refused: {reason}", paper(&copy.paper)),
        },
        Body::ComplaintFiled(filed) => format!("{} against {}", filed.subject, filed.against),
        Body::ComplaintDecided(decided) => format!("{}: {}", decided.complaint, decided.reason),
        Body::ResultCertified(certified) => format!("{} by {}", certified.contest, certified.body),
        Body::LedgerClosed(closed) => closed.decision.reference.to_string(),
    };
    format!("{what}: {details}").trim_end_matches([':', ' ']).to_owned()
}

fn name(names: &Localised) -> &str {
    names.in_language("en")
}

fn paper(paper: &Paper) -> String {
    let voting = if paper.voting.0 > 1 { format!(", voting {}", paper.voting) } else { String::new() };
    format!("{} {}{voting}", paper.unit, paper.contest)
}

fn votes(figures: &Figures) -> String {
    let sum: u64 = figures.votes.iter().map(|(_, votes)| u64::from(votes.0)).sum();
    format!("{} votes", n(sum))
}
