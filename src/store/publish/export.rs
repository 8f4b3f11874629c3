//! The log as static files elsewhere: in a folder that can be brought up to date, or in one tar.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::published::PublishedLedger;
use super::{PublishedCheckpoint, Publisher, published_checkpoint};
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::tree::tile::{bundle, bundles, hash_tiles};
use crate::store::error::{Doing, StoreError};
use crate::store::journal::disk::Folder;
use crate::store::witness::witnessed::known_keys;
use crate::verify::published::{CHECKPOINT, SNAPSHOT};

/// A ledger's log, and what goes beside its tiles.
pub struct Publication<'a> {
    /// The ledger that is published.
    pub ledger: &'a PublishedLedger,
    /// Files by name, beside the tiles.
    pub beside: Vec<(&'static str, String)>,
}

/// Why the log could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The ledger does not give it.
    #[error(transparent)]
    Ledger(StoreError),
    /// The system would not read or write at the place.
    #[error("{0}: {1}")]
    Out(Doing, io::Error),
    /// Something else stands at the place.
    #[error("something else stands there")]
    Exists,
    /// Another log stands at the place, or another state of this one.
    #[error("another log stands there, or another state of this one")]
    OtherLog,
}

impl Publication<'_> {
    /// The checkpoint under which the files stand.
    pub fn signed(&self) -> &SignedCheckpoint {
        &self.ledger.folded().reading.checkpoint
    }

    fn snapshot(&self) -> Option<&SignedSnapshot> {
        self.ledger.folded().reading.snapshot.as_ref()
    }

    /// Writes them into a folder, or brings a folder up to date that holds an earlier state of the same log, and keeps
    /// the cosignatures that stand there.
    ///
    /// # Errors
    /// [`ExportError`].
    pub fn folder(&self, out: &Path) -> Result<(), ExportError> {
        let io = |error: io::Error| ExportError::Out(Doing::Write, error);
        let mut disk = Folder::new(out);
        let mut signed = self.signed().clone();
        let witnesses = known_keys(&Folder::new(self.ledger.folder()));
        if let Some(standing) = self.standing(out, &disk)?.and_then(|standing| standing.without_false(&witnesses)) {
            signed.join(&standing);
        }
        let mut publisher = Publisher::new("");
        for bundle in bundles(Size(0), signed.checkpoint().size) {
            let entries = self.ledger.entries(bundle).map_err(ExportError::Ledger)?;
            publisher.take(&mut disk, entries.iter().map(Vec::as_slice)).map_err(io)?;
        }
        let beside = self.beside.iter().map(|(name, text)| (*name, text.as_bytes()));
        publisher.replace(&mut disk, beside).map_err(io)?;
        publisher.publish(&mut disk, &self.ledger.folded().tree, &signed, self.snapshot()).map_err(io)
    }

    /// The state of this log that stands in the folder already, with its cosignatures. Nothing else may stand there,
    /// but what an attempt left behind that did not come to its end.
    fn standing(&self, out: &Path, disk: &Folder) -> Result<Option<SignedCheckpoint>, ExportError> {
        let io = |error: io::Error| ExportError::Out(Doing::Read, error);
        match published_checkpoint(disk, "").map_err(io)? {
            PublishedCheckpoint::Nothing if !out.exists() || self.is_ours(&names(out).map_err(io)?) => Ok(None),
            PublishedCheckpoint::Nothing | PublishedCheckpoint::Unreadable => Err(ExportError::Exists),
            PublishedCheckpoint::Checkpoint(signed) => {
                let standing = signed.checkpoint();
                let root = self.ledger.folded().tree.root_at(standing.size);
                let is_earlier = standing.origin == self.signed().checkpoint().origin && root == Ok(standing.root);
                if is_earlier { Ok(Some(*signed)) } else { Err(ExportError::OtherLog) }
            }
        }
    }

    /// Whether a folder is empty, or holds nothing but the beginning of a published log.
    fn is_ours(&self, names: &[String]) -> bool {
        let is_beside = |name: &String| self.beside.iter().any(|(beside, _)| beside == name);
        // What a kill left is made again.
        let is_one = |name: &String| name == "tile" || name.ends_with(".part") || is_beside(name);
        names.is_empty() || (names.iter().any(|name| name == "tile") && names.iter().all(is_one))
    }

    /// Writes them as a tar.
    ///
    /// # Errors
    /// [`ExportError`].
    pub fn tar(&self, file: &mut dyn Write) -> Result<(), ExportError> {
        let mut tar = tar::Builder::new(file);
        let size = self.signed().checkpoint().size;
        append(&mut tar, CHECKPOINT, self.signed().to_string().as_bytes())?;
        if let Some(snapshot) = self.snapshot() {
            append(&mut tar, SNAPSHOT, snapshot.to_string().as_bytes())?;
        }
        for (name, text) in &self.beside {
            append(&mut tar, name, text.as_bytes())?;
        }
        for tile in hash_tiles(Size(0), size) {
            let bytes = self.ledger.folded().tree.tile(tile).expect("the tree is as large as its checkpoint");
            append(&mut tar, &tile.to_string(), &bytes)?;
        }
        for tile in bundles(Size(0), size) {
            let entries = self.ledger.entries(tile).map_err(ExportError::Ledger)?;
            append(&mut tar, &tile.to_string(), &bundle(entries.iter().map(Vec::as_slice)))?;
        }
        tar.finish().map_err(|error| ExportError::Out(Doing::Write, error))
    }
}

/// The same ledger gives the same tar: no times, no names of users.
fn append<W: Write>(tar: &mut tar::Builder<W>, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
    let mut header = tar::Header::new_ustar();
    header.set_size(bytes.len() as u64);
    header.set_mode(0o644);
    header.set_mtime(0);
    tar.append_data(&mut header, name, bytes).map_err(|error| ExportError::Out(Doing::Write, error))
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}
