//! Files beside a ledger, or that people name: read whole, written whole or not at all.

use std::fs::File;
use std::io::{BufWriter, ErrorKind, Read, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;

use super::error::Error;
use crate::store::beside::{Among, Beside};
use crate::store::error::Doing;
use crate::store::presence;
use crate::verify::handed::HEADER_BYTES_MAX;

/// The largest file that is read whole, in bytes: a draft, a submission, a receipt, a table of a million units.
pub const FILE_BYTES_MAX: u64 = 512 * 1024 * 1024;

/// Who may read a new file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// Everybody on the machine.
    All,
    /// The owner alone: mode 600.
    OwnerOnly,
}

/// A file's text.
///
/// # Errors
/// [`Error::Store`] of the system; [`Error::TooLarge`]; [`Error::NotText`].
pub fn read_text(path: &Path) -> Result<String, Error> {
    String::from_utf8(read(path)?).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count() as u64;
        Error::NotText { file: path.to_owned(), line }
    })
}

/// A file's bytes.
///
/// # Errors
/// [`Error::Store`] of the system; [`Error::TooLarge`] above [`FILE_BYTES_MAX`].
pub fn read(path: &Path) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(Error::io(Doing::Read, path))?;
    file.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(Error::io(Doing::Read, path))?;
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(Error::TooLarge(path.to_owned()));
    }
    Ok(bytes)
}

/// Whether something stands at a path.
///
/// # Errors
/// [`Error::Store`] of the system, where it cannot be looked at.
pub fn is_there(path: &Path) -> Result<bool, Error> {
    presence::is_there(path).map_err(Error::io(Doing::Read, path))
}

/// Whether a regular file begins with these bytes, as far as it can be read: for a hint, that nothing depends on.
pub fn begins(path: &Path, bytes: &[u8]) -> bool {
    has_at(path, 0, bytes).unwrap_or(false)
}

/// Whether a regular file has these bytes, so many bytes after its beginning.
///
/// # Errors
/// [`Error::Store`] of the system, where it is there and cannot be read.
pub fn has_at(path: &Path, offset: u64, bytes: &[u8]) -> Result<bool, Error> {
    if !path.is_file() {
        return Ok(false);
    }
    let mut found = vec![0; bytes.len()];
    let read = File::open(path).and_then(|file| file.read_exact_at(&mut found, offset));
    match read {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        read => read.map(|()| found == bytes).map_err(Error::io(Doing::Read, path)),
    }
}

/// The first bytes of a regular file, as many as tell what it is; none of whatever else stands there.
///
/// # Errors
/// As [`has_at`].
pub fn head(path: &Path) -> Result<Vec<u8>, Error> {
    let mut first = Vec::new();
    if path.is_file() {
        let read = File::open(path).and_then(|file| file.take(HEADER_BYTES_MAX as u64).read_to_end(&mut first));
        read.map_err(Error::io(Doing::Read, path))?;
    }
    Ok(first)
}

/// Writes a file in the place of one that may be there, whole or not at all.
///
/// # Errors
/// [`Error::Store`] of the system.
pub fn write(path: &Path, bytes: &[u8], readers: Readers) -> Result<(), Error> {
    stream(path, readers, |file| file.write_all(bytes).map_err(Error::io(Doing::Write, path)))
}

/// Writes a new file, whole or not at all.
///
/// # Errors
/// [`Error::Exists`]; [`Error::Store`] of the system.
pub fn write_new(path: &Path, bytes: &[u8], readers: Readers) -> Result<(), Error> {
    stream_new(path, readers, |file| file.write_all(bytes).map_err(Error::io(Doing::Write, path)))
}

/// Writes a new file while it is made, whole or not at all.
///
/// # Errors
/// [`Error::Exists`]; [`Error::Store`] of the system; whatever `make` says.
pub fn stream_new(
    path: &Path,
    readers: Readers,
    make: impl FnOnce(&mut dyn Write) -> Result<(), Error>,
) -> Result<(), Error> {
    if path.exists() {
        return Err(Error::Exists(path.to_owned()));
    }
    stream(path, readers, make)
}

/// Makes a new folder of files, whole or not at all: `make` is told where to write them.
///
/// # Errors
/// [`Error::Exists`]; [`Error::Store`] of the system; whatever `make` says.
pub fn folder_new(path: &Path, make: impl FnOnce(&Path) -> Result<(), Error>) -> Result<(), Error> {
    if is_there(path)? {
        return Err(Error::Exists(path.to_owned()));
    }
    let beside = Beside::folder(path, Among::Peoples).map_err(Error::io(Doing::Create, path))?;
    make(beside.path())?;
    beside.put().map_err(Error::io(Doing::Write, path))
}

fn stream(path: &Path, readers: Readers, make: impl FnOnce(&mut dyn Write) -> Result<(), Error>) -> Result<(), Error> {
    let io = || Error::io(Doing::Write, path);
    let mode = if readers == Readers::OwnerOnly { 0o600 } else { 0o644 };
    let mut beside = Beside::file(path, Among::Peoples, mode).map_err(io())?;
    let mut file = BufWriter::new(beside.as_file());
    make(&mut file)?;
    file.flush().map_err(io())?;
    drop(file);
    beside.put().map_err(io())
}
