//! The order of a rehearsal, phase by phase, and what a phase plans.

use super::keys::Signer;
use super::papers;
use super::rows::ScriptRow;
use super::script::Script;
use crate::domain::Statement;
use crate::domain::id::{ContestId, LedgerId};
use crate::domain::number::Size;
use crate::domain::time::Millis;
use crate::tally::ReadModel;

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

/// What a phase says, given the size at which it began. A million statements would fill the memory: each is made when
/// it is asked for, from its row and from the read model, in any order.
#[derive(Debug)]
pub struct Plan<'s, 'a> {
    pub(super) script: &'s Script<'a>,
    pub(super) phase: Phase,
    pub(super) ledger: LedgerId,
    pub(super) at: Size,
    pub(super) rows: Vec<ScriptRow<'a>>,
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

impl Plan<'_, '_> {
    /// How many statements the phase has.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether the phase has none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A statement of the phase; the read model may be further on than the phase's beginning. None beyond its end.
    pub fn say(&self, index: usize, model: &ReadModel) -> Option<Planned> {
        let row = self.rows.get(index)?;
        let (body, signers) = papers::say(self, row, model);
        let said_at = papers::clock(self, row, index);
        let statement = Statement { ledger: self.ledger, said_at, body };
        Some(Planned { statement, clock: said_at, signers })
    }

    /// Every statement of the phase.
    pub fn all<'p>(&'p self, model: &'p ReadModel) -> impl Iterator<Item = Planned> + 'p {
        (0..self.len()).filter_map(|index| self.say(index, model))
    }
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
