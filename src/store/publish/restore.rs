//! Restoring a ledger from what was published: its journal, its seal and its published folder are made beside the place
//! and put there by one rename, when all of it was verified. The embedded store is rebuilt by whoever opens it first.
//!
//! The published checkpoint need not be the last that the log signed. A restored ledger may only be read, unless a seal
//! that survived says that nothing came after it: to sign what was signed differently before would be a fork.

use std::path::{Path, PathBuf};

use super::{Publisher, companion_files};
use crate::crypto::vkey::VerifierKey;
use crate::domain::number::{Sequence, Size};
use crate::domain::state::Election;
use crate::ledger::files::frame::FRAME_EVENTS_MAX;
use crate::ledger::files::seal::{Seal, encode_slot};
use crate::ledger::files::snapshots::SnapshotRecord;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::tree::merkle::Tree;
use crate::ledger::tree::node::leaf_hash;
use crate::store::beside::Beside;
use crate::store::error::{Doing, StoreError};
use crate::store::files;
use crate::store::founding::{begin, finish};
use crate::store::journal::JournalWriter;
use crate::store::journal::disk::{Disk, Folder};
use crate::store::replica::noted;

/// Whether a restored ledger's log may go on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Continues {
    /// A seal that survived, and is whole, says the same. That it is the newest one, its keeper must know.
    Yes,
    /// It is restored from its replica, which has everything that can have been signed, and goes on with it.
    WithReplica,
    /// Nobody knows what else the log signed.
    Unknown,
    /// The seal that survived is of another size or root: what the log signed is not all here.
    SealDiffers(Size),
}

impl Continues {
    /// Whether it may.
    pub fn may(self) -> bool {
        matches!(self, Self::Yes | Self::WithReplica)
    }
}

/// A ledger being restored. Dropped before it is finished, nothing of it stays.
#[derive(Debug)]
pub struct Restoring {
    ledger: PathBuf,
    beside: Beside,
    disk: Folder,
    journal: JournalWriter,
    waiting: Vec<Vec<u8>>,
    written: Size,
    tree: Tree,
    publisher: Publisher,
}

/// What a restored ledger is besides its events.
#[derive(Debug)]
pub struct Restored<'a> {
    /// The checkpoint under which they were published, verified.
    pub checkpoint: &'a SignedCheckpoint,
    /// What the log signed of its numbers, verified, if it did.
    pub snapshot: Option<&'a SignedSnapshot>,
    /// The election, as the events give it.
    pub election: &'a Election,
    /// The manifest as people read it.
    pub manifest: &'a str,
    /// The policy that is kept with the ledger, if one is given.
    pub policy: Option<&'a str>,
    /// The replica that it is restored from and written with, if it is one.
    pub replica: Option<&'a str>,
    /// Whether the log may go on.
    pub continues: Continues,
}

impl Restoring {
    /// Begins where nothing is.
    ///
    /// # Errors
    /// [`StoreError::Exists`]; [`StoreError::Io`].
    pub fn begin(ledger: &Path) -> Result<Self, StoreError> {
        let beside = begin(ledger)?;
        Ok(Self {
            ledger: ledger.to_owned(),
            disk: Folder::new(beside.path()),
            beside,
            journal: JournalWriter::start(),
            waiting: Vec::new(),
            written: Size(0),
            tree: Tree::default(),
            publisher: Publisher::new(files::PUBLISHED),
        })
    }

    /// Takes the next entries.
    ///
    /// # Errors
    /// [`StoreError::Io`].
    pub fn take(&mut self, entries: &[Vec<u8>]) -> Result<(), StoreError> {
        for entry in entries {
            self.tree.push(leaf_hash(entry));
            self.waiting.push(entry.clone());
            if self.waiting.len() == FRAME_EVENTS_MAX {
                self.frame()?;
            }
        }
        let io = StoreError::io(Doing::Write, files::PUBLISHED);
        self.publisher.take(&mut self.disk, entries.iter().map(Vec::as_slice)).map_err(io)
    }

    /// Puts the ledger in its place.
    ///
    /// # Errors
    /// [`StoreError::Seal`] if the checkpoint is not the log's over these entries; [`StoreError::Io`].
    pub fn finish(mut self, restored: &Restored<'_>) -> Result<(), StoreError> {
        if !self.waiting.is_empty() {
            self.frame()?;
        }
        let log_key: VerifierKey = restored.election.log_key().parse().map_err(|_| StoreError::NotTheLogKey)?;
        let signed = restored.checkpoint;
        let sealed = signed.signed_alone_by(&log_key).ok_or(StoreError::Seal)?;
        let slot = encode_slot(&sealed).ok_or(StoreError::Seal)?;
        // Both slots say the same: nothing is known of the one before.
        self.write(files::SEAL, &[slot.as_slice(), slot.as_slice()].concat())?;
        if let Some(record) = restored.snapshot.and_then(|signed| SnapshotRecord::of(signed, &log_key)) {
            self.write(files::SNAPSHOTS, &record.encode())?;
        }
        self.write(files::MANIFEST, restored.manifest.as_bytes())?;
        self.write(files::LOG_VKEY, format!("{log_key}\n").as_bytes())?;
        if let Some(policy) = restored.policy {
            self.write(files::POLICY, policy.as_bytes())?;
        }
        if let Some(place) = restored.replica {
            noted::note(&mut self.disk, place)?;
        }
        if !restored.continues.may() {
            let words = format!(
                "Restored from what was published, at size {}. The log may have signed more than this, and signs nothing more \
                 here.\n",
                signed.checkpoint().size
            );
            self.write(files::RESTORED, words.as_bytes())?;
        }
        let io = || StoreError::io(Doing::Write, files::PUBLISHED);
        let companions = companion_files(restored.election, restored.manifest, restored.policy);
        self.publisher.replace(&mut self.disk, companions).map_err(io())?;
        self.publisher.publish(&mut self.disk, &self.tree, signed, restored.snapshot).map_err(io())?;
        finish(self.beside, &self.ledger)
    }

    fn frame(&mut self) -> Result<(), StoreError> {
        let entries = std::mem::take(&mut self.waiting);
        let io = StoreError::io(Doing::Write, self.journal.file.clone());
        self.journal.append(&mut self.disk, Sequence(self.written.0), &entries).map_err(io)?;
        self.written = Size(self.written.0 + entries.len() as u64);
        Ok(())
    }

    fn write(&mut self, file: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.disk.put(file, bytes).map_err(StoreError::io(Doing::Write, file))
    }
}

/// Whether a log may go on from a checkpoint, by the bytes of a seal that survived.
pub fn continues(seal: Option<&[u8]>, checkpoint: &SignedCheckpoint, log_key: &VerifierKey) -> Continues {
    let Some(seal) = seal.map(Seal::decode) else { return Continues::Unknown };
    // Half of a seal is no witness: the lost half may have said more.
    let Some((_, latest)) = seal.latest().filter(|_| seal.damaged().is_empty()) else { return Continues::Unknown };
    if latest.verify(log_key) == Ok(checkpoint.checkpoint()) {
        Continues::Yes
    } else {
        Continues::SealDiffers(latest.checkpoint().size)
    }
}
