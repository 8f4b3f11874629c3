//! What the readers of a ledger see while somebody writes it: everything under the checkpoint that is sealed now. It
//! follows the writer turn by turn; sums are looked up in the rows that the writer settled, and nothing is folded.

use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use crate::domain::id::{EventHash, UnitId};
use crate::domain::number::{Sequence, Size};
use crate::ledger::envelope::Envelope;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::node::{RowHash, RowNode};
use crate::ledger::rows::prove::{Asked, RowNodes, prove};
use crate::ledger::rows::shown::Answer;
use crate::ledger::tree::merkle::Tree;
use crate::service::error::Error;
use crate::service::query::Query;
use crate::store::error::{IndexFault, StoreError};
use crate::store::journal_events::JournalEvents;
use crate::store::open::Held;
use crate::store::read::{ReadFrom, Reading};
use crate::tally::moment::Moment;
use crate::tally::record::{ContestRecord, RecordKey};
use crate::tally::rows::{KeptRows, Settled};
use crate::tally::scope::Scope;
use crate::tally::summed::{Summed, of_model};

/// What readers see: a ledger under the checkpoint that is sealed now.
pub struct Live {
    ledger: PathBuf,
    reading: Reading,
    /// The events that the reading reads.
    events: Arc<RwLock<JournalEvents>>,
    tree: Tree,
    rows: Rows,
    /// The last checkpoint that enough witnesses cosigned.
    witnessed: Option<SignedCheckpoint>,
}

/// The tree over the rows, by its nodes.
struct Rows {
    root: RowHash,
    nodes: HashMap<RowHash, RowNode>,
}

impl Rows {
    fn follow(&mut self, settled: &Settled) {
        settled.gone.iter().for_each(|gone| drop(self.nodes.remove(gone)));
        self.nodes.extend(settled.nodes.iter().map(|node| (node.hash(), node.clone())));
        self.root = settled.root;
    }

    fn get(&self, key: &RowKey) -> Option<String> {
        let shown = prove(self, &self.root, &[Asked::Row(key.clone())]).ok()?;
        match shown.get(key) {
            Answer::There(value) => Some(value.to_owned()),
            Answer::None | Answer::NotShown => None,
        }
    }
}

impl RowNodes for Rows {
    type Error = Infallible;

    fn node(&self, hash: &RowHash) -> Result<Option<RowNode>, Infallible> {
        Ok(self.nodes.get(hash).cloned())
    }
}

