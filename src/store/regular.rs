//! Regular files, and nothing else, where files are expected: a pipe is not waited for, and a folder is no file.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use super::presence::is_absent;

/// What stands at a path, links followed.
#[derive(Debug)]
pub enum Standing {
    /// Nothing.
    Nothing,
    /// No regular file: a folder, a pipe, a device.
    Other,
    /// A regular file, open to be read.
    File(File),
}

impl Standing {
    /// What stands at a path; whatever is no regular file is not opened.
    ///
    /// # Errors
    /// Those of the system, but that nothing is there. A file in the place of a folder above it is one of them.
    pub fn at(path: &Path) -> io::Result<Self> {
        match fs::metadata(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Self::Nothing),
            Err(error) => Err(error),
            Ok(found) if !found.is_file() => Ok(Self::Other),
            Ok(_) => File::open(path).map(Self::File),
        }
    }

    /// The same of a name that may be of no file: nothing lies within a file, or under a name that no file can have.
    ///
    /// # Errors
    /// Those of the system.
    pub fn named(path: &Path) -> io::Result<Self> {
        match Self::at(path) {
            Err(error) if is_absent(&error) => Ok(Self::Nothing),
            standing => standing,
        }
    }

    /// The bytes of the file, if it is one; of more than `bytes_max`, so many and one.
    ///
    /// # Errors
    /// Those of the system.
    pub fn read(self, bytes_max: usize) -> io::Result<Option<Vec<u8>>> {
        let Self::File(file) = self else { return Ok(None) };
        let mut bytes = Vec::new();
        file.take((bytes_max as u64).saturating_add(1)).read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }
}
