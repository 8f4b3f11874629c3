//! Attachments beside a ledger: `attachments/`, each file under the hexadecimal BLAKE3 of its bytes. A file comes here
//! before the event that names it is acknowledged, whole and durable, or not at all.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use super::beside::{Among, Beside};
use super::error::{Doing, StoreError};
use super::files;
use super::journal::disk::sync_folder;
use super::presence::is_absent;
use crate::crypto::hash::{Digester, FileDigest};
use crate::domain::attachment::{ATTACHMENT_BYTES_MAX, AttachmentFile, MAGIC_BYTES};
use crate::domain::protocol::{Attachment, Media};

/// How much of a file is held in memory at once.
const PIECE_BYTES: usize = 64 * 1024;

/// Who may read an attachment: everybody whom its folder lets in.
const MODE: u32 = 0o666;

/// The name of an attachment's file, as the ledger names it.
pub fn name(attachment: &Attachment) -> String {
    format!("{}/{}", files::ATTACHMENTS, attachment.blake3)
}

/// How the file of an attachment stands beside a ledger.
///
/// # Errors
/// [`StoreError::Io`] when it is there and cannot be read: that is no answer.
pub fn look(ledger: &Path, attachment: &Attachment) -> Result<AttachmentFile, StoreError> {
    let path = ledger.join(name(attachment));
    let read = || -> io::Result<AttachmentFile> {
        let metadata = match path.symlink_metadata() {
            Err(error) if is_absent(&error) => return Ok(AttachmentFile::Missing),
            metadata => metadata?,
        };
        // What points elsewhere, to a device perhaps, is not kept here. Another length needs no reading.
        if !metadata.is_file() || metadata.len() != attachment.bytes {
            return Ok(AttachmentFile::Altered);
        }
        let mut digester = Digester::default();
        each_piece(File::open(&path)?.take(attachment.bytes), |piece| {
            digester.update(piece);
            Ok(())
        })?;
        Ok(if attachment.is_of(digester) { AttachmentFile::There } else { AttachmentFile::Altered })
    };
    read().map_err(StoreError::io(Doing::Read, &path))
}

/// What a file on its way into a ledger is to an attachment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Offered {
    /// It is the one.
    Same,
    /// There is no ordinary file of this name.
    Missing,
    /// It has other bytes than those that were signed, or is not what the statement calls it.
    Other,
}

/// Holds a file against an attachment.
///
/// # Errors
/// [`StoreError::Io`] when it is there and cannot be read.
pub fn hold(attachment: &Attachment, file: &Path) -> Result<Offered, StoreError> {
    let io = || StoreError::io(Doing::Read, file);
    match fs::metadata(file) {
        Err(error) if is_absent(&error) => return Ok(Offered::Missing),
        Err(error) => return Err(io()(error)),
        // A device or a pipe would be read without end, or wait for ever.
        Ok(metadata) if !metadata.is_file() => return Ok(Offered::Missing),
        Ok(_) => {}
    }
    copy(attachment, File::open(file).map_err(io())?, &mut io::sink()).map_err(io())
}

/// Puts the file of an attachment beside a ledger, which the caller holds for writing. A file that stands there already
/// is left alone; one that was altered is set aside and put right. Whatever is returned, no half of a file stands
/// there.
///
/// # Errors
/// [`StoreError::Io`]; an offered file that is not the attachment's any more is [`ErrorKind::InvalidData`].
pub fn keep(ledger: &Path, attachment: &Attachment, offered: &Path) -> Result<(), StoreError> {
    let path = ledger.join(name(attachment));
    let kept = look(ledger, attachment)?;
    if kept == AttachmentFile::There {
        return Ok(());
    }
    let folder = ledger.join(files::ATTACHMENTS);
    make_folder(&folder)?;
    let io = || StoreError::io(Doing::Write, &path);
    let mut beside = Beside::file(&path, Among::Ours, MODE).map_err(io())?;
    write(attachment, offered, beside.as_file(), &path)?;
    if kept == AttachmentFile::Altered {
        quarantine(ledger, &path, attachment)?;
    }
    beside.put().and_then(|()| sync_folder(&folder)).map_err(io())
}

/// The files in `attachments/` that none of these digests names, ascending.
///
/// # Errors
/// [`StoreError::Io`].
pub fn unnamed(ledger: &Path, named: &BTreeSet<FileDigest>) -> Result<Vec<String>, StoreError> {
    let folder = ledger.join(files::ATTACHMENTS);
    let io = || StoreError::io(Doing::ReadFolder, &folder);
    let entries = match fs::read_dir(&folder) {
        Err(error) if is_absent(&error) => return Ok(Vec::new()),
        entries => entries.map_err(io())?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let file = entry.map_err(io())?.file_name().to_string_lossy().into_owned();
        if !file.parse().is_ok_and(|digest| named.contains(&digest)) {
            found.push(file);
        }
    }
    found.sort();
    Ok(found)
}

fn write(attachment: &Attachment, offered: &Path, to: &mut File, path: &Path) -> Result<(), StoreError> {
    let from = File::open(offered).map_err(StoreError::io(Doing::Read, offered))?;
    match copy(attachment, from, to).map_err(StoreError::io(Doing::Write, path))? {
        Offered::Same => Ok(()),
        Offered::Missing | Offered::Other => {
            Err(StoreError::io(Doing::Keep, offered)(io::Error::new(ErrorKind::InvalidData, "it was changed")))
        }
    }
}

/// Copies a file, and says on the way whether it is the attachment's.
fn copy(attachment: &Attachment, from: File, to: &mut dyn Write) -> io::Result<Offered> {
    let (mut digester, mut head) = (Digester::default(), Vec::new());
    each_piece(from.take(ATTACHMENT_BYTES_MAX + 1), |piece| {
        let missing = MAGIC_BYTES - head.len();
        head.extend(&piece[..missing.min(piece.len())]);
        digester.update(piece);
        to.write_all(piece)
    })?;
    let is_same = attachment.bytes <= ATTACHMENT_BYTES_MAX
        && Media::of(&head) == Some(attachment.media)
        && attachment.is_of(digester);
    Ok(if is_same { Offered::Same } else { Offered::Other })
}

fn each_piece(mut from: impl Read, mut on: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        match from.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(read) => on(&piece[..read])?,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn make_folder(folder: &Path) -> Result<(), StoreError> {
    if folder.is_dir() {
        return Ok(());
    }
    let made = fs::create_dir(folder).and_then(|()| sync_folder(folder.parent().unwrap_or(folder)));
    made.map_err(StoreError::io(Doing::Create, folder))
}

/// Moves what stands in an attachment's place to the quarantine, `aside/`, under a name that was never used.
fn quarantine(ledger: &Path, path: &Path, attachment: &Attachment) -> Result<(), StoreError> {
    let quarantine = ledger.join(files::QUARANTINE);
    make_folder(&quarantine)?;
    let candidate = |n: u64| -> PathBuf { quarantine.join(format!("{}-altered-{n}", attachment.blake3)) };
    let free = (1..).map(candidate).find(|place| place.symlink_metadata().is_err());
    let free = free.expect("there are more numbers than files");
    fs::rename(path, &free).and_then(|()| sync_folder(&quarantine)).map_err(StoreError::io(Doing::SetAside, path))
}
