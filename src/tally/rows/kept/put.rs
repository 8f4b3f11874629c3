//! The rows that were put since they were settled, over the tree of them all.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::node::RowHash;
use crate::ledger::rows::page::RowPage;
use crate::ledger::rows::tree::RowTree;
use crate::tally::rows::sources::Row;

/// The tree over the rows, and the rows that were put since the last settlement.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct PutRows {
    tree: RowTree,
    put: ChangedRows,
}

/// Rows by their keys, each with its new value; none where it was taken out.
pub type ChangedRows = BTreeMap<RowKey, Option<String>>;

/// What changed since the last settlement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settled {
    /// The root over the rows.
    pub root: RowHash,
    /// The rows that were put or taken.
    pub rows: ChangedRows,
}

impl PutRows {
    /// Puts a row in, or takes it out where it has no value.
    pub(super) fn set(&mut self, (key, value): Row) {
        let is_changed = match &value {
            Some(value) => self.tree.put(&key, value),
            None => self.tree.take(&key),
        };
        if is_changed {
            self.put.insert(key, value);
        }
    }

    pub(super) fn root(&mut self) -> RowHash {
        self.tree.root()
    }

    pub(super) fn settle(&mut self) -> Settled {
        Settled { root: self.tree.root(), rows: std::mem::take(&mut self.put) }
    }

    pub(super) fn pages(&mut self) -> Vec<RowPage> {
        self.tree.pages()
    }
}
