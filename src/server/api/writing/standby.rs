//! The writer's thread while another machine writes: it follows the replica and shows readers what is sealed there, until it is
//! told to take over, or nothing is heard of the other any more.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError, never};

use super::checking::Ready;
use super::not_taken::NotTaken;
use super::notice::ServiceNotice;
use super::pulse::Pulse;
use super::turns::Writing;
use crate::domain::number::Size;
use crate::service::error::Error;
use crate::service::observer::Nobody;
use crate::service::parallel::Cores;
use crate::service::setting::Setting;
use crate::service::standby::{self, STANDS_BY};
use crate::store::error::StoreError;
use crate::store::replica::error::ReplicaError;
use crate::store::writer::GoneOn;

/// How often the replica is asked whether there is more.
const PAUSE: Duration = Duration::from_millis(200);

/// Whether papers may still be handed in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Service {
    GoesOn,
    Ends,
}

impl Writing {
    /// Stands by until this machine writes; false where the service ends before.
    pub(super) fn stands_by(&mut self, turns: &Receiver<Ready>) -> bool {
        let (pulse, mut pause) = (Pulse::of(self.standing.writer.clone()), Duration::ZERO);
        loop {
            if sends_elsewhere(turns, pause) == Service::Ends {
                return false;
            }
            // Whoever is far behind has no pause, and hears all the same that the service ends.
            pause = if self.follows(&pulse) { Duration::ZERO } else { PAUSE };
            if self.state.ended().is_some() {
                return false;
            }
            if self.is_to_take_over(&pulse) && self.takes_over(&pulse) {
                return true;
            }
        }
    }

    /// Reads again what is here, without anything that was not acknowledged, to stand by; none where that cannot be. While the
    /// replica is silent it is asked again, as whoever stands by asks it.
    pub(super) fn steps_back(self, turns: &Receiver<Ready>) -> Option<Self> {
        let Self { held, ledger, ending, state, .. } = self;
        standby::is_answered(&ledger);
        let mut service = sends_elsewhere(turns, Duration::ZERO);
        let mut waits = |silent: &ReplicaError| {
            state.misses_replica(silent.to_string());
            service = sends_elsewhere(turns, PAUSE);
            service == Service::GoesOn
        };
        match held.steps_back(&ledger, Cores, STANDS_BY, &mut waits) {
            Ok(held) => Some(Self { held, ledger, ending, state, rounds: None, hears: never(), ..self }),
            Err(error) => {
                if service == Service::GoesOn {
                    ending.is_over(Error::store(&ledger)(error));
                }
                None
            }
        }
    }

    /// Takes over what was sealed at the replica since; false where that was nothing.
    fn follows(&mut self, pulse: &Pulse) -> bool {
        match self.held.writer.follow(Cores) {
            Ok(Size(0)) => self.state.hears_replica(self.size(), (self.clock)()),
            Ok(_) => {
                pulse.goes_on();
                self.show();
                return true;
            }
            Err(error) => self.stumbles(error),
        }
        false
    }

    /// What the replica does not answer now, it may answer later. Anything else is the end.
    fn stumbles(&mut self, error: StoreError) {
        if let StoreError::Replica(ReplicaError::Silent { .. }) = error {
            self.state.misses_replica(error.to_string());
        } else {
            self.ending.is_over(Error::store(&self.ledger)(error));
        }
    }

    fn is_to_take_over(&self, pulse: &Pulse) -> bool {
        let is_over = |after| pulse.silent_for().is_some_and(|silent| silent >= after);
        standby::is_ordered(&self.ledger) || self.standing.takeover_after.is_some_and(is_over)
    }

    /// Goes on as the writer; where that cannot be, it stands by as before, and says why.
    fn takes_over(&mut self, pulse: &Pulse) -> bool {
        let gone_on = self.goes_on();
        standby::is_answered(&self.ledger);
        match gone_on {
            Ok(()) => {
                self.state.writes();
                (self.tell)(&ServiceNotice::TookOver(self.size()));
                self.begins_rounds().unwrap_or_else(|undone| (self.tell)(&ServiceNotice::Undone(&undone)));
                true
            }
            Err(why) if self.held.writer.is_poisoned() => {
                self.ending.is_over(why);
                false
            }
            Err(why) => {
                // Not again at once, unless it is ordered again.
                pulse.goes_on();
                (self.tell)(&ServiceNotice::NotTakenOver(&why));
                false
            }
        }
    }

    /// Follows to the end, each part shown to readers, and goes on from there.
    fn goes_on(&mut self) -> Result<(), Error> {
        let (clock, ledger, tell) = (self.clock, self.ledger.clone(), Arc::clone(&self.tell));
        let mut undone = |undone: Error| tell(&ServiceNotice::Undone(&undone));
        loop {
            let setting = Setting { ledger: &ledger, clock: &clock, observer: &Nobody };
            let (held, policy) = (&mut self.held, self.policy.as_ref());
            let gone_on = standby::go_on(setting, held, policy, self.patience, &mut undone)?;
            self.show();
            if gone_on == GoneOn::Writes {
                return Ok(());
            }
        }
    }
}

/// Answers all who wait, and whoever comes for a while yet, that another machine writes.
fn sends_elsewhere(turns: &Receiver<Ready>, pause: Duration) -> Service {
    let until = Instant::now() + pause;
    loop {
        match turns.recv_deadline(until) {
            Ok(Ready { asker, .. }) => drop(asker.send(Err(NotTaken::StandsBy))),
            Err(RecvTimeoutError::Timeout) => return Service::GoesOn,
            Err(RecvTimeoutError::Disconnected) => return Service::Ends,
        }
    }
}
