//! `show … --print`: the protocol as a page for a printer, one file that needs nothing else.

mod document;
pub mod slip;
mod wanted;

use std::path::Path;

use askama::Template;

use super::args::{Global, Insider};
use super::failure::{Exit, Failure};
use super::files;
use super::gate;
use super::ledger;
use super::output::Output;
use super::words::{results, usage};
use crate::domain::id::UnitId;
use crate::domain::number::Sequence;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::portal::paper::sheet::{Desk, Sheet, Wanted};
use crate::portal::paper::{protocol, summary};
use crate::service::error::Error;
use crate::service::files::Readers;
use crate::service::proven::paper::{self, ProvenPaper};
use crate::service::query::{PaperVersion, Query};
use crate::service::reading::Log;
use crate::service::setting::Setting;
use crate::tally::known_unit::{KnownUnit, UnitNumbers};
use crate::tally::read_model::ReadModel;
use crate::verify::conclude::TrustAnchors;
use crate::view::page as view;

use self::document::Document;
pub use self::wanted::Asked;
use self::wanted::wanted;

/// Writes the pages into a new file.
pub fn run(
    global: &Global,
    asked: &Asked<'_>,
    insider: &Insider,
    file: &Path,
    output: &Output,
) -> Result<Exit, Failure> {
    if file.exists() {
        return Err(Failure::exists(output.lang, file));
    }
    let document = match proven(global, asked, output)? {
        Some(proven) => {
            let (known, checkpoint) = (proven.unit.known(), proven.unit.checkpoint.checkpoint());
            let job = Job { known, contest: asked.contest, version: proven.version.as_ref(), checkpoint };
            document(&job, |events| proven.receipts(&global.ledger, events), insider, output)?
        }
        None => of_log(&ledger::read(global, asked.from, output)?, asked, insider, output)?,
    };
    let html = document.render().expect("nothing in the page can fail to be written to memory");
    files::write_new(output.lang, file, html.as_bytes(), Readers::All)?;
    if output.json {
        let (bytes, pages) = (html.len() as u64, document.pages.len() as u64);
        output.value(&view::Page { file: file.display().to_string(), bytes, pages });
    } else {
        let (file, bytes) = (file.display().to_string(), html.len());
        output.line(&say!(output.lang, results::result_written { file, bytes }));
    }
    Ok(Exit::Done)
}

/// What is printed, and from what.
struct Job<'a> {
    known: KnownUnit<'a>,
    contest: Option<&'a str>,
    version: Option<&'a PaperVersion>,
    checkpoint: &'a Checkpoint,
}

/// What is asked for, where the ledger proves it without being folded.
fn proven(global: &Global, asked: &Asked<'_>, output: &Output) -> Result<Option<ProvenPaper>, Failure> {
    let ask = |setting: &Setting<'_>, anchors: &TrustAnchors<'_>| paper::proven(setting, anchors, asked.what);
    let proven = ledger::proven(global, asked.from, output, ask)?;
    let has = |model: &ReadModel| asked.contest.is_none_or(|contest| model.contest_named(contest).is_some());
    Ok(proven.filter(|proven| has(proven.unit.model())))
}

fn of_log(log: &Log, asked: &Asked<'_>, insider: &Insider, output: &Output) -> Result<Document, Failure> {
    let (model, failed) = (&log.reading.model, |error| Failure::service(output.lang, error));
    log.query().contests(asked.contest).map_err(failed)?;
    let (unit, version) = meant(&log.query(), asked.what).map_err(failed)?;
    let now = log.reading.now().map_err(|error| Failure::store(output.lang, &log.place, error))?;
    let numbers = UnitNumbers::of_model(model, &unit, now);
    let known = KnownUnit::of(model, &unit, &numbers);
    let known = known.ok_or_else(|| Failure::not_found(advise!(output.lang, usage::usage_no_election)))?;
    let job = Job { known, contest: asked.contest, version: version.as_ref(), checkpoint: log.checkpoint() };
    document(&job, |events| log.receipts(events), insider, output)
}

/// The unit that is meant, and the version of its paper where one is.
fn meant(query: &Query<'_>, what: &str) -> Result<(UnitId, Option<PaperVersion>), Error> {
    match query.unit(what) {
        Ok(unit) => Ok((unit.clone(), None)),
        Err(_) => query.paper(what).map(|version| (version.unit.clone(), Some(version))),
    }
}

fn document(
    job: &Job<'_>,
    receipts: impl FnOnce(&[Sequence]) -> Result<Vec<Receipt>, Error>,
    insider: &Insider,
    output: &Output,
) -> Result<Document, Failure> {
    let Job { known, contest, version, checkpoint } = job;
    let (manifest, lang) = (known.manifest(), output.lang);
    let wanted = wanted(known, *contest, *version);
    if !wanted.is_empty() && known.numbers().has_figures {
        gate::pass(known.model(), insider, output)?;
    }
    let desk = Desk { known: *known, manifest, at: known.numbers().at, checkpoint, lang };
    let page = |wanted: &Wanted<'_>| {
        if known.is_lowest() { protocol::sheet(&desk, wanted) } else { summary::sheet(&desk, wanted) }
    };
    let mut pages: Vec<Sheet> = wanted.iter().filter_map(page).collect();
    if pages.is_empty() {
        return Err(Failure::not_found(advise!(lang, usage::usage_nothing_to_print)));
    }
    let events: Vec<_> = pages.iter().filter_map(|page| page.event).map(|(sequence, _)| sequence).collect();
    let receipts = receipts(&events).map_err(|error| Failure::service(lang, error))?;
    pages.iter_mut().filter(|page| page.event.is_some()).zip(&receipts).for_each(|(page, receipt)| {
        page.attach(receipt, checkpoint, lang);
    });
    let election = manifest.title.in_language(lang.code()).to_owned();
    Ok(Document { lang, election, authority: manifest.authority.to_string(), rehearsal: manifest.rehearsal, pages })
}
