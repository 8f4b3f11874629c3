//! Why a submission is refused. Each variant carries what its sentence needs; the sentence lives in the text floor.

use super::code::Code;
use super::finding::candidate_key;
use super::id::{ContestId, EventHash, ObserverId, StatementHash, TierName, UnitId};
use super::manifest::ManifestFlaw;
use super::number::{BallotNumber, RulesNumber, Seat, Sequence, Size, Voting};
use super::paper_status::PaperStatus;
use super::protocol::{Paper, ShapeFlaw};
use super::statement::Kind;
use crate::crypto::key::PublicKey;

/// A refusal. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rejection {
    /// The statement is in the ledger already, under this sequence.
    Already(StatementHash, Sequence),
    /// The statement names another ledger.
    OtherLedger,
    /// The ledger is closed.
    Closed,
    /// There is no such unit.
    UnitUnknown(UnitId),
    /// There is such a unit already.
    UnitExists(UnitId),
    /// There is no such contest.
    ContestUnknown(ContestId),
    /// There is such a contest already.
    ContestExists(ContestId),
    /// The contest is not held in this unit, or the unit is not of the tier that makes this paper.
    ContestElsewhere(ContestId, UnitId),
    /// A signing key was never enrolled.
    KeyNotEnrolled(PublicKey),
    /// A signing key was replaced, revoked or withdrawn before.
    KeyNotInForce(PublicKey),
    /// The signers are not one body, or not the body that may say this.
    NotEntitled(Kind, UnitId),
    /// The signers are members of different bodies.
    MixedSigners,
    /// The submission has no signature.
    Unsigned,
    /// Fewer signatures than the quorum.
    QuorumNotMet {
        /// The unit of the commission that signed.
        unit: UnitId,
        /// How many of its members signed.
        signed: usize,
        /// How many its quorum is.
        needed: u16,
    },
    /// The key is enrolled already, here or elsewhere.
    KeyTaken(PublicKey),
    /// The number of members or the quorum is not the manifest's for the tier, or the seats have a gap.
    NotAsManifest {
        /// The tier that the commission is of.
        tier: TierName,
        /// How many members its commissions have.
        members: u16,
        /// How many must sign.
        quorum: u16,
    },
    /// The tier is not known, or is not below the parent's.
    Misplaced(UnitId),
    /// There is no such seat.
    SeatUnknown(UnitId, Seat),
    /// A paper misses its shape.
    Shape(Paper, ShapeFlaw),
    /// A summary misses its shape.
    SummaryShape(ContestId, UnitId, ShapeFlaw),
    /// There is a protocol in force already; correct it instead.
    Reported(Paper),
    /// The opening was sealed before, or the protocol is in.
    OpeningTooLate(Paper),
    /// The paper is of another voting than the one that is open.
    OtherVoting {
        /// The paper, with the voting that the signers named.
        paper: Paper,
        /// The voting that is open.
        open: Voting,
    },
    /// It replaces or annuls something that is not in force.
    NotInForce(EventHash),
    /// The unit's state does not allow this.
    NotInThisState(Paper, PaperStatus),
    /// A candidate's number is taken, or the ballot is fixed because papers exist.
    BallotFixed(ContestId, BallotNumber),
    /// There is no such candidate.
    CandidateUnknown(ContestId, BallotNumber),
    /// There is no such observer, or it is accredited elsewhere.
    ObserverUnknown(ObserverId),
    /// The observer is accredited already.
    ObserverExists(ObserverId),
    /// The observer is not accredited for this unit, or not in a role that may do this.
    OutOfScope(ObserverId, UnitId),
    /// The event it refers to is not in this ledger, or not of the right kind, or decided already.
    EventUnknown(EventHash),
    /// A demonstration key outside a rehearsal.
    DemonstrationKey(UnitId, Seat),
    /// The manifest contradicts itself.
    Manifest(ManifestFlaw),
    /// The first event is not the founding act.
    NotFounded,
    /// There is a founding act already.
    FoundedAlready,
    /// The rules version is not one that this program knows.
    RulesUnknown(RulesNumber),
    /// The size a summary was made at is not one the ledger had, or too many units are left out.
    Commitment {
        /// The size it names.
        made_at: Size,
        /// The size of the ledger when it arrived.
        size: Size,
    },
    /// The contest's result is certified.
    Certified(ContestId),
    /// A log key is not a verifier key under the log's name, or the change is not signed by both.
    LogKey,
    /// A list that must ascend strictly does not, or is too long.
    ListOutOfOrder(&'static str),
    /// It must give a reason, and gives none.
    ReasonMissing,
    /// A correction says what the version says that it replaces.
    Unchanged(EventHash),
    /// A certification does not say which body certified the result.
    BodyMissing(ContestId),
    /// A certification must either name who is elected or say that nobody is.
    ElectedOrNobody(ContestId),
}

impl Rejection {
    /// Whether a figure is missing on a paper that has a form.
    pub fn is_of_missing_figure(&self) -> bool {
        matches!(self, Self::Shape(_, ShapeFlaw::ItemMissing(_) | ShapeFlaw::CandidateMissing(_)))
    }

