//! What there is only so much of, and of which nobody may take more than his share.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::peer::Prefix;

/// So much for all, and so much of it for each address.
#[derive(Clone)]
pub(super) struct Shares(Arc<Held>);

struct Held {
    all: usize,
    each: usize,
    by: Mutex<Holders>,
}

#[derive(Default)]
struct Holders {
    taken: usize,
    of: HashMap<Prefix, usize>,
}

/// One of it, given back when dropped.
pub(super) struct Share {
    who: Prefix,
    of: Arc<Held>,
}

/// Why somebody gets none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoShare {
    /// All is taken.
    Full,
    /// He has as much as he may.
    Enough,
}

impl Shares {
    pub fn new(all: usize, each: usize) -> Self {
        Self(Arc::new(Held { all, each, by: Mutex::default() }))
    }

    /// Takes one.
    pub fn take(&self, who: Prefix) -> Result<Share, NoShare> {
        let mut by = self.0.holders();
        if by.taken >= self.0.all {
            return Err(NoShare::Full);
        }
        let his = by.of.entry(who).or_default();
        if *his >= self.0.each {
            return Err(NoShare::Enough);
        }
        *his += 1;
        by.taken += 1;
        Ok(Share { who, of: Arc::clone(&self.0) })
    }

    /// How many are taken.
    pub fn taken(&self) -> usize {
        self.0.holders().taken
    }
}

impl Held {
    fn holders(&self) -> MutexGuard<'_, Holders> {
        // Nothing is left half done in there.
        self.by.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut by = self.of.holders();
        by.taken = by.taken.saturating_sub(1);
        if let Some(his) = by.of.get_mut(&self.who) {
            *his = his.saturating_sub(1);
            if *his == 0 {
                by.of.remove(&self.who);
            }
        }
    }
}
