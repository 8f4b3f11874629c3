//! Which record an event changes.

use crate::domain::id::{ContestId, EventHash, ObserverId, UnitId};
use crate::domain::manifest::ElectionCalled;
use crate::domain::protocol::Paper;
use crate::domain::statement::Body;

/// Which record.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RecordKey {
    /// The one record of the election itself.
    Election,
    /// A unit and its commission.
    Unit(UnitId),
    /// A contest and its candidates.
    Contest(ContestId),
    /// A precinct's paper, over all votings.
    Paper(ContestId, UnitId),
    /// The summary of a parent commission.
    Summary(ContestId, UnitId),
    /// An observer, by id.
    Observer(ObserverId),
    /// A complaint, by the hash of its event.
    Complaint(EventHash),
}

impl RecordKey {
    /// The records that an event touches which says this.
    pub fn touched(body: &Body, event: EventHash) -> Vec<Self> {
        let one = match body {
            Body::ElectionCalled(founding) => return founded(founding),
            Body::LogKeyRotated(_) | Body::LedgerClosed(_) => Self::Election,

            Body::CommissionFormed(formed) => Self::Unit(formed.unit.clone()),
            Body::MemberReplaced(replaced) => Self::Unit(replaced.unit.clone()),
            Body::KeyRevoked(revoked) => Self::Unit(revoked.unit.clone()),

            Body::ContestCalled(called) => Self::Contest(called.contest.id.clone()),
            Body::NominationApproved(approved) => Self::Contest(approved.contest.clone()),
            Body::CandidateRegistered(registered) => Self::Contest(registered.contest.clone()),
            Body::CandidateWithdrawn(withdrawn) => Self::Contest(withdrawn.contest.clone()),
            Body::ResultCertified(certified) => Self::Contest(certified.contest.clone()),

            Body::OpeningSealed(sealed) => Self::of_paper(&sealed.paper),
            Body::ProtocolSubmitted(protocol) => Self::of_paper(&protocol.paper),
            Body::ProtocolCorrected(corrected) => Self::of_paper(&corrected.protocol.paper),
            Body::ProtocolAnnulled(annulled) => Self::of_paper(&annulled.paper),
            Body::VotingFailed(failed) => Self::of_paper(&failed.paper),
            Body::RepeatVotingCalled(repeat) => Self::of_paper(&repeat.paper),
            Body::TurnoutReported(reported) => Self::of_paper(&reported.paper),
            Body::CopyFiled(filed) => Self::of_paper(&filed.paper),
            Body::SummarySubmitted(summary) => Self::Summary(summary.contest.clone(), summary.unit.clone()),
            Body::SummaryCorrected(corrected) => {
                Self::Summary(corrected.summary.contest.clone(), corrected.summary.unit.clone())
            }

            Body::ObserverAccredited(accredited) => Self::Observer(accredited.observer.clone()),
            Body::AccreditationWithdrawn(withdrawn) => Self::Observer(withdrawn.observer.clone()),
            Body::ComplaintFiled(_) => Self::Complaint(event),
            Body::ComplaintDecided(decided) => Self::Complaint(decided.complaint),
        };
        vec![one]
    }

    fn of_paper(paper: &Paper) -> Self {
        Self::Paper(paper.contest.clone(), paper.unit.clone())
    }
}

fn founded(founding: &ElectionCalled) -> Vec<RecordKey> {
    let contests = founding.manifest.contests.iter().map(|contest| RecordKey::Contest(contest.id.clone()));
    contests.chain([RecordKey::Election, RecordKey::Unit(founding.commission.unit.clone())]).collect()
}
