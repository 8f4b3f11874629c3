//! The one writer, on a thread of its own: whatever waits is taken in one turn, sealed, shown to readers, and answered.
//!
//! ```text
//! hand_in ─▶ waiting ─▶ checked, on every core ─▶ ready ─▶ a turn: durable, sealed, shown ─▶ answered
//!            bounded: beyond, come again          bounded   ▲
//!                                                           └─ heard of the witnesses, between two turns
//! ```

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender, TryRecvError, TrySendError, bounded, never, select_biased, unbounded};
use tokio::sync::oneshot;

use super::checking::{self, Asker, Ready, Waiting};
use super::ending::Ending;
use super::not_taken::NotTaken;
use super::notice::{ServiceNotice, Tell};
use super::scrubbing::Scrubbing;
use super::standing::Standing;
use super::state::State;
use crate::domain::number::Size;
use crate::domain::time::Millis;
use crate::ledger::files::frame::FRAME_EVENTS_MAX;
use crate::ledger::note::policy::{Quorum, WitnessName};
use crate::remote::asking::AskingOutcome;
use crate::service::clock::ClockTrust;
use crate::service::error::{ClockDoubt, Error};
use crate::service::observer::Nobody;
use crate::service::paper::HandedIn;
use crate::service::parallel::Cores;
use crate::service::policy::PolicyFile;
use crate::service::serving::desk::{self, Taken};
use crate::service::serving::live::Live;
use crate::service::serving::rounds::{Heard, Rounds, Times};
use crate::service::setting::Setting;
use crate::service::standby::STANDS_BY;
use crate::store::error::StoreError;
use crate::store::open::Held;
use crate::store::replica::error::ReplicaError;
use crate::store::writer::{AcceptedStatus, Unpublished};

/// How long witnesses have for the last checkpoint once the service is told to end.
const LAST_ROUND: Duration = Duration::from_secs(3);

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

/// What the thread has.
pub(super) struct Writing {
    pub ledger: PathBuf,
    pub held: Held,
    live: Arc<RwLock<Live>>,
    trust: ClockTrust,
    pub standing: Standing,
    pub policy: Option<PolicyFile>,
    pub patience: Duration,
    pub clock: fn() -> Millis,
    pub tell: Tell,
    rounds: Option<Rounds>,
    times: Times,
    hears: Receiver<Heard>,
    pub state: Arc<State>,
    pub ending: Ending,
}

impl Writing {
    fn run(mut self, turns: &Receiver<Ready>) {
        loop {
            if !self.held.writer.stands_by() {
                self.writes(turns);
            }
            if self.state.stands_by() && !self.held.writer.stands_by() {
                let Some(stepped_back) = self.steps_back() else { return };
                self = stepped_back;
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
            let is_heard = self.rounds.is_some();
            let Some(first) = (if is_heard { self.next(turns) } else { Some(turns.recv().ok()) }) else { continue };
            let Some(first) = first else { break };
            let turn = std::iter::once(first).chain(turns.try_iter()).take(FRAME_EVENTS_MAX).collect();
            // Whoever checks may be gone by now: of what waits then, nothing is written.
            if self.state.ended().is_none() {
                self.turn(turn);
            }
        }
    }

    /// Begins to ask the witnesses, where there are any.
    pub(super) fn begins_rounds(&mut self) -> Result<(), Error> {
        // A witness says one thing in a round or a pause, and there are few.
        let ((heard, hears), clock) = (unbounded(), self.clock);
        let setting = Setting { ledger: &self.ledger, clock: &clock, observer: &Nobody };
        let (policy, live) = (self.policy.as_ref(), Arc::clone(&self.live));
        self.rounds = Rounds::start(&setting, policy, clock, self.patience, live, heard)?;
        self.hears = hears;
        self.state.asks(self.rounds.as_ref().map(Rounds::witnesses).unwrap_or_default());
        Ok(())
    }

    /// Reads again what is here, without anything that was not acknowledged, to stand by; none where that cannot be.
    fn steps_back(self) -> Option<Self> {
        let Self { held, ledger, ending, .. } = self;
        match held.steps_back(&ledger, Cores, STANDS_BY, &mut |_| {}) {
            Ok(held) => Some(Self { held, ledger, ending, rounds: None, hears: never(), ..self }),
            Err(error) => {
                ending.is_over(Error::store(&ledger)(error));
                None
            }
        }
    }

    /// Waits for a submission, or for something of the witnesses; none where that was heard.
    fn next(&mut self, turns: &Receiver<Ready>) -> Option<Option<Ready>> {
        select_biased! {
            recv(self.hears) -> heard => {
                match heard {
                    Ok(heard) => self.hear(heard),
                    // Nobody asks any more.
                    Err(_) => self.rounds = None,
                }
                None
            },
            recv(turns) -> first => Some(first.ok()),
        }
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
            self.state.steps_back();
            (self.tell)(&ServiceNotice::Overtaken(&why));
            NotTaken::Overtaken(Arc::new(why))
        } else if self.held.writer.is_poisoned() {
            NotTaken::Ended(Some(self.ending.is_over(why)))
        } else {
            self.doubt(&why);
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
    fn notes_published(&self) {
        let mut known = self.state.keep();
        let unpublished = self.held.writer.unpublished();
        if unpublished.is_none() {
            known.published = known.size;
        }
        known.unpublished = match unpublished {
            Some(Unpublished::Failed(why)) => Some(why.clone()),
            Some(Unpublished::Until(_)) | None => None,
        };
    }

    /// Takes over what is heard of the witnesses, and shows it.
    fn hear(&mut self, heard: Heard) {
        // What a witness does again and again is told once.
        if !matches!(&heard, Heard::Silent { witness, outcome } if self.is_known(witness, outcome)) {
            (self.tell)(&ServiceNotice::Heard(&heard));
        }
        match heard {
            Heard::Cosigned { witness, signed, quorum } => {
                let size = signed.checkpoint().size;
                if let Some((witness, time)) = witness {
                    self.times.heard(witness.clone(), time);
                    let mut known = self.state.keep();
                    let of = known.witnesses.entry(witness).or_default();
                    (of.size, of.heard_at, of.silence) = (of.size.max(size), Some((self.clock)()), None);
                }
                self.held.writer.cosigned(&signed);
                self.show();
                if quorum == Quorum::Met {
                    self.live.write().unwrap_or_else(PoisonError::into_inner).witnessed_by(*signed);
                    self.state.shows();
                    self.state.witnessed(size);
                }
            }
            Heard::Silent { witness, outcome } => {
                self.state.keep().witnesses.entry(witness).or_default().silence = Some(outcome);
            }
            Heard::NotRemembered(_) => {}
            Heard::Contradicted(contradiction) => {
                let why = Error::store(&self.ledger)(StoreError::Contradicted(contradiction));
                self.ending.is_over(why);
            }
        }
    }

    fn is_known(&self, witness: &WitnessName, outcome: &AskingOutcome) -> bool {
        let known = self.state.keep();
        known.witnesses.get(witness).is_some_and(|known| known.silence.as_ref() == Some(outcome))
    }

    /// The witnesses have a moment for the last checkpoint, where nothing keeps it from being trusted.
    fn last_round(&mut self) {
        let deadline = Instant::now() + LAST_ROUND;
        while self.rounds.is_some() && self.state.ended().is_none() && self.state.now().witnessed < self.size() {
            match self.hears.recv_deadline(deadline) {
                Ok(heard) => self.hear(heard),
                Err(_) => return,
            }
        }
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
