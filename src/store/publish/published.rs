//! Where published files are had from on this machine: a folder, a tar, or a ledger that shows itself as one.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use crate::crypto::parallel::ParallelMap;
use crate::domain::number::Sequence;
use crate::ledger::tree::tile::{Tile, TileKind, bundle, bundle_of};
use crate::store::error::{Doing, IndexFault, StoreError};
use crate::store::files;
use crate::store::read::{self, Folded, Reading};
use crate::store::regular::Standing;
use crate::verify::conclude::TrustAnchors;
use crate::verify::published::{CHECKPOINT, Published, SNAPSHOT};

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
    /// Where each file's bytes begin, and how many there are; none for a folder.
    places: BTreeMap<String, Option<(u64, u64)>>,
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
    Standing::named(path)?.read(bytes_max)
}

impl PublishedTar {
    /// Reads what is in a tar, of files and folders under relative and plain names, no two of which mean one place:
    /// programs differ on everything else.
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

/// Where the bytes of each file are; a folder has none.
fn places(file: &File) -> io::Result<BTreeMap<String, Option<(u64, u64)>>> {
    let mut places = BTreeMap::new();
    let length = file.metadata()?.len();
    for entry in tar::Archive::new(file).entries_with_seek()? {
        let mut entry = entry?;
        let shown = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let kind = entry.header().entry_type();
        if !kind.is_file() && !kind.is_dir() || is_sparse(&mut entry)? {
            return Err(bad(TarFlaw::NeitherFileNorFolder(shown)));
        }
        let name = std::str::from_utf8(&entry.path_bytes()).ok().and_then(|name| plain(name, kind.is_dir()));
        let name = name.ok_or_else(|| bad(TarFlaw::NameUnfit(shown.clone())))?;
        if places.len() == TAR_FILES_MAX {
            return Err(bad(TarFlaw::TooManyFiles(TAR_FILES_MAX)));
        }
        let (begins, size) = (entry.raw_file_position(), entry.size());
        // The reader goes on beyond the end of a tar that was cut off, and takes that for its end.
        if begins.checked_add(size).is_none_or(|ends| ends > length) {
            return Err(bad(TarFlaw::CutOff(shown)));
        }
        let place = kind.is_file().then_some((begins, size));
        if places.insert(name, place).is_some() {
            return Err(bad(TarFlaw::Twice(shown)));
        }
    }
    match places.keys().find(|name| folders_over(name).any(|folder| matches!(places.get(folder), Some(Some(_))))) {
        Some(name) => Err(bad(TarFlaw::InFile(name.clone()))),
        None => Ok(places),
    }
}

fn bad(flaw: TarFlaw) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, flaw)
}

/// Why no log is taken from a tar that can be read; each names a file in it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TarFlaw {
    /// A link, a device or a file with holes: programs unpack them differently.
    #[error("{0:?} is neither a file nor a folder")]
    NeitherFileNorFolder(String),
    /// A name leads somewhere else.
    #[error("{0:?} is no relative and plain name")]
    NameUnfit(String),
    /// It holds more than any log has; how many that is.
    #[error("more than {0} files")]
    TooManyFiles(usize),
    /// It ends before this file does.
    #[error("it is cut off in {0:?}")]
    CutOff(String),
    /// Two things have one name.
    #[error("it holds {0:?} twice")]
    Twice(String),
    /// Something is in what is a file.
    #[error("{0:?} is in a file")]
    InFile(String),
}

/// A name without the `./` before it that many programs write, if it leads nowhere else. That of a folder may end with a
/// slash, and that of the folder that was packed is empty.
fn plain(name: &str, is_folder: bool) -> Option<String> {
    let name = if is_folder { name.trim_end_matches('/') } else { name };
    let name = name.strip_prefix("./").unwrap_or(name);
    let is_plain =
        |part: &str| !["", ".", ".."].contains(&part) && !part.chars().any(|sign| sign.is_control() || sign == '\\');
    let is_packed_folder = is_folder && name == ".";
    if is_packed_folder {
        return Some(String::new());
    }
    name.split('/').all(is_plain).then(|| name.to_owned())
}

/// The folders that a name is in.
fn folders_over(name: &str) -> impl Iterator<Item = &str> {
    name.match_indices('/').map(|(at, _)| &name[..at])
}

/// Whether a file has holes, which programs fill in, or not, under one name or another.
fn is_sparse<R: Read>(entry: &mut tar::Entry<'_, R>) -> io::Result<bool> {
    let Some(extensions) = entry.pax_extensions()? else { return Ok(false) };
    for extension in extensions {
        if extension?.key_bytes().starts_with(b"GNU.sparse.") {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Published for PublishedTar {
    type Error = StoreError;

    fn read(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(Some((offset, length))) = self.places.get(file) else { return Ok(None) };
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
    pub fn open<M: ParallelMap>(
        ledger: &Path,
        anchors: &TrustAnchors<'_>,
        map: M,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Self, StoreError> {
        Ok(Self { ledger: ledger.to_owned(), folded: read::fold(ledger, anchors, map, progress)? })
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
        if file == SNAPSHOT {
            return Ok(self.folded.reading.snapshot.as_ref().map(|signed| signed.to_string().into_bytes()));
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
