//! The log's signatures over what is durable: the checkpoint in its slot, and the snapshot of the numbers.

use super::Writer;
use crate::crypto::vkey::VerifierKey;
use crate::domain::state::{KeyHolder, KeyOf};
use crate::ledger::files::seal::{Seal, encode_slot};
use crate::ledger::files::snapshots::SnapshotRecord;
use crate::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::ledger::note::snapshot::Snapshot;
use crate::store::error::{Doing, StoreError};
use crate::store::journal::disk::Disk;
use crate::store::{files, snapshots};

impl<D: Disk> Writer<D> {
    /// Where the log's key has changed, `log.vkey` names the new one. Only an earlier key of this very log is written
    /// over: whatever else stands there is for `verify` to tell.
    pub(super) fn renew_log_vkey(&mut self) -> Result<(), StoreError> {
        let Some(election) = self.state.election() else { return Ok(()) };
        let standing = self.disk.read(files::LOG_VKEY).unwrap_or_default();
        let named = std::str::from_utf8(&standing).ok().and_then(|text| text.trim_end().parse::<VerifierKey>().ok());
        let is_earlier = |holder: KeyHolder| holder.of == KeyOf::Log && !holder.in_force;
        if !named.and_then(|named| election.holder(&named.public())).is_some_and(is_earlier) {
            return Ok(());
        }
        let text = format!("{}\n", election.log_key());
        self.disk.put(files::LOG_VKEY, text.as_bytes()).map_err(StoreError::io(Doing::Write, files::LOG_VKEY))
    }

    /// Signs the checkpoint over everything that is durable, and writes it into the older slot.
    pub(super) fn seal(&mut self) -> Result<(), StoreError> {
        let signed = match self.promised.take() {
            Some(promised) => promised,
            None => self.sign()?,
        };
        let slot = encode_slot(&signed).ok_or(StoreError::Seal)?;
        let io = |e| StoreError::io(Doing::Write, files::SEAL)(e);
        self.stands()?;
        self.disk.write_at(files::SEAL, self.next_slot.offset(), &slot).map_err(io)?;
        self.disk.sync(files::SEAL).map_err(io)?;
        let at = self.next_slot.offset() as usize;
        self.seal = self.seal.take().and_then(|mut seal| {
            seal.get_mut(at..at + slot.len())?.copy_from_slice(&slot);
            Some(seal)
        });
        (self.sealed, self.next_slot) = (signed, self.next_slot.other());
        // Once more, so that nothing is acknowledged that another writer wrote over meanwhile.
        self.stands()
    }

    /// Signs the checkpoint over everything: a replica that has the frames has it before anything else does.
    pub(super) fn sign(&self) -> Result<SignedCheckpoint, StoreError> {
        let checkpoint = Checkpoint { origin: self.origin.clone(), size: self.tree.size(), root: self.tree.root() };
        let signed = checkpoint.sign(&self.signer).map_err(|_| StoreError::Seal)?;
        self.show_to_replica(&signed)?;
        Ok(signed)
    }

    /// Signs the snapshot of what is sealed, and gives the record to keep. A key signs the same again, byte for byte: of
    /// one size there are never two.
    pub(super) fn sign_snapshot(&mut self) -> Result<SnapshotRecord, StoreError> {
        let snapshot = Snapshot { checkpoint: self.sealed.checkpoint().clone(), rows: self.settled.root };
        let signed = snapshot.sign(&self.signer).map_err(|_| StoreError::Seal)?;
        let record = SnapshotRecord::claimed(&signed, self.signer.verifier()).ok_or(StoreError::Seal)?;
        self.snapshot = Some(signed);
        Ok(record)
    }

    pub(super) fn keep_snapshot(&mut self) -> Result<(), StoreError> {
        let record = self.sign_snapshot()?;
        snapshots::keep(&mut self.disk, &record).map_err(StoreError::io(Doing::Write, files::SNAPSHOTS))
    }

    /// That journal and seal are as this writer left them: the files that it holds, no byte more in the segment, its own
    /// checkpoint in the slot that rules. Whoever holds the seal writes alone, unless somebody put other files there.
    pub(super) fn stands(&mut self) -> Result<(), StoreError> {
        let io = |file: &str| StoreError::io(Doing::Read, file.to_owned());
        if !self.journal.is_as_left(&self.disk).map_err(io(&self.journal.file))? {
            return Err(StoreError::NotAsLeft(self.journal.file.clone()));
        }
        self.rules()
    }

    /// That the seal is as this writer left it. Where another has sealed since, it has published too.
    pub(super) fn rules(&mut self) -> Result<(), StoreError> {
        let seal = self.disk.read_ours(files::SEAL).map_err(StoreError::io(Doing::Read, files::SEAL))?;
        let rules = |seal: &Vec<u8>| {
            let ruling = || Seal::decode(seal).latest().map(|(_, ruling)| ruling.checkpoint().clone());
            self.seal.as_ref() == Some(seal) || ruling().as_ref() == Some(self.sealed.checkpoint())
        };
        self.seal = seal.filter(rules);
        if self.seal.is_some() { Ok(()) } else { Err(StoreError::NotAsLeft(files::SEAL.to_owned())) }
    }
}
