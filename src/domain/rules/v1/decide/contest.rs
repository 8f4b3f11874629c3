//! Contests, candidates and results: the central commission's acts.

use super::by::By;
use crate::domain::candidate::{CandidateRegistered, CandidateWithdrawn, NominationApproved};
use crate::domain::closing::ResultCertified;
use crate::domain::contest::ContestCalled;
use crate::domain::id::ContestId;
use crate::domain::number::BallotNumber;
use crate::domain::rejection::Rejection;
use crate::domain::state::ContestState;

/// A new contest, in a unit that exists.
pub(super) fn called(by: &By, called: &ContestCalled) -> Result<(), Rejection> {
    by.top()?;
    if by.election.contest(&called.contest.id).is_ok() {
        return Err(Rejection::ContestExists(called.contest.id.clone()));
    }
    called.contest.unit.as_ref().map_or(Ok(()), |unit| by.election.unit(unit).map(|_| ()))
}

/// A candidacy is approved in a contest that is open.
pub(super) fn nominated(by: &By, approved: &NominationApproved) -> Result<(), Rejection> {
    by.top()?;
    open(by, &approved.contest).map(|_| ())
}

/// A number that was never given, on a ballot that is not fixed yet.
pub(super) fn registered(by: &By, registered: &CandidateRegistered) -> Result<(), Rejection> {
    by.top()?;
    let contest = open(by, &registered.contest)?;
    if is_fixed(contest) || contest.given.contains(&registered.number) || registered.number == BallotNumber(0) {
        return Err(Rejection::BallotFixed(registered.contest.clone(), registered.number));
    }
    Ok(())
}

/// A number on a ballot that is not fixed yet.
pub(super) fn withdrawn(by: &By, withdrawn: &CandidateWithdrawn) -> Result<(), Rejection> {
    by.top()?;
    let contest = open(by, &withdrawn.contest)?;
    on_ballot(contest, withdrawn.number)?;
    if is_fixed(contest) {
        return Err(Rejection::BallotFixed(withdrawn.contest.clone(), withdrawn.number));
    }
    Ok(())
}

/// The result of a contest, once.
pub(super) fn certified(by: &By, certified: &ResultCertified) -> Result<(), Rejection> {
    by.top()?;
    let contest = open(by, &certified.contest)?;
    if certified.elected.windows(2).any(|pair| pair[0] >= pair[1]) {
        return Err(Rejection::ListOutOfOrder("elected"));
    }
    certified.elected.iter().try_for_each(|number| on_ballot(contest, *number))?;
    if certified.body.is_empty() {
        return Err(Rejection::BodyMissing(certified.contest.clone()));
    }
    if certified.elected.is_empty() == certified.nobody {
        Ok(())
    } else {
        Err(Rejection::ElectedOrNobody(certified.contest.clone()))
    }
}

/// A contest whose result is not certified yet.
pub(super) fn open<'a>(by: &By<'a>, contest: &ContestId) -> Result<&'a ContestState, Rejection> {
    let state = by.election.contest(contest)?;
    if state.certified { Err(Rejection::Certified(contest.clone())) } else { Ok(state) }
}

/// Papers exist: from now on every paper has the same candidates.
fn is_fixed(contest: &ContestState) -> bool {
    !contest.papers.is_empty()
}

fn on_ballot(contest: &ContestState, number: BallotNumber) -> Result<(), Rejection> {
    match contest.ballot.binary_search(&number) {
        Ok(_) => Ok(()),
        Err(_) => Err(Rejection::CandidateUnknown(contest.contest.id.clone(), number)),
    }
}
