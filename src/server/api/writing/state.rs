//! What the service knows of itself: the writer, the witnesses' rounds and the scrub keep it, an operator reads it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

use crate::domain::code::Code;
use crate::domain::number::{Sequence, Size};
use crate::domain::time::Millis;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::policy::WitnessName;
use crate::remote::asking::AskingOutcome;
use crate::service::error::Error;

/// How long a reader waits at the most for what is sealed to be published: it takes a tenth of a second, or as long as a turn.
const CATCHES_UP: Duration = Duration::from_secs(1);

/// What the service knows of itself. Whoever has it reads and keeps it.
#[derive(Debug)]
pub struct State {
    known: Mutex<Known>,
    shown: AtomicU64,
    sealed: watch::Sender<Checkpoint>,
    witnessed: watch::Sender<Size>,
    caught_up: watch::Sender<Size>,
}

/// What is known at a moment.
#[derive(Clone, Debug)]
pub struct Known {
    /// When the service was started.
    pub started_at: Millis,
    /// How many events are sealed.
    pub size: Size,
    /// When the last of them was sealed, or the service was started.
    pub sealed_at: Millis,
    /// How many submissions came in since the start.
    pub taken: u64,
    /// How many were in already.
    pub already: u64,
    /// How many were refused, by code.
    pub refused: BTreeMap<Code, u64>,
    /// How many had to come again because as many waited as may.
    pub turned_away: u64,
    /// Whether the clock was believed in the last turn.
    pub clock_is_believed: bool,
    /// How many events are published; 0 while the gate is closed.
    pub published: Size,
    /// Why the log is not published as far as it is sealed; none where it is, or where the gate is closed.
    pub unpublished: Option<String>,
    /// Since when and why nothing is written any more.
    pub ended: Option<Ended>,
    /// Whether another machine writes, and this one follows.
    pub stands_by: bool,
    /// The replica, where the ledger is written with one.
    pub replica: Option<ReplicaKnown>,
    /// The size that enough witnesses cosigned last; 0 where there are none.
    pub witnessed: Size,
    /// Each witness that is asked.
    pub witnesses: BTreeMap<WitnessName, WitnessKnown>,
    /// What the scrub found.
    pub scrub: Scrubbed,
}

/// Since when and why nothing is written any more.
#[derive(Clone, Debug)]
pub struct Ended {
    /// Since when.
    pub since: Millis,
    /// Why.
    pub why: Arc<Error>,
}

/// What is known of the replica since the start.
#[derive(Clone, Debug)]
pub struct ReplicaKnown {
    /// How many events it is known to have, each under a checkpoint.
    pub size: Size,
    /// When it gave a clear answer last.
    pub heard_at: Millis,
    /// Why it gives none now.
    pub silent: Option<String>,
}

/// What is known of a witness since the start.
#[derive(Clone, Debug, Default)]
pub struct WitnessKnown {
    /// The size that it cosigned last; 0 if none.
    pub size: Size,
    /// When it was heard last.
    pub heard_at: Option<Millis>,
    /// What it did instead of cosigning when it was asked last.
    pub silence: Option<AskingOutcome>,
}

/// What reading everything again found.
#[derive(Clone, Debug, Default)]
pub struct Scrubbed {
    /// When the last reading came to its end.
    pub finished_at: Option<Millis>,
    /// How many events it covered.
    pub size: Size,
    /// Files that are not what is sealed, each under the code of what is wrong; at most a hundred.
    pub files: BTreeMap<String, Code>,
}

impl State {
    /// A service that begins.
    pub(in crate::server::api) fn new(sealed: Checkpoint, now: Millis) -> Self {
        let known = Known {
            started_at: now,
            size: sealed.size,
            sealed_at: now,
            taken: 0,
            already: 0,
            refused: BTreeMap::new(),
            turned_away: 0,
            clock_is_believed: true,
            published: Size(0),
            unpublished: None,
            ended: None,
            stands_by: false,
            replica: None,
            witnessed: Size(0),
            witnesses: BTreeMap::new(),
            scrub: Scrubbed::default(),
        };
        let (sealed, witnessed) = (watch::Sender::new(sealed), watch::Sender::new(Size(0)));
        let caught_up = watch::Sender::new(Size(0));
        Self { known: Mutex::new(known), shown: AtomicU64::new(0), sealed, witnessed, caught_up }
    }

