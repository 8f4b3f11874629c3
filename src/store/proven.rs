//! What an embedded store proves: rows under the root that the log signed, and the events that these rows name. Nobody
//! who writes to the store can make it say anything else: it proves itself, or it is of no use.

pub mod named;
pub mod rows;

use self::named::{Unproved, envelope, lines};
use super::error::{IndexFault, StoreError};
use super::event_index::EventIndex;
use super::events::Events;
use super::sled::SledStore;
use crate::crypto::hash::TreeHash;
use crate::domain::event::Event;
use crate::domain::id::{EventHash, StatementHash, UnitId};
use crate::domain::number::{Sequence, Size};
use crate::domain::time::Millis;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::snapshot::Snapshot;
use crate::ledger::rows::node::RowHash;
use crate::ledger::rows::prove::{Asked, NotProved};
use crate::ledger::tree::merkle::{CompactRange, Tree};
use crate::ledger::tree::node::leaf_hash;
use crate::tally::moment::Moment;
use crate::tally::read_model::ReadModel;
use crate::tally::rows::event_line::EventLine;
use crate::tally::rows::root;

/// The kinds of rows that hold no event lines.
const DERIVED: [&str; 3] = ["below/", "total/", "finding/"];

/// The events of a store, each read again by the hash that was proved.
#[derive(Debug)]
pub struct ProvenEvents {
    store: SledStore,
    hashes: Vec<EventHash>,
    index: EventIndex,
}

/// Whether a store holds everything under a root, and exactly the events of a checkpoint.
pub fn is_whole(store: &SledStore, checkpoint: &Checkpoint, rows: &RowHash) -> bool {
    each_event(store, (checkpoint.size, checkpoint.root), rows, &mut |_, _| Ok(())).is_ok()
}

/// Whether a store holds the first events of a log, fewer than all, and the rows of some that name exactly these: what a
/// writer left that was killed.
pub fn is_behind(store: &SledStore, log: &Tree) -> bool {
    let size = store.size();
    let is_of = |root| each_event(store, (size, root), &store.pages().root(), &mut |_, _| Ok(())).is_ok();
    size > Size(0) && size < log.size() && log.root_at(size).is_ok_and(is_of)
}

/// The read model that the proven events give, and the events. The numbers that it comes to are held against those that
/// the log signed.
///
/// # Errors
/// [`Unproved`].
pub fn read(store: SledStore, snapshot: &Snapshot) -> Result<(ReadModel, ProvenEvents), Unproved> {
    let (mut model, mut clock) = (ReadModel::default(), Millis::EPOCH);
    let (mut hashes, mut index) = (Vec::new(), EventIndex::default());
    let Checkpoint { size, root: events, .. } = snapshot.checkpoint;
    each_event(&store, (size, events), &snapshot.rows, &mut |line, bytes| {
        let recorded = line.recorded(bytes).ok_or(NotProved::NotTheRows)?;
        let Event { statement, hash, .. } = &recorded.event;
        index.note(recorded.sequence, recorded.hash, Some(*hash), statement.body.unit());
        hashes.push(recorded.hash);
        clock = recorded.arrival;
        model.apply(&recorded);
        Ok(())
    })?;
    if root(&model, Moment { size: snapshot.checkpoint.size, clock }) != snapshot.rows {
        return Err(NotProved::NotTheRows);
    }
    Ok((model, ProvenEvents { store, hashes, index }))
}

/// Goes through every event that the rows name, in order: as many as are asked for, each with the bytes that its
/// line names, and together those under a root.
fn each_event(
    store: &SledStore,
    (size, root): (Size, TreeHash),
    rows: &RowHash,
    on_event: &mut dyn FnMut(EventLine, Vec<u8>) -> Result<(), Unproved>,
) -> Result<(), Unproved> {
    if store.size() != size {
        return Err(NotProved::NotTheRows);
    }
    let mut tree = CompactRange::default();
    for line in named(store, size, rows)? {
        let bytes = envelope(store, line.sequence, line.event)?;
        tree.push(leaf_hash(&bytes));
        on_event(line, bytes)?;
    }
    if tree.root() == root { Ok(()) } else { Err(NotProved::NotTheRows) }
}

/// The lines of all events, in order.
fn named(store: &SledStore, size: Size, rows: &RowHash) -> Result<Vec<EventLine>, Unproved> {
    let shown = store.shown(rows, &[Asked::All(String::new())])?;
    let mut named: Vec<EventLine> = Vec::new();
    for (key, value) in shown.rows().ok_or(NotProved::NotTheRows)? {
        if !DERIVED.iter().any(|kind| key.as_str().starts_with(kind)) {
            named.extend(lines(value)?);
        }
    }
    named.sort_by_key(|line| line.sequence);
    named.dedup();
    let are_all = named.iter().map(|line| line.sequence.0).eq(0..size.0);
    if are_all { Ok(named) } else { Err(NotProved::NotTheRows) }
}

impl ProvenEvents {
    /// Those of a store that was filled with them just now.
    pub(super) fn of(store: SledStore, hashes: Vec<EventHash>, index: EventIndex) -> Self {
        Self { store, hashes, index }
    }
}

impl Events for ProvenEvents {
    fn size(&self) -> Size {
        Size(self.hashes.len() as u64)
    }

    fn envelope(&self, sequence: Sequence) -> Result<Option<Vec<u8>>, StoreError> {
        let at = usize::try_from(sequence.0).ok();
        let Some(event) = at.and_then(|at| self.hashes.get(at)) else { return Ok(None) };
        envelope(&self.store, sequence, *event).map(Some).map_err(|error| match error {
            NotProved::Rows(error) => error,
            NotProved::NotTheRows => StoreError::Index(IndexFault::Envelope),
        })
    }

    fn by_hash(&self, event: EventHash) -> Result<Option<Sequence>, StoreError> {
        Ok(self.index.by_hash(event))
    }

    fn by_statement(&self, statement: StatementHash) -> Result<Option<Sequence>, StoreError> {
        Ok(self.index.by_statement(statement))
    }

    fn by_unit(&self, unit: &UnitId) -> Result<Vec<Sequence>, StoreError> {
        Ok(self.index.by_unit(unit))
    }
}
