//! The embedded store, and the only file that names `sled`: the events, and the tree over the rows, in one tree of its
//! own.
//!
//! ```text
//! e ‖ sequence u64 BE      → envelope
//! n ‖ hash of a node       → the node: a row with its value, or a fork
//! m                        → the layout, and how many events were applied
//! ```
//! It is never the only copy: its `flush` does not reach the disk, a damaged file can open as if it were whole, and
//! anybody can write it. So nothing in it is believed: a node is held against the hash that leads to it, from the root
//! that the log signed, and an envelope against the event line of a row. What does not prove itself is built again.

use std::fs::{File, TryLockError};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use ::sled::{Batch, Config, Db};
use serde::{Deserialize, Serialize};

use super::error::{IndexFault, StoreError};
use crate::crypto::wire;
use crate::domain::number::{Sequence, Size};
use crate::ledger::rows::node::{RowHash, RowNode};
use crate::ledger::rows::prove::RowNodes;

/// The layout above. Another one is rebuilt.
const LAYOUT: u16 = 2;
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

/// What the store says that it holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct Applied {
    layout: u16,
    size: Size,
}

/// A node, as it is kept.
#[derive(Serialize, Deserialize)]
enum KeptNode {
    Row { key: String, value: String },
    Fork { bit: u32, left: [u8; 32], right: [u8; 32] },
}

/// One change.
enum Operation<'a> {
    Event(Sequence, &'a [u8]),
    Gone(&'a RowHash),
    Node(&'a RowNode),
}

/// The embedded store, open.
#[derive(Debug)]
pub struct SledStore {
    db: Db,
    size: Size,
}

impl SledStore {
    /// Opens or begins the store in a folder. sled panics on some damage: a panic is an error here.
    ///
    /// # Errors
    /// [`StoreError::IndexHeld`] while another process has it open; [`StoreError::Index`] with sled's words, where its
    /// layout is another one, or where the system grants no thread.
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
                None if db.is_empty() => Applied { layout: LAYOUT, size: Size(0) },
                None => return Err(index("it does not say what it holds")),
            };
            match applied {
                Applied { layout: LAYOUT, size } => Ok(Self { db, size }),
                Applied { layout, .. } => Err(index(format!("its layout is {layout}"))),
            }
        });
        // sled has no error of its own for it, and its words are nobody's contract.
        if opened.is_err() && is_held(&file) { Err(StoreError::IndexHeld) } else { opened }
    }

    /// How many events it says that it holds.
    pub fn size(&self) -> Size {
        self.size
    }

    /// The bytes that it has for an event; they are whatever somebody wrote there.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn envelope(&self, sequence: Sequence) -> Result<Option<Vec<u8>>, StoreError> {
        guarded(|| Ok(self.db.get(event_key(sequence)).map_err(index)?.map(|bytes| bytes.to_vec())))
    }

    /// The place of the first event whose bytes are such, by what the store has; none where it has none.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn find(&self, is_it: impl Fn(&[u8]) -> bool) -> Result<Option<Sequence>, StoreError> {
        guarded(|| {
            for entry in self.db.scan_prefix(b"e") {
                let (key, bytes) = entry.map_err(index)?;
                if is_it(&bytes) {
                    return Ok(key.get(1..).and_then(|at| at.try_into().ok()).map(u64::from_be_bytes).map(Sequence));
                }
            }
            Ok(None)
        })
    }

    /// Applies what a turn changed, in small batches: the events that follow those applied before, the nodes that are
    /// gone, then those that are new. What a crash leaves half applied does not prove itself.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn apply<'e>(
        &mut self,
        events: impl IntoIterator<Item = &'e [u8]>,
        gone: &[RowHash],
        nodes: &[RowNode],
    ) -> Result<(), StoreError> {
        let first = self.size.0;
        let events: Vec<_> = events.into_iter().zip(first..).map(|(bytes, at)| (Sequence(at), bytes)).collect();
        let size = Size(first + events.len() as u64);
        let events = events.into_iter().map(|(at, bytes)| Operation::Event(at, bytes));
        let gone = gone.iter().map(Operation::Gone);
        let mut operations = events.chain(gone).chain(nodes.iter().map(Operation::Node)).peekable();
        guarded(|| {
            while operations.peek().is_some() {
                let mut batch = Batch::default();
                for operation in operations.by_ref().take(BATCH_OPERATIONS_MAX - 1) {
                    operation.enter(&mut batch)?;
                }
                batch.insert(b"m", wire::encode_row(&Applied { layout: LAYOUT, size }).map_err(index)?);
                self.db.apply_batch(batch).map_err(index)?;
            }
            self.size = size;
            Ok(())
        })
    }

    /// Hands what is in memory to the system.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn flush(&self) -> Result<(), StoreError> {
        guarded(|| self.db.flush().map(|_| ()).map_err(index))
    }
}

impl RowNodes for SledStore {
    type Error = StoreError;

    /// What is no node is none.
    fn node(&self, hash: &RowHash) -> Result<Option<RowNode>, StoreError> {
        guarded(|| {
            let Some(bytes) = self.db.get(node_key(hash)).map_err(index)? else { return Ok(None) };
            Ok(wire::decode_row(&bytes).ok().and_then(node))
        })
    }
}

impl Operation<'_> {
    fn enter(self, batch: &mut Batch) -> Result<(), StoreError> {
        match self {
            Self::Event(at, bytes) => batch.insert(&event_key(at), bytes),
            Self::Gone(hash) => batch.remove(node_key(hash)),
            Self::Node(node) => {
                batch.insert(node_key(&node.hash()), wire::encode_row(&kept(node)).map_err(index)?);
            }
        }
        Ok(())
    }
}

fn kept(node: &RowNode) -> KeptNode {
    match node {
        RowNode::Row { key, value } => KeptNode::Row { key: key.to_string(), value: value.clone() },
        RowNode::Fork { bit, left, right } => KeptNode::Fork { bit: *bit, left: left.0, right: right.0 },
    }
}

fn node(kept: KeptNode) -> Option<RowNode> {
    Some(match kept {
        KeptNode::Row { key, value } => RowNode::Row { key: key.parse().ok()?, value },
        KeptNode::Fork { bit, left, right } => RowNode::Fork { bit, left: RowHash(left), right: RowHash(right) },
    })
}

fn event_key(sequence: Sequence) -> [u8; 9] {
    let mut key = [b'e'; 9];
    key[1..].copy_from_slice(&sequence.0.to_be_bytes());
    key
}

fn node_key(hash: &RowHash) -> Vec<u8> {
    [b"n", &hash.0[..]].concat()
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
