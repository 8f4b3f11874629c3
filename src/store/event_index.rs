//! Where events are, by what they are asked for: their hash, their statement, their unit. It lives in memory, beside
//! whatever holds the events.

use std::collections::BTreeMap;

use crate::domain::id::{EventHash, StatementHash, UnitId};
use crate::domain::number::Sequence;

/// The places of events.
#[derive(Clone, Debug, Default)]
pub(super) struct EventIndex {
    events: BTreeMap<EventHash, Sequence>,
    statements: BTreeMap<StatementHash, Sequence>,
    units: BTreeMap<UnitId, Vec<Sequence>>,
}

impl EventIndex {
    /// Notes the next event. What cannot be read has no statement, and is about no unit.
    pub fn note(&mut self, at: Sequence, event: EventHash, statement: Option<StatementHash>, unit: Option<&UnitId>) {
        self.events.insert(event, at);
        self.statements.extend(statement.map(|hash| (hash, at)));
        if let Some(unit) = unit {
            self.units.entry(unit.clone()).or_default().push(at);
        }
    }

    /// The place of an event.
    pub fn by_hash(&self, event: EventHash) -> Option<Sequence> {
        self.events.get(&event).copied()
    }

    /// The place of a statement.
    pub fn by_statement(&self, statement: StatementHash) -> Option<Sequence> {
        self.statements.get(&statement).copied()
    }

    /// The places of the events about a unit, ascending.
    pub fn by_unit(&self, unit: &UnitId) -> Vec<Sequence> {
        self.units.get(unit).cloned().unwrap_or_default()
    }
}
