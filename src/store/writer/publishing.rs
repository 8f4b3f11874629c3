//! The writer's published folder: it follows the turns, or is made up for from the journal.

use std::collections::BTreeSet;
use std::io;

use crate::domain::number::Size;
use crate::domain::state::State;
use crate::domain::time::Millis;
use crate::ledger::envelope::Head;
use crate::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::tree::merkle::Tree;
use crate::ledger::tree::tile::{Tile, bundles, hash_tiles};
use crate::store::files;
use crate::store::journal::disk::Disk;
use crate::store::journal::walk;
use crate::store::publish::{Page, Publisher, Stamps, companion_files};
use crate::tally::gate::Gate;

/// How many events are read from the journal at once when the published folder catches up.
const CATCH_UP_EVENTS: u64 = 16_384;

/// How far the log is published.
#[derive(Debug)]
pub(super) enum Publishing {
    /// It is not to be published here.
    Off,
    /// It is to be, and nobody has looked yet at what stands there, but an earlier writer: how far it had published, and how the
    /// files stood.
    Beginning(Option<(Size, Stamps)>),
    /// It is, and goes on with what is sealed next.
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

/// The log as it is sealed: what there is to publish.
#[derive(Debug)]
pub(super) struct SealedLog<'w> {
    pub state: &'w State,
    pub head: Head,
    pub tree: &'w Tree,
    pub signed: &'w SignedCheckpoint,
    pub snapshot: Option<&'w SignedSnapshot>,
    /// What goes beside it for readers.
    pub pages: &'w [Page],
}

impl Publishing {
    /// Why the log is not published as far as it is sealed; nothing if it is, or is not to be.
    pub fn unpublished(&self) -> Option<&Unpublished> {
        match self {
            Self::Behind(why) => Some(why),
            Self::Off | Self::Beginning(_) | Self::On(_) => None,
        }
    }

    /// How far it is published, and how the files stand.
    pub fn standing(&self) -> Option<(Size, Stamps)> {
        let Self::On(publisher) = self else { return None };
        let (published, stamps) = publisher.standing();
        Some((published, stamps.clone()))
    }

    /// The published folder follows with what was sealed since, once figures may leave.
    pub fn follow<D: Disk>(&mut self, disk: &mut D, log: &SealedLog<'_>, entries: &[Vec<u8>]) {
        let gate = log.state.election().map_or(Gate::Open, |election| Gate::at(election.manifest(), log.head.arrival));
        *self = match (std::mem::replace(self, Self::Off), gate) {
            (Self::Off, _) => Self::Off,
            (_, Gate::Closed { until }) => Self::Behind(Unpublished::Until(until)),
            (Self::On(publisher), Gate::Open) => Self::after(log.publish(disk, publisher, entries)),
            (Self::Beginning(before), Gate::Open) => Self::after(log.catch_up(disk, before)),
            (Self::Behind(_), Gate::Open) => Self::after(log.catch_up(disk, None)),
        };
    }

    /// Publishes the log up to a checkpoint, whose tree may have grown since, where nothing else of it follows any more.
    pub fn end<D: Disk>(
        &mut self,
        disk: &mut D,
        tree: &Tree,
        signed: &SignedCheckpoint,
        snapshot: Option<&SignedSnapshot>,
        entries: &[Vec<u8>],
    ) {
        *self = match std::mem::replace(self, Self::Off) {
            Self::On(mut publisher) => {
                let taken = publisher.take(disk, entries.iter().map(Vec::as_slice));
                let published = taken.and_then(|()| publisher.publish(disk, tree, signed, snapshot));
                Self::after(published.map(|()| publisher))
            }
            elsewise => elsewise,
        }
    }

    /// Publishes the checkpoint again, with more cosignatures; one that is not published yet comes with what it covers.
    pub fn point<D: Disk>(&mut self, disk: &mut D, signed: &SignedCheckpoint) {
        if let Some(publisher) = self.publisher_of(signed.checkpoint())
            && let Err(error) = publisher.point(disk, signed)
        {
            *self = Self::failed(&error);
        }
    }

