//! The rows that the writer settled last, by the nodes of the tree over them: a row, all of a kind, and proofs.

use std::collections::HashMap;
use std::convert::Infallible;

use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::node::{RowHash, RowNode};
use crate::ledger::rows::prove::{Asked, RowNodes, prove};
use crate::ledger::rows::shown::{Answer, Shown};
use crate::tally::rows::Settled;

/// The tree over the rows, by its nodes.
pub struct Rows {
    root: RowHash,
    nodes: HashMap<RowHash, RowNode>,
}

impl Rows {
    /// The rows that a writer begins with.
    pub fn of(settled: &Settled) -> Self {
        let mut rows = Self { root: settled.root, nodes: HashMap::new() };
        rows.follow(settled);
        rows
    }

    /// Takes in what a turn changed.
    pub fn follow(&mut self, settled: &Settled) {
        settled.gone.iter().for_each(|gone| drop(self.nodes.remove(gone)));
        self.nodes.extend(settled.nodes.iter().map(|node| (node.hash(), node.clone())));
        self.root = settled.root;
    }

    /// The value of a row; none where there is no such row.
    pub fn get(&self, key: &RowKey) -> Option<String> {
        match self.shown(&[Asked::Row(key.clone())])?.get(key) {
            Answer::There(value) => Some(value.to_owned()),
            Answer::None | Answer::NotShown => None,
        }
    }

    /// Every row whose key begins so, in order.
    pub fn all(&self, prefix: &str) -> Vec<(RowKey, String)> {
        let Some(shown) = self.shown(&[Asked::All(prefix.to_owned())]) else { return Vec::new() };
        let Answer::There(rows) = shown.all(prefix) else { return Vec::new() };
        rows.into_iter().map(|(key, value)| (key.clone(), value.to_owned())).collect()
    }

    /// The part of the tree that shows what is asked for; none where these are not its nodes.
    pub fn shown(&self, asked: &[Asked]) -> Option<Shown> {
        prove(self, &self.root, asked).ok()
    }
}

impl RowNodes for Rows {
    type Error = Infallible;

    fn node(&self, hash: &RowHash) -> Result<Option<RowNode>, Infallible> {
        Ok(self.nodes.get(hash).cloned())
    }
}
