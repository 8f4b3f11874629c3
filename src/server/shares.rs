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

/// Some of it, given back when dropped.
pub(super) struct Share {
    who: Prefix,
    much: usize,
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
        self.take_much(who, 1)
    }

    /// Takes so much. Whoever has nothing yet may have more than his share, and where nothing is taken, more than there is:
    /// what is large must be had by somebody.
    pub fn take_much(&self, who: Prefix, much: usize) -> Result<Share, NoShare> {
        let mut by = self.0.holders();
        let his = by.of.get(&who).copied().unwrap_or_default();
        if by.taken > 0 && by.taken.saturating_add(much) > self.0.all {
            return Err(NoShare::Full);
        }
        if his > 0 && his.saturating_add(much) > self.0.each {
            return Err(NoShare::Enough);
        }
        by.taken = by.taken.saturating_add(much);
        by.of.insert(who, his.saturating_add(much));
        Ok(Share { who, much, of: Arc::clone(&self.0) })
    }

    /// How much is taken.
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
        by.taken = by.taken.saturating_sub(self.much);
        if let Some(his) = by.of.get_mut(&self.who) {
            *his = his.saturating_sub(self.much);
            if *his == 0 {
                by.of.remove(&self.who);
            }
        }
    }
}
