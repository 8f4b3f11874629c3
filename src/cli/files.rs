//! Files that people name on the command line: read whole, written whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, ErrorKind, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use super::failure::Failure;

/// The largest paper that is read: a draft, a submission, a receipt, a table of a million units.
const PAPER_BYTES_MAX: u64 = 512 * 1024 * 1024;

/// Who may read a new file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    All,
    OwnerOnly,
}

/// A file's bytes.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let io = |error| Failure::io("cannot read", path, &error);
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(io)?;
    file.take(PAPER_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 > PAPER_BYTES_MAX {
        return Err(Failure::format(path, format!("{} is too large for a paper", path.display()), "check the name"));
    }
    Ok(bytes)
}

/// A file's text.
pub fn read_text(path: &Path) -> Result<String, Failure> {
    String::from_utf8(read(path)?).map_err(|error| {
        let act = "check the name; if it is the right file, save it as UTF-8";
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count() as u64;
        let says = format!("{} is not UTF-8 text", path.display());
        Failure { line: Some(line), ..Failure::format(path, says, act) }
    })
}

/// Writes a new file, whole; refuses one that exists.
pub fn write_new(path: &Path, bytes: &[u8], readers: Readers) -> Result<(), Failure> {
    stream_new(path, readers, |file| file.write_all(bytes).map_err(|error| Failure::io("cannot write", path, &error)))
}

/// Writes a new file while it is made, whole or not at all; refuses one that exists.
pub fn stream_new(
    path: &Path,
    readers: Readers,
    make: impl FnOnce(&mut dyn Write) -> Result<(), Failure>,
) -> Result<(), Failure> {
    if path.exists() { Err(Failure::exists(path)) } else { stream(path, readers, make) }
}

/// Writes a file in the place of one that may be there, whole or not at all.
pub fn write(path: &Path, bytes: &[u8], readers: Readers) -> Result<(), Failure> {
    stream(path, readers, |file| file.write_all(bytes).map_err(|error| Failure::io("cannot write", path, &error)))
}

fn stream(
    path: &Path,
    readers: Readers,
    make: impl FnOnce(&mut dyn Write) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let io = |error| Failure::io("cannot write", path, &error);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = path.with_file_name(format!(".{name}.{}", std::process::id()));
    let mode = if readers == Readers::OwnerOnly { 0o600 } else { 0o644 };
    let file = OpenOptions::new().write(true).create_new(true).mode(mode).open(&beside).map_err(io)?;
    let mut file = BufWriter::new(file);
    let made = make(&mut file);
    let written = made.and_then(|()| {
        let synced = file.flush().and_then(|()| file.get_ref().sync_all());
        synced.and_then(|()| fs::rename(&beside, path)).map_err(io)
    });
    if written.is_err() {
        // The error that counts is told; the half-written file beside must not stay.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// The first bytes of a regular file, if it has so many.
pub fn first(path: &Path, length: usize) -> Option<Vec<u8>> {
    let mut first = vec![0; length];
    let read = path.is_file() && File::open(path).and_then(|mut file| file.read_exact(&mut first)).is_ok();
    read.then_some(first)
}

/// Whether a regular file begins with these bytes.
pub fn begins(path: &Path, bytes: &[u8]) -> bool {
    first(path, bytes.len()).is_some_and(|first| first == bytes)
}

/// The names of what is directly in a folder, in order.
pub fn names(folder: &Path) -> Result<Vec<String>, Failure> {
    let io = |error| Failure::io("cannot read the folder", folder, &error);
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(io)? {
        names.push(entry.map_err(io)?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// The wanted files directly in a folder, by name.
pub fn read_folder(folder: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let names = names(folder)?.into_iter().filter(|name| wanted(name));
    names.map(|name| Ok((name.clone(), read_regular(&folder.join(&name))?))).collect()
}

/// Nobody named this file: what is no file, or never ends, is not waited for.
fn read_regular(path: &Path) -> Result<Vec<u8>, Failure> {
    if path.exists() && !path.is_file() {
        return Err(Failure::io("cannot read", path, &ErrorKind::IsADirectory.into()));
    }
    read(path)
}
