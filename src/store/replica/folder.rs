//! A plain folder as a store of objects, on this machine or one that several machines see: a hard link fails where its
//! name is taken, and what it leads to is whole.

use std::fs::{self, File};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::error::ReplicaError;
use super::name::ObjectName;
use super::objects::{Created, Got, Objects};
use crate::store::beside::{Among, Beside};
use crate::store::journal::disk::sync_folder;

/// Who may read an object, as the system counts it: what the owner of the folder does not withhold.
const MODE: u32 = 0o666;

/// A folder as a store of objects.
#[derive(Debug)]
pub struct FolderObjects {
    root: PathBuf,
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
    /// [`ReplicaError::NotThere`].
    pub fn open(path: &Path) -> Result<Self, ReplicaError> {
        let not_there =
            |error: io::Error| ReplicaError::NotThere { place: path.display().to_string(), why: error.to_string() };
        let root = path.canonicalize().map_err(not_there)?;
        if !root.is_dir() {
            return Err(not_there(ErrorKind::NotADirectory.into()));
        }
        let place = root.display().to_string();
        let maker = RandomState::new().build_hasher().finish();
        Ok(Self { root, place, maker, made: AtomicU64::default(), doubtful: AtomicBool::default() })
    }

    fn link(&self, name: ObjectName, bytes: &[u8]) -> io::Result<Created> {
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
        if let Err(error) = sync_folder(folder) {
            self.doubtful.store(true, Ordering::Relaxed);
            return Err(error);
        }
        Ok(created)
    }

    fn read(&self, name: ObjectName) -> io::Result<Got> {
        let mut bytes = Vec::new();
        match File::open(self.root.join(name.to_string())) {
            Ok(file) => file.take(name.bytes_max() as u64 + 1).read_to_end(&mut bytes)?,
            // The folder itself must still be there.
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return self.root.metadata().map(|_| Got::Absent);
            }
            Err(error) => return Err(error),
        };
        Ok(Got::Bytes(bytes))
    }
}

impl Objects for FolderObjects {
    fn place(&self) -> &str {
        &self.place
    }

    fn create(&self, name: ObjectName, bytes: &[u8]) -> Created {
        self.link(name, bytes).unwrap_or_else(|error| Created::Unknown(error.to_string()))
    }

    fn get(&self, name: ObjectName) -> Got {
        if self.doubtful.load(Ordering::Relaxed) {
            return Got::Unknown("a sync of this folder failed: nothing is known of what is durable".to_owned());
        }
        self.read(name).unwrap_or_else(|error| Got::Unknown(error.to_string()))
    }
}
