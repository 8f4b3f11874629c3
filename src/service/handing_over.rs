//! An export as it is handed over: the bytes of its file, or of a tar where it is a folder.

use std::fs;
use std::io;
use std::path::Path;

use super::error::Error;
use super::export::{described_in, export};
use super::query::Query;
use crate::export::format::Format;
use crate::export::snapshot::Snapshot;
use crate::store::error::Doing;

/// An export, as it is handed over.
#[derive(Debug)]
pub struct Handed {
    /// The file, or the tar of a folder.
    pub file: Vec<u8>,
    /// The description of a table, as CSV on the Web has it; none of what describes itself.
    pub description: Option<Vec<u8>>,
}

/// Makes an export in an empty folder, and hands it over from there.
///
/// # Errors
/// Those of [`export`].
pub fn handed(query: Query<'_>, snapshot: Snapshot<'_>, format: &Format, room: &Path) -> Result<Handed, Error> {
    let out = room.join(format!("{}.{}", format.name, format.extension));
    export(query, snapshot, format, &out)?;
    let read = |path: &Path| fs::read(path).map_err(Error::io(Doing::Read, path));
    if out.is_dir() {
        let file = tar(&out).map_err(Error::io(Doing::Read, &out))?;
        return Ok(Handed { file, description: None });
    }
    let beside = described_in(&out);
    let description = format.is_table().then(|| read(&beside)).transpose()?;
    Ok(Handed { file: read(&out)?, description })
}

/// The same folder gives the same tar: its files in order, no times, no names of users.
fn tar(folder: &Path) -> io::Result<Vec<u8>> {
    let mut names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>()?;
    names.sort();
    let mut tar = tar::Builder::new(Vec::new());
    for name in names {
        let bytes = fs::read(folder.join(&name))?;
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(0);
        tar.append_data(&mut header, &name, bytes.as_slice())?;
    }
    tar.into_inner()
}
