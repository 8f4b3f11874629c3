//! `show … --print`: the protocol as a page for a printer, one file that needs nothing else.

mod page;
mod protocol;
mod qr;
mod summary;
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
use crate::service::error::Error;
use crate::service::files::Readers;
use crate::service::query::{PaperVersion, Query};
use crate::service::reading::Log;
use crate::tally::known_unit::{KnownUnit, UnitNumbers};
use crate::text::Lang;
use crate::view::page as view;

use self::page::{Desk, Document, Page};
pub use self::wanted::Asked;
use self::wanted::{Wanted, wanted};

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
    let log = ledger::read(global, asked.from, output)?;
    let (model, failed) = (&log.reading.model, |error| Failure::service(output.lang, error));
    log.query().contests(asked.contest).map_err(failed)?;
    let (unit, version) = meant(&log.query(), asked.what).map_err(failed)?;
    let now = log.reading.now().map_err(|error| Failure::store(output.lang, &log.place, error))?;
    let numbers = UnitNumbers::of_model(model, &unit, now);
    let known = KnownUnit::of(model, &unit, &numbers);
    let known = known.ok_or_else(|| Failure::not_found(advise!(output.lang, usage::usage_no_election)))?;
    let wanted = wanted(&known, asked.contest, version.as_ref());
    if !wanted.is_empty() && numbers.has_figures {
        gate::pass(model, insider, output)?;
    }
    let document = document(&log, known, &wanted, output)?;
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

/// The unit that is meant, and the version of its paper where one is.
fn meant(query: &Query<'_>, what: &str) -> Result<(UnitId, Option<PaperVersion>), Error> {
    match query.unit(what) {
        Ok(unit) => Ok((unit.clone(), None)),
        Err(_) => query.paper(what).map(|version| (version.unit.clone(), Some(version))),
    }
}

fn nothing_to_print(lang: Lang) -> Failure {
    Failure::not_found(advise!(lang, usage::usage_nothing_to_print))
}

fn document(log: &Log, known: KnownUnit<'_>, wanted: &[Wanted<'_>], output: &Output) -> Result<Document, Failure> {
    let (manifest, checkpoint, lang) = (known.manifest(), log.checkpoint(), output.lang);
    let desk = Desk { known, manifest, at: known.numbers().at, checkpoint, output };
    let page = |wanted: &Wanted<'_>| {
        if known.is_lowest() { protocol::page(&desk, wanted) } else { summary::page(&desk, wanted) }
    };
    let mut pages: Vec<Page> = wanted.iter().filter_map(page).collect();
    if pages.is_empty() {
        return Err(nothing_to_print(lang));
    }
    let events: Vec<_> = pages.iter().filter_map(|page| page.event).map(|(sequence, _)| sequence).collect();
    let receipts = log.receipts(&events).map_err(|error| Failure::service(lang, error))?;
    pages.iter_mut().filter(|page| page.event.is_some()).zip(&receipts).for_each(|(page, receipt)| {
        page.attach(receipt, checkpoint, lang);
    });
    let election = manifest.title.in_language(lang.code()).to_owned();
    Ok(Document { lang, election, authority: manifest.authority.to_string(), rehearsal: manifest.rehearsal, pages })
}
