//! A ledger that is served: the writer, and what readers see.

use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use super::writer::WriterThread;
use crate::domain::time::Millis;
use crate::service::clock::ClockTrust;
use crate::service::error::Error;
use crate::service::serving::live::Live;
use crate::store::open::Held;
use crate::text::Lang;
use crate::view::failure::Failure;

/// What somebody says of an error, in the language asked for: whoever starts the server has the words.
pub type Words = fn(Lang, &Error) -> Failure;

/// A ledger that is served.
pub struct Service {
    live: Arc<RwLock<Live>>,
    pub(super) writer: WriterThread,
    pub(super) words: Words,
    pub(super) clock: fn() -> Millis,
}

impl Service {
    /// A ledger that is held for writing, ready to be served.
    ///
    /// # Errors
    /// [`Error::Store`]: its journal cannot be read.
    pub fn new(
        ledger: &Path,
        held: Held,
        trust: ClockTrust,
        clock: fn() -> Millis,
        words: Words,
    ) -> Result<Self, Error> {
        let live = Arc::new(RwLock::new(Live::of(ledger, &held)?));
        let writer = WriterThread::start(ledger, held, Arc::clone(&live), trust, clock);
        Ok(Self { live, writer, words, clock })
    }

    pub(super) fn live(&self) -> RwLockReadGuard<'_, Live> {
        // The writer thread follows turns whole: nothing is left half done in there.
        self.live.read().unwrap_or_else(PoisonError::into_inner)
    }
}
