//! Proofs over the rows: of a tree the part that shows what is asked for.

use super::key::{RowKey, bit};
use super::node::RowHash;
use super::shown::Shown;
use super::tree::{Node, RowTree};

/// What is asked for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Asked {
    /// One row, or that there is none.
    Row(RowKey),
    /// Every row whose key begins with this text.
    All(String),
}

/// Why there is no proof.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotProved<E> {
    /// What is kept is other rows than their hashes say, or not the tree under the root.
    #[error("what is kept is not the rows under the root")]
    NotTheRows,
    /// The rows cannot be read.
    #[error(transparent)]
    Rows(#[from] E),
}

/// What is asked for, as the bits that lead there.
pub(super) struct Wanted<'a> {
    bits: Vec<u8>,
    /// All rows that begin so, and not only the one that the bits lead to.
    all: Option<&'a str>,
}

/// Shows a row, or whatever stands in the place of one, to whoever wants something of it.
pub(super) type OnRow<'a, E> = dyn FnMut(&RowKey, &RowHash, &[&Wanted<'_>]) -> Result<Shown, E> + 'a;

/// The part of a tree that shows everything that is asked for.
pub(super) fn show<E>(tree: &RowTree, asked: &[Asked], on_row: &mut OnRow<'_, E>) -> Result<Shown, E> {
    let wanted: Vec<_> = asked.iter().map(Wanted::of).collect();
    show_to(tree, &wanted.iter().collect::<Vec<_>>(), on_row)
}

/// The part of a tree that shows everything that is wanted.
pub(super) fn show_to<E>(tree: &RowTree, wanted: &[&Wanted<'_>], on_row: &mut OnRow<'_, E>) -> Result<Shown, E> {
    tree.top().map_or(Ok(Shown::Nothing), |top| top.show(wanted, on_row))
}

impl<'a> Wanted<'a> {
    fn of(asked: &'a Asked) -> Self {
        match asked {
            Asked::Row(key) => Self { bits: format!("{key}\n").into_bytes(), all: None },
            Asked::All(prefix) => Self { bits: prefix.as_bytes().to_vec(), all: Some(prefix) },
        }
    }

    /// On which side of a bit it lies; none where it may lie on both.
    fn side(&self, at: u32) -> Option<bool> {
        let is_beyond = self.all.is_some() && at as usize >= 8 * self.bits.len();
        (!is_beyond).then(|| bit(&self.bits, at))
    }
}

impl Node {
    fn show<E>(&self, wanted: &[&Wanted<'_>], on_row: &mut OnRow<'_, E>) -> Result<Shown, E> {
        if wanted.is_empty() {
            return Ok(Shown::Hidden(self.hash()));
        }
        let fork = match self {
            Self::Row { key, hash } => return on_row(key, hash, wanted),
            Self::Fork(fork) => fork,
        };
        let mut sides = [Vec::new(), Vec::new()];
        for one in wanted {
            match (one.side(fork.bit), one.all) {
                (Some(side), _) => sides[usize::from(side)].push(*one),
                (None, Some(prefix)) => {
                    // Where the first does not begin so, none does, and it alone shows that.
                    sides[0].push(*one);
                    if self.first().as_str().starts_with(prefix) {
                        sides[1].push(*one);
                    }
                }
                (None, None) => {}
            }
        }
        let [left, right] = &fork.sides;
        let sides = [left.show(&sides[0], on_row)?, right.show(&sides[1], on_row)?];
        Ok(Shown::Fork { bit: fork.bit, sides: Box::new(sides) })
    }
}
