//! `export --format`: the ledger's data as a file. Whatever goes into it is held against its hash on the way out.

use std::io::Write;
use std::path::Path;

use clap::ValueEnum;

use super::args::Global;
use super::failure::Failure;
use super::files::{self, Readers};
use super::log::entry;
use super::output::Output;
use super::tally;
use crate::domain::Body;
use crate::domain::number::Sequence;
use crate::export::event_log::EventLog;
use crate::export::ndjson::Lines;
use crate::export::{Events, Snapshot, long, report, wide};
use crate::ledger::envelope::Envelope;
use crate::ledger::tree::merkle::CompactRange;
use crate::ledger::tree::node::leaf_hash;
use crate::store::error::{Doing, StoreError};
use crate::store::read::Reading;
use crate::tally::Moment;

/// The forms in which its data leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DataFormat {
    Csv,
    CsvLong,
    Nist,
    NistLog,
    Ndjson,
}

/// Where a verb stands: its ledger, and where it talks.
#[derive(Clone, Copy)]
struct Place<'a> {
    reading: &'a Reading,
    global: &'a Global,
    output: &'a Output,
    out: &'a Path,
}

/// Writes the data of a ledger, as it stood `at` a size or time, to a new file; whole, or not at all.
pub fn write(
    reading: &Reading,
    format: DataFormat,
    at: Option<&str>,
    out: &Path,
    global: &Global,
    output: &Output,
) -> Result<(), Failure> {
    let place = Place { reading, global, output, out };
    let snapshot = place.snapshot(at)?;
    files::stream_new(output.lang, out, Readers::All, |file| match format {
        DataFormat::Csv => place.check_papers(&snapshot).and_then(|()| place.lines(wide::lines(snapshot), file)),
        DataFormat::CsvLong => place.check_papers(&snapshot).and_then(|()| place.lines(long::lines(snapshot), file)),
        DataFormat::Nist => place.check_papers(&snapshot).and_then(|()| place.report(&snapshot, file)),
        DataFormat::NistLog => place.events(&snapshot, &EventLog::of(snapshot), file),
        DataFormat::Ndjson => place.events(&snapshot, &Lines::of(snapshot), file),
    })
}

impl<'a> Place<'a> {
    fn snapshot(&self, at: Option<&str>) -> Result<Snapshot<'a>, Failure> {
        let model = &self.reading.model;
        let empty = || Failure::not_found("the ledger is empty", "found it first");
        let election = model.election().ok_or_else(empty)?;
        let Moment { size, clock } = tally::moment(self.reading, at, self.global, self.output)?;
        let checkpoint = self.reading.checkpoint.checkpoint();
        Ok(Snapshot { model, election, checkpoint, as_of: size, time: clock, lang: self.output.lang })
    }

    /// Holds every protocol in force against the event that it came from.
    fn check_papers(&self, snapshot: &Snapshot<'_>) -> Result<(), Failure> {
        let mut papers: Vec<_> = snapshot.due().filter_map(|due| due.paper.in_force).collect();
        papers.sort_by_key(|(provenance, _)| provenance.sequence);
        for (provenance, protocol) in papers {
            let entry = entry(self.reading, provenance.sequence, self.global, self.output)?;
            let said = match entry.body() {
                Some(Body::ProtocolSubmitted(said)) => Some(said),
                Some(Body::ProtocolCorrected(corrected)) => Some(&corrected.protocol),
                _ => None,
            };
            if Envelope::hash(&entry.bytes) != provenance.event || said != Some(protocol) {
                return Err(
                    self.damaged(&format!("the protocol of event {} is not what was signed", provenance.sequence))
                );
            }
        }
        Ok(())
    }

    /// Every event up to the size that is asked for. All are hashed: they must give the checkpoint's root.
    fn events(&self, snapshot: &Snapshot<'_>, format: &dyn Events, file: &mut dyn Write) -> Result<(), Failure> {
        let mut tree = CompactRange::default();
        self.put(&format.head(), file)?;
        for sequence in (0..snapshot.checkpoint.size.0).map(Sequence) {
            let entry = entry(self.reading, sequence, self.global, self.output)?;
            tree.push(leaf_hash(&entry.bytes));
            if snapshot.as_of.covers(sequence) {
                self.put(&format.event(&entry), file)?;
            }
        }
        if tree.root() != snapshot.checkpoint.root {
            return Err(self.damaged("the events do not give the root of the checkpoint"));
        }
        self.put(&format.foot(), file)
    }

    fn lines(&self, mut lines: impl Iterator<Item = String>, file: &mut dyn Write) -> Result<(), Failure> {
        lines.try_for_each(|line| self.put(&line, file))
    }

    fn report(&self, snapshot: &Snapshot<'_>, mut file: &mut dyn Write) -> Result<(), Failure> {
        let io = |error: serde_json::Error| Failure::io(self.output.lang, Doing::Write, self.out, &error.into());
        serde_json::to_writer(&mut file, &report::report(snapshot)).map_err(io)?;
        self.put("\n", file)
    }

    fn put(&self, text: &str, file: &mut dyn Write) -> Result<(), Failure> {
        file.write_all(text.as_bytes()).map_err(|error| Failure::io(self.output.lang, Doing::Write, self.out, &error))
    }

    fn damaged(&self, says: &str) -> Failure {
        Failure::store(self.output.lang, &self.global.ledger, StoreError::Index(says.to_owned()))
    }
}
