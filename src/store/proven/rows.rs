//! Rows that are proved one by one: a page of them each, and nothing is folded.

use std::collections::BTreeMap;

use super::named::{Unproved, envelope, lines};
use crate::crypto::vkey::VerifierKey;
use crate::domain::id::EventHash;
use crate::domain::number::Sequence;
use crate::domain::statement::Body;
use crate::ledger::envelope::Envelope;
use crate::ledger::logged_event::LoggedEvent;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::prove::{Asked, NotProved};
use crate::ledger::rows::shown::{Answer, Shown};
use crate::ledger::tree::merkle::CompactRange;
use crate::ledger::tree::node::leaf_hash;
use crate::store::sled::SledStore;
use crate::tally::read_model::ReadModel;
use crate::tally::rows::event_line::EventLine;
use crate::tally::rows::naming::row_naming;

/// The rows of a ledger, proved one by one: a page of them each, and nothing is folded.
#[derive(Debug)]
pub struct ProvenRows {
    /// The checkpoint that they are under.
    pub checkpoint: SignedCheckpoint,
    /// What the log signed of them.
    pub snapshot: SignedSnapshot,
    store: SledStore,
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
        self.store.shown(&self.snapshot.snapshot().rows, asked)
    }

    /// A row; none where there is none.
    ///
    /// # Errors
    /// [`Unproved`].
    pub fn get(&self, key: &RowKey) -> Result<Option<String>, Unproved> {
        let asked = Asked::Row(key.clone());
        Ok(values(&self.shown(std::slice::from_ref(&asked))?, &asked)?.pop())
    }

    /// Some rows, in the order of their keys here; none where there is none.
    ///
    /// # Errors
    /// [`Unproved`].
    pub fn each(&self, keys: &[RowKey]) -> Result<Vec<Option<String>>, Unproved> {
        let asked: Vec<_> = keys.iter().cloned().map(Asked::Row).collect();
        let shown = self.shown(&asked)?;
        asked.iter().map(|asked| Ok(values(&shown, asked)?.pop())).collect()
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

    /// The events that some rows name, in order, each once.
    ///
    /// # Errors
    /// [`Unproved`]; also where a row holds no event lines.
    pub fn named(&self, asked: &[Asked]) -> Result<Vec<EventLine>, Unproved> {
        let (shown, mut named) = (self.shown(asked)?, BTreeMap::new());
        for asked in asked {
            for value in values(&shown, asked)? {
                named.extend(lines(&value)?.into_iter().map(|line| (line.sequence, line)));
            }
        }
        Ok(named.into_values().collect())
    }

    /// The read model that the events of some rows give, and no others: of what else there is, it knows nothing.
    ///
    /// # Errors
    /// [`Unproved`].
    pub fn model(&self, asked: &[Asked]) -> Result<ReadModel, Unproved> {
        let mut model = ReadModel::default();
        for line in self.named(asked)? {
            let bytes = self.event(line.sequence, line.event)?;
            model.apply(&line.recorded(bytes).ok_or(NotProved::NotTheRows)?);
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

    /// The event at a place, which the row that its kind of statement belongs to names there.
    ///
    /// # Errors
    /// [`Unproved`]; also of an event that changed nothing, which no row names.
    pub fn event_at(&self, sequence: Sequence) -> Result<LoggedEvent, Unproved> {
        let bytes = self.store.envelope(sequence)?.ok_or(NotProved::NotTheRows)?;
        let event = Envelope::hash(&bytes);
        let logged = LoggedEvent::read(sequence, bytes);
        let row = logged.body().map(|body| row_naming(body, event)).ok_or(NotProved::NotTheRows)?;
        let is_it = |line: &EventLine| line.sequence == sequence && line.event == event;
        if self.named(&[row])?.iter().any(is_it) { Ok(logged) } else { Err(NotProved::NotTheRows) }
    }

    /// Where the store has an event of this hash, if it does. It proves nothing: [`event_at`](Self::event_at) does.
    ///
    /// # Errors
    /// [`Unproved`].
    pub fn place_of(&self, event: EventHash) -> Result<Option<Sequence>, Unproved> {
        Ok(self.store.find(|bytes| Envelope::hash(bytes) == event)?)
    }

    /// Whether the store has every event under the checkpoint: the tree over them has its root. What is not among them is in no
    /// place of the log.
    ///
    /// # Errors
    /// [`Unproved`].
    pub fn has_every_event(&self) -> Result<bool, Unproved> {
        let (checkpoint, mut tree) = (self.checkpoint.checkpoint(), CompactRange::default());
        for place in 0..checkpoint.size.0 {
            let Some(bytes) = self.store.envelope(Sequence(place))? else { return Ok(false) };
            tree.push(leaf_hash(&bytes));
        }
        Ok(tree.root() == checkpoint.root)
    }

    /// The key that the log signs with now, and the event that changed it to this one, if one did.
    fn log_key(&self) -> Result<(Option<VerifierKey>, Option<Sequence>), Unproved> {
        let mut named = (None, None);
        for line in self.named(&[Asked::Row(RowKey::of(&[&"election"]))])? {
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

/// The values of the rows that were asked for; none where there is no such row.
fn values(shown: &Shown, asked: &Asked) -> Result<Vec<String>, Unproved> {
    match asked {
        Asked::Row(key) => match shown.get(key) {
            Answer::There(value) => Ok(vec![value.to_owned()]),
            Answer::None => Ok(Vec::new()),
            Answer::NotShown => Err(NotProved::NotTheRows),
        },
        Asked::All(prefix) => match shown.all(prefix) {
            Answer::There(rows) => Ok(rows.into_iter().map(|(_, value)| value.to_owned()).collect()),
            Answer::None | Answer::NotShown => Err(NotProved::NotTheRows),
        },
    }
}
