//! A bucket as a shelf. To read everything that stands there, only to compare it, would take as long as to put it: so what
//! stands there is noted beside it, in one object that is read first and written last.
//!
//! ```text
//! mirrored      a line a file, as sha256sum writes one: the SHA-256 of what it says, two spaces, its name
//! ```

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use object_store::{Attribute, Attributes, PutMode, PutOptions};

use super::bucket::{Bucket, Environment, Put};
use crate::store::address::StoreAddress;
use crate::store::replica::objects::Got;
use crate::store::shelf::{Lasts, Said, Shelf, ShelfError, ShelfFile, all};
use crate::store::unsaid::Unsaid;

/// What is noted of the files that stand there.
const RECORD: &str = "mirrored";
/// The most bytes of it: of some three million files.
const RECORD_BYTES_MAX: usize = 512 * 1024 * 1024;

/// A bucket of an object store, as a shelf.
#[derive(Debug)]
pub struct EngineShelf {
    bucket: Bucket,
    record: Mutex<Record>,
}

/// What every file says that stands there.
#[derive(Debug, Default)]
struct Record {
    said: BTreeMap<String, Said>,
    is_noted: bool,
}

impl EngineShelf {
    /// The bucket at an address, and what is noted there.
    ///
    /// # Errors
    /// [`ShelfError::NotOpened`]; [`ShelfError::Refused`]; [`ShelfError::Silent`].
    pub fn open(address: &StoreAddress, environment: &Environment) -> Result<Self, ShelfError> {
        let bucket = Bucket::open(address, environment).map_err(ShelfError::NotOpened)?;
        let shelf = Self { bucket, record: Mutex::default() };
        if let Some(noted) = shelf.get(RECORD, RECORD_BYTES_MAX)? {
            *shelf.record() = Record { said: parse(&noted), is_noted: true };
        }
        Ok(shelf)
    }

    fn record(&self) -> MutexGuard<'_, Record> {
        self.record.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is noted of a file is not so: it is put again.
    fn forgets(&self, name: &str, is_false: impl FnOnce(&Said) -> bool) {
        let mut record = self.record();
        if record.said.get(name).is_some_and(is_false) {
            record.said.remove(name);
            record.is_noted = false;
        }
    }

    fn unsaid(&self, name: &str, unsaid: Unsaid) -> ShelfError {
        ShelfError::unsaid(self.place(), name, unsaid)
    }

    fn doubtful(&self, name: &str, why: &str) -> ShelfError {
        self.unsaid(name, Unsaid::Doubtful(why.to_owned()))
    }
}

impl Shelf for EngineShelf {
    fn place(&self) -> &str {
        self.bucket.place()
    }

    fn has(&self, file: &ShelfFile) -> bool {
        self.record().said.get(&file.name) == Some(&(file.said)(&file.bytes))
    }

    fn put(&self, file: &ShelfFile) -> Result<(), ShelfError> {
        match self.bucket.put(&file.name, file.bytes.clone(), options(file)) {
            Put::Done => {}
            Put::Exists => {
                let there = self.get(&file.name, file.bytes.len())?;
                let none = || self.doubtful(&file.name, "it is there, and is not");
                file.stands_as(&there.ok_or_else(none)?, self.place())?;
            }
            Put::Unknown(unsaid) => return Err(self.unsaid(&file.name, unsaid)),
        }
        let mut record = self.record();
        record.said.insert(file.name.clone(), (file.said)(&file.bytes));
        record.is_noted = false;
        Ok(())
    }

    fn get(&self, name: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, ShelfError> {
        match self.bucket.get(name, bytes_max) {
            Got::Bytes(bytes) => {
                let is_whole = bytes.len() <= bytes_max;
                self.forgets(name, |said| is_whole && *said != all(&bytes));
                Ok(Some(bytes))
            }
            Got::Absent => {
                self.forgets(name, |_| true);
                Ok(None)
            }
            Got::Unknown(unsaid) => Err(self.unsaid(name, unsaid)),
        }
    }

    fn note(&self) -> Result<(), ShelfError> {
        let lines = {
            let mut record = self.record();
            if std::mem::replace(&mut record.is_noted, true) {
                return Ok(());
            }
            let line = |(name, said): (&String, &Said)| format!("{}  {name}\n", hex::encode(said));
            record.said.iter().map(line).collect::<String>()
        };
        match self.bucket.put(RECORD, lines.into_bytes(), PutOptions::default()) {
            Put::Done => Ok(()),
            Put::Exists => Err(self.doubtful(RECORD, "it would not be written over")),
            Put::Unknown(unsaid) => {
                self.record().is_noted = false;
                Err(self.unsaid(RECORD, unsaid))
            }
        }
    }
}

/// How a file is put: what caches and browsers ask of it goes with it.
fn options(file: &ShelfFile) -> PutOptions {
    let mode = if file.lasts == Lasts::Ever { PutMode::Create } else { PutMode::Overwrite };
    let said = [(Attribute::ContentType, file.media), (Attribute::CacheControl, file.lasts.cache_control())];
    PutOptions { mode, attributes: Attributes::from_iter(said), ..PutOptions::default() }
}

/// What is noted; a line that is none is of no file, which is put again.
fn parse(noted: &[u8]) -> BTreeMap<String, Said> {
    let line = |line: &str| {
        let (said, name) = line.split_once("  ")?;
        Some((name.to_owned(), hex::decode(said).ok()?.try_into().ok()?))
    };
    String::from_utf8_lossy(noted).lines().filter_map(line).collect()
}