    /// The stable code.
    pub fn code(&self) -> Code {
        match self {
            Self::Already(..) => Code::R1,
            Self::OtherLedger => Code::R2,
            Self::Closed => Code::R3,
            Self::UnitUnknown(_) | Self::SeatUnknown(..) => Code::R4,
            Self::UnitExists(_) => Code::R5,
            Self::ContestUnknown(_) => Code::R6,
            Self::ContestExists(_) | Self::ContestElsewhere(..) => Code::R7,
            Self::KeyNotEnrolled(_) => Code::R8,
            Self::KeyNotInForce(_) => Code::R9,
            Self::NotEntitled(..) | Self::MixedSigners => Code::R10,
            Self::QuorumNotMet { .. } | Self::Unsigned => Code::R11,
            Self::KeyTaken(_) => Code::R12,
            Self::NotAsManifest { .. } => Code::R13,
            Self::Misplaced(_) => Code::R14,
            Self::Shape(_, flaw) | Self::SummaryShape(_, _, flaw) => shape_code(flaw),
            Self::Reported(_) => Code::R19,
            Self::OpeningTooLate(_) => Code::R20,
            Self::OtherVoting { .. } => Code::R21,
            Self::NotInForce(_) => Code::R22,
            Self::NotInThisState(..) => Code::R23,
            Self::BallotFixed(..) | Self::CandidateUnknown(..) => Code::R24,
            Self::ObserverUnknown(_) | Self::ObserverExists(_) | Self::OutOfScope(..) => Code::R25,
            Self::EventUnknown(_) => Code::R26,
            Self::DemonstrationKey(..) => Code::R27,
            Self::Manifest(_) => Code::R28,
            Self::NotFounded | Self::FoundedAlready => Code::R29,
            Self::RulesUnknown(_) => Code::R36,
            Self::Commitment { .. } => Code::R31,
            Self::Certified(_) => Code::R32,
            Self::LogKey => Code::R38,
            Self::ListOutOfOrder(_) => Code::R39,
            Self::ReasonMissing => Code::R40,
            Self::Unchanged(_) => Code::R41,
            Self::BodyMissing(_) | Self::ElectedOrNobody(_) => Code::R42,
        }
    }
}

/// What it is about, as far as it is about one thing.
impl Rejection {
    /// The paper that it is about.
    fn paper(&self) -> Option<&Paper> {
        match self {
            Self::Shape(paper, _)
            | Self::Reported(paper)
            | Self::OpeningTooLate(paper)
            | Self::OtherVoting { paper, .. }
            | Self::NotInThisState(paper, _) => Some(paper),
            _ => None,
        }
    }

    /// The unit that it is about.
    pub fn unit(&self) -> Option<&UnitId> {
        match self {
            Self::UnitUnknown(unit)
            | Self::UnitExists(unit)
            | Self::NotEntitled(_, unit)
            | Self::QuorumNotMet { unit, .. }
            | Self::Misplaced(unit)
            | Self::SeatUnknown(unit, _)
            | Self::ContestElsewhere(_, unit)
            | Self::SummaryShape(_, unit, _)
            | Self::OutOfScope(_, unit)
            | Self::DemonstrationKey(unit, _) => Some(unit),
            _ => self.paper().map(|paper| &paper.unit),
        }
    }

    /// The contest that it is about.
    pub fn contest(&self) -> Option<&ContestId> {
        match self {
            Self::ContestUnknown(contest)
            | Self::ContestExists(contest)
            | Self::ContestElsewhere(contest, _)
            | Self::SummaryShape(contest, ..)
            | Self::BallotFixed(contest, _)
            | Self::CandidateUnknown(contest, _)
            | Self::Certified(contest)
            | Self::BodyMissing(contest)
            | Self::ElectedOrNobody(contest) => Some(contest),
            _ => self.paper().map(|paper| &paper.contest),
        }
    }

    /// The event that it is about.
    pub fn event(&self) -> Option<EventHash> {
        match self {
            Self::NotInForce(event) | Self::EventUnknown(event) | Self::Unchanged(event) => Some(*event),
            _ => None,
        }
    }

    /// The item of the form, or the candidate (`cand_05`).
    pub fn item(&self) -> Option<String> {
        match self {
            Self::Shape(_, flaw) | Self::SummaryShape(_, _, flaw) => match flaw {
                ShapeFlaw::ItemMissing(key) | ShapeFlaw::ItemOfCount(key) => Some(key.to_string()),
                ShapeFlaw::CandidateMissing(number) | ShapeFlaw::CandidateUnknown(number) => {
                    Some(candidate_key(*number))
                }
                ShapeFlaw::ItemCount { .. } | ShapeFlaw::VotesUnordered => None,
            },
            Self::BallotFixed(_, number) | Self::CandidateUnknown(_, number) => Some(candidate_key(*number)),
            _ => None,
        }
    }
}

fn shape_code(flaw: &ShapeFlaw) -> Code {
    match flaw {
        ShapeFlaw::ItemCount { .. } | ShapeFlaw::ItemMissing(_) => Code::R15,
        ShapeFlaw::ItemOfCount(_) => Code::R16,
        ShapeFlaw::CandidateMissing(_) => Code::R17,
        ShapeFlaw::CandidateUnknown(_) => Code::R18,
        ShapeFlaw::VotesUnordered => Code::R39,
    }
}
