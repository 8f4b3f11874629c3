//! The tray of a desk: scans that came with a submission lie here, on the ledger's own file system, until its turn.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::crypto::hash::Digester;
use crate::service::error::Error;
use crate::store::error::Doing;
use crate::store::files;

/// The tray of a ledger that is served.
#[derive(Debug)]
pub struct Tray {
    folder: PathBuf,
    next: AtomicU64,
}

/// The scans that came with one submission, each under its digest. Gone when dropped.
#[derive(Debug)]
pub struct Bundle(PathBuf);

impl Tray {
    /// The tray of a ledger that the caller holds for writing. What an earlier service left there is taken away: it was
    /// never acknowledged.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn new(ledger: &Path) -> Result<Self, Error> {
        let folder = ledger.join(files::INCOMING);
        match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(Error::io(Doing::Create, &folder)(error)),
            _ => Ok(Self { folder, next: AtomicU64::new(0) }),
        }
    }

    /// Lays scans down that came with a submission, whatever they are called.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn lay(&self, scans: &[&[u8]]) -> Result<Bundle, Error> {
        let folder = self.folder.join(self.next.fetch_add(1, Ordering::Relaxed).to_string());
        fs::create_dir_all(&folder).map_err(Error::io(Doing::Create, &folder))?;
        let bundle = Bundle(folder);
        for scan in scans {
            let mut digester = Digester::default();
            digester.update(scan);
            let file = bundle.0.join(digester.finish().blake3.to_string());
            fs::write(&file, scan).map_err(Error::io(Doing::Write, &file))?;
        }
        Ok(bundle)
    }
}

impl Bundle {
    /// Where they are.
    pub fn folder(&self) -> &Path {
        &self.0
    }
}

impl Drop for Bundle {
    fn drop(&mut self) {
        // What stays is taken away at the next start.
        let _ = fs::remove_dir_all(&self.0);
    }
}
