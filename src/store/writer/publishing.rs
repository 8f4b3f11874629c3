//! The writer's published folder: it follows each turn, or is made up for from the journal.

use std::io;

use super::super::files;
use super::super::publish::{Publisher, companion_files, entries_from};
use super::Writer;
use crate::domain::number::Size;
use crate::domain::time::Millis;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::store::journal::disk::Disk;
use crate::tally::Gate;
use crate::verify::ReplayedEntry;

/// How many events are read from the journal at once when the published folder catches up.
const CATCH_UP_EVENTS: u64 = 16_384;

/// How far the log is published.
#[derive(Debug)]
pub(super) enum Publishing {
    /// It is not to be published here.
    Off,
    /// It is, and goes on with the next turn.
    On(Publisher),
    /// Something kept it from being published; what is missing is made up for from the journal.
    Behind(Unpublished),
}

/// Why the log is not published as far as it is sealed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unpublished {
    /// The founding act lets no figures out before this moment.
    Until(Millis),
    /// The disk would not take it, or has something else there.
    Failed(String),
}

impl Publishing {
    fn after(done: io::Result<Publisher>) -> Self {
        match done {
            Ok(publisher) => Self::On(publisher),
            Err(error) => Self::Behind(Unpublished::Failed(error.to_string())),
        }
    }
}

impl<D: Disk> Writer<D> {
    /// Keeps the published folder current from now on, beginning with what it lacks. What goes wrong there is told by
    /// [`unpublished`](Self::unpublished), and no reason not to write.
    pub fn publish(&mut self) {
        self.publishing = Publishing::Behind(Unpublished::Failed(String::new()));
        self.publish_turn(&[]);
    }

    /// Takes over the cosignatures of the checkpoint that is sealed, and publishes them. Of another checkpoint nothing is
    /// taken: it is published no more.
    pub fn cosigned(&mut self, signed: &SignedCheckpoint) {
        if signed.checkpoint() != self.sealed.checkpoint() {
            return;
        }
        // What is handed in was checked, and what stood in the folder was not: of two lines of one key the checked one stays.
        let mut joined = signed.clone();
        joined.join(&self.sealed);
        let before = std::mem::replace(&mut self.sealed, joined);
        if before != self.sealed
            && let Publishing::On(publisher) = &self.publishing
            && let Err(error) = publisher.point(&mut self.disk, &self.sealed)
        {
            self.publishing = Publishing::Behind(Unpublished::Failed(error.to_string()));
        }
    }

    /// Why the log is not published as far as it is sealed; nothing if it is, or is not to be.
    pub fn unpublished(&self) -> Option<&Unpublished> {
        match &self.publishing {
            Publishing::Behind(why) => Some(why),
            Publishing::Off | Publishing::On(_) => None,
        }
    }

    /// The published folder follows, once figures may leave.
    pub(super) fn publish_turn(&mut self, entries: &[ReplayedEntry]) {
        let gate =
            self.state.election().map_or(Gate::Open, |election| Gate::at(election.manifest(), self.head.arrival));
        self.publishing = match (std::mem::replace(&mut self.publishing, Publishing::Off), gate) {
            (Publishing::Off, _) => Publishing::Off,
            (_, Gate::Closed { until }) => Publishing::Behind(Unpublished::Until(until)),
            (Publishing::On(publisher), Gate::Open) => self.published(publisher, entries),
            (Publishing::Behind(_), Gate::Open) => self.caught_up(),
        };
    }

    fn published(&mut self, mut publisher: Publisher, entries: &[ReplayedEntry]) -> Publishing {
        let bytes = entries.iter().map(|entry| entry.bytes.as_slice());
        let taken = publisher.take(&mut self.disk, bytes);
        let done = taken.and_then(|()| publisher.publish(&mut self.disk, &self.tree, &self.sealed));
        Publishing::after(done.and_then(|()| self.publish_companions(&publisher)).map(|()| publisher))
    }

    /// Holds the folder against the journal, and publishes what it lacks.
    fn caught_up(&mut self) -> Publishing {
        Publishing::after(self.catch_up())
    }

    fn catch_up(&mut self) -> io::Result<Publisher> {
        let size = self.sealed.checkpoint().size;
        // From the beginning: what stands is compared, what was lost is made again, what differs is told.
        let mut publisher = Publisher::new(files::PUBLISHED);
        while publisher.wants() < size.next() {
            let first = publisher.wants();
            let entries = entries_from(&self.disk, first, size.min(Size(first.0 + CATCH_UP_EVENTS)))?;
            if entries.is_empty() {
                return Err(io::Error::other("the journal has fewer events than its seal"));
            }
            publisher.take(&mut self.disk, entries.iter().map(Vec::as_slice))?;
        }
        publisher.publish(&mut self.disk, &self.tree, &self.sealed)?;
        self.publish_companions(&publisher)?;
        Ok(publisher)
    }

    /// The founding act, the keys and a word for whoever finds the folder.
    fn publish_companions(&mut self, publisher: &Publisher) -> io::Result<()> {
        let Some(election) = self.state.election() else { return Ok(()) };
        let text = |file: &str| self.disk.read(file).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        // A manifest that was taken away is told by whoever verifies, and keeps nothing from being published.
        let manifest = text(files::MANIFEST).unwrap_or_default();
        for (name, companion) in companion_files(election, &manifest, text(files::POLICY).as_deref()) {
            publisher.write_companion(&mut self.disk, name, companion.as_bytes())?;
        }
        Ok(())
    }
}
