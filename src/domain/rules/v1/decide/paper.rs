//! The life of a precinct's paper. The diagram stands in `docs/states.md`.

use super::by::By;
use super::contest::open;
use crate::domain::commission::Office;
use crate::domain::event::Author;
use crate::domain::id::{EventHash, UnitId};
use crate::domain::manifest::TurnoutSigners;
use crate::domain::observer::{CopyContent, CopyFiled, ObserverRole};
use crate::domain::paper_status::PaperStatus;
use crate::domain::protocol::{
    ATTACHMENTS_MAX, Attachment, OpeningSealed, Paper, ProtocolAnnulled, ProtocolCorrected, ProtocolSubmitted,
    RepeatVotingCalled, ShapeFlaw, TurnoutReported, VotingFailed,
};
use crate::domain::rejection::Rejection;
use crate::domain::rules::v1::shape;
use crate::domain::state::ContestState;

/// Awaited → Opened.
pub(super) fn opening(by: &By, sealed: &OpeningSealed) -> Result<(), Rejection> {
    let paper = &sealed.paper;
    by.quorum(&paper.unit, |unit| *unit == paper.unit)?;
    let (_, status) = current(by, paper)?;
    match status {
        PaperStatus::Awaited => {}
        PaperStatus::Opened | PaperStatus::Reported(_) => return Err(Rejection::OpeningTooLate(paper.clone())),
        PaperStatus::Annulled | PaperStatus::Failed => return Err(Rejection::NotInThisState(paper.clone(), status)),
    }
    fits(paper, shape::opening_flaws(&sealed.items, &by.election.manifest().form))
}

/// A turnout report changes no state. Signed as the manifest's rule says.
pub(super) fn turnout(by: &By, reported: &TurnoutReported) -> Result<(), Rejection> {
    let paper = &reported.paper;
    let (unit, seats) = by.commission(&paper.unit)?;
    if *unit != paper.unit {
        return Err(by.not_entitled(&paper.unit));
    }
    let occupants = &by.election.unit(unit)?.seats;
    let presides = |office: Office| matches!(office, Office::Chair | Office::Secretary);
    match by.election.manifest().turnout.signers {
        TurnoutSigners::AnyMember => {}
        TurnoutSigners::ChairOrSecretary => {
            if !seats.iter().any(|seat| occupants.get(*seat).is_some_and(|occupant| presides(occupant.office))) {
                return Err(by.not_entitled(&paper.unit));
            }
        }
        TurnoutSigners::Quorum => {
            by.quorum(&paper.unit, |_| true)?;
        }
    }
    let contest = open(by, &paper.contest)?;
    in_territory(by, contest, unit)?;
    open_voting(by, paper).map(|_| ())
}

/// Awaited or Opened → Reported.
pub(super) fn protocol(by: &By, protocol: &ProtocolSubmitted) -> Result<(), Rejection> {
    let paper = &protocol.paper;
    by.quorum(&paper.unit, |unit| *unit == paper.unit)?;
    let (contest, status) = current(by, paper)?;
    match status {
        PaperStatus::Awaited | PaperStatus::Opened => {}
        PaperStatus::Reported(_) => return Err(Rejection::Reported(paper.clone())),
        PaperStatus::Annulled | PaperStatus::Failed => return Err(Rejection::NotInThisState(paper.clone(), status)),
    }
    content(by, contest, protocol)
}

/// Reported → Reported, the next version; by the precinct itself or by the commission above after a recount.
pub(super) fn corrected(by: &By, corrected: &ProtocolCorrected) -> Result<(), Rejection> {
    let paper = &corrected.protocol.paper;
    let parent = by.election.unit(&paper.unit)?.parent.as_ref();
    by.quorum(&paper.unit, |unit| *unit == paper.unit || Some(unit) == parent)?;
    let (contest, status) = current(by, paper)?;
    in_force(paper, status, corrected.replaces)?;
    content(by, contest, &corrected.protocol)?;
    if contest.says(&corrected.protocol) {
        return Err(Rejection::Unchanged(corrected.replaces));
    }
    Ok(())
}

/// Reported → Annulled.
pub(super) fn annulled(by: &By, annulled: &ProtocolAnnulled) -> Result<(), Rejection> {
    let (_, status) = current(by, &annulled.paper)?;
    by.above(&annulled.paper.unit)?;
    in_force(&annulled.paper, status, annulled.protocol)
}

/// Awaited or Opened → Failed.
pub(super) fn failed(by: &By, failed: &VotingFailed) -> Result<(), Rejection> {
    let (_, status) = current(by, &failed.paper)?;
    by.above(&failed.paper.unit)?;
    match status {
        PaperStatus::Awaited | PaperStatus::Opened => Ok(()),
        _ => Err(Rejection::NotInThisState(failed.paper.clone(), status)),
    }
}

