//! The rows as events come in, under one root.

use std::collections::BTreeMap;

use super::all::all;
use crate::domain::event::RecordedEvent;
use crate::domain::time::Millis;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::node::{RowHash, RowNode};
use crate::ledger::rows::tree::RowTree;
use crate::tally::moment::Moment;
use crate::tally::read_model::ReadModel;

/// The rows of a ledger, kept as its events come in.
#[derive(Clone, Debug)]
pub struct KeptRows {
    now: Moment,
    rows: BTreeMap<RowKey, String>,
    tree: RowTree,
    /// The rows that were put since the last settlement.
    put: BTreeMap<RowKey, String>,
}

/// What changed since the last settlement. Whoever keeps the nodes deletes those that are gone first, and then puts the
/// new ones in: a hash may be in both.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settled {
    /// The root over the rows.
    pub root: RowHash,
    /// The forks and rows that were put.
    pub nodes: Vec<RowNode>,
    /// The hashes of what was replaced.
    pub gone: Vec<RowHash>,
}

impl KeptRows {
    /// The rows of a read model, which is the fold of exactly so many events.
    pub fn of(model: &ReadModel, now: Moment) -> Self {
        let (rows, tree, put) = (BTreeMap::new(), RowTree::default(), BTreeMap::new());
        let mut kept = Self { now, rows, tree, put };
        kept.compute(model);
        kept
    }

    /// Takes in an event that the read model has taken in already.
    pub fn follow(&mut self, model: &ReadModel, recorded: &RecordedEvent) {
        self.now.size = recorded.sequence.size();
        self.pass(model, recorded.arrival);
    }

    /// Takes in that it is so late: the arrival of an entry that was not admitted. What came before changes nothing.
    pub fn pass(&mut self, model: &ReadModel, arrival: Millis) {
        self.now.clock = self.now.clock.max(arrival);
        self.compute(model);
    }

    /// The root, and what changed since it was asked for before.
    pub fn settle(&mut self) -> Settled {
        let settled = self.tree.settle();
        let rows = std::mem::take(&mut self.put).into_iter().map(|(key, value)| RowNode::Row { key, value });
        Settled { root: settled.root, nodes: settled.forks.into_iter().chain(rows).collect(), gone: settled.gone }
    }

    fn compute(&mut self, model: &ReadModel) {
        let rows = all(model, self.now);
        for key in self.rows.keys().filter(|key| !rows.contains_key(*key)) {
            self.tree.take(key);
            self.put.remove(key);
        }
        for (key, value) in rows.iter().filter(|(key, value)| self.rows.get(*key) != Some(*value)) {
            self.tree.put(key, value);
            self.put.insert(key.clone(), value.clone());
        }
        self.rows = rows;
    }
}
