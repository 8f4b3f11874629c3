//! How the writing ends before the service does: once, at a moment and for a reason that everybody is told.

use std::sync::Arc;
use std::thread::{self, Builder, JoinHandle};

use super::notice::{ServiceNotice, Tell};
use super::state::{Ended, State};
use crate::domain::time::Millis;
use crate::service::error::Error;

/// Whoever ends the writing. All clones end the same.
#[derive(Clone)]
pub struct Ending {
    state: Arc<State>,
    clock: fn() -> Millis,
    tell: Tell,
}

impl Ending {
    /// Ends the writing of a service, and tells its operator.
    pub fn new(state: Arc<State>, clock: fn() -> Millis, tell: Tell) -> Self {
        Self { state, clock, tell }
    }

    /// Nothing is written any more, for this reason; where that was so before, for the reason of then.
    pub(super) fn is_over(&self, why: Error) -> Ended {
        let new = Ended { since: (self.clock)(), why: Arc::new(why) };
        let before = self.state.keep().ended.get_or_insert_with(|| new.clone()).clone();
        if Arc::ptr_eq(&before.why, &new.why) {
            (self.tell)(&ServiceNotice::Ended(&new));
        }
        before
    }

    /// Works on a thread without which nothing is written: where it panics, the writing ends.
    ///
    /// # Panics
    /// The system grants no thread.
    pub fn thread(&self, name: &str, work: impl FnOnce() + Send + 'static) -> JoinHandle<()> {
        let needed = Needed(self.clone());
        let needed = move || {
            let _needed = needed;
            work();
        };
        Builder::new().name(name.to_owned()).spawn(needed).expect("failed to spawn thread")
    }
}

/// A thread that is needed. Whoever waits for it may hear sooner that it is gone, and ends the writing as well.
struct Needed(Ending);

impl Drop for Needed {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.is_over(Error::Defect);
        }
    }
}
