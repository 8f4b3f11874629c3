//! What is measured: something that appends events durably, and proves afterwards that it still has them.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use crate::event::Event;

/// Where things are.
pub struct Setting {
    /// The ledger whose events are taken.
    pub ledger: PathBuf,
    /// A folder on the disk that is meant.
    pub work: PathBuf,
}

/// Something that events are appended to.
pub trait Peer {
    /// Appends events, all or none, and comes back when they are durable.
    fn append(&mut self, events: &[Event]);

    /// Ends the writing, and says what is on the disk then, part by part.
    fn room(&mut self) -> Vec<(&'static str, u64)>;

    /// Reads everything and checks what it can: how many signatures of its own those were.
    fn verify(&mut self) -> usize;
}

/// What a file or a folder takes on the disk.
pub fn taken(path: &Path) -> u64 {
    let Ok(found) = fs::symlink_metadata(path) else { return 0 };
    let within = if found.is_dir() {
        fs::read_dir(path).expect("a folder").map(|entry| taken(&entry.expect("an entry").path())).sum()
    } else {
        0
    };
    found.blocks() * 512 + within
}
