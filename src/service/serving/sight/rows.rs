//! The rows that the writer settled last, by the nodes of the tree over them: a row, all of a kind, and proofs.

use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;

use crate::domain::code::FindingCode;
use crate::domain::form::Severity;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::node::{RowHash, RowNode};
use crate::ledger::rows::prove::{Asked, RowNodes, prove};
use crate::ledger::rows::shown::{Answer, Shown};
use crate::tally::rows::{Settled, finding};

/// The tree over the rows, by its nodes.
pub struct Rows {
    root: RowHash,
    nodes: HashMap<RowHash, RowNode>,
    found: Found,
}

/// How often something is found under a code, and how grave it is; by the keys of the rows that say so.
pub type Found = BTreeMap<(Severity, FindingCode), BTreeMap<String, u64>>;

impl Rows {
    /// The rows that a writer begins with.
    pub fn of(settled: &Settled) -> Self {
        let mut rows = Self { root: settled.root, nodes: HashMap::new(), found: Found::new() };
        rows.follow(settled);
        rows
    }

    /// Takes in what a turn changed.
    pub fn follow(&mut self, settled: &Settled) {
        for gone in &settled.gone {
            self.nodes.remove(gone).iter().for_each(|node| self.forget(node));
        }
        for node in &settled.nodes {
            self.note(node);
            self.nodes.insert(node.hash(), node.clone());
        }
        self.root = settled.root;
    }

    /// What is found, by codes.
    pub fn found(&self) -> &Found {
        &self.found
    }

    fn note(&mut self, node: &RowNode) {
        let Some((key, value)) = finding_row(node) else { return };
        for of in codes(value) {
            *self.found.entry(of).or_default().entry(key.to_owned()).or_default() += 1;
        }
    }

    fn forget(&mut self, node: &RowNode) {
        let Some((key, value)) = finding_row(node) else { return };
        for of in codes(value) {
            let rows = self.found.entry(of.clone()).or_default();
            rows.remove(key);
            if rows.is_empty() {
                self.found.remove(&of);
            }
        }
    }

    /// The value of a row; none where there is no such row. These are our own nodes, and not held against their hashes.
    pub fn get(&self, key: &RowKey) -> Option<&str> {
        let mut hash = self.root;
        loop {
            match self.nodes.get(&hash)? {
                RowNode::Row { key: of, value } => return (of == key).then_some(value),
                RowNode::Fork { bit, left, right } => hash = if key.has_bit(*bit) { *right } else { *left },
            }
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

/// A row of findings, by the contest and the unit that it is of.
fn finding_row(node: &RowNode) -> Option<(&str, &str)> {
    match node {
        RowNode::Row { key, value } => Some((key.as_str().strip_prefix("finding/")?, value)),
        RowNode::Fork { .. } => None,
    }
}

fn codes(value: &str) -> impl Iterator<Item = (Severity, FindingCode)> {
    finding::codes(value).filter_map(|(code, severity)| Some((severity, code.parse().ok()?)))
}

impl RowNodes for Rows {
    type Error = Infallible;

    fn node(&self, hash: &RowHash) -> Result<Option<RowNode>, Infallible> {
        Ok(self.nodes.get(hash).cloned())
    }
}
