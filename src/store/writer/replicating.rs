//! A turn at the replica, before anything of it is signed or stands here.

use super::Writer;
use crate::domain::number::Sequence;
use crate::ledger::files::frame;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::store::aside;
use crate::store::error::StoreError;
use crate::store::journal::disk::Disk;
use crate::store::replica::Replica;
use crate::store::replica::error::ReplicaError;
use crate::store::replica::name::ObjectName;

impl<D: Disk> Writer<D> {
    /// Has a turn's frame in the replica, then signs the checkpoint over it, and has that there too.
    pub(super) fn replicate(&mut self, first: Sequence, envelopes: &[Vec<u8>]) -> Result<(), StoreError> {
        let Some(replica) = &self.replica else { return Ok(()) };
        let (name, frame) = (ObjectName::Frame(first), frame::encode(first, envelopes));
        let claimed = replica.claim(name, &frame);
        if let Err(ReplicaError::Taken { .. }) = claimed {
            // What it would have made of papers that it never acknowledged is evidence; where it cannot be kept, nothing is lost.
            let _ = aside::keep(&mut self.disk, &format!("{name}-overtaken"), &frame);
        }
        claimed?;
        self.promised = Some(self.sign()?);
        Ok(())
    }

    /// That nobody went on from here meanwhile: of whoever did, a refusal would be by what held before.
    ///
    /// # Errors
    /// [`ReplicaError::Taken`]; [`ReplicaError::Silent`]; [`ReplicaError::Refused`].
    pub fn leads(&self) -> Result<(), ReplicaError> {
        self.replica.as_ref().map_or(Ok(()), |replica| self.leads_at(replica))
    }

    /// The same, asked as whoever brings the replica is to be asked.
    ///
    /// # Errors
    /// As [`leads`](Self::leads).
    pub fn leads_at(&self, replica: &Replica) -> Result<(), ReplicaError> {
        replica.is_free(ObjectName::Frame(self.sealed.checkpoint().size.next()))
    }

    /// Has a checkpoint in the replica, by the log's key alone.
    pub(super) fn show_to_replica(&self, signed: &SignedCheckpoint) -> Result<(), StoreError> {
        let Some(replica) = &self.replica else { return Ok(()) };
        Ok(replica.claim(ObjectName::Seal(signed.checkpoint().size), signed.to_string().as_bytes())?)
    }
}
