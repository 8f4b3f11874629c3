//! The embedded store, and the only file that names `sled`: the events, the rows, and the hashes of the rows' pages, in one
//! tree of its own.
//!
//! ```text
//! e ‖ n u64 BE             → the envelopes from 16 n on, 16 at the most, each after its length as u32 BE
//! r ‖ key of a first row   → that row and those behind it, up to the next such key: each its key and its value, after their lengths
//! p ‖ key of a first row   → the hash of the page that begins with it
//! m                        → the layout, and how many events were applied
//! ```
//! It is never the only copy: its `flush` does not reach the disk, a damaged file can open as if it were whole, and
//! anybody can write it. So nothing in it is believed: the pages are held against the root that the log signed, the rows of a
//! page against its hash, and an envelope against the event line of a row. What does not prove itself is built again.

use std::collections::BTreeMap;
use std::fs::{File, TryLockError};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use ::sled::{Batch, Config, Db, IVec};
use serde::{Deserialize, Serialize};

use super::error::{IndexFault, StoreError};
use super::together::{self, ENVELOPES};
use crate::crypto::wire;
use crate::domain::number::{Sequence, Size};
use crate::ledger::rows::held::HeldRows;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::node::RowHash;
use crate::ledger::rows::page::RowPage;
use crate::ledger::rows::paged::PagedRows;
use crate::ledger::rows::prove::{Asked, NotProved};
use crate::ledger::rows::shown::Shown;
use crate::tally::rows::ChangedRows;

/// The layout above. Another one is rebuilt.
const LAYOUT: u16 = 5;
/// The most operations of one batch: a batch of 4,096 was measured to peak at 6.5 GiB.
const BATCH_OPERATIONS_MAX: usize = 256;
/// After so many batches what was written is handed to the system: only then is the room of what was replaced used again.
const BATCHES_UNFLUSHED_MAX: usize = 16;
/// The page cache, in bytes: the least of the measured range.
const CACHE_BYTES: u64 = 64 * 1024 * 1024;
/// The flusher is sled's only garbage collection.
const FLUSH_EVERY_MS: u64 = 500;

/// How long sled may take to let go of its file: it takes milliseconds. A reader that pages through the events holds it
/// for longer, and whoever waits for that one could have read the journal meanwhile.
const RELEASE_MAX: Duration = Duration::from_secs(2);
/// How often that is looked at.
const RELEASE_PAUSE: Duration = Duration::from_millis(5);

/// Behind every row.
const ROWS_END: &[u8] = &[b'r' + 1];

/// What the store says that it holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
struct Applied {
    layout: u16,
    size: Size,
}

/// The embedded store, open.
#[derive(Debug)]
pub struct SledStore {
    db: Db,
    size: Size,
    pages: PagedRows,
    /// How many batches were written since they were last handed to the system.
    unflushed: usize,
}

