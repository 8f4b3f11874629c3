//! The clients of a load: each has a connection of its own, and takes the next submission when it is free.

use std::net::Ipv4Addr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, Builder, scope};
use std::time::{Duration, Instant};

use crate::remote::desk::Desk;
use crate::remote::http::{HttpAnswer, HttpError, NoAnswer};

/// A submission on its way.
pub(super) struct Sending {
    /// The bytes of its file.
    pub bytes: Vec<u8>,
    /// The address that it is said to come from.
    pub from: Option<Ipv4Addr>,
}

/// What a client tells.
pub(super) enum Heard {
    /// There is no answer that stays; it is handed in again after a pause.
    Again(HttpError, Duration),
    /// Of the submission at this place there is one; how long it took, from when it was due.
    Answer(usize, Duration, Result<HttpAnswer, HttpError>),
}

/// Who hands in, and what.
pub(super) struct Clients<'a> {
    pub desk: &'a Desk,
    /// How many there are.
    pub clients: usize,
    pub sendings: &'a [Sending],
    /// When each is due, in microseconds from the beginning on; without, when a client is free.
    pub due: Option<&'a [u64]>,
}

impl Clients<'_> {
    /// Hands everything in once. `hear` is told what happens, and says whether to go on; whoever is on the way then has
    /// an answer all the same. A submission that is due while every client waits is late, and the time that it took has
    /// its waiting in it: that of a service which is slow is not hidden by who waits for it.
    pub fn hand_in(&self, hear: &mut dyn FnMut(Heard) -> bool) {
        let (next, ended, begun) = (AtomicUsize::new(0), AtomicBool::new(false), Instant::now());
        scope(|scope| {
            let (sender, receiver) = channel();
            let spawn = |_: &usize| {
                let (heard, next, ended) = (sender.clone(), &next, &ended);
                let client = move || self.client(next, ended, begun, &heard);
                Builder::new().name("client".to_owned()).spawn_scoped(scope, client).is_ok()
            };
            let spawned = (0..self.clients.min(self.sendings.len())).filter(spawn).count();
            drop(sender);
            for heard in receiver {
                if !hear(heard) {
                    ended.store(true, Ordering::Relaxed);
                }
            }
            if spawned == 0 {
                let error = HttpError::Unreachable { url: self.desk.url(), why: NoAnswer::NoThread };
                hear(Heard::Answer(0, Duration::ZERO, Err(error)));
            }
        });
    }

    fn client(&self, next: &AtomicUsize, ended: &AtomicBool, begun: Instant, heard: &Sender<Heard>) {
        let desk = self.desk.another();
        // Nobody listens any more only where everything is over.
        let again = |error, pause| heard.send(Heard::Again(error, pause)).is_ok() && !ended.load(Ordering::Relaxed);
        while !ended.load(Ordering::Relaxed) {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(sending) = self.sendings.get(place) else { return };
            let due = self
                .due
                .and_then(|due| begun.checked_add(Duration::from_micros(*due.get(place)?)))
                .unwrap_or_else(Instant::now);
            thread::sleep(due.saturating_duration_since(Instant::now()));
            let answer = desk.coming_from(sending.from).hand_in(&sending.bytes, &[], &again);
            let _ = heard.send(Heard::Answer(place, due.elapsed(), answer));
        }
    }
}
