//! What the journal and the seal ask of a disk, and a folder that gives it. Tests bring a disk that fails on purpose.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::{Path, PathBuf};
use std::thread;

use serde::{Deserialize, Serialize};

use crate::ledger::files::frame::{FRAME_HEADER_BYTES, FRAME_PAYLOAD_BYTES_MAX, SEGMENT_BYTES};
use crate::store::beside::{Among, Beside, is_file};

/// Who may read a file that is put in its place: as a new file of the system, what its owner does not withhold.
const MODE: u32 = 0o666;

/// No file of a ledger is longer, be it a segment of the journal: what is longer is damage, and its end is not read.
pub const FILE_BYTES_MAX: u64 = SEGMENT_BYTES + (FRAME_HEADER_BYTES + FRAME_PAYLOAD_BYTES_MAX) as u64;

/// A disk that may lose what was not synced. Names are relative, with `/` between folder and file.
pub trait Disk {
    /// The files in a folder, ascending by name; none where there is no such folder.
    ///
    /// # Errors
    /// Those of the system.
    fn list(&self, folder: &str) -> io::Result<Vec<String>>;
    /// A whole file; of one that is longer than [`FILE_BYTES_MAX`], so much and one byte.
    ///
    /// # Errors
    /// Those of the system, and that it is no file.
    fn read(&self, file: &str) -> io::Result<Vec<u8>>;
    /// How long the file of a name is now, in bytes, as others see it; nothing where there is none, or another file than
    /// the one that this disk has written under that name.
    ///
    /// # Errors
    /// Those of the system.
    fn standing(&self, file: &str) -> io::Result<Option<u64>> {
        match self.read(file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            read => read.map(|bytes| Some(bytes.len() as u64)),
        }
    }
    /// The file of a name, as [`read`](Self::read) gives it; nothing where there is none, or another file than the one that this disk
    /// has written under that name.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    fn read_ours(&self, file: &str) -> io::Result<Option<Vec<u8>>> {
        match self.standing(file)? {
            Some(_) => self.read(file).map(Some),
            None => Ok(None),
        }
    }
    /// By what a file is told from itself after a change; nothing where there is none, or where the disk does not tell.
    ///
    /// # Errors
    /// Those of the system.
    fn stamp(&self, _file: &str) -> io::Result<Option<Stamp>> {
        Ok(None)
    }
    /// Adds bytes at the end of a file, which begins to exist if it must. Not durable yet.
    ///
    /// # Errors
    /// Those of the system; some of the bytes may have been written.
    fn append(&mut self, file: &str, bytes: &[u8]) -> io::Result<()>;
    /// Writes bytes in place. Not durable yet.
    ///
    /// # Errors
    /// Those of the system; some of the bytes may have been written.
    fn write_at(&mut self, file: &str, offset: u64, bytes: &[u8]) -> io::Result<()>;
    /// Makes a file's bytes, and its name if it is new, durable.
    ///
    /// # Errors
    /// Those of the system. After an error nothing is known about what is durable: never try again, read again.
    fn sync(&mut self, file: &str) -> io::Result<()>;
    /// Puts a whole file there, durably, in the place of one that may stand there: a reader sees the old bytes or the
    /// new.
    ///
    /// # Errors
    /// Those of the system; then the old bytes or the new stand there.
    fn put(&mut self, file: &str, bytes: &[u8]) -> io::Result<()>;
    /// Puts whole files there as [`put`](Self::put) does, in their order: a reader who sees one sees those before it. All are durable
    /// when it returns; how many are, if the system stops before, nobody knows.
    ///
    /// # Errors
    /// Those of the system; then the old bytes or the new stand under each name.
    fn put_all(&mut self, files: &[(String, Vec<u8>)]) -> io::Result<()> {
        files.iter().try_for_each(|(file, bytes)| self.put(file, bytes))
    }
    /// Takes away a folder and what is in it, if it is there. Not durable before the next sync.
    ///
    /// # Errors
    /// Those of the system.
    fn remove(&mut self, folder: &str) -> io::Result<()>;
    /// Takes away a file, durably, if it is there.
    ///
    /// # Errors
    /// Those of the system.
    fn remove_file(&mut self, file: &str) -> io::Result<()>;
    /// Cuts a file, durably.
    ///
    /// # Errors
    /// Those of the system.
    fn cut(&mut self, file: &str, length: u64) -> io::Result<()>;
}

