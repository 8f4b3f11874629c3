//! What is known of an election by whoever drafts and signs: from a kit, offline, or from a ledger.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::error::KitError;
use crate::crypto::key::PublicKey;
use crate::crypto::parallel::ParallelMap;
use crate::domain::state::{Election, State};
use crate::intake::ballots::Ballots;
use crate::intake::draft::DraftContext;
use crate::intake::draft::hint::Hints;
use crate::intake::draft::scans::Scans;
use crate::intake::members::demonstrations;
use crate::ledger::files::kit::Kit;
use crate::tally::read_model::ReadModel;
use crate::tally::record::ContestRecord;
use crate::verify::conclude::{ClaimedCheckpoints, TrustAnchors};
use crate::verify::fault::{Fault, FaultKind};
use crate::verify::replay::Replay;

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
    demonstrations: OnceLock<BTreeSet<PublicKey>>,
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
    pub fn of_kit(bytes: &[u8], anchors: &TrustAnchors<'_>, map: impl ParallelMap) -> Result<Self, KitError> {
        let kit = Kit::decode(bytes).map_err(KitError::Malformed)?;
        let judged = anchors.judge(&ClaimedCheckpoints::of_published(Some(kit.checkpoint.clone())));
        judged.fault.map_or(Ok(()), |what| Err(KitError::NotTaken(Box::new(Fault::of_ledger(what)))))?;
        let mut replay = Replay::new(map);
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

    /// Of a state and the read model beside it, from the same events.
    pub fn new(state: State, model: ReadModel, origin: Origin) -> Self {
        let names = |record: &ContestRecord| {
            let standing = record.candidates.iter().filter(|candidate| candidate.withdrawn.is_none());
            standing.map(|c| (c.registered.number, c.registered.names.clone())).collect()
        };
        let ballots = Ballots(model.contests().iter().map(|(id, record)| (id.clone(), names(record))).collect());
        Self { state, model, origin, ballots, demonstrations: OnceLock::new() }
    }

    /// The election that drafts are for, as it stands at the kit's size.
    ///
    /// # Errors
    /// [`KitError::NoFoundingAct`]: a kit or ledger without one is none.
    pub fn election(&self) -> Result<&Election, KitError> {
        self.state.election().ok_or(KitError::NoFoundingAct)
    }

    /// The demonstration keys of every unit that is formed, which anybody can derive: derived once, however many drafts
    /// are held against them. None in a rehearsal.
    pub fn demonstrations(&self) -> &BTreeSet<PublicKey> {
        self.demonstrations.get_or_init(|| {
            let founding = self.model.election().map(|election| &election.founding.manifest);
            founding.map_or_else(BTreeSet::new, |manifest| demonstrations(self.model.units().keys(), manifest))
        })
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
