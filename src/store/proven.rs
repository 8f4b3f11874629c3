//! What an embedded store proves: rows under the root that the log signed, and the events that these rows name. Nobody
//! who writes to the store can make it say anything else: it proves itself, or it is of no use.

use std::collections::BTreeMap;

use super::error::{IndexFault, StoreError};
use super::event_index::EventIndex;
use super::events::Events;
use super::sled::SledStore;
use crate::crypto::vkey::VerifierKey;
use crate::domain::event::{Event, RecordedEvent};
use crate::domain::id::{EventHash, StatementHash, UnitId};
use crate::domain::number::{Sequence, Size};
use crate::domain::statement::{Body, Statement};
use crate::domain::time::Millis;
use crate::ledger::envelope::Envelope;
use crate::ledger::logged_event::LoggedEvent;
use crate::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::ledger::note::snapshot::{SignedSnapshot, Snapshot};
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::node::RowHash;
use crate::ledger::rows::prove::{self, Asked, NotProved};
use crate::ledger::rows::shown::{Answer, Shown};
use crate::ledger::tree::merkle::CompactRange;
use crate::ledger::tree::node::leaf_hash;
use crate::tally::moment::Moment;
use crate::tally::read_model::ReadModel;
use crate::tally::rows::{self, event_line::EventLine};

/// Why a store is of no use: it does not prove itself, or cannot be read.
pub type Unproved = NotProved<StoreError>;

/// The kinds of rows that hold no event lines.
const DERIVED: [&str; 3] = ["below/", "total/", "finding/"];

/// The rows of a ledger, proved one by one: a handful of hashes each, and nothing is folded.
#[derive(Debug)]
pub struct ProvenRows {
    /// The checkpoint that they are under.
    pub checkpoint: SignedCheckpoint,
    /// What the log signed of them.
    pub snapshot: SignedSnapshot,
    store: SledStore,
}

/// The events of a store, each read again by the hash that was proved.
#[derive(Debug)]
pub struct ProvenEvents {
    store: SledStore,
    hashes: Vec<EventHash>,
    index: EventIndex,
}

impl ProvenRows {
    /// Those of a store under a snapshot that the key signed. They name the key: where the log changed it since, this is
    /// not its snapshot. `is_since` says whether the seal is of the time since an event.
    ///
    /// # Errors
    /// [`Unproved`].
    pub fn under(
        checkpoint: SignedCheckpoint,
        snapshot: SignedSnapshot,
        key: &VerifierKey,
        is_since: &dyn Fn(Option<Sequence>) -> bool,
        store: SledStore,
    ) -> Result<Self, Unproved> {
        let proven = Self { checkpoint, snapshot, store };
        let (named, since) = proven.log_key()?;
        if named.as_ref() == Some(key) && is_since(since) { Ok(proven) } else { Err(NotProved::NotTheRows) }
    }

    /// The part of the rows that shows everything that is asked for.
    ///
    /// # Errors
    /// [`Unproved`].
    pub fn shown(&self, asked: &[Asked]) -> Result<Shown, Unproved> {
        prove::prove(&self.store, &self.snapshot.snapshot().rows, asked)
    }

    /// A row; none where there is none.
    ///
    /// # Errors
    /// [`Unproved`].
    pub fn get(&self, key: &RowKey) -> Result<Option<String>, Unproved> {
        match self.shown(&[Asked::Row(key.clone())])?.get(key) {
            Answer::There(value) => Ok(Some(value.to_owned())),
            Answer::None => Ok(None),
            Answer::NotShown => Err(NotProved::NotTheRows),
        }
    }

    /// Every row whose key begins with a text, in order, and no other.
    ///
    /// # Errors
    /// [`Unproved`].
    pub fn all(&self, prefix: &str) -> Result<Vec<(RowKey, String)>, Unproved> {
        match self.shown(&[Asked::All(prefix.to_owned())])?.all(prefix) {
            Answer::There(rows) => Ok(rows.into_iter().map(|(key, value)| (key.clone(), value.to_owned())).collect()),
            Answer::None | Answer::NotShown => Err(NotProved::NotTheRows),
        }
    }

    /// The read model that the events of some rows give, and no others: of what else there is, it knows nothing.
    ///
    /// # Errors
    /// [`Unproved`].
    pub fn model(&self, asked: &[Asked]) -> Result<ReadModel, Unproved> {
        let mut named = Vec::new();
        for asked in asked {
            match asked {
                Asked::Row(key) => named.extend(self.get(key)?),
                Asked::All(prefix) => named.extend(self.all(prefix)?.into_iter().map(|(_, value)| value)),
            }
        }
        let named: Vec<_> = named.iter().map(|value| lines(value)).collect::<Result<_, _>>()?;
        let by_sequence: BTreeMap<_, _> = named.into_iter().flatten().map(|line| (line.sequence, line)).collect();
        let mut model = ReadModel::default();
        for (_, line) in by_sequence {
            let bytes = self.event(line.sequence, line.event)?;
            model.apply(&recorded(line, bytes).ok_or(NotProved::NotTheRows)?);
        }
        Ok(model)
    }