/// For how many things the disk is waited for at once.
const WAITS_AT_ONCE: usize = 8;

/// By what a file is told from itself after a change: another file, of another length, or written or renamed since. Nobody sets
/// back when a file was changed who may not set the clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Stamp {
    file: (u64, u64),
    bytes: u64,
    written: (i64, i64),
    changed: (i64, i64),
}

/// A file beside its place, written and not yet durable.
fn written(path: &Path, bytes: &[u8]) -> io::Result<Beside> {
    make_parent(path)?;
    let mut beside = Beside::file(path, Among::Ours, MODE)?;
    beside.as_file().write_all(bytes)?;
    Ok(beside)
}

/// Waits for the disk for several things at once: its file system makes together durable what is asked for together.
fn at_once<T: Sync>(things: &[T], wait: impl Fn(&T) -> io::Result<()> + Sync) -> io::Result<()> {
    if let [one] = things {
        return wait(one);
    }
    let wait = &wait;
    things.chunks(WAITS_AT_ONCE).try_for_each(|things| {
        thread::scope(|scope| {
            let waits =
                things.iter().map(|thing| (thing, thread::Builder::new().spawn_scoped(scope, move || wait(thing))));
            waits.collect::<Vec<_>>().into_iter().try_for_each(|(thing, waits)| match waits {
                Ok(waits) => waits.join().unwrap_or_else(|_| Err(io::Error::other("it was given up"))),
                // Where the system grants no thread, this one waits.
                Err(_) => wait(thing),
            })
        })
    })
}

/// A folder of the file system.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    open: BTreeMap<String, Open>,
}

#[derive(Debug)]
struct Open {
    file: File,
    length: u64,
    is_new: bool,
}

impl Folder {
    /// The folder at a path.
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), open: BTreeMap::new() }
    }

    /// The path of a file in it.
    pub fn path(&self, file: &str) -> PathBuf {
        self.root.join(file)
    }

    /// A stretch of a file.
    ///
    /// # Errors
    /// Those of the system, a file that is shorter among them.
    pub fn read_range(&self, file: &str, offset: u64, length: u64) -> io::Result<Vec<u8>> {
        let length = usize::try_from(length).map_err(io::Error::other)?;
        let mut bytes = vec![0; length];
        File::open(self.path(file))?.read_exact_at(&mut bytes, offset)?;
        Ok(bytes)
    }

    /// Holds a file that exists, for this process alone, until the folder is dropped: false if another process holds it.
    /// The hold is on the file, and not on its name. Nobody is kept from it who does not ask.
    ///
    /// # Errors
    /// Those of the system; [`io::ErrorKind::NotFound`] where no such file is.
    pub fn hold(&mut self, file: &str) -> io::Result<bool> {
        let path = self.path(file);
        let handle = OpenOptions::new().read(true).write(true).open(&path)?;
        match handle.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(false),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let length = handle.metadata()?.len();
        self.open.insert(file.to_owned(), Open { file: handle, length, is_new: false });
        Ok(true)
    }

    fn open(&mut self, file: &str) -> io::Result<&mut Open> {
        if !self.open.contains_key(file) {
            let path = self.path(file);
            make_parent(&path)?;
            let is_new = !path.exists();
            let handle = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path)?;
            let length = handle.metadata()?.len();
            self.open.insert(file.to_owned(), Open { file: handle, length, is_new });
        }
        self.open.get_mut(file).ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

/// Makes the folders above a file, each name durable in the folder above it.
fn make_parent(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() && !parent.exists() => {
            make_parent(parent)?;
            match fs::create_dir(parent) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
                _ => {}
            }
            sync_folder(parent.parent().unwrap_or(parent))
        }
        _ => Ok(()),
    }
}

/// Makes the names in a folder durable.
///
/// # Errors
/// Those of the system.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })?.sync_all()
}

