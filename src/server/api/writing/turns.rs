//! The turns of the one writer, on its thread: taken, shown to readers, counted and answered; and what they sealed published.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use crossbeam_channel::{Receiver, TryRecvError};

use super::checking::{Asker, Ready};
use super::ending::Ending;
use super::not_taken::NotTaken;
use super::notice::Tell;
use super::standing::Standing;
use super::state::State;
use crate::domain::number::Size;
use crate::domain::time::Millis;
use crate::ledger::files::frame::FRAME_EVENTS_MAX;
use crate::service::clock::ClockTrust;
use crate::service::error::{ClockDoubt, Error};
use crate::service::observer::Nobody;
use crate::service::policy::PolicyFile;
use crate::service::serving::desk::{self, Taken};
use crate::service::serving::live::Live;
use crate::service::serving::rounds::{Heard, Rounds, Times};
use crate::service::setting::Setting;
use crate::store::error::StoreError;
use crate::store::open::Held;
use crate::store::replica::error::ReplicaError;
use crate::store::writer::{AcceptedStatus, Unpublished};

/// What the thread has.
pub(super) struct Writing {
    pub ledger: PathBuf,
    pub held: Held,
    pub live: Arc<RwLock<Live>>,
    pub trust: ClockTrust,
    pub standing: Standing,
    pub policy: Option<PolicyFile>,
    pub patience: Duration,
    pub clock: fn() -> Millis,
    pub tell: Tell,
    pub rounds: Option<Rounds>,
    pub times: Times,
    pub hears: Receiver<Heard>,
    pub state: Arc<State>,
    pub ending: Ending,
}

impl Writing {
    pub(super) fn run(mut self, turns: &Receiver<Ready>) {
        loop {
            if !self.held.writer.stands_by() {
                self.writes(turns);
            }
            if self.state.stands_by() && !self.held.writer.stands_by() {
                let Some(stepped_back) = self.steps_back(turns) else { return };
                self = stepped_back;
                self.notes_published();
            }
            if !self.held.writer.stands_by() || !self.stands_by(turns) {
                break;
            }
        }
        self.last_round();
        // Nothing is lost where it fails: the next writer builds the embedded store again.
        let _ = self.held.writer.close();
    }

    /// Takes turn after turn, until the writing ends or another machine has gone on.
    fn writes(&mut self, turns: &Receiver<Ready>) {
        while self.state.ended().is_none() && !self.state.stands_by() {
            // Whoever knows of another history is heard before anything more is signed.
            match self.hears.try_recv() {
                Ok(heard) => {
                    self.hear(heard);
                    continue;
                }
                Err(TryRecvError::Empty | TryRecvError::Disconnected) => {}
            }
            let Some(first) = self.next(turns) else { continue };
            let Some(first) = first else { break };
            let turn = std::iter::once(first).chain(turns.try_iter()).take(FRAME_EVENTS_MAX).collect();
            // Whoever checks may be gone by now: of what waits then, nothing is written.
            if self.state.ended().is_none() {
                self.turn(turn);
            }
        }
        self.catches_up();
    }

    /// The published folder catches up with what is sealed.
    pub(super) fn catches_up(&mut self) {
        self.held.writer.catch_up();
        self.notes_published();
    }

    fn turn(&mut self, turn: Vec<Ready>) {
        let (checked, askers): (Vec<_>, Vec<_>) =
            turn.into_iter().map(|Ready { checked, asker }| (checked, asker)).unzip();
        let clock = self.clock;
        let setting = Setting { ledger: &self.ledger, clock: &clock, observer: &Nobody };
        match desk::turn(&setting, &mut self.held, self.trust, &self.times.now(), checked) {
            Ok(answers) => {
                self.show();
                self.count(&answers);
                let answers = answers.into_iter().map(|answer| answer.map_err(Arc::new).map_err(NotTaken::Refused));
                // Whoever does not wait for the answer any more can ask again: a statement is in once.
                askers.into_iter().zip(answers).for_each(|(asker, answer)| drop(asker.send(answer)));
            }
            Err(why) => self.failed(why, askers),
        }
    }

    fn failed(&mut self, why: Error, askers: Vec<Asker>) {
        let told = if is_overtaken(&why) {
            self.is_overtaken(&why);
            NotTaken::Overtaken(Arc::new(why))
        } else if self.held.writer.is_poisoned() {
            NotTaken::Ended(Some(self.ending.is_over(why)))
        } else {
            self.doubt(&why);
            // An answer that could not be read keeps nobody from seeing what came in beside it.
            self.show();
            NotTaken::Refused(Arc::new(why))
        };
        askers.into_iter().for_each(|asker| drop(asker.send(Err(told.clone()))));
    }

    /// A clock that no witness agrees with is held against them again: theirs may have been heard long ago.
    fn doubt(&self, why: &Error) {
        let is_clock = matches!(why, Error::Clock(_));
        self.state.keep().clock_is_believed = !is_clock;
        if let (Error::Clock(ClockDoubt::Apart { .. }), Some(rounds)) = (why, &self.rounds) {
            rounds.again();
        }
    }

    fn count(&self, answers: &[desk::Answer]) {
        let mut known = self.state.keep();
        known.clock_is_believed = true;
        for answer in answers {
            match answer {
                Ok(Taken { accepted, .. }) if accepted.status == AcceptedStatus::Sealed => known.taken += 1,
                Ok(_) => known.already += 1,
                Err(error) => *known.refused.entry(error.code()).or_default() += 1,
            }
        }
    }

    /// Shows readers what is sealed.
    pub(super) fn show(&mut self) {
        self.live.write().unwrap_or_else(PoisonError::into_inner).follow(&self.held);
        self.state.shows();
        let size = self.size();
        if self.held.writer.replica().is_some() {
            self.state.hears_replica(size, (self.clock)());
        }
        let mut known = self.state.keep();
        if known.size < size {
            (known.size, known.sealed_at) = (size, (self.clock)());
            self.rounds.iter().for_each(Rounds::grew);
            self.state.grew(self.held.writer.checkpoint().checkpoint().clone());
        }
        drop(known);
        self.notes_published();
    }

    /// Notes how far the log is published, and why it is not as far as it is sealed.
    pub(super) fn notes_published(&self) {
        let mut known = self.state.keep();
        let unpublished = self.held.writer.unpublished();
        if self.held.writer.catches_up_in().is_none() {
            self.state.caught_up(known.size);
            if unpublished.is_none() {
                known.published = known.size;
            }
        }
        known.unpublished = match unpublished {
            Some(Unpublished::Failed(why)) => Some(why.clone()),
            Some(Unpublished::Until(_)) | None => None,
        };
    }

    pub(super) fn size(&self) -> Size {
        self.held.writer.checkpoint().checkpoint().size
    }
}

/// Whether another machine has gone on at the replica.
fn is_overtaken(why: &Error) -> bool {
    let Error::Store { error, .. } = why else { return false };
    matches!(**error, StoreError::Replica(ReplicaError::Taken { .. }))
}
