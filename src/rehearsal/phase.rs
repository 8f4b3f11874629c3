//! The phases of a rehearsal, in whose order it goes.

use crate::domain::id::ContestId;

/// A stretch of a rehearsal, all of whose statements follow from what is in the ledger before it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Phase {
    /// Commissions of this rank, 1 for those directly below the top tier.
    Commissions(usize),
    /// Every candidate of every contest.
    Candidates,
    /// The top commission accredits the observers.
    Observers,
    /// Commissions report turnout, hour by hour.
    Turnout(ContestId),
    /// Precincts seal their opening items.
    Openings(ContestId),
    /// Precincts submit their protocols.
    Protocols(ContestId),
    /// Observers file their copies.
    Copies(ContestId),
    /// Corrections of this round: a unit's first, from 0 on, then those that replace one.
    Corrections(ContestId, usize),
    /// Annulments, failed votings and repeat votings.
    Decisions(ContestId),
    /// Summaries of units of this rank.
    Summaries(ContestId, usize),
}

/// What a phase is about, whatever contest and rank.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is the phase of its name")]
pub enum PhaseKind {
    Commissions,
    Candidates,
    Observers,
    Turnout,
    Openings,
    Protocols,
    Copies,
    Corrections,
    Decisions,
    Summaries,
}

impl Phase {
    /// The contest that it is of; none where it is of all.
    pub fn contest(&self) -> Option<&ContestId> {
        match self {
            Self::Commissions(_) | Self::Candidates | Self::Observers => None,
            Self::Turnout(contest)
            | Self::Openings(contest)
            | Self::Protocols(contest)
            | Self::Copies(contest)
            | Self::Corrections(contest, _)
            | Self::Decisions(contest)
            | Self::Summaries(contest, _) => Some(contest),
        }
    }

    /// What it is about, for people who wait.
    pub fn kind(&self) -> PhaseKind {
        match self {
            Self::Commissions(_) => PhaseKind::Commissions,
            Self::Candidates => PhaseKind::Candidates,
            Self::Observers => PhaseKind::Observers,
            Self::Turnout(_) => PhaseKind::Turnout,
            Self::Openings(_) => PhaseKind::Openings,
            Self::Protocols(_) => PhaseKind::Protocols,
            Self::Copies(_) => PhaseKind::Copies,
            Self::Corrections(..) => PhaseKind::Corrections,
            Self::Decisions(_) => PhaseKind::Decisions,
            Self::Summaries(..) => PhaseKind::Summaries,
        }
    }
}

impl PhaseKind {
    /// Its name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Commissions => "commissions",
            Self::Candidates => "candidates",
            Self::Observers => "observers",
            Self::Turnout => "turnout",
            Self::Openings => "openings",
            Self::Protocols => "protocols",
            Self::Copies => "copies",
            Self::Corrections => "corrections",
            Self::Decisions => "decisions",
            Self::Summaries => "summaries",
        }
    }
}
