//! The one writer, on a thread of its own: whatever waits is taken in one turn, sealed, shown to readers, and answered.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, TrySendError, bounded};
use tokio::sync::oneshot;

use crate::domain::time::Millis;
use crate::ledger::files::frame::FRAME_EVENTS_MAX;
use crate::service::clock::ClockTrust;
use crate::service::error::Error;
use crate::service::observer::Nobody;
use crate::service::serving::desk;
use crate::service::serving::live::Live;
use crate::service::setting::Setting;
use crate::service::submit::HandedIn;
use crate::store::open::Held;
use crate::store::writer::Accepted;

/// How many submissions may wait: beyond that, whoever comes is asked to come again.
const WAITING_MAX: usize = 4 * FRAME_EVENTS_MAX;

/// Why a submission was not taken.
#[derive(Clone)]
pub enum NotTaken {
    /// It is refused, or the clock keeps everything out for now.
    Refused(Arc<Error>),
    /// As many wait as may.
    Busy,
    /// The writer has ended, since then and for that reason: none where the server is being stopped.
    Ended(Option<Ended>),
}

/// Since when and why nothing is written any more.
#[derive(Clone)]
pub struct Ended {
    /// Since when.
    pub since: Millis,
    /// Why.
    pub why: Arc<Error>,
}

struct Waiting {
    handed_in: HandedIn,
    answer: oneshot::Sender<Result<Accepted, NotTaken>>,
}

/// The thread that writes, as those who hand in know it. Dropped, it ends when everything that waited is answered.
pub struct WriterThread {
    queue: Option<Sender<Waiting>>,
    ended: Arc<Mutex<Option<Ended>>>,
    thread: Option<JoinHandle<()>>,
}

impl WriterThread {
    /// Starts to write.
    pub fn start(ledger: &Path, held: Held, live: Arc<RwLock<Live>>, trust: ClockTrust, clock: fn() -> Millis) -> Self {
        let (queue, waiting) = bounded(WAITING_MAX);
        let ended = Arc::default();
        let writing = Writing { ledger: ledger.to_owned(), held, live, trust, clock, ended: Arc::clone(&ended) };
        let thread = thread::spawn(move || writing.run(&waiting));
        Self { queue: Some(queue), ended, thread: Some(thread) }
    }

    /// Hands in a submission, and waits until it is durable and sealed.
    ///
    /// # Errors
    /// [`NotTaken`].
    pub async fn hand_in(&self, handed_in: HandedIn) -> Result<Accepted, NotTaken> {
        let (answer, answered) = oneshot::channel();
        let Some(queue) = &self.queue else { return Err(NotTaken::Ended(None)) };
        match queue.try_send(Waiting { handed_in, answer }) {
            Ok(()) => {}
            Err(TrySendError::Full(_)) => return Err(NotTaken::Busy),
            Err(TrySendError::Disconnected(_)) => return Err(NotTaken::Ended(self.ended())),
        }
        answered.await.unwrap_or_else(|_| Err(NotTaken::Ended(self.ended())))
    }

    /// Since when and why nothing is written any more; none while it is.
    pub fn ended(&self) -> Option<Ended> {
        self.ended.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for WriterThread {
    fn drop(&mut self) {
        drop(self.queue.take());
        // A panic in there was told by the thread itself.
        self.thread.take().into_iter().for_each(|thread| drop(thread.join()));
    }
}

/// What the thread has.
struct Writing {
    ledger: PathBuf,
    held: Held,
    live: Arc<RwLock<Live>>,
    trust: ClockTrust,
    clock: fn() -> Millis,
    ended: Arc<Mutex<Option<Ended>>>,
}

impl Writing {
    fn run(mut self, waiting: &Receiver<Waiting>) {
        while let Ok(first) = waiting.recv() {
            let turn = std::iter::once(first).chain(waiting.try_iter()).take(FRAME_EVENTS_MAX);
            let (handed_in, askers): (Vec<_>, Vec<_>) =
                turn.map(|Waiting { handed_in, answer }| (handed_in, answer)).unzip();
            let (clock, setting) = (self.clock, &self.ledger);
            let setting = Setting { ledger: setting, clock: &clock, observer: &Nobody };
            match desk::turn(&setting, &mut self.held, self.trust, handed_in) {
                Ok(answers) => {
                    self.show();
                    let answers = answers.into_iter().map(|answer| answer.map_err(Arc::new).map_err(NotTaken::Refused));
                    // Whoever does not wait for the answer any more can ask again: a statement is in once.
                    askers.into_iter().zip(answers).for_each(|(asker, answer)| drop(asker.send(answer)));
                }
                Err(why) => {
                    let (why, is_over) = (Arc::new(why), self.held.writer.is_poisoned());
                    let ended = Ended { since: clock(), why: Arc::clone(&why) };
                    let told = if is_over { NotTaken::Ended(Some(ended.clone())) } else { NotTaken::Refused(why) };
                    if is_over {
                        *self.ended.lock().unwrap_or_else(PoisonError::into_inner) = Some(ended);
                    }
                    askers.into_iter().for_each(|asker| drop(asker.send(Err(told.clone()))));
                    if is_over {
                        return;
                    }
                }
            }
        }
        // Nothing is lost where it fails: the next writer builds the embedded store again.
        let _ = self.held.writer.close();
    }

    /// Shows readers what is sealed.
    fn show(&mut self) {
        self.live.write().unwrap_or_else(PoisonError::into_inner).follow(&self.held);
    }
}
