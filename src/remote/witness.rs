//! Asking all witnesses of a trust file at once: each on a thread of its own, so that a dead one keeps nobody waiting.
//!
//! ```text
//! begin ─┬─ red    ── add-checkpoint ── 200 ───────────────────▶ wait: quorum met
//!        ├─ blue   ── add-checkpoint ── 409, again ── 200 ─────▶ wait
//!        └─ green  ── nobody there ── pause ── pause ── 200 ───▶ late: picked up by the next turn
//! ```

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::asking::Asking;
use super::asking::AskingOutcome;
use super::http::{Http, HttpError, NoAnswer};
use crate::crypto::hash::TreeHash;
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::policy::{PolicyWitness, WitnessName};

/// Makes the proof that a checkpoint's tree grew from a size, if there is one.
pub type Prove = Arc<dyn Fn(Size) -> Option<Vec<TreeHash>> + Send + Sync>;

/// What became of asking one witness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WitnessAnswer {
    /// The witness that was asked.
    pub witness: WitnessName,
    /// What came of asking it.
    pub outcome: AskingOutcome,
}

/// What is asked of one witness.
pub struct Question<'a> {
    /// The witness.
    pub witness: &'a PolicyWitness,
    /// The largest size that it is known to have cosigned.
    pub known: Size,
    /// The checkpoint that it is to cosign.
    pub checkpoint: &'a SignedCheckpoint,
    /// The proof that the checkpoint grew from a size, if there is one.
    pub prove: &'a dyn Fn(Size) -> Option<Vec<TreeHash>>,
}

/// Asks one witness on the caller's thread, until it has said something that does not change by asking again, or
/// `deadline`. `pause` sleeps, and says whether to go on.
pub fn ask(http: &Http, question: &Question<'_>, deadline: Instant, pause: &dyn Fn(Duration) -> bool) -> AskingOutcome {
    let Question { witness, known, checkpoint, prove } = *question;
    let url = witness.url.as_deref().unwrap_or_default();
    Asking { http, url, key: &witness.key, known, checkpoint, prove }.until(deadline, pause)
}

/// One checkpoint on its way to every witness. Dropped, it asks nobody again; who is asked at that moment has
/// [`REQUEST_TIMEOUT`](super::http::REQUEST_TIMEOUT) left.
#[derive(Debug)]
pub struct Round {
    coming: Receiver<WitnessAnswer>,
    answers: Vec<WitnessAnswer>,
    asked: usize,
    stop: Arc<Stop>,
}

/// Wakes those who pause.
#[derive(Debug, Default)]
struct Stop {
    stopped: Mutex<bool>,
    changed: Condvar,
}

impl Round {
    /// Begins to ask every witness that has a URL. `known` is the largest size that each is known to have cosigned; of
    /// the others nothing is known. One that does not answer is asked again until `deadline`.
    pub fn begin(
        http: &Http,
        witnesses: &[PolicyWitness],
        known: &BTreeMap<WitnessName, Size>,
        checkpoint: &SignedCheckpoint,
        prove: &Prove,
        deadline: Instant,
    ) -> Self {
        let (sender, coming) = channel();
        let (stop, mut asked) = (Arc::new(Stop::default()), 0);
        for witness in witnesses.iter().filter(|witness| witness.url.is_some()).cloned() {
            let known = known.get(&witness.name).copied().unwrap_or_default();
            let (http, checkpoint, prove) = (http.clone(), checkpoint.clone(), Arc::clone(prove));
            let (told, stop, name) = (sender.clone(), Arc::clone(&stop), witness.name.clone());
            let ask = move || {
                let url = witness.url.as_deref().unwrap_or_default();
                let (key, checkpoint, prove) = (&witness.key, &checkpoint, &*prove);
                let asking = Asking { http: &http, url, key, known, checkpoint, prove };
                let outcome = asking.until(deadline, &|pause| stop.sleep(pause));
                // Nobody listens any more when the round was dropped.
                let _ = told.send(WitnessAnswer { witness: witness.name, outcome });
            };
            asked += 1;
            if thread::Builder::new().name("witness".to_owned()).spawn(ask).is_err() {
                let error = HttpError::Unreachable { url: name.to_string(), why: NoAnswer::NoThread };
                // The receiver is ours.
                let _ = sender.send(WitnessAnswer { witness: name, outcome: AskingOutcome::Unreachable(error) });
            }
        }
        Self { coming, answers: Vec::new(), asked, stop }
    }

    /// Waits until everybody has answered, or `deadline`, or until `enough` says so of the answers so far, and gives
    /// all of them.
    pub fn wait(&mut self, deadline: Instant, mut enough: impl FnMut(&[WitnessAnswer]) -> bool) -> &[WitnessAnswer] {
        while self.answers.len() < self.asked && !enough(&self.answers) {
            match self.coming.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(answer) => self.answers.push(answer),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        &self.answers
    }

    /// The answers that came in since [`wait`](Self::wait), or since the last call. It does not wait.
    pub fn late(&mut self) -> Vec<WitnessAnswer> {
        let late: Vec<_> = self.coming.try_iter().collect();
        self.answers.extend(late.iter().cloned());
        late
    }

    /// Every answer so far.
    pub fn answers(&self) -> &[WitnessAnswer] {
        &self.answers
    }

    /// Whether everybody has answered.
    pub fn is_over(&self) -> bool {
        self.answers.len() == self.asked
    }
}

impl Drop for Round {
    fn drop(&mut self) {
        *self.stop.stopped.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.stop.changed.notify_all();
    }
}

impl Stop {
    /// Sleeps this long; says whether to go on afterwards.
    fn sleep(&self, pause: Duration) -> bool {
        let stopped = self.stopped.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(stopped, pause, |stopped| !*stopped);
        !*waited.unwrap_or_else(PoisonError::into_inner).0
    }
}
