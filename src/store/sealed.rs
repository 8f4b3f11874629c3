//! What a ledger says of its own size and numbers, before any of it is believed.

use std::path::Path;

use super::error::{Doing, StoreError};
use super::files;
use super::journal::disk::{Disk, Folder};
use super::journal::log_key;
use super::presence::is_absent;
use super::publish::{PublishedCheckpoint, published_checkpoint};
use super::snapshots;
use super::witness::witnessed::{Witnessed, known_keys};
use crate::crypto::parallel::ParallelMap;
use crate::crypto::vkey::VerifierKey;
use crate::domain::number::Sequence;
use crate::ledger::files::seal::Seal;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::verify::claimed_snapshot::ClaimedSnapshot;
use crate::verify::conclude::{ClaimedCheckpoints, Judged, TrustAnchors};
use crate::verify::fault::{Fault, FaultKind};
use crate::verify::replay::Replay;

/// The seal and the snapshots of a ledger. No signature is checked.
pub(super) struct Sealed {
    /// What both slots of the seal claim, and the newest snapshots.
    pub claimed: ClaimedCheckpoints,
    slots: ClaimedCheckpoints,
    /// What both slots claim with what is published: what a policy judges, for a verifier as for a reader.
    published: ClaimedCheckpoints,
    /// The last checkpoint with every cosignature that is known of it.
    pub signed: SignedCheckpoint,
    snapshots: Vec<ClaimedSnapshot>,
    /// The witnesses that the ledger knows: what is falsely said to be of one of them is left away.
    known: Vec<VerifierKey>,
}

impl Sealed {
    /// # Errors
    /// [`StoreError::NoLedger`], and never of what is there and cannot be read; [`StoreError::ReadOnly`] where no slot is
    /// whole; [`StoreError::Io`].
    pub fn read(ledger: &Path) -> Result<Self, StoreError> {
        let (disk, path) = (Folder::new(ledger), ledger.join(files::SEAL));
        // Before the seal and the published checkpoint: a writer writes them after these.
        let kept = snapshots::kept(&disk).map_err(StoreError::io(Doing::Read, ledger.join(files::SNAPSHOTS)))?;
        let shown = snapshots::published(&disk, files::PUBLISHED);
        let shown = shown.map_err(StoreError::io(Doing::Read, ledger.join(files::PUBLISHED)))?;
        let bytes = match disk.read(files::SEAL) {
            Err(error) if is_absent(&error) => return Err(StoreError::NoLedger(ledger.to_owned())),
            read => read.map_err(StoreError::io(Doing::Read, &path))?,
        };
        let slots = ClaimedCheckpoints::of_seal(&Seal::decode(&bytes));
        let mut signed = slots.latest().cloned().ok_or_else(|| refused(FaultKind::NoCheckpoint))?;
        let kept = match kept.filter(|record| record.size == signed.checkpoint().size) {
            // A writer may have written both meanwhile.
            None => snapshots::kept(&disk).ok().flatten().filter(|now| now.size == signed.checkpoint().size).or(kept),
            kept => kept,
        };
        let with = |slots: ClaimedCheckpoints, snapshot: &ClaimedSnapshot| slots.with_snapshot(Some(snapshot.clone()));
        let mut published = slots.clone();
        if let Ok(PublishedCheckpoint::Checkpoint(standing)) = published_checkpoint(&disk, files::PUBLISHED) {
            published = published.with_published(Some((*standing).clone()));
            standing.without_false(&known_keys(&disk)).iter().for_each(|standing| signed.join(standing));
        }
        let shown: Vec<_> = snapshots::cosigned(&disk).ok().flatten().into_iter().chain(shown).collect();
        published = shown.iter().fold(published, with);
        if let Ok(witnessed) = Witnessed::read(&disk) {
            witnessed.last().into_iter().for_each(|last| signed.join(last));
        }
        let snapshots: Vec<_> = kept.map(ClaimedSnapshot::Kept).into_iter().chain(shown).collect();
        let claimed = snapshots.iter().fold(slots.clone(), with);
        Ok(Self { claimed, slots, published, signed, snapshots, known: known_keys(&disk) })
    }

    /// What the policy says of it. Of a log that it does not trust, nothing is read.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`].
    pub fn judged(&self, anchors: &TrustAnchors<'_>) -> Result<Judged, StoreError> {
        let judged = anchors.judge(&self.published);
        match anchors.judge_numbers(&self.published) {
            _ if !judged.is_trusted() => Err(refused(FaultKind::NotTrusted)),
            Some(fault @ FaultKind::NotTrusted) => Err(refused(fault)),
            numbers => Ok(Judged { fault: judged.fault.or(numbers), ..judged }),
        }
    }

    /// The log's key, where the ledger's file names one that the journal names too, and it signed both slots. One that was
    /// signed before the key changed is not, and is for the replay to judge.
    pub fn log_key(&self, ledger: &Path) -> Option<VerifierKey> {
        let disk = Folder::new(ledger);
        let named = String::from_utf8(disk.read(files::LOG_VKEY).ok()?).ok()?;
        let key = log_key::named(&disk, named.trim_end()).ok().flatten()?;
        self.claimed.are_signed_by(&key).then_some(key)
    }

    /// Whether both slots are of the time since an event, the one that changed the log's key; always where none did.
    pub fn is_since(&self, event: Option<Sequence>) -> bool {
        event.is_none_or(|event| self.slots.sizes().all(|size| size.covers(event)))
    }

    /// The snapshot of the last checkpoint, by a replay that found nothing wrong with it; none where there is none.
    pub fn snapshot_of<M: ParallelMap>(&self, replay: &Replay<M>) -> Option<SignedSnapshot> {
        self.snapshot(replay.log_key_at(self.signed.checkpoint().size)?)
    }

    /// The snapshot of the last checkpoint that the key signed; none where there is none, or where one stands that it did
    /// not sign, which is for the replay to judge.
    pub fn snapshot(&self, key: &VerifierKey) -> Option<SignedSnapshot> {
        let checkpoint = self.signed.checkpoint();
        let mut found = None;
        for claimed in &self.snapshots {
            let signed = match claimed {
                ClaimedSnapshot::Kept(record) if record.size == checkpoint.size => record.signed(checkpoint, key)?,
                ClaimedSnapshot::Published(signed) => signed.signed_alone_by(key)?,
                ClaimedSnapshot::Kept(_) | ClaimedSnapshot::Unreadable(..) => continue,
            };
            if signed.snapshot().checkpoint != *checkpoint {
                continue;
            }
            if found.as_ref().is_some_and(|found: &SignedSnapshot| found.snapshot() != signed.snapshot()) {
                return None;
            }
            found = Some(signed);
        }
        let mut found = found?;
        for claimed in &self.snapshots {
            if let ClaimedSnapshot::Published(standing) = claimed {
                standing.without_false(&self.known).iter().for_each(|standing| found.join(standing));
            }
        }
        Some(found)
    }
}

/// The answer is no, for a reason about the whole ledger.
pub(super) fn refused(what: FaultKind) -> StoreError {
    StoreError::ReadOnly(vec![Fault::of_ledger(what)])
}