    /// Publishes the snapshot again, with more cosignatures; one that is not published yet comes with its checkpoint.
    pub fn point_numbers<D: Disk>(&mut self, disk: &mut D, signed: &SignedSnapshot) {
        if let Some(publisher) = self.publisher_of(&signed.snapshot().checkpoint)
            && let Err(error) = publisher.point_numbers(disk, signed)
        {
            *self = Self::failed(&error);
        }
    }

    /// Puts pages for readers beside what is published; where nothing is yet, they come with it.
    pub fn put<D: Disk>(&mut self, disk: &mut D, pages: &[Page]) {
        if let Self::On(publisher) = self
            && let Err(error) = publisher.write_pages(disk, pages)
        {
            *self = Self::failed(&error);
        }
    }

    /// Whoever published everything under a checkpoint, and may go on.
    fn publisher_of(&self, checkpoint: &Checkpoint) -> Option<&Publisher> {
        let Self::On(publisher) = self else { return None };
        (publisher.standing().0 == checkpoint.size).then_some(publisher)
    }

    fn after(done: io::Result<Publisher>) -> Self {
        done.map_or_else(|error| Self::failed(&error), Self::On)
    }

    fn failed(error: &io::Error) -> Self {
        Self::Behind(Unpublished::Failed(error.to_string()))
    }
}

impl SealedLog<'_> {
    fn publish<D: Disk>(&self, disk: &mut D, mut publisher: Publisher, entries: &[Vec<u8>]) -> io::Result<Publisher> {
        publisher.take(disk, entries.iter().map(Vec::as_slice))?;
        self.finish(disk, publisher)
    }

    /// Holds the folder against the journal, and publishes what it lacks. Where each file stands as an earlier writer left it, it
    /// goes on from there.
    fn catch_up<D: Disk>(&self, disk: &mut D, before: Option<(Size, Stamps)>) -> io::Result<Publisher> {
        let size = self.signed.checkpoint().size;
        let before = before.filter(|(published, _)| *published <= size);
        let going_on = before.map(|(published, stamps)| {
            Publisher::going_on(disk, files::PUBLISHED, published, still_there(stamps, published, size))
        });
        // Else from the beginning: what stands is compared, what was lost is made again, what differs is told.
        let mut publisher = going_on.transpose()?.flatten().unwrap_or_else(|| Publisher::new(files::PUBLISHED));
        while publisher.wants() < size.next() {
            let first = publisher.wants();
            let entries = walk::entries(disk, first, size.min(Size(first.0 + CATCH_UP_EVENTS)))?;
            if entries.is_empty() {
                return Err(io::Error::other("the journal has fewer events than its seal"));
            }
            publisher.take(disk, entries.iter().map(Vec::as_slice))?;
        }
        let publisher = self.finish(disk, publisher)?;
        publisher.write_pages(disk, self.pages)?;
        Ok(publisher)
    }

    /// Publishes what was taken, and beside it the founding act, the keys and a word for whoever finds the folder.
    fn finish<D: Disk>(&self, disk: &mut D, mut publisher: Publisher) -> io::Result<Publisher> {
        publisher.publish(disk, self.tree, self.signed, self.snapshot)?;
        let Some(election) = self.state.election() else { return Ok(publisher) };
        let text = |file: &str| disk.read(file).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        // A manifest that was taken away is told by whoever verifies, and keeps nothing from being published.
        let manifest = text(files::MANIFEST).unwrap_or_default();
        let companions = companion_files(election, &manifest, text(files::POLICY).as_deref());
        publisher.replace(disk, companions)?;
        Ok(publisher)
    }
}

/// The stamps without those of partial tiles that became full since: whoever filled them took these away.
fn still_there(mut stamps: Stamps, published: Size, size: Size) -> Stamps {
    let tiles = hash_tiles(published, size).chain(bundles(published, size));
    let full: BTreeSet<Tile> = tiles.filter(|tile| tile.is_full()).collect();
    stamps.retain(|file, _| {
        let tile = file.strip_prefix(files::PUBLISHED).and_then(|file| file.strip_prefix('/')?.parse::<Tile>().ok());
        tile.is_none_or(|tile| tile.is_full() || !full.contains(&tile.filled()))
    });
    stamps
}
