//! The order of a rehearsal, phase by phase, and what a phase plans.

use super::keys::Signer;
use crate::domain::Statement;
use crate::domain::id::ContestId;
use crate::domain::time::Millis;

/// A stretch of a rehearsal, all of whose statements follow from what is in the ledger before it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Phase {
    /// Commissions of this rank, 1 for those directly below the top tier.
    Commissions(usize),
    /// Every candidate of every contest.
    Candidates,
    /// The observers.
    Observers,
    /// Turnout by hour.
    Turnout(ContestId),
    /// Opening items.
    Openings(ContestId),
    /// Protocols.
    Protocols(ContestId),
    /// Observers' copies.
    Copies(ContestId),
    /// Corrections.
    Corrections(ContestId),
    /// Annulments, failed votings and repeat votings.
    Decisions(ContestId),
    /// Summaries of units of this rank.
    Summaries(ContestId, usize),
}

/// A statement to come, when it is handed in, and who signs it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Planned {
    /// What is said.
    pub statement: Statement,
    /// When, by the virtual clock.
    pub clock: Millis,
    /// Exactly the signatures that the rule asks for.
    pub signers: Vec<Signer>,
}

impl Phase {
    /// What the phase is about, in two words, for people who wait.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Commissions(_) => "commissions",
            Self::Candidates => "candidates",
            Self::Observers => "observers",
            Self::Turnout(_) => "turnout",
            Self::Openings(_) => "opening items",
            Self::Protocols(_) => "protocols",
            Self::Copies(_) => "copies",
            Self::Corrections(_) => "corrections",
            Self::Decisions(_) => "decisions",
            Self::Summaries(..) => "summaries",
        }
    }
}
