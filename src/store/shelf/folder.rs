//! A folder as a shelf, for whatever web server hands it out. What stands there is read to be compared: so a file that was
//! changed, lost or half written when the machine ended is put again.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use super::{Lasts, Shelf, ShelfError, ShelfFile};
use crate::store::address::AddressError;
use crate::store::beside::{Among, Beside};
use crate::store::journal::disk::sync_folder;

/// Who may read a file, as the system counts it: what the owner of the folder does not withhold.
const MODE: u32 = 0o666;

/// A folder as a shelf.
#[derive(Debug)]
pub struct FolderShelf {
    root: PathBuf,
    place: String,
}

impl FolderShelf {
    /// The folder at a path, which is made if it is not there.
    ///
    /// # Errors
    /// [`ShelfError::NotOpened`].
    pub fn open(path: &Path) -> Result<Self, ShelfError> {
        let place = path.display().to_string();
        let made = fs::create_dir_all(path).and_then(|()| path.canonicalize());
        let not_there = |error: io::Error| AddressError::NotThere { place: place.clone(), why: error.to_string() };
        let root = made.map_err(not_there).map_err(ShelfError::NotOpened)?;
        Ok(Self { root, place })
    }

    fn standing(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        match fs::read(self.root.join(name)) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            read => read.map(Some),
        }
    }

    fn write(&self, file: &ShelfFile) -> io::Result<()> {
        let place = self.root.join(&file.name);
        let folder = place.parent().unwrap_or(&self.root);
        fs::create_dir_all(folder)?;
        let mut beside = Beside::file(&place, Among::Ours, MODE)?;
        beside.as_file().write_all(&file.bytes)?;
        beside.put()?;
        sync_folder(folder)
    }

    fn silent(&self, name: &str) -> impl FnOnce(io::Error) -> ShelfError {
        let (place, name) = (self.place.clone(), name.to_owned());
        move |error| ShelfError::Silent { place, name, why: error.to_string() }
    }
}

impl Shelf for FolderShelf {
    fn place(&self) -> &str {
        &self.place
    }

    fn has(&self, file: &ShelfFile) -> bool {
        let standing = self.standing(&file.name).ok().flatten();
        standing.is_some_and(|standing| (file.said)(&standing) == (file.said)(&file.bytes))
    }

    fn put(&self, file: &ShelfFile) -> Result<(), ShelfError> {
        let silent = || self.silent(&file.name);
        if file.lasts == Lasts::Ever
            && let Some(there) = self.standing(&file.name).map_err(silent())?
        {
            return file.stands_as(&there, &self.place);
        }
        self.write(file).map_err(silent())
    }

    fn get(&self, name: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, ShelfError> {
        let mut bytes = Vec::new();
        match File::open(self.root.join(name)) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            opened => opened.and_then(|file| file.take(bytes_max as u64 + 1).read_to_end(&mut bytes)),
        }
        .map_err(self.silent(name))?;
        Ok(Some(bytes))
    }

    /// Nothing is noted: what stands there is looked at.
    fn note(&self) -> Result<(), ShelfError> {
        Ok(())
    }
}
