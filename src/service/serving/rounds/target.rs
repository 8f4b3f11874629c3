//! The checkpoint that all witnesses are asked about now.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::ledger::note::checkpoint::SignedCheckpoint;

/// The checkpoint that all witnesses are asked about now.
#[derive(Debug)]
pub(super) struct Target {
    now: Mutex<Now>,
    changed: Condvar,
}

/// What is asked, and in which round: the same checkpoint may be asked about again.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub round: u64,
    pub signed: Arc<SignedCheckpoint>,
}

#[derive(Debug)]
struct Now {
    asked: Asked,
    stopped: bool,
}

impl Target {
    pub fn new(signed: SignedCheckpoint) -> Self {
        let asked = Asked { round: 1, signed: Arc::new(signed) };
        Self { now: Mutex::new(Now { asked, stopped: false }), changed: Condvar::new() }
    }

    /// Begins the next round; says whether anybody is asked at all.
    pub fn set(&self, signed: SignedCheckpoint) -> bool {
        let mut now = self.now();
        now.asked = Asked { round: now.asked.round + 1, signed: Arc::new(signed) };
        self.changed.notify_all();
        !now.stopped
    }

    /// Asks no more.
    pub fn stop(&self) {
        self.now().stopped = true;
        self.changed.notify_all();
    }

    /// Waits until there is something to ask: another round than `done`, or the same again after `wait`. None once nobody
    /// is asked any more.
    pub fn next(&self, done: u64, wait: Option<Duration>) -> Option<Asked> {
        let again = wait.and_then(|wait| Instant::now().checked_add(wait));
        let mut now = self.now();
        while !now.stopped && now.asked.round == done {
            let left = again.map(|again| again.saturating_duration_since(Instant::now()));
            now = match left {
                None => self.changed.wait(now).unwrap_or_else(PoisonError::into_inner),
                Some(left) if left.is_zero() => break,
                Some(left) => self.changed.wait_timeout(now, left).unwrap_or_else(PoisonError::into_inner).0,
            };
        }
        (!now.stopped).then(|| now.asked.clone())
    }

    /// Sleeps, and says whether it is still the same round afterwards.
    pub fn pause(&self, round: u64, pause: Duration) -> bool {
        let is_asked = |now: &mut Now| !now.stopped && now.asked.round == round;
        let waited = self.changed.wait_timeout_while(self.now(), pause, is_asked);
        is_asked(&mut waited.unwrap_or_else(PoisonError::into_inner).0)
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        // Nothing is left half done in there.
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
