//! The publication gate: before the moment that the founding act names, no figure leaves the ledger for outsiders.
//! Checkpoints do, and proofs: that something was sealed is no figure.

use super::read_model::ReadModel;
use crate::domain::id::UnitId;
use crate::domain::manifest::Manifest;
use crate::domain::statement::Kind;
use crate::domain::time::Millis;

/// Whether figures may leave.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gate {
    /// Figures may leave.
    Open,
    /// Not before this moment.
    Closed {
        /// The instant at which it opens.
        until: Millis,
    },
}

impl Gate {
    /// How the gate of an election stands at a moment: at the very moment that the founding act names it is open.
    pub fn at(manifest: &Manifest, now: Millis) -> Self {
        match manifest.publish_not_before {
            Some(until) if now < until => Self::Closed { until },
            _ => Self::Open,
        }
    }

    /// How the gate of a ledger stands at a moment; open where no founding act names one.
    pub fn of(model: &ReadModel, now: Millis) -> Self {
        model.election().map_or(Self::Open, |election| Self::at(&election.founding.manifest, now))
    }

    /// How it stands for one event: open for a kind without figures. What cannot be read might hold some.
    pub fn of_event(model: &ReadModel, kind: Option<Kind>, now: Millis) -> Self {
        if kind.is_some_and(|kind| !holds_figures(kind)) { Self::Open } else { Self::of(model, now) }
    }
}

/// Whether statements of a kind hold figures of the voting.
pub fn holds_figures(kind: Kind) -> bool {
    match kind {
        Kind::OpeningSealed
        | Kind::TurnoutReported
        | Kind::ProtocolSubmitted
        | Kind::ProtocolCorrected
        | Kind::SummarySubmitted
        | Kind::SummaryCorrected
        | Kind::CopyFiled => true,
        Kind::ElectionCalled
        | Kind::ContestCalled
        | Kind::LogKeyRotated
        | Kind::CommissionFormed
        | Kind::MemberReplaced
        | Kind::KeyRevoked
        | Kind::NominationApproved
        | Kind::CandidateRegistered
        | Kind::CandidateWithdrawn
        | Kind::ObserverAccredited
        | Kind::AccreditationWithdrawn
        | Kind::ProtocolAnnulled
        | Kind::VotingFailed
        | Kind::RepeatVotingCalled
        | Kind::ComplaintFiled
        | Kind::ComplaintDecided
        | Kind::ResultCertified
        | Kind::LedgerClosed => false,
    }
}

/// Whether anything with figures came in about a unit, or about one below it.
pub fn has_figures(model: &ReadModel, unit: &UnitId) -> bool {
    model.contests().keys().any(|contest| {
        let mut papers = model.lowest_within(unit).into_keys().chain([unit]);
        papers.any(|unit| model.paper(contest, unit).is_some()) || model.summaries(contest).any(|(of, _)| of == unit)
    })
}
