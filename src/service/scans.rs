//! The scans that submissions name, on their way into a ledger.

use std::path::{Component, Path, PathBuf};

use super::error::{Error, ScanFound};
use crate::domain::attachment::AttachmentFile;
use crate::domain::protocol::Attachment;
use crate::ledger::submission::SignedStatement;
use crate::store::attachments::{self as store, Offered};
use crate::store::error::Doing;

/// Where the scans of a submission are.
pub enum ScansAre {
    /// Beside the submission, in this folder.
    In(PathBuf),
    /// As many of them as there are, in this folder; the others are handed in later.
    Some(PathBuf),
    /// To be handed in later: the ledger takes the submission without them.
    Owed,
}

/// The scans of a submission, found and held against their digests.
#[derive(Debug, Default)]
pub(in crate::service) struct Scans(Vec<(Attachment, PathBuf)>);

impl Scans {
    /// What of these scans goes beside a ledger, and what it lacks even then.
    pub fn wanted(named: &[Attachment], are: &ScansAre, ledger: &Path) -> Result<(Self, Vec<Attachment>), Error> {
        match are {
            ScansAre::Owed => Ok((Self::default(), owed(named, ledger)?)),
            ScansAre::Some(folder) => Self::some(named, folder, ledger),
            ScansAre::In(folder) => Ok((Self::find(named, folder, ledger)?, Vec::new())),
        }
    }

    /// Looks in a folder for each of these scans that the ledger does not have.
    fn find(named: &[Attachment], folder: &Path, ledger: &Path) -> Result<Self, Error> {
        let mut scans = Self::default();
        for attachment in named {
            if look(ledger, attachment)? != AttachmentFile::There {
                scans.0.push((attachment.clone(), find(attachment, folder)?));
            }
        }
        Ok(scans)
    }

    /// Looks in a folder for as many of these scans as are there and the ledger does not have; says which it still lacks
    /// with them.
    fn some(named: &[Attachment], folder: &Path, ledger: &Path) -> Result<(Self, Vec<Attachment>), Error> {
        let (mut scans, mut owed) = (Self::default(), Vec::new());
        for attachment in named {
            if look(ledger, attachment)? == AttachmentFile::There {
                continue;
            }
            match find(attachment, folder) {
                Ok(file) => scans.0.push((attachment.clone(), file)),
                Err(Error::Scan { .. }) => owed.push(attachment.clone()),
                Err(error) => return Err(error),
            }
        }
        Ok((scans, owed))
    }

    /// Looks in a folder for every one of these scans.
    pub fn all(named: &[Attachment], folder: &Path) -> Result<Self, Error> {
        let found = named.iter().map(|attachment| Ok((attachment.clone(), find(attachment, folder)?)));
        Ok(Self(found.collect::<Result<_, Error>>()?))
    }

    /// Their bytes, to be sent elsewhere.
    pub fn read(&self) -> Result<Vec<Vec<u8>>, Error> {
        self.0.iter().map(|(_, file)| std::fs::read(file).map_err(Error::io(Doing::Read, file))).collect()
    }

    /// Puts them beside the ledger.
    pub fn keep(&self, ledger: &Path) -> Result<(), Error> {
        self.0
            .iter()
            .try_for_each(|(attachment, file)| store::keep(ledger, attachment, file).map_err(Error::store(ledger)))
    }

    /// Whether there is nothing to put anywhere.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The scans that a submission names. What cannot be read is the ledger's to refuse.
pub(super) fn named(submission: &SignedStatement) -> Vec<Attachment> {
    submission.statement().map(|statement| statement.body.attachments().to_vec()).unwrap_or_default()
}

/// Which of these scans are not beside the ledger.
fn owed(named: &[Attachment], ledger: &Path) -> Result<Vec<Attachment>, Error> {
    let mut owed = Vec::new();
    for attachment in named {
        if look(ledger, attachment)? != AttachmentFile::There {
            owed.push(attachment.clone());
        }
    }
    Ok(owed)
}

/// How the file of an attachment stands beside a ledger.
///
/// # Errors
/// [`Error::Store`].
pub fn look(ledger: &Path, attachment: &Attachment) -> Result<AttachmentFile, Error> {
    store::look(ledger, attachment).map_err(Error::store(ledger))
}

/// A scan under its own name, or under one of its digests.
fn find(attachment: &Attachment, folder: &Path) -> Result<PathBuf, Error> {
    let by_name = plain(attachment.name.as_str()).map(str::to_owned);
    let names = by_name.into_iter().chain([attachment.blake3.to_string(), attachment.sha256.to_string()]);
    let mut found = ScanFound::Nothing;
    for file in names.map(|name| folder.join(name)) {
        match store::hold(attachment, &file).map_err(Error::store(folder))? {
            Offered::Same => return Ok(file),
            Offered::Other => found = ScanFound::Other,
            Offered::Missing => {}
        }
    }
    Err(Error::Scan { attachment: Box::new(attachment.clone()), folder: folder.to_owned(), found })
}

/// A name that leads nowhere else: strangers chose it.
fn plain(name: &str) -> Option<&str> {
    let mut parts = Path::new(name).components();
    match (parts.next(), parts.next()) {
        (Some(Component::Normal(part)), None) if part == name => Some(name),
        _ => None,
    }
}