    /// The envelope of an event that a row names.
    ///
    /// # Errors
    /// [`Unproved`].
    pub fn event(&self, sequence: Sequence, event: EventHash) -> Result<Vec<u8>, Unproved> {
        envelope(&self.store, sequence, event)
    }

    /// The key that the log signs with now, and the event that changed it to this one, if one did.
    fn log_key(&self) -> Result<(Option<VerifierKey>, Option<Sequence>), Unproved> {
        let mut named = (None, None);
        for line in lines(&self.get(&RowKey::of(&[&"election"]))?.unwrap_or_default())? {
            let event = LoggedEvent::read(line.sequence, self.event(line.sequence, line.event)?);
            named = match event.body() {
                Some(Body::ElectionCalled(called)) => (called.log_key.as_str().parse().ok(), None),
                Some(Body::LogKeyRotated(rotated)) => (rotated.new.as_str().parse().ok(), Some(line.sequence)),
                _ => named,
            };
        }
        Ok(named)
    }
}

/// Whether a store holds everything under a root, and exactly the events of a checkpoint.
pub fn is_whole(store: &SledStore, checkpoint: &Checkpoint, rows: &RowHash) -> bool {
    each_event(store, checkpoint, rows, &mut |_, _| Ok(())).is_ok()
}

/// The read model that the proven events give, and the events. The numbers that it comes to are held against those that
/// the log signed.
///
/// # Errors
/// [`Unproved`].
pub fn read(store: SledStore, snapshot: &Snapshot) -> Result<(ReadModel, ProvenEvents), Unproved> {
    let (mut model, mut clock) = (ReadModel::default(), Millis::EPOCH);
    let (mut hashes, mut index) = (Vec::new(), EventIndex::default());
    each_event(&store, &snapshot.checkpoint, &snapshot.rows, &mut |line, bytes| {
        let recorded = recorded(line, bytes).ok_or(NotProved::NotTheRows)?;
        let Event { statement, hash, .. } = &recorded.event;
        index.note(recorded.sequence, recorded.hash, Some(*hash), statement.body.unit());
        hashes.push(recorded.hash);
        clock = recorded.arrival;
        model.apply(&recorded);
        Ok(())
    })?;
    if rows::root(&model, Moment { size: snapshot.checkpoint.size, clock }) != snapshot.rows {
        return Err(NotProved::NotTheRows);
    }
    Ok((model, ProvenEvents { store, hashes, index }))
}

/// Goes through every event that the rows name, in order: all that the checkpoint covers, each with the bytes that its
/// line names, and together those under its root.
fn each_event(
    store: &SledStore,
    checkpoint: &Checkpoint,
    rows: &RowHash,
    on_event: &mut dyn FnMut(EventLine, Vec<u8>) -> Result<(), Unproved>,
) -> Result<(), Unproved> {
    if store.size() != checkpoint.size {
        return Err(NotProved::NotTheRows);
    }
    let mut tree = CompactRange::default();
    for line in named(store, checkpoint.size, rows)? {
        let bytes = envelope(store, line.sequence, line.event)?;
        tree.push(leaf_hash(&bytes));
        on_event(line, bytes)?;
    }
    if tree.root() == checkpoint.root { Ok(()) } else { Err(NotProved::NotTheRows) }
}

/// The lines of all events, in order.
fn named(store: &SledStore, size: Size, rows: &RowHash) -> Result<Vec<EventLine>, Unproved> {
    let shown = prove::prove(store, rows, &[Asked::All(String::new())])?;
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

fn lines(value: &str) -> Result<Vec<EventLine>, Unproved> {
    rows::event_line::parse(value).map_err(|_| NotProved::NotTheRows)
}

fn envelope(store: &SledStore, sequence: Sequence, event: EventHash) -> Result<Vec<u8>, Unproved> {
    let bytes = store.envelope(sequence)?.filter(|bytes| Envelope::hash(bytes) == event);
    bytes.ok_or(NotProved::NotTheRows)
}

/// The event of a line, whose author the log vouches for; none where it cannot be read.
fn recorded(line: EventLine, bytes: Vec<u8>) -> Option<RecordedEvent> {
    let EventLine { sequence, event: hash, author } = line;
    let LoggedEvent { envelope, signed, statement, .. } = LoggedEvent::read(sequence, bytes);
    let (envelope, statement) = (envelope.filter(|envelope| envelope.sequence == sequence)?, statement?);
    let event = Event { statement, hash: Statement::hash(signed?.statement_bytes()), author };
    Some(RecordedEvent { event, sequence, hash, arrival: envelope.arrival })
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
            NotProved::Nodes(error) => error,
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
