//! What a ledger knows of a draft before anybody types: the version that is corrected, the sums that are summarised,
//! the event that is meant where only one can be.

use super::background::{Background, Origin};
use super::error::DraftError;
use crate::domain::decision::Decision;
use crate::domain::id::{ContestId, EventHash, UnitId};
use crate::domain::protocol::ProtocolCorrected;
use crate::domain::statement::{Body, Kind};
use crate::domain::summary::{SummaryCorrected, SummarySubmitted};
use crate::domain::text::Text;
use crate::intake::alike::twin;
use crate::tally::summaries::recompute;

/// What a draft is about, as far as it was named.
#[derive(Debug, Default)]
pub struct Subject {
    /// The contest, where the clerk named one.
    pub contest: Option<ContestId>,
    /// The unit, where the clerk named one.
    pub unit: Option<UnitId>,
    /// The event that it changes or answers.
    pub event: Option<EventHash>,
}

/// Whether statements of a kind name scans.
pub fn takes_scans(kind: Kind) -> bool {
    matches!(kind, Kind::ProtocolSubmitted | Kind::ProtocolCorrected | Kind::CopyFiled)
}

/// A unit that is there; a commission is formed for one that is not.
///
/// # Errors
/// [`DraftError::NoUnit`].
pub fn unit(kind: Kind, name: &str, background: &Background) -> Result<UnitId, DraftError> {
    let is_known = |unit: &UnitId| kind == Kind::CommissionFormed || background.model.units().contains_key(unit);
    let twin = || twin(name, background.model.units().keys()).cloned();
    let missing = || DraftError::NoUnit { unit: name.to_owned(), twin: twin() };
    name.parse::<UnitId>().ok().filter(is_known).ok_or_else(missing)
}

/// The contest of a name, or the only one.
///
/// # Errors
/// [`DraftError::NoContest`]; [`DraftError::SeveralContests`] where the kind is about one of them.
pub fn contest(kind: Kind, name: Option<&str>, background: &Background) -> Result<Option<ContestId>, DraftError> {
    let contests = background.model.contests();
    let known = || contests.keys().cloned().collect();
    match name {
        Some(name) => {
            let missing = || DraftError::NoContest { contest: name.to_owned(), known: known() };
            let contest = background.model.contest_named(name).ok_or_else(missing)?;
            Ok(Some(contest.contest.id.clone()))
        }
        None if contests.len() == 1 => Ok(contests.keys().next().cloned()),
        None if is_about_a_contest(kind) => Err(DraftError::SeveralContests(known())),
        None => Ok(None),
    }
}

fn is_about_a_contest(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::OpeningSealed
            | Kind::TurnoutReported
            | Kind::ProtocolSubmitted
            | Kind::ProtocolCorrected
            | Kind::ProtocolAnnulled
            | Kind::VotingFailed
            | Kind::RepeatVotingCalled
            | Kind::SummarySubmitted
            | Kind::SummaryCorrected
            | Kind::CopyFiled
    )
}

/// A statement that follows from the ledger but for what a person changes in it; none where nothing follows.
///
/// # Errors
/// [`DraftError`].
pub fn whole(kind: Kind, subject: &Subject, background: &Background) -> Result<Option<Body>, DraftError> {
    let (Some(contest), Some(unit)) = (&subject.contest, &subject.unit) else { return Ok(None) };
    match kind {
        Kind::ProtocolCorrected => Ok(correction(contest, unit, subject.event, background)),
        Kind::SummarySubmitted => {
            let summary = recomputed(contest, unit, &[], background)?;
            Ok(Some(Body::SummarySubmitted(summary)))
        }
        Kind::SummaryCorrected => summary_correction(contest, unit, background).map(Some),
        _ => Ok(None),
    }
}

/// The protocol in force, to be changed where it is wrong: what nobody changes stays as it was signed. Another version
/// than the one in force has nothing to be filled in from.
fn correction(contest: &ContestId, unit: &UnitId, event: Option<EventHash>, background: &Background) -> Option<Body> {
    let paper = background.model.paper(contest, unit)?;
    let (provenance, protocol) = paper.at(background.state.size()).in_force?;
    event.is_none_or(|event| event == provenance.event).then(|| {
        Body::ProtocolCorrected(ProtocolCorrected {
            replaces: provenance.event,
            reason: Text::default(),
            decision: undecided(),
            protocol: protocol.clone(),
        })
    })
}

/// A summary is prepared from the ledger, for its members to compare with their own paper.
fn recomputed(
    contest: &ContestId,
    unit: &UnitId,
    left_out: &[UnitId],
    background: &Background,
) -> Result<SummarySubmitted, DraftError> {
    if background.origin == Origin::Kit {
        return Err(DraftError::SummaryFromKit);
    }
    let size = background.state.size();
    let missing = || DraftError::NoSummary { unit: unit.clone(), contest: contest.clone() };
    let recomputed = recompute(&background.model, contest, unit, size, left_out).ok_or_else(missing)?;
    Ok(SummarySubmitted {
        contest: contest.clone(),
        unit: unit.clone(),
        totals: recomputed.totals,
        counters: recomputed.counters,
        made_at: size,
        left_out: left_out.to_vec(),
        root: recomputed.root,
        form_serial: Text::default(),
        completed_at: None,
    })
}

/// The summary in force, with the sums of today. It leaves out the units that it left out before, as far as there still
/// is a protocol to leave out.
fn summary_correction(contest: &ContestId, unit: &UnitId, background: &Background) -> Result<Body, DraftError> {
    let (model, size) = (&background.model, background.state.size());
    let in_force = model.summary(contest, unit).and_then(|record| record.in_force(size));
    let Some((provenance, summary)) = in_force.filter(|_| background.origin == Origin::Ledger) else {
        recomputed(contest, unit, &[], background)?;
        return Err(DraftError::NothingToCorrect { unit: unit.clone(), contest: contest.clone() });
    };
    let is_reported =
        |unit: &&UnitId| model.paper(contest, unit).is_some_and(|record| record.at(size).in_force.is_some());
    let left_out: Vec<_> = summary.left_out.iter().filter(is_reported).cloned().collect();
    Ok(Body::SummaryCorrected(SummaryCorrected {
        replaces: provenance.event,
        reason: Text::default(),
        decision: undecided(),
        summary: SummarySubmitted {
            form_serial: summary.form_serial.clone(),
            completed_at: summary.completed_at,
            ..recomputed(contest, unit, &left_out, background)?
        },
    }))
}

fn undecided() -> Decision {
    Decision { reference: Text::default(), date: None }
}

/// The event that a draft is about where nobody named one: the protocol in force, or the only complaint that is open.
pub fn event(kind: Kind, subject: &Subject, background: &Background) -> Option<EventHash> {
    let model = &background.model;
    match kind {
        Kind::ProtocolCorrected | Kind::ProtocolAnnulled | Kind::ComplaintFiled => {
            let paper = model.paper(subject.contest.as_ref()?, subject.unit.as_ref()?)?;
            paper.at(background.state.size()).in_force.map(|(provenance, _)| provenance.event)
        }
        Kind::ComplaintDecided => {
            let mut open = model.complaints().iter().filter(|(_, record)| record.decided.is_none());
            open.next().filter(|_| open.next().is_none()).map(|(complaint, _)| *complaint)
        }
        _ => None,
    }
}

/// The log's key in force, which its change must name.
pub fn log_key(background: &Background) -> Option<Text> {
    background.model.election()?.log_key.parse().ok()
}
