//! The tree over the rows in memory: how it follows rows that come, change and go. It keeps keys and hashes, no values.

use std::{fmt, mem};

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::key::RowKey;
use super::node::{RowHash, fork_hash, no_rows, row_hash};
use super::page::{PAGE_ROWS_MAX, RowPage};
use super::rising::RisingRows;

/// The tree over the rows. What is put costs the depth of its row, once for all that is put between two roots.
#[derive(Clone, Debug, Default)]
pub struct RowTree {
    root: Option<Node>,
}

#[derive(Clone, Debug)]
pub(super) enum Node {
    Row { key: RowKey, hash: RowHash },
    Fork(Box<Fork>),
}

#[derive(Clone, Debug)]
pub(super) struct Fork {
    /// All keys below agree before this bit, and differ in it.
    pub bit: u32,
    /// How many rows there are below, as they were at the last root.
    rows: u32,
    /// None since something below changed.
    hash: Option<RowHash>,
    /// The rows with 0 there, then those with 1.
    pub sides: [Node; 2],
}

impl RowTree {
    /// Puts a row in, in the place of one with its key; false where the same stands there already.
    pub fn put(&mut self, key: &RowKey, value: &str) -> bool {
        self.put_hash(key, row_hash(key, value))
    }

    /// Puts a whole subtree in as if it were a row: by the key of its first row, and its hash.
    pub(super) fn put_hash(&mut self, key: &RowKey, hash: RowHash) -> bool {
        let row = Node::Row { key: key.clone(), hash };
        let Some(root) = &mut self.root else {
            self.root = Some(row);
            return true;
        };
        let (found, own) = root.nearest(key);
        if found == key && *own == hash {
            return false;
        }
        let at = found.first_difference(key);
        root.put(at, key, row);
        true
    }

    /// Puts rows in as if they were one: rows that begin alike, and here is none that begins so.
    pub fn put_rising(&mut self, rows: RisingRows) {
        if let Some((first, hash)) = rows.end() {
            self.put_hash(&first, hash);
        }
    }

    /// Takes a row out, if there is one; false where there is none.
    pub fn take(&mut self, key: &RowKey) -> bool {
        let Some(root) = self.root.take_if(|root| root.nearest(key).0 == key) else { return false };
        self.root = root.take(key);
        true
    }

    /// The root over the rows that are in.
    pub fn root(&mut self) -> RowHash {
        self.root.as_mut().map_or_else(no_rows, Node::settle)
    }

    /// The pages of the rows that are in, in order.
    pub fn pages(&mut self) -> Vec<RowPage> {
        let mut pages = Vec::new();
        if let Some(root) = &mut self.root {
            root.settle();
            root.pages(&mut pages);
        }
        pages
    }

    pub(super) fn top(&self) -> Option<&Node> {
        self.root.as_ref()
    }
}

impl Node {
    /// The row that the bits of a key lead to: its key and its hash.
    fn nearest(&self, key: &RowKey) -> (&RowKey, &RowHash) {
        match self {
            Self::Row { key, hash } => (key, hash),
            Self::Fork(fork) => fork.sides[usize::from(key.has_bit(fork.bit))].nearest(key),
        }
    }

    /// The first of its rows.
    pub(super) fn first(&self) -> &RowKey {
        match self {
            Self::Row { key, .. } => key,
            Self::Fork(fork) => fork.sides[0].first(),
        }
    }

    /// The hash of its rows.
    pub(super) fn hash(&self) -> RowHash {
        match self {
            Self::Row { hash, .. } => *hash,
            Self::Fork(fork) => fork.hash.unwrap_or_else(|| fork.join(fork.sides[0].hash(), fork.sides[1].hash())),
        }
    }

    /// The key and the hash of each row, in order.
    fn leaves<'a>(&'a self, leaves: &mut Vec<(&'a RowKey, &'a RowHash)>) {
        match self {
            Self::Row { key, hash } => leaves.push((key, hash)),
            Self::Fork(fork) => fork.sides.iter().for_each(|side| side.leaves(leaves)),
        }
    }

    fn rows(&self) -> u32 {
        match self {
            Self::Row { .. } => 1,
            Self::Fork(fork) => fork.rows,
        }
    }

    /// `at` is the bit in which the row differs from its nearest; none where it takes its place.
    fn put(&mut self, at: Option<u32>, key: &RowKey, row: Self) {
        match (&mut *self, at) {
            (Self::Fork(fork), at) if at.is_none_or(|at| fork.bit < at) => {
                fork.hash = None;
                fork.sides[usize::from(key.has_bit(fork.bit))].put(at, key, row);
            }
            (_, Some(at)) => {
                let below = mem::replace(self, row.clone());
                *self = Self::fork(at, if key.has_bit(at) { [below, row] } else { [row, below] });
            }
            (Self::Row { .. } | Self::Fork(_), None) => *self = row,
        }
    }

    /// What is left without a row that is in; none if nothing is.
    fn take(self, key: &RowKey) -> Option<Self> {
        let Self::Fork(fork) = self else { return None };
        let Fork { bit, sides: [left, right], .. } = *fork;
        let is_right = key.has_bit(bit);
        let (below, other) = if is_right { (right, left) } else { (left, right) };
        match below.take(key) {
            None => Some(other),
            Some(below) => Some(Self::fork(bit, if is_right { [other, below] } else { [below, other] })),
        }
    }

    fn fork(bit: u32, sides: [Self; 2]) -> Self {
        Self::Fork(Box::new(Fork { bit, rows: 0, hash: None, sides }))
    }

    fn settle(&mut self) -> RowHash {
        match self {
            Self::Row { hash, .. } => *hash,
            Self::Fork(fork) => match fork.hash {
                Some(hash) => hash,
                None => fork.settle(),
            },
        }
    }

    fn pages(&self, pages: &mut Vec<RowPage>) {
        match self {
            Self::Fork(fork) if fork.rows > PAGE_ROWS_MAX => fork.sides.iter().for_each(|side| side.pages(pages)),
            Self::Row { .. } | Self::Fork(_) => pages.push(RowPage { first: self.first().clone(), hash: self.hash() }),
        }
    }
}

impl Fork {
    fn join(&self, left: RowHash, right: RowHash) -> RowHash {
        fork_hash(self.bit, &left, &right)
    }

    fn settle(&mut self) -> RowHash {
        let (left, right) = (self.sides[0].settle(), self.sides[1].settle());
        let hash = self.join(left, right);
        self.rows = self.sides[0].rows().saturating_add(self.sides[1].rows());
        self.hash = Some(hash);
        hash
    }
}

/// As the key and the hash of each row, in order: all that stands above them follows.
impl Serialize for RowTree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut leaves = Vec::new();
        self.root.iter().for_each(|root| root.leaves(&mut leaves));
        serializer.collect_seq(leaves)
    }
}

impl<'de> Deserialize<'de> for RowTree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Leaves)
    }
}

struct Leaves;

impl<'de> Visitor<'de> for Leaves {
    type Value = RowTree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the key and the hash of each row")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut leaves: A) -> Result<RowTree, A::Error> {
        let mut tree = RowTree::default();
        let mut before: Option<RowKey> = None;
        while let Some((key, hash)) = leaves.next_element::<(RowKey, RowHash)>()? {
            // Of all before it, the last has most in common with it.
            match (&mut tree.root, before.as_ref().and_then(|before| before.first_difference(&key))) {
                (Some(root), Some(at)) => root.put(Some(at), &key, Node::Row { key: key.clone(), hash }),
                _ => drop(tree.put_hash(&key, hash)),
            }
            before = Some(key);
        }
        Ok(tree)
    }
}
