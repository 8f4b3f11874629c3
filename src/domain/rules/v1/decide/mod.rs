//! The law of the ledger: whether a submission is admissible. The writer asks it before it writes, and every verifier
//! asks it again.

mod contest;
mod founding;
mod paper;
mod structure;
mod summary;

use crate::crypto::key::PublicKey;
use crate::domain::event::{Author, Event};
use crate::domain::id::UnitId;
use crate::domain::number::Seat;
use crate::domain::rejection::Rejection;
use crate::domain::state::{Election, KeyOf, State};
use crate::domain::statement::{Body, Kind, Submission};

/// Turns a submission into exactly one event, or says why not: already, ledger, closed, signers, content, in this order.
pub(super) fn decide(state: &State, submission: &Submission) -> Result<Event, Rejection> {
    if let Some(sequence) = state.admitted(submission.hash) {
        return Err(Rejection::Already(submission.hash, sequence));
    }
    let author = match (state.election(), &submission.statement.body) {
        (None, Body::ElectionCalled(founding)) => founding::decide(founding, submission)?,
        (None, _) => return Err(Rejection::NotFounded),
        (Some(_), Body::ElectionCalled(_)) => return Err(Rejection::FoundedAlready),
        (Some(election), _) => decide_in(state, election, submission)?,
    };
    Ok(Event { statement: submission.statement.clone(), hash: submission.hash, author })
}

fn decide_in(state: &State, election: &Election, submission: &Submission) -> Result<Author, Rejection> {
    let statement = &submission.statement;
    if statement.ledger != election.ledger() {
        return Err(Rejection::OtherLedger);
    }
    if election.is_closed() {
        return Err(Rejection::Closed);
    }
    let signers = match &statement.body {
        Body::LogKeyRotated(rotated) => founding::without_log_keys(election, rotated, &submission.signers)?,
        _ => submission.signers.clone(),
    };
    let author = author(election, &signers)?;
    let by = By { election, kind: statement.body.kind(), author: &author };
    match &statement.body {
        Body::ElectionCalled(_) => return Err(Rejection::FoundedAlready),
        Body::LogKeyRotated(_) => by.top(),
        Body::ContestCalled(called) => contest::called(&by, called),
        Body::NominationApproved(approved) => contest::nominated(&by, approved),
        Body::CandidateRegistered(registered) => contest::registered(&by, registered),
        Body::CandidateWithdrawn(withdrawn) => contest::withdrawn(&by, withdrawn),
        Body::ResultCertified(certified) => contest::certified(&by, certified),
        Body::LedgerClosed(_) => by.top(),
        Body::CommissionFormed(formed) => structure::formed(&by, formed),
        Body::MemberReplaced(replaced) => structure::replaced(&by, replaced),
        Body::KeyRevoked(revoked) => structure::revoked(&by, revoked),
        Body::ObserverAccredited(accredited) => structure::accredited(&by, accredited),
        Body::AccreditationWithdrawn(withdrawn) => structure::withdrawn(&by, withdrawn),
        Body::ComplaintFiled(filed) => structure::complained(&by, state, filed),
        Body::ComplaintDecided(decided) => structure::complaint_decided(&by, decided),
        Body::OpeningSealed(sealed) => paper::opening(&by, sealed),
        Body::TurnoutReported(reported) => paper::turnout(&by, reported),
        Body::ProtocolSubmitted(protocol) => paper::protocol(&by, protocol),
        Body::ProtocolCorrected(corrected) => paper::corrected(&by, corrected),
        Body::ProtocolAnnulled(annulled) => paper::annulled(&by, annulled),
        Body::VotingFailed(failed) => paper::failed(&by, failed),
        Body::RepeatVotingCalled(repeat) => paper::repeated(&by, repeat),
        Body::CopyFiled(copy) => paper::copied(&by, copy),
        Body::SummarySubmitted(submitted) => summary::submitted(&by, state, submitted),
        Body::SummaryCorrected(corrected) => summary::corrected(&by, state, corrected),
    }?;
    Ok(author)
}

/// Who says what, in which election: the argument of every rule.
struct By<'a> {
    election: &'a Election,
    kind: Kind,
    author: &'a Author,
}

/// The one body behind all signatures, every key in force.
fn author(election: &Election, signers: &[PublicKey]) -> Result<Author, Rejection> {
    let mut author = None;
    for key in signers {
        let holder = election.holder(key).ok_or(Rejection::KeyNotEnrolled(*key))?;
        if !holder.in_force {
            return Err(Rejection::KeyNotInForce(*key));
        }
        author = Some(match (author, &holder.of) {
            (None, KeyOf::Seat(unit, seat)) => Author::Commission { unit: unit.clone(), seats: vec![*seat] },
            (None, KeyOf::Observer(observer)) => Author::Observer(observer.clone()),
            (Some(Author::Commission { unit, mut seats }), KeyOf::Seat(of, seat)) if unit == *of => {
                seats.push(*seat);
                Author::Commission { unit, seats }
            }
            _ => return Err(Rejection::MixedSigners),
        });
    }
    match author.ok_or(Rejection::Unsigned)? {
        Author::Commission { unit, mut seats } => {
            seats.sort();
            Ok(Author::Commission { unit, seats })
        }
        observer @ Author::Observer(_) => Ok(observer),
    }
}

impl By<'_> {
    fn not_entitled(&self, about: &UnitId) -> Rejection {
        Rejection::NotEntitled(self.kind, about.clone())
    }

    /// The commission that signed, without asking for its quorum.
    fn commission(&self, about: &UnitId) -> Result<(&UnitId, &[Seat]), Rejection> {
        match self.author {
            Author::Commission { unit, seats } => Ok((unit, seats)),
            Author::Observer(_) => Err(self.not_entitled(about)),
        }
    }

    /// The commission that signed with its quorum, if it is one that `may` say this about a unit.
    fn quorum(&self, about: &UnitId, may: impl FnOnce(&UnitId) -> bool) -> Result<&UnitId, Rejection> {
        let (unit, seats) = self.commission(about)?;
        if !may(unit) {
            return Err(self.not_entitled(about));
        }
        let needed = self.election.unit(unit)?.quorum;
        if seats.len() < usize::from(needed) {
            return Err(Rejection::QuorumNotMet { unit: unit.clone(), signed: seats.len(), needed });
        }
        Ok(unit)
    }

    /// The central commission's quorum.
    fn top(&self) -> Result<(), Rejection> {
        let top = self.election.top();
        self.quorum(top, |unit| unit == top).map(|_| ())
    }

    /// The quorum of the commission directly above a unit; of the top itself for the top.
    fn parent_of(&self, unit: &UnitId) -> Result<(), Rejection> {
        let parent = self.election.unit(unit)?.parent.as_ref().unwrap_or(unit);
        self.quorum(unit, |signed| signed == parent).map(|_| ())
    }

    /// The quorum of some commission above a unit.
    fn above(&self, unit: &UnitId) -> Result<(), Rejection> {
        self.quorum(unit, |signed| signed != unit && self.election.is_within(unit, signed)).map(|_| ())
    }
}
