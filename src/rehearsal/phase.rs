//! The phases of a rehearsal, in whose order it goes.

use crate::domain::id::ContestId;

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
    /// Corrections of this round: a unit's first, from 0 on, then those that replace one.
    Corrections(ContestId, usize),
    /// Annulments, failed votings and repeat votings.
    Decisions(ContestId),
    /// Summaries of units of this rank.
    Summaries(ContestId, usize),
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
            Self::Corrections(..) => "corrections",
            Self::Decisions(_) => "decisions",
            Self::Summaries(..) => "summaries",
        }
    }
}
