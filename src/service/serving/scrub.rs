//! The scrub: journal, seal and published files are read again while the service runs, and held against what is sealed. A
//! disk that forgets is told of before the night is over, and not by whoever verifies a week later.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use super::live::Live;
use crate::domain::code::Code;
use crate::domain::number::Size;
use crate::ledger::files::seal::Seal;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::tree::node::leaf_hash;
use crate::ledger::tree::tile::{Tile, TileKind, bundles, hash_tiles};
use crate::store::files;
use crate::store::journal::disk::{Disk, Folder};
use crate::store::journal::walk::{Step, Walk};
use crate::verify::published::CHECKPOINT;

/// The most files that are told of one reading: where more are damaged, all are.
const FOUND_MAX: usize = 100;

/// What one reading found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// How many events were sealed when it began.
    pub size: Size,
    /// Files that are not what is sealed, each under the code of what is wrong; at most a hundred.
    pub files: BTreeMap<String, Code>,
}

/// One reading on its way.
struct Scrub<'a> {
    ledger: &'a Path,
    live: &'a RwLock<Live>,
    pace: &'a mut dyn FnMut(u64) -> bool,
    found: Found,
}

/// Somebody told it to stop.
struct Stopped;

/// Reads everything that is sealed now again. `pace` is told how many bytes were read, sleeps for as long as that is
/// worth, and says whether to go on; nothing is found where it does not.
pub fn read_again(ledger: &Path, live: &RwLock<Live>, pace: &mut dyn FnMut(u64) -> bool) -> Option<Found> {
    let size = live.read().unwrap_or_else(PoisonError::into_inner).size();
    let mut scrub = Scrub { ledger, live, pace, found: Found { size, files: BTreeMap::new() } };
    scrub.seal();
    scrub.journal().and_then(|()| scrub.published()).ok().map(|()| scrub.found)
}

impl Scrub<'_> {
    fn live(&self) -> RwLockReadGuard<'_, Live> {
        self.live.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&mut self, file: &str, code: Code) {
        if self.found.files.len() < FOUND_MAX {
            self.found.files.insert(file.to_owned(), code);
        }
    }

    fn read(&mut self, bytes: u64) -> Result<(), Stopped> {
        if (self.pace)(bytes) { Ok(()) } else { Err(Stopped) }
    }

    /// Whether a checkpoint is one that the log had.
    fn is_ours(&self, signed: &SignedCheckpoint) -> bool {
        let at = signed.checkpoint();
        self.live().tree().root_at(at.size).is_ok_and(|root| root == at.root)
    }

    /// The slot that rules; the other one may be being written.
    fn seal(&mut self) {
        match Folder::new(self.ledger).read(files::SEAL) {
            Ok(bytes) => {
                let is_whole = Seal::decode(&bytes).latest().is_some_and(|(_, signed)| {
                    // It may be one turn ahead of what readers see.
                    signed.checkpoint().size > self.found.size || self.is_ours(signed)
                });
                if !is_whole {
                    self.tell(files::SEAL, Code::V7);
                }
            }
            Err(_) => self.tell(files::SEAL, Code::U2),
        }
    }

    /// The journal, frame after frame, as far as it was sealed when the reading began.
    fn journal(&mut self) -> Result<(), Stopped> {
        let disk = Folder::new(self.ledger);
        let Ok(walk) = Walk::begin(&disk, None) else {
            self.tell(files::JOURNAL, Code::U2);
            return Ok(());
        };
        let mut seen = 0;
        for step in walk {
            let Ok((span, step)) = step else {
                self.tell(files::JOURNAL, Code::U2);
                return Ok(());
            };
            let envelopes = match step {
                Step::Frame(envelopes) => envelopes,
                Step::Damage { .. } | Step::TornTail => {
                    self.tell(&span.file, Code::V1);
                    return Ok(());
                }
            };
            if !self.are_sealed(seen, &envelopes) {
                self.tell(&span.file, Code::V7);
            }
            seen += envelopes.len() as u64;
            self.read(span.bytes)?;
            if seen >= self.found.size.0 {
                return Ok(());
            }
        }
        self.tell(files::JOURNAL, Code::V2);
        Ok(())
    }

    /// Whether entries are the log's, from a place on; what is not sealed yet is not asked.
    fn are_sealed(&self, first: u64, entries: &[Vec<u8>]) -> bool {
        let live = self.live();
        let leaves = usize::try_from(first).ok().and_then(|first| live.tree().leaves().get(first..));
        leaves.is_some_and(|leaves| entries.iter().zip(leaves).all(|(entry, leaf)| leaf_hash(entry) == *leaf))
    }

    /// The published files, as far as their checkpoint says.
    fn published(&mut self) -> Result<(), Stopped> {
        let folder = self.ledger.join(files::PUBLISHED);
        let size = match fs::read_to_string(folder.join(CHECKPOINT)) {
            // While the gate is closed, or before the first turn, nothing is there.
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(_) => return self.unreadable(CHECKPOINT),
            Ok(text) => match text.parse::<SignedCheckpoint>() {
                Ok(signed) if signed.checkpoint().size > self.found.size => self.found.size,
                Ok(signed) if self.is_ours(&signed) => signed.checkpoint().size,
                _ => {
                    self.tell(&in_published(CHECKPOINT), Code::V7);
                    return Ok(());
                }
            },
        };
        for tile in hash_tiles(Size(0), size).chain(bundles(Size(0), size)) {
            let (found, bytes) = self.tile(&folder, tile);
            if let Some(code) = found {
                self.tell(&in_published(&tile.to_string()), code);
            }
            self.read(bytes)?;
        }
        Ok(())
    }

    fn unreadable(&mut self, file: &str) -> Result<(), Stopped> {
        self.tell(&in_published(file), Code::U2);
        Ok(())
    }

    /// What is wrong with a published tile, and how many bytes it has. A partial one may be gone: it is made again from
    /// the next checkpoint on.
    fn tile(&self, folder: &Path, tile: Tile) -> (Option<Code>, u64) {
        let bytes = match read_file(&folder.join(tile.to_string()), tile.bytes_max()) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return (tile.is_full().then_some(Code::V22), 0),
            Err(_) => return (Some(Code::U2), 0),
        };
        let found = match tile.kind() {
            TileKind::Hashes(_) => {
                self.live().tree().tile(tile).is_none_or(|right| right != bytes).then_some(Code::V21)
            }
            TileKind::Entries => match tile.entries(&bytes) {
                Ok(entries) => (!self.are_sealed(tile.places().start, &entries)).then_some(Code::V7),
                Err(_) => Some(Code::V23),
            },
        };
        (found, bytes.len() as u64)
    }
}

fn in_published(file: &str) -> String {
    format!("{}/{file}", files::PUBLISHED)
}

/// A file that is at most so long: what is longer is not it.
fn read_file(path: &Path, bytes_max: usize) -> io::Result<Vec<u8>> {
    if fs::metadata(path)?.len() > bytes_max as u64 {
        return Ok(Vec::new());
    }
    fs::read(path)
}
