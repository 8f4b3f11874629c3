//! How a writer goes on from a recovery: what was torn is set aside, and whole events that were not sealed are sealed.

use super::Writer;
use super::keeping::Keeping;
use super::publishing::Publishing;
use crate::crypto::note::NoteSigner;
use crate::crypto::parallel::ParallelMap;
use crate::domain::number::Size;
use crate::store::error::{Doing, StoreError};
use crate::store::journal::disk::Disk;
use crate::store::journal::recover::{Beginning, Recovered};
use crate::store::known_keys::KnownKeys;
use crate::store::publish::PublishedCheckpoint;
use crate::store::replica::Replica;
use crate::store::{aside, files, snapshots};
use crate::tally::moment::Moment;
use crate::tally::rows::KeptRows;
use crate::verify::published::CHECKPOINT;

impl<D: Disk> Writer<D> {
    /// Goes on from a recovery: sets a torn write aside, and seals whole events that were not sealed.
    ///
    /// # Errors
    /// [`StoreError::NotTheLogKey`]; [`StoreError::Io`].
    pub fn start<M: ParallelMap>(disk: D, recovered: Recovered<M>, signer: NoteSigner) -> Result<Self, StoreError> {
        Self::start_with(disk, recovered, signer, None)
    }

    /// The same with a replica, which has everything that is recovered.
    ///
    /// # Errors
    /// As [`start`](Self::start); [`StoreError::Replica`].
    pub fn start_with<M: ParallelMap>(
        disk: D,
        recovered: Recovered<M>,
        signer: NoteSigner,
        replica: Option<Replica>,
    ) -> Result<Self, StoreError> {
        let is_sealed = recovered.unsealed == Size(0) && recovered.other_slot_is_whole;
        let mut writer = Self::begin(disk, recovered, signer, replica)?;
        if !is_sealed {
            writer.seal()?;
        }
        writer.renew_log_vkey()?;
        writer.make_up_snapshot()?;
        Ok(writer)
    }

    /// Stands by from a recovery that kept what is sealed and nothing else: nothing is signed.
    ///
    /// # Errors
    /// [`StoreError::NotTheLogKey`]; [`StoreError::Io`].
    pub fn stand_by<M: ParallelMap>(
        disk: D,
        recovered: Recovered<M>,
        signer: NoteSigner,
        replica: Replica,
    ) -> Result<Self, StoreError> {
        let slot_to_write = (!recovered.other_slot_is_whole).then(|| recovered.latest.clone());
        let mut writer = Self::begin(disk, recovered, signer, Some(replica))?;
        if slot_to_write.is_some() {
            writer.promised = slot_to_write;
            writer.seal()?;
        }
        writer.renew_log_vkey()?;
        writer.stands_by = true;
        Ok(writer)
    }

    /// What both begin with: whose key it is, and what is set aside.
    fn begin<M: ParallelMap>(
        disk: D,
        recovered: Recovered<M>,
        signer: NoteSigner,
        replica: Option<Replica>,
    ) -> Result<Self, StoreError> {
        let log_key = recovered.replay.log_key_at(recovered.replay.size());
        if log_key.is_none_or(|key| key != signer.verifier()) {
            return Err(StoreError::NotTheLogKey);
        }
        let Recovered { mut replay, tree, journal, began, latest, slot, other_slot_is_whole, .. } = recovered;
        let Recovered { published, publication, torn, .. } = recovered;
        let (head, log_keys, rows) = (replay.head(), replay.log_keys().to_vec(), replay.take_rows());
        let (state, model, _, admitted_keys) = replay.into_parts();
        let mut rows = rows.unwrap_or_else(|| KeptRows::of(&model, Moment { size: tree.size(), clock: head.arrival }));
        let settled = rows.settle(&model);
        let mut writer = Self {
            disk,
            replica,
            promised: None,
            signer,
            successor: None,
            origin: latest.checkpoint().origin.clone(),
            state,
            model,
            rows,
            settled,
            known_keys: KnownKeys::new(admitted_keys),
            log_keys,
            tree,
            head,
            journal,
            sealed: latest,
            snapshot: None,
            next_slot: slot.other(),
            seal: None,
            keeping: Keeping::default(),
            began,
            kept: match began {
                Beginning::First => Size(0),
                Beginning::Fold(kept) => kept,
            },
            fold_tried: Size(0),
            publishing: Publishing::Off,
            publication,
            pages: Vec::new(),
            frames: Vec::new(),
            behind: Vec::new(),
            caught_up: None,
            poisoned: false,
            stands_by: false,
        };
        match published {
            PublishedCheckpoint::Nothing => {}
            // It may have cosignatures, and then says more than the seal.
            PublishedCheckpoint::Checkpoint(signed) if signed.checkpoint() == writer.sealed.checkpoint() => {
                writer.sealed = *signed
            }
            PublishedCheckpoint::Checkpoint(_) => {}
            PublishedCheckpoint::Unreadable => {
                aside::copy(&mut writer.disk, &format!("{}/{CHECKPOINT}", files::PUBLISHED), 0, "unreadable")?;
            }
        }
        if let Some(torn) = torn {
            aside::torn(&mut writer.disk, &torn)?;
        }
        if !other_slot_is_whole {
            aside::damaged_slot(&mut writer.disk)?;
        }
        Ok(writer)
    }

    /// Keeps the snapshot of what is sealed where it is not kept yet: it was lost in a crash, or never signed. Recovery
    /// held the one that is kept against the events.
    pub(super) fn make_up_snapshot(&mut self) -> Result<(), StoreError> {
        let io = || StoreError::io(Doing::Write, files::SNAPSHOTS);
        snapshots::trim(&mut self.disk).map_err(io())?;
        let record = self.sign_snapshot()?;
        self.snapshot.iter_mut().for_each(|signed| snapshots::join_cosignatures(&self.disk, signed));
        if snapshots::kept(&self.disk).map_err(io())? != Some(record) {
            snapshots::keep(&mut self.disk, &record).map_err(io())?;
        }
        Ok(())
    }
}
