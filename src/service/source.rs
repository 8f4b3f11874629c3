//! What somebody points at who reads a log: a ledger, or a published log in a folder, a tar or behind a URL.

use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::error::{Error, SourceError};
use super::files::{has_at, is_there};
use super::observer::{Notice, Observer, Stretch, Work};
use super::parallel::Cores;
use super::replica;
use super::replica::log::ReplicaLog;
use crate::crypto::note::NOTE_BYTES_MAX;
use crate::crypto::vkey::VerifierKey;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::remote::http::{Http, HttpError, is_url};
use crate::remote::published::Url;
use crate::store::error::{Doing, StoreError};
use crate::store::files as names;
use crate::store::publish::published::{PublishedFolder, PublishedLedger, PublishedTar};
use crate::store::read;
use crate::verify::beside::log_key;
use crate::verify::conclude::{ClaimedCheckpoints, TrustAnchors};
use crate::verify::fault::{CheckpointPlace, Fault, FaultKind};
use crate::verify::published::{self, CHECKPOINT, Published};

/// Something that holds a log. Of a replica, the last checkpoint that was signed over its frames is the log's.
#[allow(clippy::large_enum_variant, reason = "there are two of these in a program")]
pub enum LogSource<'a> {
    /// A ledger, as it would be published.
    Ledger(PublishedLedger, PathBuf),
    /// A published folder on this machine.
    Folder(PublishedFolder, PathBuf),
    /// A published folder in one file.
    Tar(PublishedTar, PathBuf),
    /// A ledger's replica.
    Replica(Box<ReplicaLog>, PathBuf),
    /// A published folder that somebody serves.
    Url(Url<'a>),
}

/// What a name points at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LogSourceKind {
    /// The folder of a ledger.
    Ledger,
    /// A folder that a log is published in.
    Folder,
    /// A ledger's replica: a folder, or an object store.
    Replica,
    /// A file, whatever is in it.
    File,
    /// A URL, behind which a log is published.
    Url,
}

impl LogSourceKind {
    /// Looks at what is there.
    ///
    /// # Errors
    /// [`StoreError::NoLedger`]; [`StoreError::Io`] where it cannot be looked at, or a file is not there, which are other
    /// answers.
    pub fn of(what: &Path) -> Result<Self, Error> {
        if what.to_str().is_some_and(is_url) {
            return Ok(Self::Url);
        }
        let has = |names: [&str; 2]| Ok::<_, Error>(is_there(&what.join(names[0]))? || is_there(&what.join(names[1]))?);
        match what {
            what if is_there(what)? && what.is_file() => Ok(Self::File),
            _ if replica::is_at(what)? => Ok(Self::Replica),
            _ if has([names::SEAL, names::JOURNAL])? => Ok(Self::Ledger),
            _ if has([CHECKPOINT, "tile"])? => Ok(Self::Folder),
            // A name with an ending is a file's: whoever mistypes it looks for no ledger.
            what if what.extension().is_some() && !is_there(what)? => {
                Err(Error::io(Doing::Read, what)(ErrorKind::NotFound.into()))
            }
            what => Err(Error::store(what)(StoreError::NoLedger(what.to_owned()))),
        }
    }
}

impl<'a> LogSource<'a> {
    /// Opens a log for whoever reads its files, wherever it is. The observer hears what keeps it from being read at once.
    ///
    /// # Errors
    /// Those of [`LogSourceKind::of`]; [`SourceError`].
    pub fn open(what: &Path, observer: &'a dyn Observer) -> Result<Self, Error> {
        match LogSourceKind::of(what)? {
            LogSourceKind::Ledger => {
                let total = read::sealed(what).map_err(Error::reading(what))?.checkpoint().size;
                let mut stretch = Stretch::new(observer, Work::Reading, total);
                // Whoever reads the log's files asks the policy of its checkpoint.
                let anchors = TrustAnchors::default();
                let opened = PublishedLedger::open(what, &anchors, Cores, &mut |done| stretch.reaches(done));
                Ok(Self::Ledger(opened.map_err(Error::reading(what))?, what.to_owned()))
            }
            LogSourceKind::Folder => Ok(Self::Folder(PublishedFolder::new(what), what.to_owned())),
            LogSourceKind::Replica => {
                let replica = replica::at(&what.to_string_lossy()).map_err(StoreError::from);
                let log = replica.and_then(ReplicaLog::open).map_err(Error::store(what))?;
                Ok(Self::Replica(Box::new(log), what.to_owned()))
            }
            LogSourceKind::File if is_tar(what)? => Ok(Self::tar(what)?),
            LogSourceKind::File => Err(SourceError::NeitherLogNorReceipt(what.to_owned()).into()),
            LogSourceKind::Url => {
                let url = Url::new(&what.to_string_lossy(), Http::new()).map_err(SourceError::from)?;
                let tell = move |error: &HttpError, pause| observer.notices(&Notice::AskedAgain { error, pause });
                Ok(Self::Url(url.telling(tell)))
            }
        }
    }

