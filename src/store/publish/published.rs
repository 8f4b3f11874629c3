//! Where published files are had from on this machine: a folder, a tar, or a ledger that shows itself as one.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use crate::domain::number::Sequence;
use crate::ledger::entry::ParallelMap;
use crate::ledger::tree::tile::{Tile, TileKind, bundle, bundle_of};
use crate::store::error::{Doing, IndexFault, StoreError};
use crate::store::files;
use crate::store::read::{self, Folded, Reading};
use crate::verify::published::{CHECKPOINT, Published};

/// The most files of a tar: a log of 60 million events has fewer, and a forger's list is not held in memory.
const TAR_FILES_MAX: usize = 1_000_000;

/// A log that is published in a folder of this machine.
#[derive(Debug)]
pub struct PublishedFolder(PathBuf);

/// A published folder in one file.
#[derive(Debug)]
pub struct PublishedTar {
    path: PathBuf,
    file: RefCell<File>,
    /// Where each file's bytes begin, and how many there are.
    places: BTreeMap<String, (u64, u64)>,
}

/// A ledger, as it would be published.
pub struct PublishedLedger {
    ledger: PathBuf,
    folded: Folded,
}

impl PublishedFolder {
    /// The folder at a path.
    pub fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }
}

impl Published for PublishedFolder {
    type Error = StoreError;

    fn read(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, StoreError> {
        let path = self.0.join(file);
        read_file(&path, bytes_max).map_err(StoreError::io(Doing::Read, path))
    }
}

/// A regular file; whatever else stands there, a pipe perhaps, is not waited for.
fn read_file(path: &Path, bytes_max: usize) -> io::Result<Option<Vec<u8>>> {
    match fs::metadata(path) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(None),
        Err(error) => return Err(error),
        Ok(data) if !data.is_file() => return Ok(None),
        Ok(_) => {}
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(bytes_max as u64 + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

impl PublishedTar {
    /// Reads what is in a tar. A name that stands there twice is refused: programs differ on which of the two counts.
    ///
    /// # Errors
    /// [`StoreError::Io`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let io = || StoreError::io(Doing::Read, path);
        let file = File::open(path).map_err(io())?;
        let places = places(&file).map_err(io())?;
        Ok(Self { path: path.to_owned(), file: RefCell::new(file), places })
    }
}

fn places(file: &File) -> io::Result<BTreeMap<String, (u64, u64)>> {
    let bad = |says: String| Err(io::Error::new(ErrorKind::InvalidData, says));
    let mut places = BTreeMap::new();
    for entry in tar::Archive::new(file).entries_with_seek()? {
        let entry = entry?;
        if !entry.header().entry_type().is_file() {
            continue;
        }
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let name = name.strip_prefix("./").map(str::to_owned).unwrap_or(name);
        if places.len() == TAR_FILES_MAX {
            return bad(format!("more than {TAR_FILES_MAX} files"));
        }
        if places.insert(name.clone(), (entry.raw_file_position(), entry.size())).is_some() {
            return bad(format!("it holds {name:?} twice"));
        }
    }
    Ok(places)
}

impl Published for PublishedTar {
    type Error = StoreError;

    fn read(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, StoreError> {
        let Some((offset, length)) = self.places.get(file) else { return Ok(None) };
        let mut bytes = Vec::new();
        let mut archive = self.file.borrow_mut();
        let read = archive.seek(SeekFrom::Start(*offset)).and_then(|_| {
            let archive = &mut *archive;
            archive.take((*length).min(bytes_max as u64 + 1)).read_to_end(&mut bytes)
        });
        read.map_err(StoreError::io(Doing::Read, &self.path))?;
        Ok(Some(bytes))
    }
}

impl PublishedLedger {
    /// Folds a ledger's journal up to the seal.
    ///
    /// # Errors
    /// As [`read::from_journal`].
    pub fn open<M: ParallelMap>(ledger: &Path, map: M, progress: &mut dyn FnMut(u64)) -> Result<Self, StoreError> {
        Ok(Self { ledger: ledger.to_owned(), folded: read::fold(ledger, map, progress)? })
    }

    /// A log that was folded elsewhere, as it is published again; `place` names it.
    pub fn of(place: &Path, folded: Folded) -> Self {
        Self { ledger: place.to_owned(), folded }
    }

    /// The folder of the ledger, or what names the log.
    pub fn folder(&self) -> &Path {
        &self.ledger
    }

    /// What the journal gives.
    pub fn folded(&self) -> &Folded {
        &self.folded
    }

    /// The entries of a bundle.
    ///
    /// # Errors
    /// [`StoreError`] when one cannot be read.
    pub fn entries(&self, bundle: Tile) -> Result<Vec<Vec<u8>>, StoreError> {
        bundle.places().map(|place| entry(&self.folded.reading, Sequence(place))).collect()
    }

    fn has(&self, tile: Tile) -> bool {
        let size = self.folded.reading.events.size();
        let first = Sequence(tile.places().start);
        match tile.kind() {
            TileKind::Entries => bundle_of(first, size).is_some_and(|(whole, _)| whole == tile),
            TileKind::Hashes(_) => true,
        }
    }
}

fn entry(reading: &Reading, sequence: Sequence) -> Result<Vec<u8>, StoreError> {
    let missing = || StoreError::Index(IndexFault::Missing(sequence));
    reading.events.envelope(sequence)?.ok_or_else(missing)
}

impl Published for PublishedLedger {
    type Error = StoreError;

    fn read(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, StoreError> {
        if file == CHECKPOINT {
            return Ok(Some(self.folded.reading.checkpoint.to_string().into_bytes()));
        }
        match file.parse::<Tile>() {
            Ok(tile) if !self.has(tile) => Ok(None),
            Ok(tile) if tile.kind() == TileKind::Entries => {
                let entries = self.entries(tile)?;
                Ok(Some(bundle(entries.iter().map(Vec::as_slice))))
            }
            Ok(tile) => Ok(self.folded.tree.tile(tile)),
            Err(_) if [files::MANIFEST, files::LOG_VKEY].contains(&file) => {
                PublishedFolder::new(&self.ledger).read(file, bytes_max)
            }
            Err(_) => Ok(None),
        }
    }
}
