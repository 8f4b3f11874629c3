//! Why a submission is refused: what is wrong, and what to do.

use super::super::Said;
use super::codes::explain;
use super::events::kind;
use crate::crypto::key::PublicKey;
use crate::domain::phase::Phase;
use crate::domain::protocol::{Paper, ShapeFlaw};
use crate::domain::rejection::Rejection;
use crate::ledger::submission::SubmissionError;

/// Why the ledger refuses a submission.
pub fn rejection(rejection: &Rejection) -> Said {
    let says = match rejection {
        Rejection::Already(_, sequence) => format!("this statement is in the ledger already, as event {sequence}"),
        Rejection::OtherLedger => "this was made for another ledger".to_owned(),
        Rejection::Closed => "the ledger is closed".to_owned(),
        Rejection::UnitUnknown(unit) => format!("there is no unit {unit}"),
        Rejection::UnitExists(unit) => format!("there is a unit {unit} already"),
        Rejection::ContestUnknown(contest) => format!("there is no contest {contest}"),
        Rejection::ContestExists(contest) => format!("there is a contest {contest} already"),
        Rejection::ContestElsewhere(contest, unit) => {
            format!("{unit} does not make this paper in {contest}: not held there, or of another tier")
        }
        Rejection::KeyNotEnrolled(key) => format!("the key {} is not enrolled in this ledger", short(key)),
        Rejection::KeyNotInForce(key) => format!("the key {} is no longer in force", short(key)),
        Rejection::NotEntitled(what, unit) => {
            format!("the commission that signed may not say this about {unit}: {}", kind(*what))
        }
        Rejection::MixedSigners => "the signers belong to different bodies".to_owned(),
        Rejection::Unsigned => "nobody has signed it".to_owned(),
        Rejection::QuorumNotMet { unit, signed, needed } => {
            format!("{unit}: {signed} of the {needed} signatures that the commission's quorum needs")
        }
        Rejection::KeyTaken(key) => format!("the key {} belongs to somebody in this ledger already", short(key)),
        Rejection::NotAsManifest { tier, members, quorum } => {
            format!(
                "a commission of the tier {tier} has {members} members, seats 1 to {members}, of whom {quorum} must sign"
            )
        }
        Rejection::Misplaced(unit) => format!("{unit}: its tier is not known, or is not below its parent's"),
        Rejection::SeatUnknown(unit, seat) => format!("{unit} has no seat {seat} that fits this"),
        Rejection::Shape(paper, flaw) => return on_paper(paper, flaw),
        Rejection::SummaryShape(contest, unit, flaw) => {
            let said = shape_flaw(flaw);
            return Said { says: format!("summary of {unit} in {contest}: {}", said.says), act: said.act };
        }
        Rejection::Reported(paper) => format!("{} has reported already in {}", paper.unit, paper.contest),
        Rejection::OpeningTooLate(paper) => {
            format!("the opening of {} in {} can no longer be sealed", paper.unit, paper.contest)
        }
        Rejection::OtherVoting { paper, open } => {
            format!("this paper of {} is of voting {}, and voting {open} is open", paper.unit, paper.voting)
        }
        Rejection::NotInForce(event) => format!("the version {event} is not in force"),
        Rejection::NotInThisState(paper, phase) => {
            format!("{} in {} is {}, and this step does not start there", paper.unit, paper.contest, phase_word(*phase))
        }
        Rejection::BallotFixed(contest, number) => {
            format!("number {number} of {contest}: the number was given before, or papers of the contest exist already")
        }
        Rejection::CandidateUnknown(contest, number) => {
            format!("there is no candidate {number} on the ballot of {contest}")
        }
        Rejection::ObserverUnknown(observer) => format!("there is no observer {observer}"),
        Rejection::ObserverExists(observer) => format!("there is an observer {observer} already"),
        Rejection::OutOfScope(observer, unit) => format!("{observer} is not accredited for this in {unit}"),
        Rejection::EventUnknown(event) => {
            format!("the event {event} is not in this ledger, or does not fit, or was decided")
        }
        Rejection::DemonstrationKey(unit, seat) => {
            format!("seat {seat} of {unit} has a demonstration key, which anybody can derive, and this is no rehearsal")
        }
        Rejection::Manifest(flaw) => format!("the manifest contradicts itself: {flaw}"),
        Rejection::NotFounded => "the ledger does not begin with a founding act".to_owned(),
        Rejection::FoundedAlready => "the ledger has its founding act already".to_owned(),
        Rejection::RulesUnknown(version) => {
            format!("the ledger is kept under rules version {version}, which this program does not know")
        }
        Rejection::Commitment { made_at, size } => {
            format!("the summary names size {made_at} of a ledger of {size}, or leaves out more than 1 000 units")
        }
        Rejection::Certified(contest) => format!("the result of {contest} is certified"),
        Rejection::LogKey => {
            "the log's key does not fit: its name, its type, or the signatures of both keys".to_owned()
        }
        Rejection::ListOutOfOrder(list) => {
            format!("the list `{list}` is out of order, too long, or names something twice")
        }
    };
    let act = match rejection {
        Rejection::QuorumNotMet { signed, needed, .. } => {
            let missing = usize::from(*needed).saturating_sub(*signed);
            format!(
                "collect {} more with `protokol sign`, then submit it again",
                super::count(missing as u64, "signature")
            )
        }
        other => explain(other.code()).act.to_owned(),
    };
    Said { says, act }
}

fn on_paper(paper: &Paper, flaw: &ShapeFlaw) -> Said {
    let said = shape_flaw(flaw);
    Said { says: format!("{} {}: {}", paper.unit, paper.contest, said.says), act: said.act }
}

/// How a paper misses its shape.
pub fn shape_flaw(flaw: &ShapeFlaw) -> Said {
    let (says, act) = match flaw {
        ShapeFlaw::ItemCount { found, expected } => {
            (format!("{found} items, and the form has {expected}"), "draft it again with the kit of this ledger")
        }
        ShapeFlaw::ItemMissing(item) => {
            (format!("the item {item} is missing"), "fill it in from the paper; nought is written 0")
        }
        ShapeFlaw::ItemOfCount(item) => {
            (format!("the item {item} is not known before the boxes are opened"), "remove it from the opening paper")
        }
        ShapeFlaw::CandidateMissing(number) => (
            format!("the votes of candidate {number} are missing"),
            "fill them in from the paper; no votes are written 0",
        ),
        ShapeFlaw::CandidateUnknown(number) => {
            (format!("there is no candidate {number} on the ballot"), "check the numbers against the ballot")
        }
        ShapeFlaw::VotesUnordered => {
            ("the votes are not in the ballot's order".to_owned(), "draft it again with the program")
        }
    };
    Said { says, act: act.to_owned() }
}

/// Why bytes are no submission.
pub fn submission_error(error: &SubmissionError) -> Said {
    let says = match error {
        SubmissionError::Signature(key) => format!("the signature of the key {} does not verify", short(key)),
        SubmissionError::Key(key) => format!("the key {} is not an admissible Ed25519 key", short(key)),
        other => other.to_string(),
    };
    Said { says, act: explain(error.code()).act.to_owned() }
}

/// The first sixteen digits: enough to find a key, and to read it out.
fn short(key: &PublicKey) -> String {
    key.to_string().chars().take(16).collect()
}

fn phase_word(phase: Phase) -> &'static str {
    match phase {
        Phase::Awaited => "awaited",
        Phase::Opened => "opened",
        Phase::Reported(_) => "reported",
        Phase::Annulled => "annulled",
        Phase::Failed => "failed",
    }
}
