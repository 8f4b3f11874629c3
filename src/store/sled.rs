//! The embedded store, and the only file that names `sled`: events, their indexes and the read model's records, in one
//! tree.
//!
//! ```text
//! e ‖ sequence u64 BE            → event hash 32 ‖ envelope
//! h ‖ event hash                 → sequence u64 BE
//! s ‖ statement hash             → sequence u64 BE
//! u ‖ unit ‖ 00 ‖ sequence u64 BE →
//! p ‖ record key                    → record
//! m                              → what was applied, and the digests of all records and index entries
//! ```
//! It is never the only copy: its `flush` does not reach the disk, and a damaged file can open as if it were whole.
//! So it is recounted on opening, and every envelope is checked against its hash on the way out.

use std::fs::{File, TryLockError};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use ::sled::{Batch, Config, Db};
use serde::{Deserialize, Serialize};

use super::error::{IndexFault, StoreError};
use super::events::Events;
use crate::crypto::{context, hash, wire};
use crate::domain::id::{EventHash, StatementHash, UnitId};
use crate::domain::number::{Sequence, Size};
use crate::ledger::envelope::Envelope;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::tree::merkle::CompactRange;
use crate::ledger::tree::node::leaf_hash;
use crate::tally::read_model::ReadModel;
use crate::tally::record::RecordKey;
use crate::verify::replay::ReplayedEntry;

/// The layout above. Another one is rebuilt.
const LAYOUT: u16 = 2;
/// The prefixes of the indexes.
const INDEXES: [&[u8]; 3] = [b"h", b"s", b"u"];
/// The most operations of one batch: a batch of 4,096 was measured to peak at 6.5 GiB.
const BATCH_OPERATIONS_MAX: usize = 256;
/// The page cache, in bytes: the least of the measured range.
const CACHE_BYTES: u64 = 64 * 1024 * 1024;
/// The flusher is sled's only garbage collection.
const FLUSH_EVERY_MS: u64 = 500;

/// How long sled may take to let go of its file: it takes milliseconds. A reader that pages through the events holds it
/// for longer, and whoever waits for that one could have read the journal meanwhile.
const RELEASE_MAX: Duration = Duration::from_secs(2);
/// How often that is looked at.
const RELEASE_PAUSE: Duration = Duration::from_millis(5);

/// What the store holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct Applied {
    layout: u16,
    size: Size,
    head: EventHash,
    /// The exclusive or of the digests of all records: a lost or changed record changes it.
    records: [u8; 32],
    /// Likewise of all entries of the indexes.
    indexes: [u8; 32],
}

/// The embedded store, open.
#[derive(Debug)]
pub struct SledStore {
    db: Db,
    applied: Applied,
}

