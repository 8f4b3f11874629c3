//! Who is let in: as many connections at once as there are places. Whoever only waits makes room for somebody new, first
//! of all those of the address that has the most places: silent connections shut nobody out, and a flood from one
//! address pushes itself out.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use tokio::sync::Notify;
use tokio::task::AbortHandle;

use super::peer::Prefix;

/// The connections that are open.
#[derive(Clone)]
pub(super) struct Door(Arc<Inside>);

struct Inside {
    places: usize,
    guests: Mutex<Guests>,
    /// Somebody left, or waits again.
    changed: Notify,
}

#[derive(Default)]
struct Guests {
    next: u64,
    inside: BTreeMap<u64, Guest>,
    /// How many places each has.
    of: HashMap<Prefix, usize>,
}

struct Guest {
    from: Prefix,
    /// What is being done for it now: requests that are answered, and streams that are read.
    busy: usize,
    /// Since when the server waits for a whole request, while it does nothing else.
    waited_for_since: Instant,
    task: Option<AbortHandle>,
}

/// The place of one connection, given back when dropped.
pub(super) struct Place {
    number: u64,
    inside: Arc<Inside>,
}

/// Something is being done for a connection, until dropped: nobody takes its place.
pub(super) struct Busy(Arc<Place>);

impl Door {
    /// A door with so many places, one at least.
    pub fn new(places: usize) -> Self {
        Self(Arc::new(Inside { places: places.max(1), guests: Mutex::default(), changed: Notify::new() }))
    }

    /// Lets a connection in. Where there is no place, somebody who is only waited for must go. Where each is being
    /// answered, the new one waits.
    pub async fn enter(&self, from: Prefix) -> Place {
        loop {
            let changed = self.0.changed.notified();
            if let Some(place) = self.free(from) {
                return place;
            }
            changed.await;
        }
    }

    fn free(&self, from: Prefix) -> Option<Place> {
        let mut guests = self.0.guests();
        if guests.inside.len() >= self.0.places {
            guests.make_room()?;
        }
        let number = guests.next;
        guests.next += 1;
        guests.inside.insert(number, Guest { from, busy: 0, waited_for_since: Instant::now(), task: None });
        *guests.of.entry(from).or_default() += 1;
        Some(Place { number, inside: Arc::clone(&self.0) })
    }

    /// Makes one go who is only waited for, if there is one.
    pub fn make_room(&self) {
        self.0.guests().make_room();
    }

    /// How many are inside.
    pub fn guests(&self) -> usize {
        self.0.guests().inside.len()
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

impl Guests {
    /// Of those who are only waited for, the one of whose address there are most; of these, the longest.
    fn make_room(&mut self) -> Option<()> {
        let can_go = self.inside.iter().filter(|(_, guest)| guest.busy == 0 && guest.task.is_some());
        let weight = |guest: &Guest| (self.of.get(&guest.from).copied(), Reverse(guest.waited_for_since));
        let (number, _) = can_go.max_by_key(|(_, guest)| weight(guest))?;
        if let Some(Guest { task: Some(task), .. }) = self.leave(*number) {
            task.abort();
        }
        Some(())
    }

    fn leave(&mut self, number: u64) -> Option<Guest> {
        let guest = self.inside.remove(&number)?;
        if let Some(places) = self.of.get_mut(&guest.from) {
            *places -= 1;
            if *places == 0 {
                self.of.remove(&guest.from);
            }
        }
        Some(guest)
    }
}

impl Place {
    /// Its number, which no other connection has.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Something is done for it now: until that is dropped, nobody takes the place.
    pub fn busy(self: &Arc<Self>) -> Busy {
        self.does(|guest| guest.busy += 1);
        Busy(Arc::clone(self))
    }

    /// Whether something is being done for it.
    pub fn is_busy(&self) -> bool {
        self.inside.guests().inside.get(&self.number).is_some_and(|guest| guest.busy > 0)
    }

    fn does(&self, change: impl FnOnce(&mut Guest)) {
        if let Some(guest) = self.inside.guests().inside.get_mut(&self.number) {
            change(guest);
        }
        self.inside.changed.notify_waiters();
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.does(|guest| {
            guest.busy = guest.busy.saturating_sub(1);
            guest.waited_for_since = Instant::now();
        });
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.inside.guests().leave(self.number);
        self.inside.changed.notify_waiters();
    }
}
