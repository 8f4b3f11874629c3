//! The ledger's data in a form that others read. Whatever goes into it is held against its hash on the way out.

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::error::Error;
use super::files::{self, Readers};
use super::query::{Point, Query};
use crate::crypto::hash::{Digester, Digests};
use crate::domain::number::Sequence;
use crate::domain::statement::Body;
use crate::export::event::Events;
use crate::export::format::{Format, Makes};
use crate::export::package;
use crate::export::snapshot::Snapshot;
use crate::export::table::Table;
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
        licence: None,
    })
}

/// The file that describes a table.
pub fn described_in(out: &Path) -> PathBuf {
    let mut name = out.as_os_str().to_owned();
    name.push("-metadata.json");
    PathBuf::from(name)
}

/// Writes a snapshot of a ledger to a new file, and the description of a table beside it, or to a new folder; whole, or
/// not at all.
///
/// # Errors
/// [`Error::Exists`]; [`Error::Store`]: also where what the store gives is not what was signed, and where this build cannot
/// make the format.
pub fn export(query: Query<'_>, snapshot: Snapshot<'_>, format: &Format, out: &Path) -> Result<(), Error> {
    let data = Data { query, snapshot, out };
    match format.makes {
        Makes::Table(table) => data.table(table(snapshot)),
        Makes::Folder(tables) => data.folder(tables(snapshot)),
        Makes::Bytes(bytes) => data.file(|export| {
            export.data.check_papers()?;
            let not_made = |error| data.not_written(io::Error::other(error));
            export.put(&bytes(snapshot).map_err(not_made)?)
        }),
        Makes::Texts(texts) => data.file(|export| export.papers(texts(snapshot))),
        Makes::Events(events) => data.file(|export| export.events(&*events(snapshot))),
        Makes::NotInThisBuild(feature) => Err(data.not_written(io::Error::new(ErrorKind::Unsupported, feature))),
    }
}

/// What is exported, and where to.
#[derive(Clone, Copy)]
struct Data<'a> {
    query: Query<'a>,
    snapshot: Snapshot<'a>,
    /// Where the file or folder will be, for whoever is told that it cannot be written.
    out: &'a Path,
}

/// A file that is being written.
struct Export<'a> {
    data: Data<'a>,
    file: &'a mut dyn Write,
}

impl<'a> Data<'a> {
    /// A table, and its description beside it.
    fn table(&self, table: Table<'_>) -> Result<(), Error> {
        let beside = described_in(self.out);
        if beside.exists() {
            return Err(Error::Exists(beside));
        }
        let name = self.out.file_name().unwrap_or_default().to_string_lossy();
        let description = table.description(&self.snapshot, &name);
        // The table first: whoever is killed in between finds what was asked for, under the name that was given.
        self.file(|export| export.papers(table.lines(self.snapshot.reader)))?;
        files::write_new(&beside, description.as_bytes(), Readers::All).inspect_err(|_| {
            // A table that nothing describes must not stay; the error that counts is told.
            let _ = std::fs::remove_file(self.out);
        })
    }

    /// A folder of tables, and their description, which has a hash of each.
    fn folder(&self, tables: Vec<Table<'_>>) -> Result<(), Error> {
        files::folder_new(self.out, |folder| {
            self.check_papers()?;
            let resources = tables.into_iter().map(|table| {
                let resource = package::resource(&table, &self.snapshot);
                let file = folder.join(package::file(&table));
                Ok(resource.written(self.digested(table, &file)?))
            });
            let description = package::description(&self.snapshot, resources.collect::<Result<_, Error>>()?);
            files::write_new(&folder.join(package::DESCRIPTION), description.as_bytes(), Readers::All)
        })
    }

    /// Writes a table to a file of its own, and says what that came to.
    fn digested(&self, table: Table<'_>, path: &Path) -> Result<Digests, Error> {
        let mut digester = Digester::default();
        files::stream_new(path, Readers::All, |file| {
            let mut export = Export { data: *self, file };
            table.lines(self.snapshot.reader).try_for_each(|line| {
                digester.update(line.as_bytes());
                export.put(line.as_bytes())
            })
        })?;
        Ok(digester.finish())
    }

    fn file(&self, make: impl FnOnce(&mut Export<'_>) -> Result<(), Error>) -> Result<(), Error> {
        files::stream_new(self.out, Readers::All, |file| make(&mut Export { data: *self, file }))
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

    fn damaged(&self, fault: IndexFault) -> Error {
        Error::store(self.query.ledger)(StoreError::Index(fault))
    }

    fn not_written(&self, error: io::Error) -> Error {
        Error::io(Doing::Write, self.out)(error)
    }
}

impl Export<'_> {
    /// What the papers in force say, after each was held against its event.
    fn papers(&mut self, mut texts: impl Iterator<Item = String>) -> Result<(), Error> {
        self.data.check_papers()?;
        texts.try_for_each(|text| self.put(text.as_bytes()))
    }

    /// Every event up to the size that is asked for. All are hashed: they must give the checkpoint's root.
    fn events(&mut self, format: &dyn Events) -> Result<(), Error> {
        let Data { query, snapshot, .. } = self.data;
        let (checkpoint, mut range) = (snapshot.checkpoint, CompactRange::default());
        self.put(format.head().as_bytes())?;
        for sequence in (0..checkpoint.size.0).map(Sequence) {
            let event = query.event(sequence)?;
            range.push(leaf_hash(&event.bytes));
            if snapshot.as_of.covers(sequence) {
                self.put(format.event(&event).as_bytes())?;
            }
        }
        if range.root() != checkpoint.root {
            return Err(self.data.damaged(IndexFault::Root));
        }
        self.put(format.foot().as_bytes())
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.file.write_all(bytes).map_err(|error| self.data.not_written(error))
    }
}