impl SledStore {
    /// Opens or begins the store in a folder. sled panics on some damage: a panic is an error here.
    ///
    /// # Errors
    /// [`StoreError::IndexHeld`] while another process has it open; [`StoreError::Index`] with sled's words, or where the
    /// system grants no thread.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let file = folder.join("db");
        if !has_threads() {
            return Err(StoreError::Index(IndexFault::NoThread));
        }
        wait_for_release(&file);
        let opened = guarded(|| {
            // It asks for the time and for memory, and panics where there is none: before 1970, or under a limit.
            let config = Config::new().path(folder).cache_capacity(CACHE_BYTES).flush_every_ms(Some(FLUSH_EVERY_MS));
            let db = config.open().map_err(index)?;
            let applied = match db.get(b"m").map_err(index)? {
                Some(bytes) => wire::decode_row(&bytes).map_err(index)?,
                None => {
                    Applied { layout: LAYOUT, size: Size(0), head: EventHash::NONE, records: [0; 32], indexes: [0; 32] }
                }
            };
            Ok(Self { db, applied })
        });
        // sled has no error of its own for it, and its words are nobody's contract.
        if opened.is_err() && is_held(&file) { Err(StoreError::IndexHeld) } else { opened }
    }

    /// Whether the store holds exactly what the checkpoint covers: the events recounted, linked and hashed to its root
    /// again, indexes and records counted into their digests, and, where the caller has a read model, each record the
    /// same.
    ///
    /// # Errors
    /// [`StoreError::Index`] when sled fails; that too means rebuilding.
    pub fn agrees(&self, checkpoint: &Checkpoint, model: Option<&ReadModel>) -> Result<bool, StoreError> {
        guarded(|| {
            let is_meant = self.applied.layout == LAYOUT && self.applied.size == checkpoint.size;
            Ok(is_meant && self.gives(checkpoint)? && self.indexes_agree()? && self.records_agree(model)?)
        })
    }

    fn gives(&self, checkpoint: &Checkpoint) -> Result<bool, StoreError> {
        let (mut count, mut last, mut tree) = (0, EventHash::NONE, CompactRange::default());
        for entry in self.db.scan_prefix(b"e") {
            let (key, value) = entry.map_err(index)?;
            let Some((stored, envelope)) = value.split_first_chunk::<32>() else { return Ok(false) };
            let follows = Envelope::decode(envelope).is_ok_and(|e| e.previous == last && e.sequence == Sequence(count));
            last = Envelope::hash(envelope);
            if key.as_ref() != event_key(Sequence(count)) || last.0 != *stored || !follows {
                return Ok(false);
            }
            tree.push(leaf_hash(envelope));
            count += 1;
        }
        Ok(tree.size() == checkpoint.size && tree.root() == checkpoint.root && last == self.applied.head)
    }

    fn indexes_agree(&self) -> Result<bool, StoreError> {
        let mut digest = [0; 32];
        for prefix in INDEXES {
            for entry in self.db.scan_prefix(prefix) {
                let (key, place) = entry.map_err(index)?;
                toggle(&mut digest, &key, &place);
            }
        }
        Ok(digest == self.applied.indexes)
    }

    fn records_agree(&self, model: Option<&ReadModel>) -> Result<bool, StoreError> {
        let (mut digest, mut count) = ([0; 32], 0);
        for entry in self.db.scan_prefix(b"p") {
            let (key, record) = entry.map_err(index)?;
            toggle(&mut digest, &key, &record);
            count += 1;
        }
        let Some(model) = model else { return Ok(digest == self.applied.records) };
        let mut expected = [0; 32];
        let mut records = 0;
        for key in model.keys() {
            let record = model.record(&key).map_err(index)?.unwrap_or_default();
            toggle(&mut expected, &record_key(&key)?, &record);
            records += 1;
        }
        Ok(digest == self.applied.records && digest == expected && count == records)
    }

    /// Applies entries that follow those applied before, in small batches, each of which leaves the store whole.
    /// Applying again what was applied changes nothing.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn apply(&mut self, entries: &[ReplayedEntry], model: &ReadModel) -> Result<(), StoreError> {
        guarded(|| {
            let mut rest = entries;
            while !rest.is_empty() {
                let mut operations = 0;
                let fits = |entry: &&ReplayedEntry| {
                    operations += 5 + entry.touched.len();
                    operations <= BATCH_OPERATIONS_MAX
                };
                let now = rest.iter().take_while(fits).count().max(1);
                let (batch, later) = rest.split_at(now);
                self.apply_batch(batch, model)?;
                rest = later;
            }
            Ok(())
        })
    }

    fn apply_batch(&mut self, entries: &[ReplayedEntry], model: &ReadModel) -> Result<(), StoreError> {
        let mut batch = Batch::default();
        let mut applied = self.applied;
        for entry in entries {
            let sequence = applied.size.next();
            let place = &sequence.0.to_be_bytes();
            batch.insert(event_key(sequence).as_slice(), [&entry.hash.0[..], &entry.bytes].concat());
            for (key, value) in index_entries(entry, place) {
                toggle(&mut applied.indexes, &key, value);
                batch.insert(key, value);
            }
            (applied.size, applied.head) = (sequence.size(), entry.hash);
        }
        let mut touched: Vec<&RecordKey> = entries.iter().flat_map(|entry| &entry.touched).collect();
        touched.sort();
        touched.dedup();
        for key in touched {
            let Some(record) = model.record(key).map_err(index)? else { continue };
            let key = record_key(key)?;
            if let Some(before) = self.db.get(&key).map_err(index)? {
                toggle(&mut applied.records, &key, &before);
            }
            toggle(&mut applied.records, &key, &record);
            batch.insert(key, record);
        }
        batch.insert(b"m", wire::encode_row(&applied).map_err(index)?);
        self.db.apply_batch(batch).map_err(index)?;
        self.applied = applied;
        Ok(())
    }

    /// The read model, from its records. They must [agree](SledStore::agrees).
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn model(&self) -> Result<ReadModel, StoreError> {
        guarded(|| {
            let mut model = ReadModel::default();
            for entry in self.db.scan_prefix(b"p") {
                let (key, record) = entry.map_err(index)?;
                let key = wire::decode_row(key.get(1..).unwrap_or_default()).map_err(index)?;
                model.restore_record(key, &record).map_err(index)?;
            }
            Ok(model)
        })
    }

    /// Hands what is in memory to the system.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn flush(&self) -> Result<(), StoreError> {
        guarded(|| self.db.flush().map(|_| ()).map_err(index))
    }

    fn place(&self, key: &[u8]) -> Result<Option<Sequence>, StoreError> {
        guarded(|| {
            let Some(value) = self.db.get(key).map_err(index)? else { return Ok(None) };
            let place = <[u8; 8]>::try_from(value.as_ref()).map_err(index)?;
            Ok(Some(Sequence(u64::from_be_bytes(place))))
        })
    }
}

