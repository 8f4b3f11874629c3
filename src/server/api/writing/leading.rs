//! Whether this machine still leads at the replica, looked up where no turn tells it: while nothing is handed in, and before a
//! witness that has more than there is here is taken for one of another history.

use std::time::Duration;

use super::notice::ServiceNotice;
use super::turns::Writing;
use crate::service::error::Error;
use crate::store::replica::Replica;
use crate::store::replica::error::ReplicaError;

/// After how long without anything to do it is looked up.
pub(super) const IDLE: Duration = Duration::from_secs(5);

impl Writing {
    /// Looks up, without waiting, whether another machine has gone on.
    /// Of a replica that gives no clear answer now, the next turn asks on.
    pub(super) fn looks_up(&mut self) {
        let Some(replica) = self.held.writer.replica().map(Replica::asked_once) else { return };
        match self.held.writer.leads_at(&replica) {
            Ok(()) => self.state.hears_replica(self.size(), (self.clock)()),
            Err(taken @ ReplicaError::Taken { .. }) => self.is_overtaken(&Error::store(&self.ledger)(taken.into())),
            Err(ReplicaError::Silent { why, .. }) => self.state.misses_replica(why),
            Err(error) => self.state.misses_replica(error.to_string()),
        }
    }

    /// Whether nobody else is known to have gone on at the replica: where somebody has, this machine follows from now on.
    pub(super) fn leads(&mut self) -> bool {
        let Err(taken @ ReplicaError::Taken { .. }) = self.held.writer.leads() else { return true };
        self.is_overtaken(&Error::store(&self.ledger)(taken.into()));
        false
    }

    /// Another machine has gone on: this one takes nothing any more, and follows.
    pub(super) fn is_overtaken(&mut self, why: &Error) {
        self.state.steps_back();
        (self.tell)(&ServiceNotice::Overtaken(why));
    }
}
