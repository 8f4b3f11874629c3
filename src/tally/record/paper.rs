//! A precinct's paper: what happened to it, and what was said about it.

use serde::{Deserialize, Serialize};

use super::provenance::Provenance;
use super::written::Written;
use crate::domain::number::Voting;
use crate::domain::observer::CopyFiled;
use crate::domain::protocol::{
    OpeningSealed, ProtocolAnnulled, ProtocolCorrected, ProtocolSubmitted, RepeatVotingCalled, TurnoutReported,
    VotingFailed,
};

/// How much happens to most papers: beyond, memory grows by doubling, however often somebody hands in.
const HANDFUL: usize = 8;

/// A precinct's paper in a contest, over all votings.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct PaperRecord {
    /// Turnout reports, in order of arrival.
    pub turnout: Written<(Provenance, TurnoutReported)>,
    /// What happened to the paper, in order.
    pub steps: Vec<PaperStep>,
    /// Observers' copies, in order of arrival.
    pub copies: Vec<(Provenance, CopyFiled)>,
}

/// One thing that happened to a paper.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PaperStep {
    /// When, and by whom.
    pub provenance: Provenance,
    /// What happened to the paper.
    pub what: PaperEvent,
}

/// What happened to a paper.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum PaperEvent {
    /// The opening items were sealed.
    Opened(OpeningSealed),
    /// The protocol came in.
    Reported(ProtocolSubmitted),
    /// A new version came in.
    Corrected(Box<ProtocolCorrected>),
    /// A commission above annulled the protocol.
    Annulled(ProtocolAnnulled),
    /// A commission above declared that the voting failed.
    Failed(VotingFailed),
    /// The voting is held again.
    RepeatCalled(RepeatVotingCalled),
}

impl PaperEvent {
    /// The voting that the event is of.
    pub fn voting(&self) -> Voting {
        match self {
            Self::Opened(sealed) => sealed.paper.voting,
            Self::Reported(protocol) => protocol.paper.voting,
            Self::Corrected(corrected) => corrected.protocol.paper.voting,
            Self::Annulled(annulled) => annulled.paper.voting,
            Self::Failed(failed) => failed.paper.voting,
            Self::RepeatCalled(repeat) => repeat.paper.voting,
        }
    }
}

impl PaperRecord {
    pub(in crate::tally) fn step(&mut self, what: PaperEvent, by: Provenance) {
        grow(&mut self.steps, PaperStep { provenance: by, what });
    }

    pub(in crate::tally) fn report(&mut self, reported: &TurnoutReported, by: Provenance) {
        self.turnout.push(&(by, reported.clone()));
    }

    pub(in crate::tally) fn copy(&mut self, filed: &CopyFiled, by: Provenance) {
        grow(&mut self.copies, (by, filed.clone()));
    }
}

/// Adds one. Of papers there are a million, and of what happened to each a handful: a handful takes no more memory than it needs.
fn grow<T>(to: &mut Vec<T>, one: T) {
    if to.len() < HANDFUL {
        to.reserve_exact(1);
    }
    to.push(one);
}
