//! Whether something stands at a place. What cannot be looked at is neither there nor absent: the system's word for it is
//! told.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Whether something stands at a path, links followed.
///
/// # Errors
/// Those of the system, but that nothing is there.
pub fn is_there(path: &Path) -> io::Result<bool> {
    match fs::metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if is_absent(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Whether the system says that nothing is there. A name that no file can have is the name of no file.
pub fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidFilename)
}
