//! The thread that reads everything again, slowly, for as long as the service runs.

use std::path::PathBuf;
use std::sync::{Arc, RwLock};
use std::thread::Builder;
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded};

use super::notice::{ServiceNotice, Tell};
use super::state::State;
use crate::domain::time::Millis;
use crate::service::serving::live::Live;
use crate::service::serving::scrub::{Found, read_again};

/// How many bytes it reads a second: a large ledger in an hour, and no disk that others would miss.
const BYTES_A_SECOND: u64 = 8 * 1024 * 1024;

/// What the thread has.
pub(super) struct Scrubbing {
    pub ledger: PathBuf,
    pub live: Arc<RwLock<Live>>,
    pub state: Arc<State>,
    pub clock: fn() -> Millis,
    pub tell: Tell,
    pub rest: Duration,
}

impl Scrubbing {
    /// Begins to read, until what is given back is dropped.
    pub fn start(self) -> Sender<()> {
        let (running, ended) = bounded(0);
        // It has a name, so that a defect in it is told.
        let thread = Builder::new().name("scrub".to_owned());
        thread.spawn(move || self.run(&ended)).expect("failed to spawn thread");
        running
    }

    fn run(self, ended: &Receiver<()>) {
        let sleeps = |pause: Duration| ended.recv_timeout(pause) == Err(RecvTimeoutError::Timeout);
        while sleeps(self.rest) {
            let mut pace = |bytes: u64| sleeps(Duration::from_micros(bytes.saturating_mul(1_000_000) / BYTES_A_SECOND));
            match read_again(&self.ledger, &self.live, &mut pace) {
                Some(found) => self.found(found),
                None => return,
            }
        }
    }

    /// Keeps what was found; each file is told once, for as long as it stays as it is.
    fn found(&self, found: Found) {
        let mut known = self.state.keep();
        let new: Vec<_> =
            found.files.iter().filter(|(file, code)| known.scrub.files.get(*file) != Some(*code)).collect();
        let new: Vec<_> = new.into_iter().map(|(file, code)| (file.clone(), *code)).collect();
        (known.scrub.finished_at, known.scrub.size, known.scrub.files) =
            (Some((self.clock)()), found.size, found.files);
        drop(known);
        new.iter().for_each(|(file, code)| (self.tell)(&ServiceNotice::Damaged(file, *code)));
    }
}
