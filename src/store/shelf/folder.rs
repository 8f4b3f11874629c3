//! A folder as a shelf, for whatever web server hands it out. What stands there is read to be compared: so a file that was
//! changed, lost or half written when the machine ended is put again.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Lasts, Shelf, ShelfError, ShelfFile};
use crate::store::address::AddressError;
use crate::store::beside::{Among, Beside};
use crate::store::journal::disk::sync_folder;
use crate::store::regular::Standing;
use crate::store::unsaid::Unsaid;

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

    /// What stands under a name; what is no file is neither read nor replaced.
    fn standing(&self, name: &str) -> Result<Standing, Unsaid> {
        match Standing::named(&self.root.join(name))? {
            Standing::Other => Err(Unsaid::no_file()),
            standing => Ok(standing),
        }
    }

    fn read(&self, name: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, Unsaid> {
        Ok(self.standing(name)?.read(bytes_max)?)
    }

    /// Writes a file; false where it lasts for ever, and something has come to stand there.
    fn write(&self, file: &ShelfFile) -> io::Result<bool> {
        let place = self.root.join(&file.name);
        let folder = place.parent().unwrap_or(&self.root);
        fs::create_dir_all(folder)?;
        let mut beside = Beside::file(&place, Among::Ours, MODE)?;
        beside.as_file().write_all(&file.bytes)?;
        if file.lasts == Lasts::Ever {
            beside.sync()?;
            match fs::hard_link(beside.path(), &place) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(false),
                // A file system that knows no hard links: one process fills it.
                Err(_) => beside.put_synced()?,
            }
        } else {
            beside.put()?;
        }
        sync_folder(folder)?;
        Ok(true)
    }

    /// Whether something stands there already, and says the same.
    fn stands(&self, file: &ShelfFile) -> Result<bool, ShelfError> {
        let there = self.read(&file.name, usize::MAX).map_err(self.unsaid(&file.name))?;
        there.map_or(Ok(false), |there| file.stands_as(&there, &self.place).map(|()| true))
    }

    fn unsaid(&self, name: &str) -> impl FnOnce(Unsaid) -> ShelfError {
        move |unsaid| ShelfError::unsaid(&self.place, name, unsaid)
    }
}

impl Shelf for FolderShelf {
    fn place(&self) -> &str {
        &self.place
    }

    fn has(&self, file: &ShelfFile) -> bool {
        let standing = self.read(&file.name, usize::MAX).ok().flatten();
        standing.is_some_and(|standing| (file.said)(&standing) == (file.said)(&file.bytes))
    }

    fn put(&self, file: &ShelfFile) -> Result<(), ShelfError> {
        let unsaid = || self.unsaid(&file.name);
        self.standing(&file.name).map_err(unsaid())?;
        if file.lasts == Lasts::Ever && self.stands(file)? {
            return Ok(());
        }
        let is_written = self.write(file).map_err(|error| unsaid()(error.into()))?;
        // Another has put it meanwhile.
        if is_written || self.stands(file)? { Ok(()) } else { Err(unsaid()(Unsaid::no_file())) }
    }

    fn get(&self, name: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, ShelfError> {
        self.read(name, bytes_max).map_err(self.unsaid(name))
    }

    /// Nothing is noted: what stands there is looked at.
    fn note(&self) -> Result<(), ShelfError> {
        Ok(())
    }
}
