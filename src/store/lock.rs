//! Who writes or opens the embedded store, by name. That one alone writes is held by the seal itself (`open.rs`): this file
//! is one that people delete.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use super::error::{Doing, LockHolder, StoreError};
use super::files;

/// How long a writer waits for a reader to finish opening the embedded store.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often it looks.
const PAUSE: Duration = Duration::from_millis(50);
/// What a reader writes into the lock.
const READS: &str = "reads";
/// What stands for a holder who has not written its name yet.
const UNKNOWN: &str = "unknown";

/// Who holds the lock of a ledger; none where nobody does.
///
/// # Errors
/// [`StoreError::Io`].
pub fn holder(ledger: &Path) -> Result<Option<LockHolder>, StoreError> {
    let path = ledger.join(files::LOCK);
    let mut file = match File::open(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        opened => opened.map_err(StoreError::io(Doing::Lock, &path))?,
    };
    match file.try_lock_shared() {
        Ok(()) => Ok(None),
        Err(TryLockError::WouldBlock) => Ok(Some(noted(&mut file))),
        Err(TryLockError::Error(error)) => Err(StoreError::io(Doing::Lock, &path)(error)),
    }
}

/// An exclusive lock, held until dropped or until the process ends, however it ends.
#[derive(Debug)]
pub struct Lock(File);

impl Lock {
    /// Takes the lock to write; `doing` is what others are told. Waits a little for readers, and not for writers.
    ///
    /// # Errors
    /// [`StoreError::Locked`] by another writer; [`StoreError::Io`].
    pub fn write(ledger: &Path, doing: &str) -> Result<Self, StoreError> {
        let since = Instant::now();
        loop {
            match Self::try_take(ledger, doing) {
                Err(StoreError::Locked(holder))
                    if [READS, UNKNOWN].contains(&holder.doing.as_str()) && since.elapsed() < PATIENCE =>
                {
                    std::thread::sleep(PAUSE);
                }
                taken => return taken,
            }
        }
    }

    /// Takes the lock to open the embedded store for reading.
    ///
    /// # Errors
    /// [`StoreError::Locked`]; [`StoreError::Io`] where the folder cannot be written: then the journal is read.
    pub fn read(ledger: &Path) -> Result<Self, StoreError> {
        Self::try_take(ledger, READS)
    }

    /// Tells others something else from now on.
    ///
    /// # Errors
    /// [`StoreError::Io`].
    pub fn does(&mut self, doing: &str) -> Result<(), StoreError> {
        note(&mut self.0, doing).map_err(StoreError::io(Doing::Lock, files::LOCK))
    }

    fn try_take(ledger: &Path, doing: &str) -> Result<Self, StoreError> {
        let path = ledger.join(files::LOCK);
        let io = |error| StoreError::io(Doing::Lock, &path)(error);
        let mut file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(io)?;
        match file.try_lock() {
            Ok(()) => {
                note(&mut file, doing).map_err(io)?;
                Ok(Self(file))
            }
            Err(TryLockError::WouldBlock) => Err(StoreError::Locked(noted(&mut file))),
            Err(TryLockError::Error(error)) => Err(io(error)),
        }
    }
}

impl Drop for Lock {
    /// Takes the name out, so that nobody takes the next holder for this one. After a crash it stays, and only tells
    /// who wrote last.
    fn drop(&mut self) {
        let _ = self.0.set_len(0);
    }
}

fn note(file: &mut File, doing: &str) -> io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    write!(file, "{}\n{doing}\n", std::process::id())
}

fn noted(file: &mut File) -> LockHolder {
    let mut text = String::new();
    let read = file.read_to_string(&mut text);
    let mut lines = text.lines().filter(|_| read.is_ok());
    let mut line = || lines.next().unwrap_or(UNKNOWN).to_owned();
    LockHolder { process: line(), doing: line() }
}
