//! What is known of an election by whoever drafts and signs: from a kit, offline, or from a ledger.

use std::cmp::Reverse;

use super::error::{Error, KitError, SourceError};
use super::parallel::Cores;
use super::policy::tell_believed;
use super::setting::Setting;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::Sequence;
use crate::domain::state::{Election, State};
use crate::domain::statement::Body;
use crate::intake::ballots::Ballots;
use crate::intake::draft::DraftContext;
use crate::intake::draft::hint::Hints;
use crate::intake::draft::scans::Scans;
use crate::ledger::envelope::Envelope;
use crate::ledger::files::kit::Kit;
use crate::ledger::submission::SignedStatement;
use crate::remote::http::{Http, HttpError};
use crate::store::read::{self, Reading};
use crate::tally::gate::holds_figures;
use crate::tally::read_model::ReadModel;
use crate::tally::record::{ContestRecord, PaperEvent, PaperStep};
use crate::verify::conclude::{ClaimedCheckpoints, TrustAnchors};
use crate::verify::fault::{Fault, FaultKind};
use crate::verify::replay::Replay;

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

/// What drafts are held against.
#[derive(Debug)]
pub struct Background {
    /// The state, which decides.
    pub state: State,
    /// The read model, which knows what was said.
    pub model: ReadModel,
    /// Where both are from.
    pub origin: Origin,
    ballots: Ballots,
}

/// Where a background is from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// A kit, which has the structure of the election and no papers.
    Kit,
    /// From the ledger itself, which has every paper.
    Ledger,
}

impl Background {
    /// From a kit's bytes, whose signatures are all checked, under the policy that the reader brought.
    ///
    /// # Errors
    /// [`KitError`].
    pub fn of_kit(bytes: &[u8], anchors: &TrustAnchors<'_>) -> Result<Self, KitError> {
        let kit = Kit::decode(bytes).map_err(KitError::Malformed)?;
        let judged = anchors.judge(&ClaimedCheckpoints::of_published(Some(kit.checkpoint.clone())));
        judged.fault.map_or(Ok(()), |what| Err(KitError::NotTaken(Box::new(Fault::of_ledger(what)))))?;
        let mut replay = Replay::new(Cores);
        replay.feed(kit.envelopes);
        // A kit is a selection: its envelopes do not follow one another, and need not.
        let faults = replay.faults().iter().filter(|fault| !matches!(fault.what, FaultKind::Link(_)));
        if let Some(gravest) = faults.min_by_key(|fault| Reverse(fault.verdict())) {
            return Err(KitError::Fault(Box::new(gravest.clone())));
        }
        let log_key = replay.log_key_at(replay.size());
        if log_key.is_none_or(|key| kit.checkpoint.verify(key).is_err()) {
            return Err(KitError::NotSigned);
        }
        let (state, model, _, _) = replay.into_parts();
        Ok(Self::new(state, model, Origin::Kit))
    }

    /// From the ledger, replayed, under what the reader brought.
    ///
    /// # Errors
    /// [`SourceError::NotVerified`]; [`Error::Store`].
    pub fn of_ledger(setting: &Setting<'_>, anchors: &TrustAnchors<'_>) -> Result<Self, Error> {
        let (state, model) = read::state(setting.ledger, anchors, Cores).map_err(Error::reading(setting.ledger))?;
        tell_believed(setting.observer, anchors, &model);
        Ok(Self::new(state, model, Origin::Ledger))
    }

    fn new(state: State, model: ReadModel, origin: Origin) -> Self {
        let names = |record: &ContestRecord| {
            let standing = record.candidates.iter().filter(|candidate| candidate.withdrawn.is_none());
            standing.map(|c| (c.registered.number, c.registered.names.clone())).collect()
        };
        let ballots = Ballots(model.contests().iter().map(|(id, record)| (id.clone(), names(record))).collect());
        Self { state, model, origin, ballots }
    }

    /// The election that drafts are for, as it stands at the kit's size.
    ///
    /// # Errors
    /// [`KitError::NoFoundingAct`]: a kit or ledger without one is none.
    pub fn election(&self) -> Result<&Election, KitError> {
        self.state.election().ok_or(KitError::NoFoundingAct)
    }

    /// What a draft must know to be read and written: its labels in a language where the form has it, and the words of its
    /// hints.
    ///
    /// # Errors
    /// [`KitError::NoFoundingAct`].
    pub fn context<'a>(&'a self, language: &'a str, hints: Hints) -> Result<DraftContext<'a>, KitError> {
        let election = self.election()?;
        Ok(DraftContext {
            form: &election.manifest().form,
            ballots: &self.ballots,
            language,
            hints,
            ledger: election.ledger(),
            scans: Scans::default(),
        })
    }
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
