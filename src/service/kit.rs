//! Kits: made of a ledger, fetched from a service; and what is known where the ledger itself is at hand.

use super::error::{Error, SourceError};
use super::parallel::Cores;
use super::policy::tell_believed;
use super::setting::Setting;
use crate::clerk::background::{Background, Origin};
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::Sequence;
use crate::domain::statement::Body;
use crate::ledger::envelope::Envelope;
use crate::ledger::files::kit::Kit;
use crate::ledger::submission::SignedStatement;
use crate::remote::http::{Http, HttpError};
use crate::store::read::{self, Reading};
use crate::tally::gate::holds_figures;
use crate::tally::read_model::ReadModel;
use crate::tally::record::{PaperEvent, PaperStep};
use crate::verify::conclude::TrustAnchors;

/// The most bytes of a kit that is asked for over the network: that of the largest election, with room.
const KIT_BYTES_MAX: usize = 64 * 1024 * 1024;

/// Where a service has the kit of the whole election.
const KIT: &str = "/v1/kit";

/// A kit from its URL, or from a service at its own. It is no more than bytes: [`Background::of_kit`] checks it.
///
/// # Errors
/// [`SourceError::Remote`].
pub fn fetch(url: &str) -> Result<Vec<u8>, Error> {
    let of_service = is_bare(url).then(|| format!("{}{KIT}", url.trim_end_matches('/')));
    let url = of_service.as_deref().unwrap_or(url);
    let answer = Http::new().get(url, KIT_BYTES_MAX).map_err(SourceError::from)?;
    let error = match answer.status {
        200 if answer.body.len() <= KIT_BYTES_MAX => return Ok(answer.body),
        200 => HttpError::TooLong { url: url.to_owned(), bytes_max: KIT_BYTES_MAX },
        status => HttpError::Status { url: url.to_owned(), status },
    };
    Err(SourceError::Remote(error).into())
}

/// The service whose kit is at a URL, by its own URL; none where the kit is from elsewhere.
pub fn service_of(url: &str) -> Option<&str> {
    let kit = url.split('?').next().unwrap_or(url);
    kit.strip_suffix(KIT).or_else(|| is_bare(url).then(|| url.trim_end_matches('/')))
}

/// Whether a URL names a machine and nothing on it.
fn is_bare(url: &str) -> bool {
    let names = url.split_once("://").map(|(_, rest)| rest.trim_end_matches('/'));
    names.is_some_and(|name| !name.contains(['/', '?']))
}

/// What is known from the ledger, replayed, under what the reader brought.
///
/// # Errors
/// [`SourceError::NotVerified`]; [`Error::Store`].
pub fn of_ledger(setting: &Setting<'_>, anchors: &TrustAnchors<'_>) -> Result<Background, Error> {
    let (state, model) = read::state(setting.ledger, anchors, Cores).map_err(Error::reading(setting.ledger))?;
    tell_believed(setting.observer, anchors, &model);
    Ok(Background::new(state, model, Origin::Ledger))
}

/// The kit of a ledger; of one unit and those above it, where a unit is named.
///
/// # Errors
/// [`Error::Store`].
pub fn make(setting: &Setting<'_>, reading: &Reading, unit: Option<&UnitId>) -> Result<Kit, Error> {
    let mut envelopes = Vec::new();
    for place in 0..reading.events.size().0 {
        let bytes = reading.events.envelope(Sequence(place)).map_err(Error::store(setting.ledger))?.unwrap_or_default();
        if About::of_envelope(&bytes).is_some_and(|about| about.belongs(&reading.model, unit)) {
            envelopes.push(bytes);
        }
    }
    Ok(Kit { checkpoint: reading.checkpoint.clone(), envelopes })
}

/// What an event is about that kits may have: the structure of the election, and everything about papers whose voting
/// was repeated.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum About {
    /// The election itself.
    Election,
    /// A contest of this unit, or of all.
    Contest(Option<UnitId>),
    /// The ballot of a contest.
    Ballot(ContestId),
    /// A unit's commission, or its observers.
    Unit(UnitId),
    /// A unit's paper, with figures of the voting or without.
    Paper(UnitId, bool),
}

impl About {
    /// Of an event as the ledger has it; none where no kit has it.
    pub fn of_envelope(bytes: &[u8]) -> Option<Self> {
        let envelope = Envelope::decode(bytes).ok()?;
        Self::of(&SignedStatement::decode(&envelope.submission).ok()?.statement().ok()?.body)
    }

    fn of(body: &Body) -> Option<Self> {
        match body {
            Body::ElectionCalled(_) | Body::LogKeyRotated(_) => Some(Self::Election),
            Body::ContestCalled(called) => Some(Self::Contest(called.contest.unit.clone())),
            Body::NominationApproved(approved) => Some(Self::Ballot(approved.contest.clone())),
            Body::CandidateRegistered(registered) => Some(Self::Ballot(registered.contest.clone())),
            Body::CandidateWithdrawn(withdrawn) => Some(Self::Ballot(withdrawn.contest.clone())),
            Body::CommissionFormed(_) | Body::MemberReplaced(_) | Body::KeyRevoked(_) | Body::ObserverAccredited(_) => {
                body.unit().cloned().map(Self::Unit)
            }
            Body::OpeningSealed(_)
            | Body::ProtocolSubmitted(_)
            | Body::ProtocolCorrected(_)
            | Body::ProtocolAnnulled(_)
            | Body::VotingFailed(_)
            | Body::RepeatVotingCalled(_) => {
                let figures = holds_figures(body.kind());
                body.unit().map(|unit| Self::Paper(unit.clone(), figures))
            }
            Body::AccreditationWithdrawn(_)
            | Body::TurnoutReported(_)
            | Body::SummarySubmitted(_)
            | Body::SummaryCorrected(_)
            | Body::CopyFiled(_)
            | Body::ComplaintFiled(_)
            | Body::ComplaintDecided(_)
            | Body::ResultCertified(_)
            | Body::LedgerClosed(_) => None,
        }
    }

    /// Whether the kit of a unit has it, or that of the whole election.
    pub fn belongs(&self, model: &ReadModel, unit: Option<&UnitId>) -> bool {
        let concerns = |about: &UnitId| unit.is_none_or(|unit| model.lineage(unit).any(|above| above == about));
        // A contest of another unit, and its candidates, cannot be told where that unit is not known.
        let is_held = |held_in: &Option<UnitId>| held_in.as_ref().is_none_or(concerns);
        match self {
            Self::Election => true,
            Self::Contest(held_in) => is_held(held_in),
            Self::Ballot(contest) => model.contests().get(contest).is_some_and(|of| is_held(&of.contest.unit)),
            Self::Unit(about) => concerns(about),
            Self::Paper(about, _) => concerns(about) && was_repeated(model, about),
        }
    }
}

fn was_repeated(model: &ReadModel, unit: &UnitId) -> bool {
    let repeated = |step: &PaperStep| matches!(step.what, PaperEvent::RepeatCalled(_));
    model.contests().keys().any(|c| model.paper(c, unit).is_some_and(|paper| paper.steps.iter().any(repeated)))
}
