//! The rows by their pages: whoever keeps them on a disk keeps the rows themselves, in the order of their keys, and of each page
//! its first key and its hash. A page's own tree is made from its rows again, which takes less than to keep and change every
//! node of it.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::held::HeldRows;
use super::key::RowKey;
use super::node::RowHash;
use super::page::RowPage;
use super::prove::{Asked, NotProved, show};
use super::shown::Shown;
use super::tree::RowTree;

/// The tree over all pages. Whoever kept them need not be believed: the root tells.
#[derive(Clone, Debug)]
pub struct PagedRows {
    /// Each page stands in it as a row would.
    tree: RowTree,
    pages: BTreeMap<RowKey, RowHash>,
    root: RowHash,
}

/// Gives the rows from a key on, up to another one if there is one.
pub type RowsBetween<'a, E> = dyn FnMut(&RowKey, Option<&RowKey>) -> Result<HeldRows, NotProved<E>> + 'a;

impl PagedRows {
    /// Those of all rows.
    pub fn of(pages: impl IntoIterator<Item = RowPage>) -> Self {
        let pages: BTreeMap<_, _> = pages.into_iter().map(|page| (page.first, page.hash)).collect();
        let mut tree = RowTree::default();
        for (first, hash) in &pages {
            tree.put_hash(first, *hash);
        }
        let root = tree.root();
        Self { tree, pages, root }
    }

    /// The hash of each page, by the key of its first row.
    pub fn pages(&self) -> &BTreeMap<RowKey, RowHash> {
        &self.pages
    }

    /// The pages that others have not, or otherwise: of each the key of its first row, and that of the page behind it.
    pub fn without<'a>(&'a self, others: &'a Self) -> impl Iterator<Item = (&'a RowKey, Option<&'a RowKey>)> {
        let new = self.pages.iter().filter(|(first, hash)| others.pages.get(*first) != Some(*hash));
        new.map(|(first, _)| (first, self.behind(first)))
    }

    /// The first key of the page behind the one that begins with a key.
    fn behind(&self, first: &RowKey) -> Option<&RowKey> {
        let next = self.pages.range::<RowKey, _>((Bound::Excluded(first), Bound::Unbounded)).next();
        next.map(|(next, _)| next)
    }

    /// The root over all rows.
    pub fn root(&self) -> RowHash {
        self.root
    }

    /// The part of the tree over all rows that shows everything that is asked for. The rows of each page that has some of it are
    /// asked for, and held against its hash.
    ///
    /// # Errors
    /// [`NotProved`].
    pub fn shown<E>(&self, asked: &[Asked], rows: &mut RowsBetween<'_, E>) -> Result<Shown, NotProved<E>> {
        show(&self.tree, asked, &mut |first, hash, wanted| {
            let mut page = rows(first, self.behind(first))?;
            if page.root() == *hash { Ok(page.shown_to(wanted)) } else { Err(NotProved::NotTheRows) }
        })
    }
}