/// Annulled or Failed → Awaited, at the next voting.
pub(super) fn repeated(by: &By, repeat: &RepeatVotingCalled) -> Result<(), Rejection> {
    let (_, status) = current(by, &repeat.paper)?;
    by.above(&repeat.paper.unit)?;
    match status {
        PaperStatus::Annulled | PaperStatus::Failed => Ok(()),
        _ => Err(Rejection::NotInThisState(repeat.paper.clone(), status)),
    }
}

/// A copy stands beside the protocol, whether or not that is in yet, and whichever voting it is of.
pub(super) fn copied(by: &By, copy: &CopyFiled) -> Result<(), Rejection> {
    let paper = &copy.paper;
    let Author::Observer(observer) = by.author else {
        return Err(by.not_entitled(&paper.unit));
    };
    let contest = by.election.contest(&paper.contest)?;
    held_here(by, contest, &paper.unit)?;
    let accredited = by.election.observers.get(observer);
    let may = accredited.is_some_and(|o| o.role != ObserverRole::Media && by.election.is_within(&paper.unit, &o.scope));
    if !may {
        return Err(Rejection::OutOfScope(observer.clone(), paper.unit.clone()));
    }
    match &copy.content {
        CopyContent::Refused { .. } => Ok(()),
        CopyContent::Handed { figures, attachments } => {
            few(attachments)?;
            fits(paper, shape::copy_flaws(figures, &by.election.manifest().form, &contest.ballot))
        }
    }
}

/// The contest and the status of a paper whose voting is the one that is open.
fn current<'a>(by: &By<'a>, paper: &Paper) -> Result<(&'a ContestState, PaperStatus), Rejection> {
    let contest = open(by, &paper.contest)?;
    held_here(by, contest, &paper.unit)?;
    open_voting(by, paper).map(|status| (contest, status))
}

/// The status of a paper, if its voting is the one that is open. Above the lowest tier it is always the first.
fn open_voting(by: &By, paper: &Paper) -> Result<PaperStatus, Rejection> {
    let state = by.election.paper(&paper.contest, &paper.unit);
    if state.voting == paper.voting {
        Ok(state.status)
    } else {
        Err(Rejection::OtherVoting { paper: paper.clone(), open: state.voting })
    }
}

/// A unit of the lowest tier, where the contest is held.
fn held_here(by: &By, contest: &ContestState, unit: &UnitId) -> Result<(), Rejection> {
    if by.election.is_lowest(by.election.unit(unit)?) {
        in_territory(by, contest, unit)
    } else {
        Err(Rejection::ContestElsewhere(contest.contest.id.clone(), unit.clone()))
    }
}

/// A unit where the contest is held, or above whose papers it is summed.
fn in_territory(by: &By, contest: &ContestState, unit: &UnitId) -> Result<(), Rejection> {
    if by.election.is_within(unit, by.election.held_in(&contest.contest)) {
        Ok(())
    } else {
        Err(Rejection::ContestElsewhere(contest.contest.id.clone(), unit.clone()))
    }
}

fn in_force(paper: &Paper, status: PaperStatus, named: EventHash) -> Result<(), Rejection> {
    match status {
        PaperStatus::Reported(protocol) if protocol == named => Ok(()),
        PaperStatus::Reported(_) => Err(Rejection::NotInForce(named)),
        _ => Err(Rejection::NotInThisState(paper.clone(), status)),
    }
}

fn content(by: &By, contest: &ContestState, protocol: &ProtocolSubmitted) -> Result<(), Rejection> {
    let seats = &by.election.unit(&protocol.paper.unit)?.seats;
    if let Some(unknown) = protocol.dissent.iter().find(|dissent| seats.get(dissent.seat).is_none()) {
        return Err(Rejection::SeatUnknown(protocol.paper.unit.clone(), unknown.seat));
    }
    if protocol.dissent.windows(2).any(|pair| pair[0].seat >= pair[1].seat) {
        return Err(Rejection::ListOutOfOrder("dissent"));
    }
    few(&protocol.attachments)?;
    let flaws = shape::protocol_flaws(&protocol.figures, &by.election.manifest().form, &contest.ballot);
    fits(&protocol.paper, flaws)
}

fn few(attachments: &[Attachment]) -> Result<(), Rejection> {
    if attachments.len() > ATTACHMENTS_MAX { Err(Rejection::ListOutOfOrder("attachments")) } else { Ok(()) }
}

fn fits(paper: &Paper, flaws: Vec<ShapeFlaw>) -> Result<(), Rejection> {
    flaws.into_iter().next().map_or(Ok(()), |flaw| Err(Rejection::Shape(paper.clone(), flaw)))
}
