//! The rows that were put since they were settled, over the tree of them all.

use std::collections::BTreeMap;

use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::node::{RowHash, RowNode};
use crate::ledger::rows::tree::RowTree;
use crate::tally::rows::sources::Row;

/// The tree over the rows, and the rows that were put since the last settlement.
#[derive(Clone, Debug, Default)]
pub(super) struct PutRows {
    tree: RowTree,
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

impl PutRows {
    /// Puts a row in, or takes it out where it has no value.
    pub(super) fn set(&mut self, (key, value): Row) {
        match value {
            Some(value) => {
                if self.tree.put(&key, &value) {
                    self.put.insert(key, value);
                }
            }
            None => {
                self.tree.take(&key);
                self.put.remove(&key);
            }
        }
    }

    pub(super) fn settle(&mut self) -> Settled {
        let settled = self.tree.settle();
        let rows = std::mem::take(&mut self.put).into_iter().map(|(key, value)| RowNode::Row { key, value });
        Settled { root: settled.root, nodes: settled.forks.into_iter().chain(rows).collect(), gone: settled.gone }
    }
}
