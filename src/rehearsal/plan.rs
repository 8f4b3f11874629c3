//! What a phase of a rehearsal plans.

use super::phase::Phase;
use super::rows::{ScriptRow, rows};
use super::script::Script;
use crate::domain::id::LedgerId;
use crate::domain::number::Size;

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

impl Plan<'_, '_> {
    /// How many statements the phase has.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether the phase has none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl<'a> Script<'a> {
    /// What a phase says, given the size at which it began.
    pub fn plan(&self, phase: &Phase, ledger: LedgerId, at: Size) -> Plan<'_, 'a> {
        Plan { script: self, phase: phase.clone(), ledger, at, rows: rows(self, phase) }
    }
}
