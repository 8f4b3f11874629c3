//! `export --site`: the pages of the media centre as files.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use super::super::args::{Global, Insider};
use super::super::colours;
use super::super::failure::Failure;
use super::super::gate;
use super::super::ledger;
use super::super::output::Output;
use super::super::talk::Talk;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::portal::book::{Book, Handed};
use crate::portal::folder;
use crate::service::error::Error;
use crate::service::files::folder_new;
use crate::service::observer::{Observer, Work};
use crate::service::policy::given_or_kept;
use crate::service::serving::sight::Sight;
use crate::store::error::Doing;
use crate::tally::gate::Gate;
use crate::text::Lang;
use crate::view::cosigned::Cosigned;

/// Writes every page into a new folder, whole or not at all; says of which checkpoint.
pub fn write(
    global: &Global,
    log: Option<&Path>,
    insider: &Insider,
    site: &Path,
    output: &Output,
) -> Result<Checkpoint, Failure> {
    let failed = |error| Failure::service(output.lang, error);
    let log = ledger::read(global, log, output)?;
    let talk = Talk::new(output);
    let policy = given_or_kept(&ledger::setting(&log.place, &talk), global.policy_file.as_ref()).map_err(failed)?;
    let policy = policy.map(|file| file.parse(ledger::now())).transpose().map_err(failed)?;
    let gate = gate::closed(&log.reading.model, insider).map_or(Gate::Open, |until| Gate::Closed { until });
    let sight = Sight::of(log).map_err(failed)?;
    let cosigned = Cosigned::under(sight.cosigned(), policy.as_ref());
    let colours = colours::read(sight.ledger(), &sight.reading().model, output.lang)?;
    let book = Book::of(&sight, gate, &cosigned, Handed::Filed).map_err(failed)?.with_colours(&colours);
    folder_new(site, |folder| pages(&book, folder, &talk)).map_err(failed)?;
    Ok(sight.checkpoint().clone())
}

fn pages(book: &Book<'_>, folder: &Path, talk: &Talk<'_>) -> Result<(), Error> {
    talk.begins(Work::Publishing, (folder::places(book).count() * Lang::ALL.len()) as u64);
    let mut done = 0;
    let written = folder::files(book, &mut |file| {
        let path = folder.join(&file.name);
        let above = path.parent().unwrap_or(folder);
        fs::create_dir_all(above).map_err(Error::io(Doing::Create, above))?;
        // Two ids that differ in nothing but capitals are one file on some systems: neither page is written over the other.
        let mut written = File::create_new(&path).map_err(Error::io(Doing::Write, &path))?;
        written.write_all(&file.bytes).map_err(Error::io(Doing::Write, &path))?;
        done += 1;
        talk.reaches(done);
        Ok(())
    });
    talk.ends();
    written
}
