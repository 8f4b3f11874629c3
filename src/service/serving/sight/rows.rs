//! The rows that the writer settled last: a row, all of a kind, and proofs.

use std::collections::BTreeMap;

use crate::domain::code::FindingCode;
use crate::domain::form::Severity;
use crate::ledger::rows::held::HeldRows;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::prove::Asked;
use crate::ledger::rows::shown::Shown;
use crate::tally::rows::{ChangedRows, finding};

/// The rows, and what is found in them.
pub struct Rows {
    held: HeldRows,
    found: Found,
}

/// How often something is found under a code, and how grave it is; by the keys of the rows that say so.
pub type Found = BTreeMap<(Severity, FindingCode), BTreeMap<String, u64>>;

impl Rows {
    /// Those of all rows.
    pub fn of(rows: ChangedRows) -> Self {
        Self::holding(rows.into_iter().filter_map(|(key, value)| Some((key, value?))).collect())
    }

    /// Those that are held.
    pub fn holding(mut held: HeldRows) -> Self {
        held.root();
        let mut rows = Self { found: Found::new(), held: HeldRows::default() };
        for (key, value) in held.all("finding/") {
            rows.note(&key.as_str()["finding/".len()..], value);
        }
        Self { held, ..rows }
    }

    /// Takes in what a turn changed.
    pub fn follow(&mut self, changed: &ChangedRows) {
        for (key, value) in changed {
            let was = self.held.set(key.clone(), value.clone());
            if let Some(of) = key.as_str().strip_prefix("finding/") {
                was.iter().for_each(|was| self.forget(of, was));
                value.iter().for_each(|value| self.note(of, value));
            }
        }
        self.held.root();
    }

    /// What is found, by codes.
    pub fn found(&self) -> &Found {
        &self.found
    }

    fn note(&mut self, key: &str, value: &str) {
        for of in codes(value) {
            *self.found.entry(of).or_default().entry(key.to_owned()).or_default() += 1;
        }
    }

    fn forget(&mut self, key: &str, value: &str) {
        for of in codes(value) {
            let rows = self.found.entry(of.clone()).or_default();
            rows.remove(key);
            if rows.is_empty() {
                self.found.remove(&of);
            }
        }
    }

    /// The value of a row; none where there is no such row.
    pub fn get(&self, key: &RowKey) -> Option<&str> {
        self.held.values().get(key).map(String::as_str)
    }

    /// Every row whose key begins so, in order.
    pub fn all(&self, prefix: &str) -> Vec<(RowKey, String)> {
        self.held.all(prefix).map(|(key, value)| (key.clone(), value.to_owned())).collect()
    }

    /// The part of the tree that shows what is asked for.
    pub fn shown(&self, asked: &[Asked]) -> Shown {
        self.held.shown(asked)
    }
}

fn codes(value: &str) -> impl Iterator<Item = (Severity, FindingCode)> {
    finding::codes(value).filter_map(|(code, severity)| Some((severity, code.parse().ok()?)))
}
