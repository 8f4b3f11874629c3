//! Where what is only handed over is made.

use std::fs::{self, DirBuilder};
use std::io::ErrorKind;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::service::error::Error;
use crate::store::error::Doing;

/// A folder for files that nobody needs afterwards, where the system has such: not beside the ledger, whose disk must
/// not become full of them. Nobody else looks into it; gone when dropped.
pub struct Workshop(PathBuf);

impl Workshop {
    /// An empty one.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn new() -> Result<Self, Error> {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        loop {
            let name = format!("protokol-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
            let folder = std::env::temp_dir().join(name);
            match DirBuilder::new().mode(0o700).create(&folder) {
                // The rest of a process that was killed: in a container all are 1.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                made => return made.map(|()| Self(folder.clone())).map_err(Error::io(Doing::Create, &folder)),
            }
        }
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.0
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        // The system takes away what stays.
        let _ = fs::remove_dir_all(&self.0);
    }
}
