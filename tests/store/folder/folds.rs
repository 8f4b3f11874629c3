//! What lies beside a fold that was kept, when the next writer goes on from it: the published files and the embedded store.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex};

use protokol::crypto::parallel::Serial;
use protokol::domain::number::Size;
use protokol::store::files;
use protokol::store::journal::disk::{Disk, Folder, Stamp};
use protokol::store::journal::recover::{Beginning, recover};
use protokol::store::writer::Writer;

use super::{close, commit, evening, fresh, report, write};
use crate::kit::small::{SMALL, log_signer};
use crate::kit::stored::{applied, edit, event_key};

/// A folder of which is told what was read.
struct Watched {
    folder: Folder,
    read: Arc<Mutex<Vec<String>>>,
}

impl Disk for Watched {
    fn list(&self, folder: &str) -> io::Result<Vec<String>> {
        self.folder.list(folder)
    }
    fn read(&self, file: &str) -> io::Result<Vec<u8>> {
        self.read.lock().expect("nobody panicked").push(file.to_owned());
        self.folder.read(file)
    }
    fn stamp(&self, file: &str) -> io::Result<Option<Stamp>> {
        self.folder.stamp(file)
    }
    fn append(&mut self, file: &str, bytes: &[u8]) -> io::Result<()> {
        self.folder.append(file, bytes)
    }
    fn write_at(&mut self, file: &str, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.folder.write_at(file, offset, bytes)
    }
    fn sync(&mut self, file: &str) -> io::Result<()> {
        self.folder.sync(file)
    }
    fn put(&mut self, file: &str, bytes: &[u8]) -> io::Result<()> {
        self.folder.put(file, bytes)
    }
    fn remove(&mut self, folder: &str) -> io::Result<()> {
        self.folder.remove(folder)
    }
    fn remove_file(&mut self, file: &str) -> io::Result<()> {
        self.folder.remove_file(file)
    }
    fn cut(&mut self, file: &str, length: u64) -> io::Result<()> {
        self.folder.cut(file, length)
    }
}

/// Hands reports in until so many events are in.
fn grows(ledger: &Path, from: u32, size: u64) -> Writer<Folder> {
    let mut held = write(ledger).expect("it may be written");
    let more = size - held.writer.tree().size().0;
    commit(&mut held, (from..).take(more as usize).map(report).collect());
    held.writer
}

#[test]
fn a_published_folder_is_gone_on_with_when_its_partial_tiles_became_full() {
    let (_folder, ledger) = fresh();
    let mut held = write(&ledger).expect("a founded ledger");
    commit(&mut held, SMALL.structure());
    close(held);
    let mut writer = grows(&ledger, 0, 300);
    writer.keep_fold_behind(0);
    drop(writer);
    // The second tile was partial, and is full.
    drop(grows(&ledger, 1_000, 530));
    let read = Arc::default();
    let disk = Watched { folder: Folder::new(&ledger), read: Arc::clone(&read) };
    let recovered = recover(&disk, Serial, Some(log_signer().verifier())).expect("it stands");
    assert_eq!(recovered.began, Beginning::Fold(Size(300)));
    let mut writer = Writer::start(disk, recovered, log_signer()).expect("it may be written");
    writer.publish();
    assert_eq!(writer.unpublished(), None);
    let read = read.lock().expect("nobody panicked");
    let is_read = |file: &str| read.contains(&format!("{}/{file}", files::PUBLISHED));
    assert!(is_read("tile/0/001") && is_read("tile/0/002.p/18"), "{read:?}");
    assert!(!is_read("tile/0/000") && !is_read("tile/entries/000"), "it was compared from the beginning");
}

#[test]
fn a_store_that_cannot_be_brought_up_behind_a_fold_is_built_again() {
    let (_folder, ledger) = evening();
    let mut held = write(&ledger).expect("it may be written");
    held.writer.keep_fold_behind(0);
    let kept = held.writer.tree().size().0;
    commit(&mut held, (0..20).map(report).collect());
    close(held);
    // It says that it has one more than the fold, and has not even those.
    edit(&ledger.join(files::SLED), |db| {
        db.insert(b"m", applied(5, kept + 1)).expect("it writes");
        db.remove(event_key(kept)).expect("it goes");
    });
    let held = write(&ledger).expect("it may be written");
    assert!(held.recovery.without_store.is_none() && held.recovery.rebuilt, "{:?}", held.recovery);
    close(held);
    let held = write(&ledger).expect("it may be written");
    assert!(!held.recovery.rebuilt, "it is whole");
}