/// What is put under a key; none where it is taken out.
type Change<V> = (Vec<u8>, Option<V>);

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
                Applied { layout: LAYOUT, size } => Ok(Self { pages: pages(&db)?, db, size, unflushed: 0 }),
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
        guarded(|| {
            let together = self.db.get(event_key(sequence)).map_err(index)?;
            let place = usize::try_from(sequence.0 % ENVELOPES).map_err(index)?;
            Ok(together.and_then(|bytes| together::each(&bytes).nth(place).map(<[u8]>::to_vec)))
        })
    }

    /// The place of the first event whose bytes are such, by what the store has; none where it has none.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn find(&self, is_it: impl Fn(&[u8]) -> bool) -> Result<Option<Sequence>, StoreError> {
        guarded(|| {
            for entry in self.db.scan_prefix(b"e") {
                let (key, bytes) = entry.map_err(index)?;
                let Some(number) = key.get(1..).and_then(|at| at.try_into().ok()).map(u64::from_be_bytes) else {
                    continue;
                };
                if let Some((place, _)) = (0..).zip(together::each(&bytes)).find(|(_, bytes)| is_it(bytes)) {
                    return Ok(number.checked_mul(ENVELOPES).and_then(|first| first.checked_add(place)).map(Sequence));
                }
            }
            Ok(None)
        })
    }

    /// Appends the events that follow those that it has.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn append(&mut self, events: &[Vec<u8>]) -> Result<(), StoreError> {
        let size = Size(self.size.0 + events.len() as u64);
        let applied = wire::encode_row(&Applied { layout: LAYOUT, size }).map_err(index)?;
        let mut together: BTreeMap<[u8; 9], Vec<u8>> = BTreeMap::new();
        // Those that stand already under the key of the first one, and no further: a kill may have left more there.
        for place in self.size.0 / ENVELOPES * ENVELOPES..self.size.0 {
            let envelope = self.envelope(Sequence(place))?.ok_or(StoreError::NotFound(Sequence(place)))?;
            together::add(together.entry(event_key(Sequence(place))).or_default(), &envelope);
        }
        for (place, envelope) in (self.size.0..).zip(events) {
            together::add(together.entry(event_key(Sequence(place))).or_default(), envelope);
        }
        let events = together.iter().map(|(key, bytes)| (key.to_vec(), Some(&bytes[..])));
        self.write(events.chain([(b"m".to_vec(), Some(&applied[..]))]))?;
        self.size = size;
        Ok(())
    }

    /// Puts rows in, or takes them out, and the pages over all rows in the place of those before.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn put_rows(&mut self, rows: &ChangedRows, pages: Vec<RowPage>) -> Result<(), StoreError> {
        let mut rows = rows.iter().peekable();
        while rows.peek().is_some() {
            let some: Vec<_> = rows.by_ref().take(BATCH_OPERATIONS_MAX).collect();
            self.write(guarded(|| self.put_together(&some))?)?;
        }
        let pages = PagedRows::of(pages);
        let (was, is) = (self.pages.pages(), pages.pages());
        let gone = was.keys().filter(|first| !is.contains_key(*first)).map(|first| (key_of(b'p', first), None));
        let new = pages.without(&self.pages).map(|(first, _)| (key_of(b'p', first), Some(&is[first].0[..])));
        let changes: Vec<_> = gone.chain(new).collect();
        self.write(changes)?;
        self.pages = pages;
        Ok(())
    }

    /// What changes where some rows, ascending, are put in or taken out: with each stands again what stood together there.
    fn put_together(&self, mut rows: &[(&RowKey, &Option<String>)]) -> Result<Vec<Change<Vec<u8>>>, StoreError> {
        let mut changes = Vec::new();
        while let Some((key, _)) = rows.first() {
            let mut standing = self.db.range(self.beginning(key)?..ROWS_END.to_vec());
            let was = standing.next().transpose().map_err(index)?;
            let until = standing.next().transpose().map_err(index)?;
            let is_here = |key: &RowKey| until.as_ref().is_none_or(|(until, _)| key_of(b'r', key)[..] < until[..]);
            let (here, behind) = rows.split_at(rows.partition_point(|(key, _)| is_here(key)));
            let mut held = match &was {
                Some((_, bytes)) => together::rows(bytes).ok_or_else(|| index("what stands for rows is none"))?,
                None => BTreeMap::new(),
            };
            for (key, value) in here {
                match value {
                    Some(value) => held.insert((*key).clone(), value.clone()),
                    None => held.remove(*key),
                };
            }
            changes.extend(was.map(|(key, _)| (key.to_vec(), None)));
            changes.extend(together::in_parts(&held).into_iter().map(|(key, part)| (key_of(b'r', key), Some(part))));
            rows = behind;
        }
        Ok(changes)
    }

    /// The key under which a row stands, or from which on those stand that it would stand with.
    fn beginning(&self, key: &RowKey) -> Result<Vec<u8>, StoreError> {
        let place = key_of(b'r', key);
        let before = self.db.range(b"r".to_vec()..=place.clone()).next_back().transpose().map_err(index)?;
        Ok(before.map_or(place, |(key, _)| key.to_vec()))
    }

    /// Writes in small batches. What a crash leaves half written does not prove itself.
    fn write<V: Into<IVec>>(&mut self, changes: impl IntoIterator<Item = Change<V>>) -> Result<(), StoreError> {
        let mut changes = changes.into_iter().peekable();
        guarded(|| {
            while changes.peek().is_some() {
                let mut batch = Batch::default();
                for (key, value) in changes.by_ref().take(BATCH_OPERATIONS_MAX) {
                    match value {
                        Some(value) => batch.insert(key, value),
                        None => batch.remove(key),
                    }
                }
                self.db.apply_batch(batch).map_err(index)?;
                self.unflushed += 1;
                if self.unflushed >= BATCHES_UNFLUSHED_MAX {
                    self.db.flush().map_err(index)?;
                    self.unflushed = 0;
                }
            }
            Ok(())
        })
    }

    /// The part of the rows that shows everything that is asked for, which the root over them proves.
    ///
    /// # Errors
    /// [`NotProved`].
    pub fn shown(&self, root: &RowHash, asked: &[Asked]) -> Result<Shown, NotProved<StoreError>> {
        if self.pages.root() != *root {
            return Err(NotProved::NotTheRows);
        }
        self.pages.shown(asked, &mut |from, until| self.rows(from, until))
    }

    /// The pages that it says it has; whether their rows are these, [`shown`](Self::shown) holds against their hashes.
    pub fn pages(&self) -> &PagedRows {
        &self.pages
    }

    /// The rows from a key on, up to another one, which nothing proves.
    ///
    /// # Errors
    /// [`NotProved`].
    pub fn rows(&self, from: &RowKey, until: Option<&RowKey>) -> Result<HeldRows, NotProved<StoreError>> {
        let is_meant = |key: &RowKey| key >= from && until.is_none_or(|until| key < until);
        let end = until.map_or_else(|| ROWS_END.to_vec(), |until| key_of(b'r', until));
        self.rows_in(guarded(|| self.beginning(from))?, end, is_meant)
    }

    /// Every row, which nothing proves.
    ///
    /// # Errors
    /// [`NotProved`].
    pub fn all_rows(&self) -> Result<HeldRows, NotProved<StoreError>> {
        self.rows_in(b"r".to_vec(), ROWS_END.to_vec(), |_| true)
    }

    fn rows_in(
        &self,
        from: Vec<u8>,
        until: Vec<u8>,
        is_meant: impl Fn(&RowKey) -> bool,
    ) -> Result<HeldRows, NotProved<StoreError>> {
        let found = guarded(|| self.db.range(from..until).collect::<Result<Vec<_>, _>>().map_err(index))?;
        let rows: Option<Vec<_>> = found.iter().map(|(_, bytes)| together::rows(bytes)).collect();
        Ok(rows.ok_or(NotProved::NotTheRows)?.into_iter().flatten().filter(|(key, _)| is_meant(key)).collect())
    }

    /// Hands what is in memory to the system.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn flush(&self) -> Result<(), StoreError> {
        guarded(|| self.db.flush().map(|_| ()).map_err(index))
    }
}

/// The pages that a store says it has.
fn pages(db: &Db) -> Result<PagedRows, StoreError> {
    let mut pages = Vec::new();
    for entry in db.scan_prefix(b"p") {
        let (key, hash) = entry.map_err(index)?;
        let page = row_key(&key).zip(hash.as_ref().try_into().ok());
        let (first, hash) = page.ok_or_else(|| index("it names a page that is none"))?;
        pages.push(RowPage { first, hash: RowHash(hash) });
    }
    Ok(PagedRows::of(pages))
}

fn key_of(kind: u8, key: &RowKey) -> Vec<u8> {
    [&[kind], key.as_str().as_bytes()].concat()
}

fn row_key(key: &[u8]) -> Option<RowKey> {
    std::str::from_utf8(key.get(1..)?).ok()?.parse().ok()
}

/// The key under which an envelope stands, with others.
fn event_key(sequence: Sequence) -> [u8; 9] {
    let mut key = [b'e'; 9];
    key[1..].copy_from_slice(&(sequence.0 / ENVELOPES).to_be_bytes());
    key
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
