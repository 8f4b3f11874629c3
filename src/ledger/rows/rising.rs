//! Rows that come in ascending order, where the hash over them is all that is wanted: nothing else of them is kept.

use super::key::RowKey;
use super::node::{RowHash, fork_hash, row_hash};

/// Rows in ascending order, as the subtree that they are.
#[derive(Debug, Default)]
pub struct RisingRows {
    first: Option<RowKey>,
    /// The last row, and the hash of it alone.
    last: Option<(RowKey, RowHash)>,
    /// The subtrees before it that are whole, each with the bit in which all that comes behind differs; the bits ascend.
    whole: Vec<(u32, RowHash)>,
}

impl RisingRows {
    /// Takes in the next row.
    ///
    /// # Panics
    /// Where its key is not behind those before: then it would stand elsewhere in the tree.
    pub fn push(&mut self, key: RowKey, value: &str) {
        let hash = row_hash(&key, value);
        match self.last.take() {
            None => self.first = Some(key.clone()),
            Some((before, below)) => {
                let at =
                    before.first_difference(&key).filter(|at| key.has_bit(*at)).expect("rows come in ascending order");
                let below = self.close(at, below);
                self.whole.push((at, below));
            }
        }
        self.last = Some((key, hash));
    }

    /// The key of the first row, and the hash of them all; none where there is no row.
    pub(super) fn end(mut self) -> Option<(RowKey, RowHash)> {
        let (_, last) = self.last.take()?;
        let hash = self.close(0, last);
        self.first.map(|first| (first, hash))
    }

    /// Joins what ends here with the subtrees before it, up to the one that forks at a bit or before.
    fn close(&mut self, at: u32, mut below: RowHash) -> RowHash {
        while let Some((bit, before)) = self.whole.pop_if(|(bit, _)| *bit >= at) {
            below = fork_hash(bit, &before, &below);
        }
        below
    }
}
