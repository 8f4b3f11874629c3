//! An export as it is handed over: the bytes of its file, or of a tar where it is a folder.

use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

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

/// A folder for files that nobody needs afterwards, where the system has such: not beside the ledger, whose disk must
/// not become full of them. Nobody else looks into it; gone when dropped.
struct Workshop(PathBuf);

impl Workshop {
    fn new() -> Result<Self, Error> {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let name = format!("protokol-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        DirBuilder::new().mode(0o700).create(&folder).map_err(Error::io(Doing::Create, &folder))?;
        Ok(Self(folder))
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        // The system takes away what stays.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Makes an export, and hands it over.
///
/// # Errors
/// Those of [`export`].
pub fn handed(query: Query<'_>, snapshot: Snapshot<'_>, format: &Format) -> Result<Handed, Error> {
    let workshop = Workshop::new()?;
    let out = workshop.0.join(format!("{}.{}", format.name, format.extension));
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
