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
use crate::service::files::Readers;
use crate::service::reading::Log;
use crate::tally::findings::findings;
use crate::tally::gate::has_figures;
use crate::tally::moment::Moment;
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
    let reading = &log.reading;
    let failed = |error| Failure::store(output.lang, &log.place, error);
    let wanted = wanted(log.query(), asked);
    let wanted = wanted.map_err(|error| Failure::service(output.lang, error))?;
    if wanted.iter().any(|wanted| has_figures(&reading.model, wanted.unit)) {
        gate::pass(&reading.model, insider, output)?;
    }
    let now = reading.now().map_err(failed)?;
    let document = document(&log, &wanted, now, output)?;
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

fn document(log: &Log, wanted: &[Wanted<'_>], now: Moment, output: &Output) -> Result<Document, Failure> {
    let (model, lang) = (&log.reading.model, output.lang);
    let missing = || Failure::not_found(advise!(lang, usage::usage_no_election));
    let manifest = model.manifest().ok_or_else(missing)?;
    let checkpoint = log.checkpoint();
    let desk = Desk { model, manifest, now, checkpoint, findings: findings(model, now), output };
    let page = |wanted: &Wanted<'_>| {
        if model.is_lowest(wanted.record) { protocol::page(&desk, wanted) } else { summary::page(&desk, wanted) }
    };
    let mut pages: Vec<Page> = wanted.iter().filter_map(page).collect();
    if pages.is_empty() {
        return Err(Failure::not_found(advise!(lang, usage::usage_nothing_to_print)));
    }
    let events: Vec<_> = pages.iter().filter_map(|page| page.event).map(|(sequence, _)| sequence).collect();
    let receipts = log.receipts(&events).map_err(|error| Failure::service(lang, error))?;
    pages.iter_mut().filter(|page| page.event.is_some()).zip(&receipts).for_each(|(page, receipt)| {
        page.attach(receipt, checkpoint, lang);
    });
    let election = manifest.title.in_language(lang.code()).to_owned();
    Ok(Document { lang, election, authority: manifest.authority.to_string(), rehearsal: manifest.rehearsal, pages })
}
