//! A part of the tree over the rows: what is shown of it, under the hashes of what is not. Its root is that of the whole
//! tree, and so what it says of a row is as true as that root.

use super::key::{RowKey, bit};
use super::node::{RowHash, fork_hash, no_rows, row_hash};

/// A part of the tree over the rows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shown {
    /// There is no row at all.
    Nothing,
    /// A subtree of which nothing is shown.
    Hidden(RowHash),
    /// A row.
    Row {
        /// Its key.
        key: RowKey,
        /// Its lines, each with its newline.
        value: String,
    },
    /// Two subtrees.
    Fork {
        /// The bit in which the keys on both sides differ.
        bit: u32,
        /// The rows with 0 there, then those with 1.
        sides: Box<[Shown; 2]>,
    },
}

/// What a part of the tree says of a key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer<T> {
    /// It is there.
    There(T),
    /// There is none.
    None,
    /// This part does not say.
    NotShown,
}

/// A part that is no part of any tree over rows: a bit that does not increase, or a row where its key does not lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no part of a tree over rows: a row stands where its key does not lead")]
pub struct Misshapen;

impl Shown {
    /// The root of the tree that it is a part of.
    pub fn root(&self) -> RowHash {
        match self {
            Self::Nothing => no_rows(),
            Self::Hidden(hash) => *hash,
            Self::Row { key, value } => row_hash(key, value),
            Self::Fork { bit, sides } => fork_hash(*bit, &sides[0].root(), &sides[1].root()),
        }
    }

    /// That its bits increase downwards, and that each row stands where its key leads.
    ///
    /// # Errors
    /// [`Misshapen`].
    pub fn check(&self) -> Result<(), Misshapen> {
        self.check_below(&mut Vec::new())
    }

    fn check_below(&self, way: &mut Vec<(u32, bool)>) -> Result<(), Misshapen> {
        match self {
            Self::Nothing if !way.is_empty() => Err(Misshapen),
            Self::Nothing | Self::Hidden(_) => Ok(()),
            Self::Row { key, .. } => {
                if way.iter().all(|(at, side)| key.has_bit(*at) == *side) {
                    Ok(())
                } else {
                    Err(Misshapen)
                }
            }
            Self::Fork { bit, sides } => {
                if way.last().is_some_and(|(above, _)| above >= bit) {
                    return Err(Misshapen);
                }
                for (side, below) in [false, true].into_iter().zip(&**sides) {
                    way.push((*bit, side));
                    below.check_below(way)?;
                    way.pop();
                }
                Ok(())
            }
        }
    }

    /// The value of a row.
    pub fn get(&self, key: &RowKey) -> Answer<&str> {
        let mut part = self;
        loop {
            match part {
                Self::Fork { bit, sides } => part = &sides[usize::from(key.has_bit(*bit))],
                Self::Row { key: found, value } if found == key => return Answer::There(value),
                Self::Row { .. } | Self::Nothing => return Answer::None,
                Self::Hidden(_) => return Answer::NotShown,
            }
        }
    }

    /// Every row whose key begins with a text, in order; an empty list where there is none.
    pub fn all(&self, prefix: &str) -> Answer<Vec<(&RowKey, &str)>> {
        let (bits, mut part) = (prefix.as_bytes(), self);
        while let Self::Fork { bit: at, sides } = part
            && (*at as usize) < 8 * bits.len()
        {
            part = &sides[usize::from(bit(bits, *at))];
        }
        // All keys below agree before its bit, and so in the prefix: the leftmost speaks for all.
        match part.leftmost() {
            Self::Row { key, .. } if key.as_str().starts_with(prefix) => {
                part.rows().map_or(Answer::NotShown, Answer::There)
            }
            Self::Hidden(_) => Answer::NotShown,
            Self::Nothing | Self::Row { .. } | Self::Fork { .. } => Answer::There(Vec::new()),
        }
    }

    /// Every row that is shown, in order.
    pub fn shown(&self) -> Vec<(&RowKey, &str)> {
        let (mut rows, mut open) = (Vec::new(), vec![self]);
        while let Some(part) = open.pop() {
            match part {
                Self::Nothing | Self::Hidden(_) => {}
                Self::Row { key, value } => rows.push((key, value.as_str())),
                Self::Fork { sides, .. } => open.extend([&sides[1], &sides[0]]),
            }
        }
        rows
    }

    /// Every row; none where one is hidden.
    pub fn rows(&self) -> Option<Vec<(&RowKey, &str)>> {
        (!self.hides()).then(|| self.shown())
    }

    fn hides(&self) -> bool {
        match self {
            Self::Hidden(_) => true,
            Self::Fork { sides, .. } => sides.iter().any(Self::hides),
            Self::Nothing | Self::Row { .. } => false,
        }
    }

    fn leftmost(&self) -> &Self {
        let mut part = self;
        while let Self::Fork { sides, .. } = part {
            part = &sides[0];
        }
        part
    }
}
