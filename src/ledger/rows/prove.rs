//! Proofs over the rows: of whatever keeps the tree's nodes by their hashes, the part that shows what is asked for.

use super::key::{RowKey, bit};
use super::node::{RowHash, RowNode, no_rows};
use super::shown::Shown;

/// What is asked for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Asked {
    /// One row, or that there is none.
    Row(RowKey),
    /// Every row whose key begins with this text.
    All(String),
}

/// Whatever keeps the nodes of the tree. It need not be believed: each node is held against its hash.
pub trait RowNodes {
    /// Why a node cannot be read.
    type Error;

    /// The node with a hash; none where it is not kept.
    ///
    /// # Errors
    /// Those of where it is kept.
    fn node(&self, hash: &RowHash) -> Result<Option<RowNode>, Self::Error>;
}

/// Why there is no proof.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotProved<E> {
    /// A node is missing, or is another one than its hash says: what is kept is not the tree under the root.
    #[error("what is kept is not the rows under the root")]
    NotTheRows,
    /// The nodes cannot be read.
    #[error(transparent)]
    Nodes(#[from] E),
}

/// The part of the tree under a root that shows everything that is asked for.
///
/// # Errors
/// [`NotProved`].
pub fn prove<N: RowNodes>(nodes: &N, root: &RowHash, asked: &[Asked]) -> Result<Shown, NotProved<N::Error>> {
    if *root == no_rows() {
        return Ok(Shown::Nothing);
    }
    let asked: Vec<_> = asked.iter().map(Wanted::of).collect();
    show(nodes, root, None, &asked.iter().collect::<Vec<_>>())
}

/// What is asked for, as the bits that lead there.
struct Wanted<'a> {
    bits: Vec<u8>,
    /// All rows that begin so, and not only the one that the bits lead to.
    all: Option<&'a str>,
}

impl<'a> Wanted<'a> {
    fn of(asked: &'a Asked) -> Self {
        match asked {
            Asked::Row(key) => Self { bits: key.bytes(), all: None },
            Asked::All(prefix) => Self { bits: prefix.as_bytes().to_vec(), all: Some(prefix) },
        }
    }

    /// On which side of a bit it lies; none where it may lie on both.
    fn side(&self, at: u32) -> Option<bool> {
        let is_beyond = self.all.is_some() && at as usize >= 8 * self.bits.len();
        (!is_beyond).then(|| bit(&self.bits, at))
    }
}

fn read<N: RowNodes>(nodes: &N, hash: &RowHash, above: Option<u32>) -> Result<RowNode, NotProved<N::Error>> {
    let node = nodes.node(hash)?.filter(|node| node.hash() == *hash).ok_or(NotProved::NotTheRows)?;
    match node {
        RowNode::Fork { bit, .. } if above.is_some_and(|above| above >= bit) => Err(NotProved::NotTheRows),
        node => Ok(node),
    }
}

fn show<N: RowNodes>(
    nodes: &N,
    hash: &RowHash,
    above: Option<u32>,
    wanted: &[&Wanted<'_>],
) -> Result<Shown, NotProved<N::Error>> {
    if wanted.is_empty() {
        return Ok(Shown::Hidden(*hash));
    }
    let (at, left, right) = match read(nodes, hash, above)? {
        RowNode::Row { key, value } => return Ok(Shown::Row { key, value }),
        RowNode::Fork { bit, left, right } => (bit, left, right),
    };
    let mut sides = [Vec::new(), Vec::new()];
    let mut leftmost = None;
    for one in wanted {
        match (one.side(at), one.all) {
            (Some(side), _) => sides[usize::from(side)].push(*one),
            (None, Some(prefix)) => {
                let key = match &leftmost {
                    Some(key) => key,
                    None => leftmost.insert(leftmost_key(nodes, &left, at)?),
                };
                // Where the leftmost does not begin so, none does, and it alone shows that.
                sides[0].push(*one);
                if key.as_str().starts_with(prefix) {
                    sides[1].push(*one);
                }
            }
            (None, None) => {}
        }
    }
    let [on_left, on_right] = sides;
    let sides = [show(nodes, &left, Some(at), &on_left)?, show(nodes, &right, Some(at), &on_right)?];
    Ok(Shown::Fork { bit: at, sides: Box::new(sides) })
}

fn leftmost_key<N: RowNodes>(nodes: &N, hash: &RowHash, above: u32) -> Result<RowKey, NotProved<N::Error>> {
    let (mut hash, mut above) = (*hash, above);
    loop {
        match read(nodes, &hash, Some(above))? {
            RowNode::Row { key, .. } => return Ok(key),
            RowNode::Fork { bit, left, .. } => (hash, above) = (left, bit),
        }
    }
}