    /// The checkpoint of the log, where the policy takes it; without a policy, where the key signed it that stands beside
    /// it. None where there is none that can be read. Nothing else is verified.
    ///
    /// # Errors
    /// [`SourceError::NotVerified`]; those of the place.
    pub fn believed(&self, anchors: &TrustAnchors<'_>) -> Result<Option<SignedCheckpoint>, Error> {
        let Ok(signed) = published::checkpoint(self)? else { return Ok(None) };
        let fault = match anchors.policy {
            Some(_) => {
                let claimed = ClaimedCheckpoints::of_published(Some(signed.clone()));
                anchors.judge(&claimed).fault.map(Fault::of_ledger)
            }
            None => self.key_fault(&signed)?,
        };
        let refused = |fault| SourceError::NotVerified { place: self.to_string(), faults: vec![fault] };
        fault.map_or(Ok(Some(signed)), |fault| Err(refused(fault).into()))
    }

    /// What is wrong between a checkpoint and the key beside it. A cache may still have an older key.
    fn key_fault(&self, signed: &SignedCheckpoint) -> Result<Option<Fault>, Error> {
        let key = |bytes: Option<Vec<u8>>| log_key(&bytes.unwrap_or_default());
        let is_its = |key: &VerifierKey| signed.verify(key).is_ok();
        let mut beside = key(self.read(names::LOG_VKEY, NOTE_BYTES_MAX)?);
        if !beside.as_ref().is_some_and(is_its) {
            beside = key(published::read_past_caches(self, names::LOG_VKEY, NOTE_BYTES_MAX)?).or(beside);
        }
        Ok(match beside {
            None => Some(Fault::at(names::LOG_VKEY, 0, FaultKind::FileMissing)),
            Some(key) if is_its(&key) => None,
            Some(_) => Some(Fault::of_ledger(FaultKind::NotTheLogs(CheckpointPlace::Published))),
        })
    }

    fn tar(what: &Path) -> Result<Self, SourceError> {
        let tar = PublishedTar::open(what).map_err(|error| match error {
            // The disk gave what is there, and that is no tar to go by.
            StoreError::Io { source, .. }
                if !matches!(source.kind(), ErrorKind::NotFound | ErrorKind::PermissionDenied) =>
            {
                SourceError::NotATar { path: what.to_owned(), error: source }
            }
            error => SourceError::Unreadable { place: what.to_owned(), error: Box::new(error) },
        })?;
        Ok(Self::Tar(tar, what.to_owned()))
    }
}

/// Whether a file is a tar, as POSIX and GNU write it.
///
/// # Errors
/// [`Error::Store`] of the system, where it is there and cannot be read.
pub fn is_tar(path: &Path) -> Result<bool, Error> {
    const MAGIC_AT: u64 = 257;
    has_at(path, MAGIC_AT, b"ustar")
}

impl fmt::Display for LogSource<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ledger(_, path) | Self::Folder(_, path) | Self::Tar(_, path) | Self::Replica(_, path) => {
                path.display().fmt(f)
            }
            Self::Url(url) => f.write_str(url.of("").trim_end_matches('/')),
        }
    }
}

impl Published for LogSource<'_> {
    type Error = Error;

    fn read(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, Error> {
        let at = |path: &Path| {
            let place = path.to_owned();
            move |error| SourceError::Unreadable { place, error: Box::new(error) }
        };
        Ok(match self {
            Self::Ledger(ledger, _) => ledger.read(file, bytes_max).map_err(SourceError::Ledger),
            Self::Folder(folder, path) => folder.read(file, bytes_max).map_err(at(path)),
            Self::Replica(log, path) => log.read(file, bytes_max).map_err(at(path)),
            Self::Tar(tar, path) => tar.read(file, bytes_max).map_err(at(path)),
            Self::Url(url) => url.read(file, bytes_max).map_err(SourceError::Remote),
        }?)
    }

    fn read_past_caches(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, Error> {
        match self {
            Self::Url(url) => Ok(url.read_past_caches(file, bytes_max).map_err(SourceError::Remote)?),
            Self::Ledger(..) | Self::Folder(..) | Self::Tar(..) | Self::Replica(..) => Ok(None),
        }
    }

    fn is_of_one_file(error: &Error) -> bool {
        matches!(error, Error::Source(SourceError::Remote(error)) if Url::is_of_one_file(error))
    }
}
