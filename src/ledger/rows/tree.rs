//! The tree over the rows in memory: how it follows rows that come, change and go. It keeps keys and hashes, no values.

use std::mem;

use super::key::{RowKey, bit, first_difference};
use super::node::{RowHash, RowNode, fork_hash, no_rows, row_hash};

/// The tree over the rows. What is put costs the depth of its row, once for all that is put between two roots.
#[derive(Clone, Debug, Default)]
pub struct RowTree {
    root: Option<Node>,
    /// The hashes of what stood at the last root and is gone.
    gone: Vec<RowHash>,
}

#[derive(Clone, Debug)]
struct Node {
    /// None since something below it changed.
    hash: Option<RowHash>,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    Row { key: RowKey, hash: RowHash },
    Fork { bit: u32, sides: Box<[Node; 2]> },
}

/// What a root has more and less than the root before it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settled {
    /// The root.
    pub root: RowHash,
    /// The forks over what was put or taken. The rows themselves whoever put them knows.
    pub forks: Vec<RowNode>,
    /// The hashes of the rows and forks that were replaced; one of `forks`, or a row, may have the same again.
    pub gone: Vec<RowHash>,
}

impl RowTree {
    /// Puts a row in, in the place of one with its key; false where the same stands there already.
    pub fn put(&mut self, key: &RowKey, value: &str) -> bool {
        let (bits, hash) = (key.bytes(), row_hash(key, value));
        let nearest = self.root.as_ref().map(|root| root.nearest(&bits));
        if nearest.is_some_and(|(found, own)| found == key && *own == hash) {
            return false;
        }
        let at = nearest.and_then(|(found, _)| first_difference(&found.bytes(), &bits));
        let row = Node::row(key, hash);
        match &mut self.root {
            None => self.root = Some(row),
            Some(root) => root.put(at, &bits, row, &mut self.gone),
        }
        true
    }

    /// Takes a row out, if there is one.
    pub fn take(&mut self, key: &RowKey) {
        if let Some(root) = self.root.take() {
            self.root = root.take(key, &key.bytes(), &mut self.gone);
        }
    }

    /// The root over the rows that are in.
    pub fn root(&mut self) -> RowHash {
        self.settle().root
    }

    /// The root, and what changed since it was asked for before.
    pub fn settle(&mut self) -> Settled {
        let mut forks = Vec::new();
        let root = self.root.as_mut().map_or_else(no_rows, |root| root.settle(&mut forks));
        Settled { root, forks, gone: mem::take(&mut self.gone) }
    }
}

impl Node {
    fn row(key: &RowKey, hash: RowHash) -> Self {
        Self { hash: Some(hash), what: What::Row { key: key.clone(), hash } }
    }

    fn fork(bit: u32, sides: [Self; 2]) -> Self {
        Self { hash: None, what: What::Fork { bit, sides: Box::new(sides) } }
    }

    /// The row that the bits lead to: its key and its hash.
    fn nearest(&self, bits: &[u8]) -> (&RowKey, &RowHash) {
        match &self.what {
            What::Row { key, hash } => (key, hash),
            What::Fork { bit: at, sides } => sides[usize::from(bit(bits, *at))].nearest(bits),
        }
    }

    /// `at` is the bit in which the row differs from its nearest; none where it takes its place.
    fn put(&mut self, at: Option<u32>, bits: &[u8], row: Self, gone: &mut Vec<RowHash>) {
        match (&mut self.what, at) {
            (What::Fork { bit: own, sides }, at) if at.is_none_or(|at| *own < at) => {
                gone.extend(self.hash.take());
                sides[usize::from(bit(bits, *own))].put(at, bits, row, gone);
            }
            (_, Some(at)) => {
                let below = mem::replace(self, row.clone());
                *self = Self::fork(at, if bit(bits, at) { [below, row] } else { [row, below] });
            }
            (What::Row { .. } | What::Fork { .. }, None) => {
                gone.extend(self.hash);
                *self = row;
            }
        }
    }

    /// What is left without the row; none if nothing is.
    fn take(self, key: &RowKey, bits: &[u8], gone: &mut Vec<RowHash>) -> Option<Self> {
        if self.nearest(bits).0 != key {
            return Some(self);
        }
        gone.extend(self.hash);
        let What::Fork { bit: own, sides } = self.what else { return None };
        let ([left, right], is_right) = (*sides, bit(bits, own));
        let (below, other) = if is_right { (right, left) } else { (left, right) };
        match below.take(key, bits, gone) {
            None => Some(other),
            Some(below) => Some(Self::fork(own, if is_right { [other, below] } else { [below, other] })),
        }
    }

    fn settle(&mut self, forks: &mut Vec<RowNode>) -> RowHash {
        if let Some(hash) = self.hash {
            return hash;
        }
        let hash = match &mut self.what {
            What::Row { hash, .. } => *hash,
            What::Fork { bit, sides } => {
                let (bit, left, right) = (*bit, sides[0].settle(forks), sides[1].settle(forks));
                forks.push(RowNode::Fork { bit, left, right });
                fork_hash(bit, &left, &right)
            }
        };
        self.hash = Some(hash);
        hash
    }
}
