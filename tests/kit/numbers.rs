//! What a log says of its numbers: rows, snapshots and proofs, made with the library alone.

use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;

use protokol::crypto::note::NoteSigner;
use protokol::domain::number::Sequence;
use protokol::ledger::entry::Serial;
use protokol::ledger::files::rows_proof::RowsProof;
use protokol::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use protokol::ledger::note::snapshot::{SignedSnapshot, Snapshot};
use protokol::ledger::rows::key::RowKey;
use protokol::ledger::rows::node::{RowHash, RowNode};
use protokol::ledger::rows::prove::{Asked, RowNodes, prove};
use protokol::ledger::rows::tree::RowTree;
use protokol::ledger::submission::SignatureCheck;
use protokol::tally::moment::Moment;
use protokol::tally::rows;
use protokol::verify::replay::Replay;

/// What a log says of its numbers: the truth, unless its rows are changed.
pub struct Numbers {
    pub rows: BTreeMap<RowKey, String>,
    pub checkpoint: Checkpoint,
    pub log: NoteSigner,
    pub entries: Vec<Vec<u8>>,
}

struct Kept(HashMap<RowHash, RowNode>);

impl RowNodes for Kept {
    type Error = Infallible;

    fn node(&self, hash: &RowHash) -> Result<Option<RowNode>, Infallible> {
        Ok(self.0.get(hash).cloned())
    }
}

/// A row that is asked for.
pub fn row(key: &str) -> Asked {
    Asked::Row(key.parse().expect("a key"))
}

/// All rows whose keys begin so.
pub fn all(prefix: &str) -> Asked {
    Asked::All(prefix.to_owned())
}

impl Numbers {
    /// What these events come to.
    pub fn of(entries: &[Vec<u8>], log: NoteSigner) -> Self {
        let mut replay = Replay::new(Serial, SignatureCheck::Verify);
        replay.feed(entries.to_vec());
        let rows = rows::all(replay.model(), Moment { size: replay.size(), clock: replay.head().arrival });
        let origin = log.verifier().name().as_str().parse().expect("an origin");
        let checkpoint = Checkpoint { origin, size: replay.size(), root: replay.root() };
        Self { rows, checkpoint, log, entries: entries.to_vec() }
    }

    /// The same with a lie: one text of every row is another.
    pub fn lying(mut self, old: &str, new: &str) -> Self {
        let before = self.rows.clone();
        self.rows.values_mut().for_each(|value| *value = value.replace(old, new));
        assert_ne!(self.rows, before, "no row says {old:?}");
        self
    }

    fn tree(&self) -> RowTree {
        let mut tree = RowTree::default();
        for (key, value) in &self.rows {
            tree.put(key, value);
        }
        tree
    }

    pub fn root(&self) -> RowHash {
        self.tree().root()
    }

    pub fn signed(&self) -> SignedCheckpoint {
        self.checkpoint.sign(&self.log).expect("the log's own name")
    }

    pub fn snapshot(&self) -> SignedSnapshot {
        let snapshot = Snapshot { checkpoint: self.checkpoint.clone(), rows: self.root() };
        snapshot.sign(&self.log).expect("the log's own name")
    }

    /// A proof of what is asked, with these events.
    pub fn prove(&self, asked: &[Asked], events: &[u64]) -> RowsProof {
        let settled = self.tree().settle();
        let of_rows = self.rows.iter().map(|(key, value)| RowNode::Row { key: key.clone(), value: value.clone() });
        let kept = Kept(settled.forks.into_iter().chain(of_rows).map(|node| (node.hash(), node)).collect());
        let shown = prove(&kept, &settled.root, asked).expect("its own nodes");
        let events = events.iter().map(|at| (Sequence(*at), self.entries[*at as usize].clone())).collect();
        RowsProof::new(self.snapshot(), self.signed(), asked, events, shown).expect("a proof")
    }
}
