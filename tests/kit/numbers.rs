//! What a log says of its numbers: rows, snapshots and proofs, made with the library alone.

use std::collections::BTreeMap;

use protokol::crypto::note::NoteSigner;
use protokol::crypto::parallel::Serial;
use protokol::domain::event::RecordedEvent;
use protokol::domain::number::Sequence;
use protokol::ledger::envelope::{Envelope, Head};
use protokol::ledger::files::rows_proof::RowsProof;
use protokol::ledger::files::unnamed::{EventsInLog, InLog, UnnamedEvidence};
use protokol::ledger::logged_event::LoggedEvent;
use protokol::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use protokol::ledger::note::snapshot::{SignedSnapshot, Snapshot};
use protokol::ledger::rows::held::HeldRows;
use protokol::ledger::rows::key::RowKey;
use protokol::ledger::rows::node::RowHash;
use protokol::ledger::rows::prove::Asked;
use protokol::ledger::rows::shown::Shown;
use protokol::ledger::tree::merkle::Tree;
use protokol::ledger::tree::node::leaf_hash;
use protokol::tally::moment::Moment;
use protokol::tally::read_model::ReadModel;
use protokol::tally::rows;
use protokol::tally::rows::naming::row_naming;
use protokol::verify::replay::Replay;

/// What a log says of its numbers: the truth, unless its rows are changed.
pub struct Numbers {
    pub rows: BTreeMap<RowKey, String>,
    pub checkpoint: Checkpoint,
    pub log: NoteSigner,
    pub entries: Vec<Vec<u8>>,
}

/// A row that is asked for.
pub fn row(key: &str) -> Asked {
    Asked::Row(key.parse().expect("a key"))
}

/// All rows whose keys begin so.
pub fn all(prefix: &str) -> Asked {
    Asked::All(prefix.to_owned())
}

/// What events come to if one of them is left out.
pub fn rows_without(recorded: &[RecordedEvent], left_out: Sequence, head: Head) -> BTreeMap<RowKey, String> {
    let mut model = ReadModel::default();
    for recorded in recorded.iter().filter(|recorded| recorded.sequence != left_out) {
        model.apply(recorded);
    }
    rows::all(&model, Moment { size: head.size, clock: head.arrival })
}

impl Numbers {
    /// The same of a log that leaves an event out of its rows, and whatever comes of it.
    pub fn without(mut self, left_out: Sequence) -> Self {
        let mut replay = Replay::new(Serial);
        let replayed = replay.feed(self.entries.clone());
        let recorded: Vec<_> = replayed.into_iter().filter_map(|entry| entry.recorded).collect();
        self.rows = rows_without(&recorded, left_out, replay.head());
        self
    }

    /// The evidence that the rows do not name an event, were it so; the key changed with an event where one is named.
    pub fn unnamed(&self, rotated: Option<Sequence>, left_out: Sequence) -> UnnamedEvidence {
        let mut tree = Tree::default();
        self.entries.iter().for_each(|entry| tree.push(leaf_hash(entry)));
        let in_log = |sequence: Sequence| {
            let (entry, size) = (self.entries[sequence.0 as usize].clone(), tree.size());
            InLog { sequence, entry, proof: tree.prove_inclusion(sequence, size).expect("inside") }
        };
        let events =
            EventsInLog { founding: in_log(Sequence(0)), rotated: rotated.map(in_log), left_out: in_log(left_out) };
        let entry = &events.left_out.entry;
        let logged = LoggedEvent::read(left_out, entry.clone());
        let asked = row_naming(logged.body().expect("it can be read"), Envelope::hash(entry));
        UnnamedEvidence::new(self.log.verifier().clone(), events, self.shown(&[asked]), self.snapshot())
    }

    /// What these events come to.
    pub fn of(entries: &[Vec<u8>], log: NoteSigner) -> Self {
        let mut replay = Replay::new(Serial);
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

    fn held(&self) -> HeldRows {
        self.rows.clone().into_iter().collect()
    }

    pub fn root(&self) -> RowHash {
        self.held().root()
    }

    pub fn signed(&self) -> SignedCheckpoint {
        self.checkpoint.sign(&self.log).expect("the log's own name")
    }

    pub fn snapshot(&self) -> SignedSnapshot {
        let snapshot = Snapshot { checkpoint: self.checkpoint.clone(), rows: self.root() };
        snapshot.sign(&self.log).expect("the log's own name")
    }

    /// The part of the rows that shows what is asked for.
    pub fn shown(&self, asked: &[Asked]) -> Shown {
        self.held().shown(asked)
    }

    /// A proof of what is asked, with these events.
    pub fn prove(&self, asked: &[Asked], events: &[u64]) -> RowsProof {
        let shown = self.shown(asked);
        let events = events.iter().map(|at| (Sequence(*at), self.entries[*at as usize].clone())).collect();
        RowsProof::new(self.snapshot(), self.signed(), asked, events, shown).expect("a proof")
    }
}
