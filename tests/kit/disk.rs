//! A disk in memory that a writer and its test hold together, and which remembers every seal that it was handed.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard};

use protokol::crypto::parallel::Serial;
use protokol::domain::number::Sequence;
use protokol::domain::time::Millis;
use protokol::ledger::files::frame;
use protokol::ledger::files::seal::{SLOT_BYTES, Seal};
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use protokol::ledger::submission::SignedStatement;
use protokol::store::error::StoreError;
use protokol::store::files;
use protokol::store::journal::JournalReader;
use protokol::store::journal::disk::Disk;
use protokol::store::journal::memory::Memory;
use protokol::store::journal::recover::recover;
use protokol::store::writer::Writer;

use super::small::{Small, first_seal, log_signer};

/// A disk in memory, shared.
#[derive(Clone, Debug, Default)]
pub struct Shared(Arc<Mutex<Inner>>);

#[derive(Debug, Default)]
pub struct Inner {
    pub memory: Memory,
    /// What was signed and handed to the disk, whatever became of it.
    pub signed: Vec<SignedCheckpoint>,
}

impl Shared {
    pub fn new(memory: Memory) -> Self {
        Self(Arc::new(Mutex::new(Inner { memory, signed: Vec::new() })))
    }

    pub fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().expect("no test panics while it holds the disk")
    }

    /// The disk as it is now.
    pub fn memory(&self) -> Memory {
        self.lock().memory.clone()
    }
}

impl Disk for Shared {
    fn list(&self, folder: &str) -> io::Result<Vec<String>> {
        self.lock().memory.list(folder)
    }

    fn read(&self, file: &str) -> io::Result<Vec<u8>> {
        self.lock().memory.read(file)
    }

    fn append(&mut self, file: &str, bytes: &[u8]) -> io::Result<()> {
        self.lock().memory.append(file, bytes)
    }

    fn write_at(&mut self, file: &str, offset: u64, bytes: &[u8]) -> io::Result<()> {
        let mut inner = self.lock();
        if file == files::SEAL {
            let [slot, _] = Seal::decode(&[bytes, &[0; SLOT_BYTES]].concat()).slots;
            inner.signed.extend(slot.checkpoint().cloned());
        }
        inner.memory.write_at(file, offset, bytes)
    }

    fn sync(&mut self, file: &str) -> io::Result<()> {
        self.lock().memory.sync(file)
    }

    fn put(&mut self, file: &str, bytes: &[u8]) -> io::Result<()> {
        self.lock().memory.put(file, bytes)
    }

    fn remove(&mut self, folder: &str) -> io::Result<()> {
        self.lock().memory.remove(folder)
    }

    fn remove_file(&mut self, file: &str) -> io::Result<()> {
        self.lock().memory.remove_file(file)
    }

    fn cut(&mut self, file: &str, length: u64) -> io::Result<()> {
        self.lock().memory.cut(file, length)
    }
}

/// A ledger in memory with its founding act, sealed.
pub fn founded(small: Small) -> Memory {
    let (genesis, mut memory) = (small.genesis(), Memory::default());
    memory.lay(files::SEAL, first_seal(&genesis, &log_signer()));
    memory.lay(&files::segment(Sequence(0)), frame::encode(Sequence(0), &[genesis]));
    memory
}

/// Recovers a disk and starts to write on it.
pub fn start<D: Disk>(disk: D) -> Result<Writer<D>, StoreError> {
    let recovered = recover(&disk, Serial, None)?;
    Writer::start(disk, recovered, log_signer())
}

/// A ledger in memory with everything before the polling day.
pub fn prepared(small: Small) -> Memory {
    let disk = Shared::new(founded(small));
    let mut writer = start(disk.clone()).expect("a founded ledger can be written");
    let answers = writer.commit(small.structure(), super::small::after(10), &Serial).expect("the disk holds");
    for answer in answers {
        answer.expect("every act before the polling day is admissible");
    }
    disk.memory()
}

/// Hands in one submission.
pub fn commit_one<D: Disk>(
    writer: &mut Writer<D>,
    submission: SignedStatement,
    clock: Millis,
) -> protokol::store::writer::SubmissionAnswer {
    let mut answers = writer.commit(vec![submission], clock, &Serial).expect("the disk holds");
    answers.pop().expect("one answer for one submission")
}

/// Every envelope of a journal without damage.
pub fn envelopes<D: Disk>(disk: &D) -> Vec<Vec<u8>> {
    let fragments = JournalReader::open(disk).expect("the disk reads");
    fragments.flat_map(|fragment| fragment.expect("the disk reads").frame.expect("a whole frame").envelopes).collect()
}
