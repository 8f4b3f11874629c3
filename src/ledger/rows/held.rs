//! Rows in memory, with their values and the tree over them.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::ops::Bound;

use super::key::RowKey;
use super::node::RowHash;
use super::prove::{Asked, Wanted, show, show_to};
use super::shown::Shown;
use super::tree::RowTree;

/// Rows in memory, with their values and the tree over them.
#[derive(Clone, Debug, Default)]
pub struct HeldRows {
    tree: RowTree,
    values: BTreeMap<RowKey, String>,
}

impl HeldRows {
    /// Puts a row in, or takes it out where it has no value; gives the value that it had.
    pub fn set(&mut self, key: RowKey, value: Option<String>) -> Option<String> {
        match value {
            Some(value) => {
                self.tree.put(&key, &value);
                self.values.insert(key, value)
            }
            None => {
                self.tree.take(&key);
                self.values.remove(&key)
            }
        }
    }

    /// The root over them.
    pub fn root(&mut self) -> RowHash {
        self.tree.root()
    }

    /// The rows by their keys.
    pub fn values(&self) -> &BTreeMap<RowKey, String> {
        &self.values
    }

    /// Every row whose key begins so, in order.
    pub fn all<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a RowKey, &'a str)> {
        let from: (Bound<&str>, Bound<&str>) = (Bound::Included(prefix), Bound::Unbounded);
        let rows = self.values.range::<str, _>(from).take_while(move |(key, _)| key.as_str().starts_with(prefix));
        rows.map(|(key, value)| (key, value.as_str()))
    }

    /// The part of the tree that shows everything that is asked for.
    pub fn shown(&self, asked: &[Asked]) -> Shown {
        let Ok(shown) = show(&self.tree, asked, &mut |key, _, _| Ok::<_, Infallible>(self.row(key)));
        shown
    }

    pub(super) fn shown_to(&self, wanted: &[&Wanted<'_>]) -> Shown {
        let Ok(shown) = show_to(&self.tree, wanted, &mut |key, _, _| Ok::<_, Infallible>(self.row(key)));
        shown
    }

    fn row(&self, key: &RowKey) -> Shown {
        Shown::Row { key: key.clone(), value: self.values.get(key).cloned().unwrap_or_default() }
    }
}

impl FromIterator<(RowKey, String)> for HeldRows {
    fn from_iter<I: IntoIterator<Item = (RowKey, String)>>(rows: I) -> Self {
        let mut held = Self::default();
        for (key, value) in rows {
            held.set(key, Some(value));
        }
        held
    }
}
