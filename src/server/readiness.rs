//! Whether a server does what it is there for, and each reason why it does not.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;

/// The reasons why a server is not ready; none while it is.
#[derive(Default)]
pub struct Readiness {
    reasons: Mutex<BTreeMap<&'static str, String>>,
    asked: Mutex<Vec<Look>>,
}

/// Looks how it is, when somebody asks.
type Look = Box<dyn Fn(&Readiness) + Send + Sync>;

/// Readiness as it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReadinessTold {
    /// Whether there is no reason.
    pub ready: bool,
    /// Each reason by its name, with what there is to say of it.
    pub reasons: BTreeMap<&'static str, String>,
}

/// Why it is not ready: what it serves is being opened.
pub const STARTING: &str = "starting";
/// Why it is not ready: the server is being stopped.
pub const STOPPING: &str = "stopping";

impl Readiness {
    /// From now on it is not ready, for this reason.
    pub fn is_not(&self, reason: &'static str, says: impl Into<String>) {
        self.reasons().insert(reason, says.into());
    }

    /// This reason is none any more.
    pub fn is_again(&self, reason: &'static str) {
        self.reasons().remove(reason);
    }

    /// Calls this each time that somebody asks, before he is answered.
    pub fn when_asked(&self, look: impl Fn(&Self) + Send + Sync + 'static) {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(Box::new(look));
    }

    /// As it is now.
    pub fn told(&self) -> ReadinessTold {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).iter().for_each(|look| look(self));
        let reasons = self.reasons().clone();
        ReadinessTold { ready: reasons.is_empty(), reasons }
    }

    fn reasons(&self) -> MutexGuard<'_, BTreeMap<&'static str, String>> {
        // Nothing is left half done in there.
        self.reasons.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