impl Events for SledStore {
    fn size(&self) -> Size {
        self.applied.size
    }

    fn envelope(&self, sequence: Sequence) -> Result<Option<Vec<u8>>, StoreError> {
        guarded(|| {
            let Some(value) = self.db.get(event_key(sequence)).map_err(index)? else { return Ok(None) };
            match value.split_first_chunk::<32>() {
                Some((stored, envelope)) if Envelope::hash(envelope).0 == *stored => Ok(Some(envelope.to_vec())),
                _ => Err(index("an envelope is not what it was")),
            }
        })
    }

    fn by_hash(&self, event: EventHash) -> Result<Option<Sequence>, StoreError> {
        self.place(&[b"h", &event.0[..]].concat())
    }

    fn by_statement(&self, statement: StatementHash) -> Result<Option<Sequence>, StoreError> {
        self.place(&[b"s", &statement.0[..]].concat())
    }

    fn by_unit(&self, unit: &UnitId) -> Result<Vec<Sequence>, StoreError> {
        guarded(|| {
            let place = |entry: ::sled::Result<(::sled::IVec, ::sled::IVec)>| {
                let (key, _) = entry.map_err(index)?;
                let place = key.last_chunk::<8>().ok_or_else(|| index("an index entry is too short"))?;
                Ok(Sequence(u64::from_be_bytes(*place)))
            };
            self.db.scan_prefix(unit_prefix(unit)).map(place).collect()
        })
    }
}

/// Where an event is found: by its hash, by its statement's, and by the unit it is about.
fn index_entries<'a>(entry: &ReplayedEntry, place: &'a [u8; 8]) -> Vec<(Vec<u8>, &'a [u8])> {
    let mut entries = vec![([b"h", &entry.hash.0[..]].concat(), place.as_slice())];
    if let Some(recorded) = &entry.recorded {
        entries.push(([b"s", &recorded.event.hash.0[..]].concat(), place));
        let unit = recorded.event.statement.body.unit();
        entries.extend(unit.map(|unit| ([&unit_prefix(unit)[..], place].concat(), &[][..])));
    }
    entries
}

fn event_key(sequence: Sequence) -> [u8; 9] {
    let mut key = [b'e'; 9];
    key[1..].copy_from_slice(&sequence.0.to_be_bytes());
    key
}

fn unit_prefix(unit: &UnitId) -> Vec<u8> {
    [b"u", unit.as_str().as_bytes(), &[0]].concat()
}

fn record_key(key: &RecordKey) -> Result<Vec<u8>, StoreError> {
    Ok([b"p".as_slice(), &wire::encode_row(key).map_err(index)?].concat())
}

fn toggle(digest: &mut [u8; 32], key: &[u8], record: &[u8]) {
    let length = (key.len() as u64).to_le_bytes();
    let of_row = hash::blake3_keyed(context::ROW_DIGEST, &[&length, key, record].concat());
    digest.iter_mut().zip(of_row).for_each(|(all, one)| *all ^= one);
}

fn index(error: impl ToString) -> StoreError {
    StoreError::Index(IndexFault::Library(error.to_string()))
}

/// Whether the system grants threads. sled has its own, and without them waits for its own answers for ever.
fn has_threads() -> bool {
    std::thread::Builder::new().spawn(|| {}).is_ok_and(|thread| thread.join().is_ok())
}

/// Waits until nobody holds sled's file. Our own lock keeps others out, but sled lets go only when the last of its
/// threads has ended, a little after the store was dropped: without waiting, a store that is whole would be rebuilt.
fn wait_for_release(file: &Path) {
    let since = Instant::now();
    while is_held(file) && since.elapsed() < RELEASE_MAX {
        std::thread::sleep(RELEASE_PAUSE);
    }
}

fn is_held(file: &Path) -> bool {
    File::open(file).is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
}

/// sled panics on damage that it meets; what it says is an error like any other, and the store is rebuilt.
fn guarded<T>(f: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    catch_unwind(AssertUnwindSafe(f)).unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
        Err(index(format!("it panicked: {}", words.unwrap_or("without a word"))))
    })
}
