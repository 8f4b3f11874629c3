//! What is sealed, and neither in the embedded store nor published yet: of turns that are answered together, both follow the
//! last one.

use std::collections::BTreeMap;

use crate::ledger::rows::node::{RowHash, RowNode};
use crate::tally::rows::Settled;
use crate::verify::replay::ReplayedEntry;

/// What the turns before the last one sealed.
#[derive(Debug, Default)]
pub(super) struct Behind {
    /// Their events, in order.
    pub entries: Vec<ReplayedEntry>,
    /// What they changed of the tree over the rows.
    nodes: BTreeMap<RowHash, RowNode>,
    gone: Vec<RowHash>,
}

impl Behind {
    /// Takes over what a turn sealed.
    pub fn take(&mut self, entries: Vec<ReplayedEntry>, settled: &Settled) {
        self.entries.extend(entries);
        for gone in &settled.gone {
            // What came and went meanwhile is nowhere.
            if self.nodes.remove(gone).is_none() {
                self.gone.push(*gone);
            }
        }
        self.nodes.extend(settled.nodes.iter().map(|node| (node.hash(), node.clone())));
    }

    /// What all of them changed, and the last turn.
    pub fn settled(&mut self, last: &Settled) -> Settled {
        self.take(Vec::new(), last);
        let (nodes, gone) = (std::mem::take(&mut self.nodes), std::mem::take(&mut self.gone));
        Settled { root: last.root, nodes: nodes.into_values().collect(), gone }
    }
}
