//! A disk in memory that a witness and its test hold together: state and mark on one, so that a script can stop the
//! machine at any step of both.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard};

use protokol::store::journal::disk::Disk;
use protokol::store::journal::memory::Memory;

/// A disk in memory, shared.
#[derive(Clone, Debug, Default)]
pub struct Shared(Arc<Mutex<Memory>>);

impl Shared {
    pub fn new(memory: Memory) -> Self {
        Self(Arc::new(Mutex::new(memory)))
    }

    pub fn lock(&self) -> MutexGuard<'_, Memory> {
        self.0.lock().expect("no test panics while it holds the disk")
    }

    /// A copy of the disk as it is now.
    pub fn copy(&self) -> Memory {
        self.lock().clone()
    }

    pub fn text(&self, file: &str) -> String {
        String::from_utf8(self.read(file).expect("the file is there")).expect("a text")
    }
}

impl Disk for Shared {
    fn list(&self, folder: &str) -> io::Result<Vec<String>> {
        self.lock().list(folder)
    }

    fn read(&self, file: &str) -> io::Result<Vec<u8>> {
        self.lock().read(file)
    }

    fn append(&mut self, file: &str, bytes: &[u8]) -> io::Result<()> {
        self.lock().append(file, bytes)
    }

    fn write_at(&mut self, file: &str, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.lock().write_at(file, offset, bytes)
    }

    fn sync(&mut self, file: &str) -> io::Result<()> {
        self.lock().sync(file)
    }

    fn put(&mut self, file: &str, bytes: &[u8]) -> io::Result<()> {
        self.lock().put(file, bytes)
    }

    fn remove(&mut self, folder: &str) -> io::Result<()> {
        self.lock().remove(folder)
    }

    fn remove_file(&mut self, file: &str) -> io::Result<()> {
        self.lock().remove_file(file)
    }

    fn cut(&mut self, file: &str, length: u64) -> io::Result<()> {
        self.lock().cut(file, length)
    }
}
