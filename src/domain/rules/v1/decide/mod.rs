//! The law of the ledger: whether a submission is admissible. The writer asks it before it writes, and every verifier
//! asks it again.

mod by;
mod contest;
mod founding;
mod paper;
mod structure;
mod summary;

use by::By;

use crate::domain::event::{Author, Event};
use crate::domain::rejection::Rejection;
use crate::domain::state::{Election, State};
use crate::domain::statement::{Body, Submission};

/// Turns a submission into exactly one event, or says why not: already, ledger, closed, signers, content, in this
/// order.
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
    let author = by::author(election, &signers)?;
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
    match statement.body.reason() {
        Some(reason) if reason.is_empty() => Err(Rejection::ReasonMissing),
        _ => Ok(author),
    }
}
