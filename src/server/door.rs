//! Who is let in: as many connections at once as there are places. Whoever only waits makes room for somebody new, so that
//! silent connections shut nobody out.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use tokio::sync::Notify;
use tokio::task::AbortHandle;

/// How many connections there may be: more than any witness has logs, few enough for a request of the largest size on
/// each in 100 MB.
const PLACES: usize = 256;

/// The connections that are open.
#[derive(Clone, Default)]
pub(super) struct Door(Arc<Inside>);

#[derive(Default)]
struct Inside {
    guests: Mutex<Guests>,
    /// Somebody left, or waits again.
    changed: Notify,
}

#[derive(Default)]
struct Guests {
    next: u64,
    inside: BTreeMap<u64, Guest>,
}

struct Guest {
    /// Since when the server waits for a whole request; none while it answers one.
    waited_for_since: Option<Instant>,
    task: Option<AbortHandle>,
}

/// The place of one connection, given back when dropped.
pub(super) struct Place {
    number: u64,
    inside: Arc<Inside>,
}

/// A request that is being answered, until dropped.
pub(super) struct Answering<'a>(&'a Place);

impl Door {
    /// Lets a connection in: the one that was waited for longest must go where there is no place. Where each is being
    /// answered, the new one waits.
    pub async fn enter(&self) -> Place {
        loop {
            let changed = self.0.changed.notified();
            if let Some(place) = self.free() {
                return place;
            }
            changed.await;
        }
    }

    fn free(&self) -> Option<Place> {
        let mut guests = self.0.guests();
        if guests.inside.len() >= PLACES {
            let can_go = guests.inside.iter().filter(|(_, guest)| guest.task.is_some());
            let (_, longest) = can_go.filter_map(|(number, guest)| Some((guest.waited_for_since?, *number))).min()?;
            if let Some(Guest { task: Some(task), .. }) = guests.inside.remove(&longest) {
                task.abort();
            }
        }
        let number = guests.next;
        guests.next += 1;
        guests.inside.insert(number, Guest { waited_for_since: Some(Instant::now()), task: None });
        Some(Place { number, inside: Arc::clone(&self.0) })
    }

    /// Learns which task serves a connection: from now on it can be made to go.
    pub fn served_by(&self, number: u64, task: AbortHandle) {
        if let Some(guest) = self.0.guests().inside.get_mut(&number) {
            guest.task = Some(task);
        }
    }
}

impl Inside {
    fn guests(&self) -> MutexGuard<'_, Guests> {
        // Nothing is left half done in there.
        self.guests.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Place {
    /// Its number, which no other connection has.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// A whole request came: until it is answered, nobody takes the place.
    pub fn answering(&self) -> Answering<'_> {
        self.waits_since(None);
        Answering(self)
    }

    fn waits_since(&self, since: Option<Instant>) {
        if let Some(guest) = self.inside.guests().inside.get_mut(&self.number) {
            guest.waited_for_since = since;
        }
        self.inside.changed.notify_waiters();
    }
}

impl Drop for Answering<'_> {
    fn drop(&mut self) {
        self.0.waits_since(Some(Instant::now()));
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.inside.guests().inside.remove(&self.number);
        self.inside.changed.notify_waiters();
    }
}
