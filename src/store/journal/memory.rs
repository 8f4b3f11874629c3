//! A disk in memory that keeps only what was synced, and fails when a script says so. For crash tests.

use std::collections::BTreeMap;
use std::io;

use super::disk::Disk;

/// How an operation fails.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// It failed, and nothing of it happened.
    NotDone,
    /// It failed, and all of it happened all the same.
    DoneAllTheSame,
    /// It failed half way: the first half of the bytes is there.
    HalfDone,
}

/// A disk in memory.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    durable: BTreeMap<String, Vec<u8>>,
    volatile: BTreeMap<String, Vec<u8>>,
    operations: u64,
    script: Option<(u64, Fault)>,
    stopped: bool,
}

impl Memory {
    /// Fails the operation with this number, counted from the start, and every one after it: the machine stops there.
    pub fn fail_at(&mut self, operation: u64, fault: Fault) {
        self.script = Some((self.operations + operation, fault));
    }

    /// How many writing operations were asked for so far.
    pub fn operations(&self) -> u64 {
        self.operations
    }

    /// The disk after a power cut: what was synced, and of the rest only what `keeps` says.
    #[must_use]
    pub fn after_crash(&self, keeps: Unsynced) -> Self {
        let files = match keeps {
            Unsynced::Lost => self.durable.clone(),
            Unsynced::Kept => self.volatile.clone(),
        };
        Self { durable: files.clone(), volatile: files, operations: 0, script: None, stopped: false }
    }

    /// Lays a file there, durably, and does not count it as an operation.
    pub fn lay(&mut self, file: &str, bytes: Vec<u8>) {
        self.durable.insert(file.to_owned(), bytes.clone());
        self.volatile.insert(file.to_owned(), bytes);
    }

    /// Every file, as a reader sees it now.
    pub fn files(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.volatile
    }

    fn write(&mut self, length: usize, act: impl FnOnce(&mut Self, usize)) -> io::Result<()> {
        let now = self.operations;
        self.operations += 1;
        if self.stopped {
            return Err(io::Error::other("the machine stopped"));
        }
        let Some((_, fault)) = self.script.filter(|(at, _)| *at == now) else {
            act(self, length);
            return Ok(());
        };
        self.stopped = true;
        match fault {
            Fault::NotDone => {}
            Fault::DoneAllTheSame => act(self, length),
            Fault::HalfDone => act(self, length / 2),
        }
        Err(io::Error::other("the disk failed, as the script says"))
    }
}

/// What becomes of bytes that were written and not synced.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unsynced {
    /// They never reached the disk.
    Lost,
    /// They had reached the disk.
    Kept,
}

impl Disk for Memory {
    fn list(&self, folder: &str) -> io::Result<Vec<String>> {
        let inside = |name: &&String| name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        Ok(self.volatile.keys().filter(inside).cloned().collect())
    }

    fn read(&self, file: &str) -> io::Result<Vec<u8>> {
        self.volatile.get(file).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn append(&mut self, file: &str, bytes: &[u8]) -> io::Result<()> {
        self.write(bytes.len(), |disk, length| {
            disk.volatile.entry(file.to_owned()).or_default().extend(&bytes[..length]);
        })
    }

    fn write_at(&mut self, file: &str, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.write(bytes.len(), |disk, length| {
            let held = disk.volatile.entry(file.to_owned()).or_default();
            let at = usize::try_from(offset).expect("test files are small");
            held.resize(held.len().max(at + length), 0);
            held[at..at + length].copy_from_slice(&bytes[..length]);
        })
    }

    fn sync(&mut self, file: &str) -> io::Result<()> {
        self.write(1, |disk, length| {
            if let Some(bytes) = disk.volatile.get(file).filter(|_| length > 0) {
                disk.durable.insert(file.to_owned(), bytes.clone());
            }
        })
    }

    fn put(&mut self, file: &str, bytes: &[u8]) -> io::Result<()> {
        // A rename is whole or not at all: half of it is none of it.
        self.write(2, |disk, done| {
            if done == 2 {
                disk.lay(file, bytes.to_vec());
            }
        })
    }

    fn remove(&mut self, folder: &str) -> io::Result<()> {
        let inside = |name: &str| name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        self.write(1, |disk, done| {
            if done > 0 {
                disk.volatile.retain(|name, _| !inside(name));
                disk.durable.retain(|name, _| !inside(name));
            }
        })
    }

    fn remove_file(&mut self, file: &str) -> io::Result<()> {
        self.write(1, |disk, done| {
            if done > 0 {
                disk.volatile.remove(file);
                disk.durable.remove(file);
            }
        })
    }

    fn cut(&mut self, file: &str, length: u64) -> io::Result<()> {
        self.write(1, |disk, done| {
            if let Some(bytes) = disk.volatile.get_mut(file).filter(|_| done > 0) {
                bytes.truncate(usize::try_from(length).expect("test files are small"));
                disk.durable.insert(file.to_owned(), bytes.clone());
            }
        })
    }
}
