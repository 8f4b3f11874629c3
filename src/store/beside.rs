//! What is made beside its place and put there by one rename when it is whole: every file and folder of ours that must
//! never stand half made. Its name ends in `.part`. Whoever makes it holds it (the system's lock, which ends with the
//! process however that ends): so the rest of a process that was killed is told from what another one is making, and is
//! cleared away by the next that makes the same thing. Numbers of processes would not do: in a container all are 1.

use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Where something is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Among {
    /// Among files of ours: in a ledger, a published folder, a witness's state. `checkpoint.part`.
    Ours,
    /// Among people's own files, where it is hidden. `.01.001.tlog-proof.0.part`.
    Peoples,
}

/// Something that is being made. Dropped, it is taken away; [put](Self::put), it stands in its place.
#[derive(Debug)]
pub struct Beside {
    place: PathBuf,
    path: PathBuf,
    held: File,
    is_put: bool,
}

impl Beside {
    /// Begins a file that will stand at a place; `mode` is who may read it, as the system counts it.
    ///
    /// # Errors
    /// Those of the system.
    pub fn file(place: &Path, among: Among, mode: u32) -> io::Result<Self> {
        Self::make(place, among, |path| OpenOptions::new().write(true).create_new(true).mode(mode).open(path))
    }

    /// Begins a folder that will stand at a place.
    ///
    /// # Errors
    /// Those of the system.
    pub fn folder(place: &Path, among: Among) -> io::Result<Self> {
        Self::make(place, among, |path| fs::create_dir(path).and_then(|()| File::open(path)))
    }

    /// Where it is made.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file, to be written; it is made durable when it is put in its place.
    pub fn as_file(&mut self) -> &mut File {
        &mut self.held
    }

    /// Puts it in its place, durable but for its name, which is so when the folder above is synced. A file takes the
    /// place of one that stands there.
    ///
    /// # Errors
    /// Those of the system.
    pub fn put(self) -> io::Result<()> {
        self.sync()?;
        self.put_synced()
    }

    /// Makes what was written durable.
    ///
    /// # Errors
    /// Those of the system.
    pub fn sync(&self) -> io::Result<()> {
        self.held.sync_all()
    }

    /// As [`put`](Self::put), where it was [synced](Self::sync) before.
    ///
    /// # Errors
    /// Those of the system.
    pub fn put_synced(mut self) -> io::Result<()> {
        fs::rename(&self.path, &self.place)?;
        self.is_put = true;
        Ok(())
    }

    fn make(place: &Path, among: Among, create: impl Fn(&Path) -> io::Result<File>) -> io::Result<Self> {
        let mut number = 0;
        loop {
            let path = part(place, among, number);
            match create(&path) {
                Ok(held) if hold(&held) && is_named(&held, &path) => {
                    return Ok(Self { place: place.to_owned(), path, held, is_put: false });
                }
                // Another process took it for a rest before it was held.
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                    if !clear(&path) {
                        number += 1;
                    }
                }
                Err(error) => return Err(error),
            }
        }
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if !self.is_put {
            // What failed is told elsewhere; the half of it must not stay.
            let _ = remove(&self.path);
        }
    }
}

/// The name under which something is made.
fn part(place: &Path, among: Among, number: u64) -> PathBuf {
    let name = place.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    place.with_file_name(match (among, number) {
        (Among::Ours, 0) => format!("{name}.part"),
        (Among::Ours, number) => format!("{name}.{number}.part"),
        (Among::Peoples, number) => format!(".{name}.{number}.part"),
    })
}

/// Holds a file or folder; a file system that knows no locks holds nothing, and clears nothing.
fn hold(file: &File) -> bool {
    !matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}

/// Clears the rest of a process that has ended; false if something stands there that is not known to be one.
fn clear(path: &Path) -> bool {
    let Ok(kind) = path.symlink_metadata().map(|found| found.file_type()) else { return true };
    if kind.is_symlink() {
        // Nothing of ours is a link; it is not written through.
        return remove(path).is_ok();
    }
    // Whatever else stands there, a pipe perhaps, is not waited for.
    let rest = (kind.is_file() || kind.is_dir()).then(|| File::open(path).ok()).flatten();
    let is_rest = rest.is_some_and(|rest| rest.try_lock().is_ok() && is_named(&rest, path) && remove(path).is_ok());
    is_rest || path.symlink_metadata().is_err()
}

fn remove(path: &Path) -> io::Result<()> {
    if path.symlink_metadata()?.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
}

/// Whether an open file is the one of that name.
pub fn is_named(file: &File, path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|named| is_file(file, &named))
}

/// Whether an open file is the one that was found.
pub fn is_file(file: &File, found: &Metadata) -> bool {
    file.metadata().is_ok_and(|open| (open.dev(), open.ino()) == (found.dev(), found.ino()))
}
