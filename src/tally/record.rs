//! The records of the read model: everything that reading verbs show, with its history, so that any earlier size can be asked.

use serde::{Deserialize, Serialize};

use crate::domain::candidate::{CandidateRegistered, CandidateWithdrawn, Contest, NominationApproved, ResultCertified};
use crate::domain::commission::{CommissionFormed, Member};
use crate::domain::complaint::{ComplaintDecided, ComplaintFiled};
use crate::domain::event::{Author, RecordedEvent};
use crate::domain::id::{ContestId, EventHash, LedgerId, ObserverId, UnitId};
use crate::domain::manifest::ElectionCalled;
use crate::domain::number::{Sequence, Size, Voting};
use crate::domain::observer::{CopyFiled, ObserverAccredited};
use crate::domain::protocol::{
    OpeningSealed, ProtocolAnnulled, ProtocolCorrected, ProtocolSubmitted, RepeatVotingCalled, TurnoutReported,
    VotingFailed,
};
use crate::domain::summary::SummarySubmitted;
use crate::domain::time::Millis;

/// Which record. Its order is the order in which a store keeps records.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum RecordKey {
    /// The election itself.
    Election,
    /// A unit and its commission.
    Unit(UnitId),
    /// A contest and its candidates.
    Contest(ContestId),
    /// A precinct's paper.
    Paper(ContestId, UnitId),
    /// A parent's summary.
    Summary(ContestId, UnitId),
    /// An observer.
    Observer(ObserverId),
    /// A complaint, by the hash of its event.
    Complaint(EventHash),
}

/// Where and when something came in, and who stood behind it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Provenance {
    /// Its place in the ledger.
    pub sequence: Sequence,
    /// The event.
    pub event: EventHash,
    /// When it arrived.
    pub arrival: Millis,
    /// Who said it.
    pub author: Author,
}

impl Provenance {
    /// The provenance of an event.
    pub fn of(recorded: &RecordedEvent) -> Self {
        Self {
            sequence: recorded.sequence,
            event: recorded.hash,
            arrival: recorded.arrival,
            author: recorded.event.author.clone(),
        }
    }

    /// Whether it was in when the ledger had this size.
    pub fn is_in(&self, at: Size) -> bool {
        at.covers(self.sequence)
    }
}

/// The election.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ElectionRecord {
    /// The ledger's id.
    pub ledger: LedgerId,
    /// The founding act.
    pub founding: ElectionCalled,
    /// When it was founded.
    pub founded: Provenance,
    /// The log's key in force, as a verifier key.
    pub log_key: String,
    /// When the ledger was closed.
    pub closed: Option<Provenance>,
}

/// A unit and its commission.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct UnitRecord {
    /// As it was formed.
    pub formed: CommissionFormed,
    /// When.
    pub provenance: Provenance,
    /// Everybody who ever held a seat.
    pub members: Vec<MemberRecord>,
}

impl UnitRecord {
    /// Whose signatures counted when an event came in.
    pub fn seated(&self, at: Sequence) -> impl Iterator<Item = &MemberRecord> {
        let counted = move |member: &&MemberRecord| {
            member.since.sequence < at && member.until.as_ref().is_none_or(|until| until.sequence > at)
        };
        self.members.iter().filter(counted)
    }
}

/// A member, for as long as the key counted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MemberRecord {
    /// The member.
    pub member: Member,
    /// From which event on.
    pub since: Provenance,
    /// From which event on no more.
    pub until: Option<Provenance>,
}

/// A contest and its candidates.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ContestRecord {
    /// The contest.
    pub contest: Contest,
    /// When it was called.
    pub called: Provenance,
    /// Approved nominations, in order.
    pub nominations: Vec<(Provenance, NominationApproved)>,
    /// Candidates, ascending by ballot number.
    pub candidates: Vec<CandidateRecord>,
    /// The certified result.
    pub certified: Option<(Provenance, ResultCertified)>,
}

/// A candidate.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CandidateRecord {
    /// As registered.
    pub registered: CandidateRegistered,
    /// When.
    pub provenance: Provenance,
    /// Off the ballot since.
    pub withdrawn: Option<(Provenance, CandidateWithdrawn)>,
}

impl CandidateRecord {
    /// Whether the candidate stood on the ballot when the ledger had this size.
    pub fn on_ballot(&self, at: Size) -> bool {
        self.provenance.is_in(at) && self.withdrawn.as_ref().is_none_or(|(provenance, _)| !provenance.is_in(at))
    }
}

/// A precinct's paper in a contest, over all votings.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct PaperRecord {
    /// Turnout reports, in order of arrival.
    pub turnout: Vec<(Provenance, TurnoutReported)>,
    /// What happened to the paper, in order.
    pub steps: Vec<PaperStep>,
    /// Observers' copies, in order of arrival.
    pub copies: Vec<(Provenance, CopyFiled)>,
}

/// One thing that happened to a paper.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PaperStep {
    /// When, and by whom.
    pub provenance: Provenance,
    /// What.
    pub what: PaperEvent,
}

/// What happened to a paper.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum PaperEvent {
    /// The opening items were sealed.
    Opened(OpeningSealed),
    /// The protocol came in.
    Reported(ProtocolSubmitted),
    /// A new version came in.
    Corrected(ProtocolCorrected),
    /// It was annulled.
    Annulled(ProtocolAnnulled),
    /// The voting failed.
    Failed(VotingFailed),
    /// The voting is held again.
    RepeatCalled(RepeatVotingCalled),
}

impl PaperEvent {
    /// At which voting.
    pub fn voting(&self) -> Voting {
        match self {
            Self::Opened(sealed) => sealed.paper.voting,
            Self::Reported(protocol) => protocol.paper.voting,
            Self::Corrected(corrected) => corrected.protocol.paper.voting,
            Self::Annulled(annulled) => annulled.paper.voting,
            Self::Failed(failed) => failed.paper.voting,
            Self::RepeatCalled(repeat) => repeat.paper.voting,
        }
    }
}

/// A parent's summary in a contest: its versions, the last one in force.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct SummaryRecord {
    /// Every version, in order.
    pub versions: Vec<(Provenance, SummarySubmitted)>,
}

impl SummaryRecord {
    /// The version in force at a size.
    pub fn in_force(&self, at: Size) -> Option<&(Provenance, SummarySubmitted)> {
        self.versions.iter().rev().find(|(provenance, _)| provenance.is_in(at))
    }
}

/// An observer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ObserverRecord {
    /// As accredited.
    pub accredited: ObserverAccredited,
    /// When.
    pub provenance: Provenance,
    /// Withdrawn since.
    pub withdrawn: Option<Provenance>,
}

/// A complaint.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ComplaintRecord {
    /// As filed.
    pub filed: ComplaintFiled,
    /// When, and by whom.
    pub provenance: Provenance,
    /// What was decided.
    pub decided: Option<(Provenance, ComplaintDecided)>,
}