    /// What is known now.
    pub fn now(&self) -> Known {
        self.keep().clone()
    }

    /// Since when and why nothing is written any more; none while it is.
    pub fn ended(&self) -> Option<Ended> {
        self.keep().ended.clone()
    }

    /// How often readers were shown something new: whoever saw the same before may answer the same.
    pub fn shown(&self) -> u64 {
        self.shown.load(Ordering::Acquire)
    }

    /// Readers see something new from now on.
    pub(in crate::server::api) fn shows(&self) {
        self.shown.fetch_add(1, Ordering::AcqRel);
    }

    /// Whether another machine writes, and this one follows.
    pub fn stands_by(&self) -> bool {
        self.keep().stands_by
    }

    /// Whether submissions are taken.
    pub fn takes_submissions(&self) -> bool {
        let known = self.keep();
        !known.stands_by && known.ended.is_none()
    }

    /// These witnesses are asked from now on.
    pub(super) fn asks(&self, witnesses: &[WitnessName]) {
        let known = |name: &WitnessName| (name.clone(), WitnessKnown::default());
        self.keep().witnesses = witnesses.iter().map(known).collect();
    }

    /// The replica gave a clear answer: it has so many events.
    pub(super) fn hears_replica(&self, size: Size, now: Millis) {
        self.keep().replica = Some(ReplicaKnown { size, heard_at: now, silent: None });
    }

    /// The replica gives no clear answer now.
    pub(super) fn misses_replica(&self, why: String) {
        self.keep().replica.iter_mut().for_each(|replica| replica.silent = Some(why.clone()));
    }

    /// This machine writes from now on.
    pub(super) fn writes(&self) {
        self.keep().stands_by = false;
        self.shows();
    }

    /// Another machine writes, and this one follows from now on.
    pub(super) fn steps_back(&self) {
        self.keep().stands_by = true;
        self.shows();
    }

    /// Whether anybody is asked to witness.
    pub fn is_witnessed(&self) -> bool {
        !self.keep().witnesses.is_empty()
    }

    pub(super) fn keep(&self) -> MutexGuard<'_, Known> {
        // Each value in there is whole at any time.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A submission was refused.
    pub(in crate::server::api) fn refused(&self, error: &Error) {
        *self.keep().refused.entry(error.code()).or_default() += 1;
    }

    /// What readers see grew to this checkpoint.
    pub(in crate::server::api) fn grew(&self, sealed: Checkpoint) {
        self.sealed.send_replace(sealed);
    }

    /// The checkpoint that readers see, and each that they will: who looks seldom misses all but the last.
    pub(in crate::server::api) fn sealed(&self) -> watch::Receiver<Checkpoint> {
        self.sealed.subscribe()
    }

    /// Enough witnesses cosigned so much.
    pub(in crate::server::api) fn witnessed(&self, size: Size) {
        let mut known = self.keep();
        known.witnessed = known.witnessed.max(size);
        self.witnessed.send_replace(known.witnessed);
    }

    /// The published folder caught up with so much, or could not.
    pub(super) fn caught_up(&self, size: Size) {
        self.caught_up.send_replace(size);
    }

    /// Waits until what is sealed now is published, or could not be; not for long, and not where nothing is written.
    pub(in crate::server::api) async fn is_published(&self) {
        let (size, is_written) = {
            let known = self.keep();
            (known.size, known.ended.is_none() && !known.stands_by)
        };
        if is_written {
            let mut caught_up = self.caught_up.subscribe();
            // Whoever is told of less meanwhile is told the truth.
            let _ = timeout(CATCHES_UP, caught_up.wait_for(|caught_up| *caught_up >= size)).await;
        }
    }

    /// Waits until enough witnesses cosigned a checkpoint that covers an event; for ever, where nobody is asked.
    pub(in crate::server::api) async fn covers(&self, event: Sequence) {
        // The sender is ours.
        let _ = self.witnessed.subscribe().wait_for(|size| size.covers(event)).await;
    }
}
