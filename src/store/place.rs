//! Where a ledger was written last: which seal, by the number that its file system gave it, and in which folder. A copy of
//! the folder has another seal under the same words. What is a copy can be told here, and is no reason not to write: the
//! copy may be the one that goes on.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::files;
use super::journal::disk::{Disk, Folder};

/// What a folder is that was not written here before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Copied {
    /// A copy of a ledger that still stands in this folder.
    Beside(PathBuf),
    /// A ledger that was brought here from this folder, where it stands no more, or of another machine.
    From(PathBuf),
}

/// Whether a ledger is a copy; none where it was written here before, or nobody has noted where.
pub fn copied(ledger: &Path) -> Option<Copied> {
    let noted = fs::read_to_string(ledger.join(files::PLACE)).ok()?;
    let (number, folder) = noted.trim_end_matches('\n').split_once('\n')?;
    let (number, folder) = (number.parse::<u64>().ok()?, PathBuf::from(folder));
    let stands_in = |folder: &Path| seal_number(folder).is_ok_and(|found| found == number);
    match stands_in(ledger) {
        true => None,
        false if stands_in(&folder) => Some(Copied::Beside(folder)),
        false => Some(Copied::From(folder)),
    }
}

/// Notes that a ledger is written here.
///
/// # Errors
/// Those of the system.
pub fn note(ledger: &Path) -> io::Result<()> {
    let noted = format!("{}\n{}\n", seal_number(ledger)?, ledger.canonicalize()?.display());
    if fs::read_to_string(ledger.join(files::PLACE)).is_ok_and(|standing| standing == noted) {
        return Ok(());
    }
    Folder::new(ledger).put(files::PLACE, noted.as_bytes())
}

fn seal_number(ledger: &Path) -> io::Result<u64> {
    Ok(fs::metadata(ledger.join(files::SEAL))?.ino())
}