impl Disk for Folder {
    fn list(&self, folder: &str) -> io::Result<Vec<String>> {
        let entries = match fs::read_dir(self.path(folder)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let mut names = entries
            .map(|entry| Ok(format!("{folder}/{}", entry?.file_name().to_string_lossy())))
            .collect::<io::Result<Vec<_>>>()?;
        names.sort();
        Ok(names)
    }

    fn read(&self, file: &str) -> io::Result<Vec<u8>> {
        let path = self.path(file);
        // A pipe would keep the reader waiting for whoever laid it there.
        let data = fs::metadata(&path)?;
        if !data.is_file() {
            return Err(io::Error::new(io::ErrorKind::IsADirectory, format!("{file} is no file")));
        }
        let mut bytes = Vec::with_capacity(data.len().min(FILE_BYTES_MAX + 1) as usize);
        File::open(&path)?.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn standing(&self, file: &str) -> io::Result<Option<u64>> {
        let named = match fs::metadata(self.path(file)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            named => named?,
        };
        let is_ours = self.open.get(file).is_none_or(|open| is_file(&open.file, &named));
        Ok(is_ours.then_some(named.len()))
    }

    fn read_ours(&self, file: &str) -> io::Result<Option<Vec<u8>>> {
        let Some(length) = self.standing(file)? else { return Ok(None) };
        let Some(open) = self.open.get(file) else { return self.read(file).map(Some) };
        let mut bytes = vec![0; length.min(FILE_BYTES_MAX + 1) as usize];
        open.file.read_exact_at(&mut bytes, 0)?;
        Ok(Some(bytes))
    }

    fn stamp(&self, file: &str) -> io::Result<Option<Stamp>> {
        let named = match fs::symlink_metadata(self.path(file)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            named => named?,
        };
        Ok(Some(Stamp {
            file: (named.dev(), named.ino()),
            bytes: named.len(),
            written: (named.mtime(), named.mtime_nsec()),
            changed: (named.ctime(), named.ctime_nsec()),
        }))
    }

    fn append(&mut self, file: &str, bytes: &[u8]) -> io::Result<()> {
        let open = self.open(file)?;
        open.file.write_all_at(bytes, open.length)?;
        open.length += bytes.len() as u64;
        Ok(())
    }

    fn write_at(&mut self, file: &str, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.open(file)?.file.write_all_at(bytes, offset)
    }

    fn sync(&mut self, file: &str) -> io::Result<()> {
        let folder = self.path(file);
        let open = self.open(file)?;
        open.file.sync_data()?;
        if std::mem::take(&mut open.is_new) {
            sync_folder(folder.parent().unwrap_or(&folder))?;
        }
        Ok(())
    }

    fn put(&mut self, file: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.path(file);
        written(&path, bytes)?.put()?;
        sync_folder(path.parent().unwrap_or(&path))
    }

    fn put_all(&mut self, files: &[(String, Vec<u8>)]) -> io::Result<()> {
        let whole =
            files.iter().map(|(file, bytes)| written(&self.path(file), bytes)).collect::<io::Result<Vec<_>>>()?;
        at_once(&whole, Beside::sync)?;
        whole.into_iter().try_for_each(Beside::put_synced)?;
        let folders: BTreeSet<_> =
            files.iter().filter_map(|(file, _)| Some(self.path(file).parent()?.to_owned())).collect();
        at_once(&Vec::from_iter(folders), |folder| sync_folder(folder))
    }

    fn remove(&mut self, folder: &str) -> io::Result<()> {
        match fs::remove_dir_all(self.path(folder)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn remove_file(&mut self, file: &str) -> io::Result<()> {
        // Whatever is written under the name from now on is another file.
        self.open.remove(file);
        let path = self.path(file);
        match fs::remove_file(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            removed => removed.and_then(|()| sync_folder(path.parent().unwrap_or(&path))),
        }
    }

    fn cut(&mut self, file: &str, length: u64) -> io::Result<()> {
        let open = self.open(file)?;
        open.file.set_len(length)?;
        open.length = length;
        open.file.sync_all()
    }
}
