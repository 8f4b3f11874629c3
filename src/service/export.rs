//! The ledger's data in a form that others read. Whatever goes into it is held against its hash on the way out.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::error::Error;
use super::files::{self, Readers};
use super::query::{Point, Query};
use crate::domain::number::Sequence;
use crate::domain::statement::Body;
use crate::export::event::Events;
use crate::export::format::{Content, Format};
use crate::export::snapshot::Snapshot;
use crate::ledger::envelope::Envelope;
use crate::ledger::tree::merkle::CompactRange;
use crate::ledger::tree::node::leaf_hash;
use crate::store::error::{Doing, IndexFault, StoreError};
use crate::tally::moment::Moment;

/// What an export is made from: the ledger as it stood at a point, in the language that is spoken where nobody names
/// one.
///
/// # Errors
/// Those of [`Query::election`] and [`Query::moment`].
pub fn snapshot(query: Query<'_>, at: Point) -> Result<Snapshot<'_>, Error> {
    let model = &query.reading.model;
    let election = query.election()?;
    let Moment { size, clock } = query.moment(at)?;
    let checkpoint = query.reading.checkpoint.checkpoint();
    Ok(Snapshot {
        model,
        election,
        checkpoint,
        as_of: size,
        time: clock,
        lang: Default::default(),
        reader: Default::default(),
    })
}

/// The file that describes a table.
pub fn described_in(out: &Path) -> PathBuf {
    let mut name = out.as_os_str().to_owned();
    name.push("-metadata.json");
    PathBuf::from(name)
}

/// Writes a snapshot of a ledger to a new file, and the description of a table beside it; whole, or not at all.
///
/// # Errors
/// [`Error::Exists`]; [`Error::Store`]: also where what the store gives is not what was signed.
pub fn export(query: Query<'_>, snapshot: Snapshot<'_>, format: &Format, out: &Path) -> Result<(), Error> {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    let Some(description) = format.description(&snapshot, &name) else { return data(query, snapshot, format, out) };
    let beside = described_in(out);
    if beside.exists() {
        return Err(Error::Exists(beside));
    }
    // The table first: whoever is killed in between finds what was asked for, under the name that was given.
    data(query, snapshot, format, out)?;
    files::write_new(&beside, description.as_bytes(), Readers::All).inspect_err(|_| {
        // A table that nothing describes must not stay; the error that counts is told.
        let _ = std::fs::remove_file(out);
    })
}

fn data(query: Query<'_>, snapshot: Snapshot<'_>, format: &Format, out: &Path) -> Result<(), Error> {
    files::stream_new(out, Readers::All, |file| {
        let mut export = Export { query, snapshot, out, file };
        match (format.content)(snapshot) {
            Content::Papers(texts) => export.papers(texts),
            Content::Events(events) => export.events(&*events),
        }
    })
}

/// An export under way.
struct Export<'a> {
    query: Query<'a>,
    snapshot: Snapshot<'a>,
    /// Where the file will be, for whoever is told that it cannot be written.
    out: &'a Path,
    file: &'a mut dyn Write,
}

impl Export<'_> {
    /// What the papers in force say, after each was held against its event.
    fn papers(&mut self, mut texts: impl Iterator<Item = String>) -> Result<(), Error> {
        self.check_papers()?;
        texts.try_for_each(|text| self.put(&text))
    }

    /// Holds every protocol in force against the event that it came from.
    fn check_papers(&self) -> Result<(), Error> {
        let mut papers: Vec<_> = self.snapshot.due().filter_map(|due| due.paper.in_force).collect();
        papers.sort_by_key(|(provenance, _)| provenance.sequence);
        for (provenance, protocol) in papers {
            let event = self.query.event(provenance.sequence)?;
            let said = match event.body() {
                Some(Body::ProtocolSubmitted(said)) => Some(said),
                Some(Body::ProtocolCorrected(corrected)) => Some(&corrected.protocol),
                _ => None,
            };
            if Envelope::hash(&event.bytes) != provenance.event || said != Some(protocol) {
                return Err(self.damaged(IndexFault::Protocol(provenance.sequence)));
            }
        }
        Ok(())
    }

    /// Every event up to the size that is asked for. All are hashed: they must give the checkpoint's root.
    fn events(&mut self, format: &dyn Events) -> Result<(), Error> {
        let (checkpoint, mut range) = (self.snapshot.checkpoint, CompactRange::default());
        self.put(&format.head())?;
        for sequence in (0..checkpoint.size.0).map(Sequence) {
            let event = self.query.event(sequence)?;
            range.push(leaf_hash(&event.bytes));
            if self.snapshot.as_of.covers(sequence) {
                self.put(&format.event(&event))?;
            }
        }
        if range.root() != checkpoint.root {
            return Err(self.damaged(IndexFault::Root));
        }
        self.put(&format.foot())
    }

    fn put(&mut self, text: &str) -> Result<(), Error> {
        self.file.write_all(text.as_bytes()).map_err(Error::io(Doing::Write, self.out))
    }

    fn damaged(&self, fault: IndexFault) -> Error {
        Error::store(self.query.ledger)(StoreError::Index(fault))
    }
}
