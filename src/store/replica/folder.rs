//! A plain folder as a store of objects, on this machine or one that several machines see: a hard link fails where its
//! name is taken, and what it leads to is whole.

use std::fs::{self, File};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::name::ObjectName;
use super::objects::{Created, Got, Objects};
use crate::store::address::AddressError;
use crate::store::beside::{Among, Beside, is_named};
use crate::store::journal::disk::sync_folder;
use crate::store::regular::Standing;
use crate::store::unsaid::Unsaid;

/// Who may read an object, as the system counts it: what the owner of the folder does not withhold.
const MODE: u32 = 0o666;

/// A folder as a store of objects.
#[derive(Debug)]
pub struct FolderObjects {
    root: PathBuf,
    /// The folder as it was opened: where another one comes to stand in its place, as when it is unmounted, nothing is known.
    held: File,
    place: String,
    /// Of 2^64 numbers none comes twice: what another machine is making under this folder has another one.
    maker: u64,
    made: AtomicU64,
    /// After a failed sync nothing is known about what is durable, whatever can be read.
    doubtful: AtomicBool,
}

impl FolderObjects {
    /// The folder at a path, which must be there: one that is not mounted must not pass for an empty one.
    ///
    /// # Errors
    /// [`AddressError::NotThere`].
    pub fn open(path: &Path) -> Result<Self, AddressError> {
        let not_there =
            |error: io::Error| AddressError::NotThere { place: path.display().to_string(), why: error.to_string() };
        let root = path.canonicalize().map_err(not_there)?;
        if !root.is_dir() {
            return Err(not_there(ErrorKind::NotADirectory.into()));
        }
        let held = File::open(&root).map_err(not_there)?;
        let place = root.display().to_string();
        let maker = RandomState::new().build_hasher().finish();
        Ok(Self { root, held, place, maker, made: AtomicU64::default(), doubtful: AtomicBool::default() })
    }

    fn stands(&self) -> io::Result<()> {
        let gone = || io::Error::other("it is another folder than the one that was opened: was it unmounted?");
        if is_named(&self.held, &self.root) { Ok(()) } else { Err(gone()) }
    }

    fn link(&self, name: ObjectName, bytes: &[u8]) -> io::Result<Created> {
        self.stands()?;
        let place = self.root.join(name.to_string());
        let folder = place.parent().unwrap_or(&self.root);
        match fs::create_dir(folder) {
            Ok(()) => sync_folder(&self.root)?,
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
        let number = self.made.fetch_add(1, Ordering::Relaxed);
        let mut beside =
            Beside::file(&place.with_extension(format!("{:016x}.{number}", self.maker)), Among::Ours, MODE)?;
        beside.as_file().write_all(bytes)?;
        beside.as_file().sync_all()?;
        let created = match fs::hard_link(beside.path(), &place) {
            Ok(()) => Created::Created,
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Created::Exists,
            Err(error) => return Err(error),
        };
        self.sync(folder)?;
        self.stands()?;
        Ok(created)
    }

    fn sync(&self, folder: &Path) -> io::Result<()> {
        sync_folder(folder).inspect_err(|_| self.doubtful.store(true, Ordering::Relaxed))
    }

    fn read(&self, name: ObjectName) -> io::Result<Got> {
        let place = self.root.join(name.to_string());
        let standing = match Standing::at(&place)? {
            Standing::Nothing => return self.stands().map(|()| Got::Absent),
            Standing::Other => return Ok(Got::Unknown(Unsaid::no_file())),
            standing => standing,
        };
        let Some(bytes) = standing.read(name.bytes_max())? else { return Ok(Got::Unknown(Unsaid::no_file())) };
        // Whoever made it may have ended before its name was durable, and something is signed over it next.
        self.sync(place.parent().unwrap_or(&self.root))?;
        self.stands()?;
        Ok(Got::Bytes(bytes))
    }
}

impl Objects for FolderObjects {
    fn place(&self) -> &str {
        &self.place
    }

    fn create(&self, name: ObjectName, bytes: &[u8]) -> Created {
        self.link(name, bytes).unwrap_or_else(|error| Created::Unknown(error.into()))
    }

    fn get(&self, name: ObjectName) -> Got {
        if self.doubtful.load(Ordering::Relaxed) {
            let why = "a sync of this folder failed: nothing is known of what is durable";
            return Got::Unknown(Unsaid::Doubtful(why.to_owned()));
        }
        self.read(name).unwrap_or_else(|error| Got::Unknown(error.into()))
    }
}
