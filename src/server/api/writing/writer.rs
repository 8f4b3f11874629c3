//! The one writer, on a thread of its own: whatever waits is taken in one turn, sealed, shown to readers, and answered.
//!
//! ```text
//! hand_in ─▶ waiting ─▶ checked, on every core ─▶ ready ─▶ a turn: durable, sealed, shown ─▶ answered
//!            bounded: beyond, come again          bounded   ▲
//!                                                           └─ between two turns: heard of the witnesses; published
//! ```

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::JoinHandle;
use std::time::Duration;

use crossbeam_channel::{Sender, TrySendError, bounded, never};
use tokio::sync::oneshot;

use super::checking::{self, Waiting};
use super::ending::Ending;
use super::not_taken::NotTaken;
use super::notice::Tell;
use super::scrubbing::Scrubbing;
use super::standing::Standing;
use super::state::State;
use super::turns::Writing;
use crate::domain::time::Millis;
use crate::ledger::files::frame::FRAME_EVENTS_MAX;
use crate::service::clock::ClockTrust;
use crate::service::error::Error;
use crate::service::paper::HandedIn;
use crate::service::policy::PolicyFile;
use crate::service::serving::desk::Taken;
use crate::service::serving::live::Live;
use crate::service::serving::rounds::Times;
use crate::store::open::Held;

/// What a writer needs besides the ledger.
pub struct WriterSetting {
    /// The folder of the ledger.
    pub ledger: PathBuf,
    /// The policy that names the witnesses; without one, the ledger's own.
    pub policy: Option<PolicyFile>,
    /// How long each round of them lasts at most.
    pub patience: Duration,
    /// How many submissions may wait to be checked, and at most a turn's of them to be taken.
    pub waiting: usize,
    /// How long the scrub rests between two readings.
    pub scrub_rest: Duration,
    /// Whether the clock is compared.
    pub trust: ClockTrust,
    /// What holds while another machine writes.
    pub standing: Standing,
    /// What time it is.
    pub clock: fn() -> Millis,
    /// Who tells the operator.
    pub tell: Tell,
}

/// The thread that writes, as those who hand in know it. Dropped, it ends as [`end`](Self::end) does.
pub struct WriterThread {
    queue: Mutex<Option<Sender<Waiting>>>,
    state: Arc<State>,
    ending: Ending,
    /// While it is there, everything is read again and again.
    _scrub: Sender<()>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl WriterThread {
    /// Starts to write.
    ///
    /// # Errors
    /// [`Error::Policy`]; [`Error::Store`]: what it has of its witnesses cannot be read.
    pub fn start(setting: WriterSetting, held: Held, live: Arc<RwLock<Live>>) -> Result<Self, Error> {
        let WriterSetting { ledger, policy, patience, waiting: most, scrub_rest: rest, trust, standing, clock, tell } =
            setting;
        let ((queue, waiting), (ready, turns)) = (bounded(most), bounded(most.min(FRAME_EVENTS_MAX)));
        let state = Arc::new(State::new(held.writer.checkpoint().checkpoint().clone(), clock()));
        let ending = Ending::new(Arc::clone(&state), clock, Arc::clone(&tell));
        checking::start(&ledger, &held.writer.known_keys(), &state, &ending, &waiting, &ready);
        let scrubbing = Scrubbing {
            ledger: ledger.clone(),
            live: Arc::clone(&live),
            state: Arc::clone(&state),
            clock,
            tell: Arc::clone(&tell),
            rest,
        };
        let scrub = scrubbing.start();
        let (times, stands_by) = (Times::default(), held.writer.stands_by());
        let (known, ended, rounds, hears) = (Arc::clone(&state), ending.clone(), None, never());
        let mut writing = Writing {
            ledger,
            held,
            live,
            trust,
            standing,
            policy,
            patience,
            clock,
            tell,
            rounds,
            times,
            hears,
            state: known,
            ending: ended,
        };
        if writing.held.writer.replica().is_some() {
            state.hears_replica(writing.size(), clock());
        }
        writing.notes_published();
        // Whoever stands by asks no witness: the other does.
        if stands_by {
            state.steps_back();
        } else {
            writing.begins_rounds()?;
        }
        let thread = ending.thread("writer", move || writing.run(&turns));
        Ok(Self { queue: Mutex::new(Some(queue)), state, ending, _scrub: scrub, thread: Mutex::new(Some(thread)) })
    }

    /// Hands in a submission, and waits until it is durable and sealed.
    ///
    /// # Errors
    /// [`NotTaken`].
    pub async fn hand_in(&self, handed_in: HandedIn) -> Result<Taken, NotTaken> {
        let (asker, answered) = oneshot::channel();
        self.wait(Waiting { handed_in, asker })?;
        // Nobody is let go without an answer but by a thread that panics, or when the writing has ended.
        answered.await.unwrap_or_else(|_| Err(NotTaken::Ended(Some(self.ending.is_over(Error::Defect)))))
    }

    fn wait(&self, waiting: Waiting) -> Result<(), NotTaken> {
        let ended = || NotTaken::Ended(self.state.ended());
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        let queue = queue.as_ref().filter(|_| self.state.ended().is_none()).ok_or_else(ended)?;
        if self.state.stands_by() {
            return Err(NotTaken::StandsBy);
        }
        match queue.try_send(waiting) {
            Ok(()) => Ok(()),
            Err(TrySendError::Full(_)) => {
                self.state.keep().turned_away += 1;
                Err(NotTaken::Busy)
            }
            Err(TrySendError::Disconnected(_)) => Err(ended()),
        }
    }

    /// How many submissions wait to be checked.
    pub fn waiting(&self) -> usize {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map_or(0, Sender::len)
    }

    /// What the service knows of itself.
    pub fn state(&self) -> &Arc<State> {
        &self.state
    }

    /// Takes nothing any more; what was taken before is sealed and answered all the same.
    pub fn close(&self) {
        drop(self.queue.lock().unwrap_or_else(PoisonError::into_inner).take());
    }

    /// Takes nothing any more, and waits until what was taken is sealed and answered, the witnesses were asked about it
    /// once more, and the ledger is closed.
    pub fn end(&self) {
        self.close();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        // A panic in there was told by the thread itself.
        thread.into_iter().for_each(|thread| drop(thread.join()));
    }
}

impl Drop for WriterThread {
    fn drop(&mut self) {
        self.end();
    }
}