impl Live {
    /// What a writer has sealed.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn of(ledger: &Path, held: &Held) -> Result<Self, Error> {
        let writer = &held.writer;
        let (checkpoint, model) = (writer.checkpoint().clone(), writer.model().clone());
        let size = checkpoint.checkpoint().size;
        let events = JournalEvents::sealed(ledger, size).map_err(Error::store(ledger))?;
        let events = Arc::new(RwLock::new(events));
        let settled = KeptRows::of(&model, Moment { size, clock: writer.head().arrival }).settle();
        let mut rows = Rows { root: settled.root, nodes: HashMap::new() };
        rows.follow(&settled);
        let reading = Reading {
            checkpoint,
            snapshot: writer.snapshot().cloned(),
            model,
            events: Box::new(Arc::clone(&events)),
            source: ReadFrom::Journal,
            told: None,
        };
        Ok(Self { ledger: ledger.to_owned(), reading, events, tree: writer.tree().clone(), rows, witnessed: None })
    }

    /// Takes in what the writer's last turn sealed, and the cosignatures that it has.
    pub fn follow(&mut self, held: &Held) {
        let writer = &held.writer;
        if let Some(frame) = writer.frame().filter(|_| writer.tree().size() > self.tree.size()) {
            for entry in &frame.entries {
                self.tree.push(entry.leaf);
                if let Some(recorded) = &entry.recorded {
                    self.reading.model.apply(recorded);
                }
            }
            self.events.write().unwrap_or_else(PoisonError::into_inner).follow(frame);
            self.rows.follow(writer.settled());
        }
        self.reading.checkpoint = writer.checkpoint().clone();
        self.reading.snapshot = writer.snapshot().cloned();
    }

    /// Enough witnesses cosigned a checkpoint of this log: receipts are under it from now on, where it covers them.
    pub fn witnessed_by(&mut self, signed: SignedCheckpoint) {
        let size = signed.checkpoint().size;
        if self.witnessed.as_ref().is_none_or(|last| last.checkpoint().size <= size) {
            self.witnessed = Some(signed);
        }
    }

    /// The last checkpoint that enough witnesses cosigned, if there is one.
    pub fn witnessed(&self) -> Option<&SignedCheckpoint> {
        self.witnessed.as_ref()
    }

    /// The checkpoint that everything is under.
    pub fn checkpoint(&self) -> &Checkpoint {
        self.reading.checkpoint.checkpoint()
    }

    /// What is read.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// Looks up in it.
    pub fn query(&self) -> Query<'_> {
        Query { ledger: &self.ledger, reading: &self.reading }
    }

    /// The folder of the ledger.
    pub fn ledger(&self) -> &Path {
        &self.ledger
    }

    /// The tree over the events.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// What is told of a contest at a moment, ascending by unit: now, from the rows of the totals; of an earlier moment
    /// the papers are summed again.
    pub fn summed(&self, contest: &ContestRecord, at: Moment, scope: &Scope) -> Vec<Summed> {
        let model = &self.reading.model;
        if at.size != self.checkpoint().size {
            return of_model(model, contest, at, scope);
        }
        let of_unit = |unit: &UnitId| {
            let total = self.rows.get(&RowKey::of(&[&"total", &contest.contest.id, unit]))?;
            Summed::of_row(model, contest, unit, &total.parse().ok()?, at.size)
        };
        match scope {
            Scope::Whole => model.held_in(&contest.contest).and_then(of_unit).into_iter().collect(),
            Scope::Unit(unit) => of_unit(unit).into_iter().collect(),
            Scope::Tier(tier) => {
                let of_tier = model.units().iter().filter(|(_, record)| record.formed.tier == *tier);
                of_tier.filter_map(|(unit, _)| of_unit(unit)).collect()
            }
        }
    }

    /// The records that the events between two sizes touched, each with the event that did so last. It reads those events and
    /// no other.
    ///
    /// # Errors
    /// [`Error::Store`]: an event cannot be read; [`Error::Query`]: there are not so many.
    pub fn touched(&self, [after, to]: [Size; 2]) -> Result<BTreeMap<RecordKey, EventHash>, Error> {
        let mut touched = BTreeMap::new();
        for sequence in (after.0..to.0).map(Sequence) {
            let event = self.query().event(sequence)?;
            // A writer writes on no log of which it cannot read all.
            let unread = || Error::store(&self.ledger)(StoreError::Index(IndexFault::Missing(sequence)));
            let (hash, body) = (Envelope::hash(&event.bytes), event.body().ok_or_else(unread)?);
            touched.extend(RecordKey::touched(body, hash).into_iter().map(|key| (key, hash)));
        }
        Ok(touched)
    }

    /// The checkpoint that the log had at a size, which it need not have signed.
    pub fn checkpoint_at(&self, size: Size) -> Checkpoint {
        let Checkpoint { origin, root, .. } = self.checkpoint();
        Checkpoint { origin: origin.clone(), size, root: self.tree.root_at(size).unwrap_or(*root) }
    }

    /// The receipt of an event: under the last checkpoint that enough witnesses cosigned, where that covers it, else under
    /// the one that is sealed now.
    ///
    /// # Errors
    /// Those of [`Query::event`].
    pub fn receipt(&self, event: Sequence) -> Result<Receipt, Error> {
        self.receipt_of(event, self.query().event(event)?.bytes)
    }

    /// A receipt of this log as it is now, as [`receipt`](Self::receipt) gives it.
    ///
    /// # Errors
    /// [`Error::Store`]: it is of another log.
    pub fn renewed(&self, receipt: &Receipt) -> Result<Receipt, Error> {
        self.receipt_of(receipt.index(), receipt.entry().map(<[u8]>::to_vec).unwrap_or_default())
    }

    fn receipt_of(&self, event: Sequence, entry: Vec<u8>) -> Result<Receipt, Error> {
        let witnessed = self.witnessed.as_ref().filter(|signed| signed.checkpoint().size.covers(event));
        let signed = witnessed.unwrap_or(&self.reading.checkpoint);
        let no_seal = || Error::store(&self.ledger)(StoreError::Seal);
        let proof = self.tree.prove_inclusion(event, signed.checkpoint().size).map_err(|_| no_seal())?;
        Receipt::new(Some(entry), event, proof, signed.clone()).map_err(|_| no_seal())
    }

    /// How many events it has.
    pub fn size(&self) -> Size {
        self.checkpoint().size
    }
}
