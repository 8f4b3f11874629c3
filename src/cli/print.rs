//! `show … --print`: the protocol as a page for a printer, one file that needs nothing else.

mod page;
mod protocol;
mod qr;
mod summary;

use std::path::Path;

use askama::Template;

use super::args::{Global, Show};
use super::failure::{Exit, Failure};
use super::files::{self, Readers};
use super::gate;
use super::ledger;
use super::log::{entry, find};
use super::output::Output;
use super::rendering;
use super::tally::{known_contests, known_unit};
use crate::domain::Body;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::Sequence;
use crate::service::parallel::Cores;
use crate::store::read::{self, Reading};
use crate::tally::gate::has_figures;
use crate::tally::record::{ContestRecord, UnitRecord};
use crate::tally::{Moment, findings};
use crate::view::page as view;

use page::{Desk, Document, Page};

/// Which paper, and which version of it: the one in force where none is named.
#[derive(Clone, Copy)]
struct Wanted<'a> {
    contest: &'a ContestRecord,
    unit: &'a UnitId,
    record: &'a UnitRecord,
    version: Option<Sequence>,
}

pub fn run(global: &Global, arguments: &Show, file: &Path, output: &Output) -> Result<Exit, Failure> {
    if file.exists() {
        return Err(Failure::exists(output.lang, file));
    }
    let reading = ledger::read(global, output)?;
    let failed = |error| Failure::store(output.lang, &global.ledger, error);
    let wanted = wanted(&reading, arguments, global, output)?;
    if wanted.iter().any(|wanted| has_figures(&reading.model, wanted.unit)) {
        gate::pass(&reading.model, &arguments.insider, output)?;
    }
    let now = reading.now().map_err(failed)?;
    let document = document(&reading, &wanted, now, global, output)?;
    let html = document.render().expect("nothing in the page can fail to be written to memory");
    files::write_new(output.lang, file, html.as_bytes(), Readers::All)?;
    if output.json {
        let (bytes, pages) = (html.len() as u64, document.pages.len() as u64);
        output.value(&view::Page { file: file.display().to_string(), bytes, pages });
    } else {
        output.line(&format!("{} written, {} bytes", file.display(), html.len()));
    }
    Ok(Exit::Done)
}

fn document(
    reading: &Reading,
    wanted: &[Wanted<'_>],
    now: Moment,
    global: &Global,
    output: &Output,
) -> Result<Document, Failure> {
    let (model, lang) = (&reading.model, output.lang);
    let missing = || Failure::not_found("the ledger holds no election", "found one: `protokol init`");
    let manifest = rendering::manifest(model).ok_or_else(missing)?;
    let checkpoint = reading.checkpoint.checkpoint();
    let desk = Desk { model, manifest, now, checkpoint, findings: findings(model, now), output };
    let page = |wanted: &Wanted<'_>| {
        if model.is_lowest(wanted.record) { protocol::page(&desk, wanted) } else { summary::page(&desk, wanted) }
    };
    let mut pages: Vec<Page> = wanted.iter().filter_map(page).collect();
    if pages.is_empty() {
        let act = "name a precinct, or a unit whose commission has handed in a summary; see `protokol tally`";
        return Err(Failure::not_found("there is no protocol and no summary of this unit to print", act));
    }
    let events: Vec<_> = pages.iter().filter_map(|page| page.event).map(|(sequence, _)| sequence).collect();
    let failed = |error| Failure::store(lang, &global.ledger, error);
    let receipts = read::receipts(&global.ledger, Cores, &events).map_err(failed)?;
    pages.iter_mut().filter(|page| page.event.is_some()).zip(&receipts).for_each(|(page, receipt)| {
        page.attach(receipt, checkpoint, lang);
    });
    let election = manifest.title.in_language(lang.code()).to_owned();
    Ok(Document { lang, election, authority: manifest.authority.to_string(), rehearsal: manifest.rehearsal, pages })
}

fn wanted<'a>(
    reading: &'a Reading,
    arguments: &Show,
    global: &Global,
    output: &Output,
) -> Result<Vec<Wanted<'a>>, Failure> {
    let model = &reading.model;
    let contests = known_contests(reading, arguments.contest.as_deref())?;
    let (unit, version) = match known_unit(reading, &arguments.what) {
        Ok(unit) => (unit, None),
        Err(_) => of_event(reading, arguments, global, output)?,
    };
    let of_unit = model.units().get_key_value(&unit);
    let held_here = |contest: &&ContestRecord| {
        let held_in = model.held_in(&contest.contest);
        model.lineage(&unit).any(|unit| Some(unit) == held_in)
    };
    let wants = |contest: &&ContestRecord| version.as_ref().is_none_or(|(id, _)| *id == contest.contest.id);
    let contests = contests.into_iter().filter(held_here).filter(wants);
    let version = version.as_ref().map(|(_, sequence)| *sequence);
    let each = contests.filter_map(|contest| of_unit.map(|(unit, record)| Wanted { contest, unit, record, version }));
    Ok(each.collect())
}

/// The unit of an event that is a version of a protocol or summary, and which version it is.
fn of_event(
    reading: &Reading,
    arguments: &Show,
    global: &Global,
    output: &Output,
) -> Result<(UnitId, Option<(ContestId, Sequence)>), Failure> {
    let sequence = find(reading, &arguments.what, global, output)?;
    let statement = entry(reading, sequence, global, output)?.statement;
    let (unit, contest) = match statement.map(|statement| statement.body) {
        Some(Body::ProtocolSubmitted(protocol)) => (protocol.paper.unit, protocol.paper.contest),
        Some(Body::ProtocolCorrected(corrected)) => (corrected.protocol.paper.unit, corrected.protocol.paper.contest),
        Some(Body::SummarySubmitted(summary)) => (summary.unit, summary.contest),
        Some(Body::SummaryCorrected(corrected)) => (corrected.summary.unit, corrected.summary.contest),
        _ => {
            let act = "name a unit, or the event of a protocol or a summary; see `protokol log`";
            return Err(Failure::usage(format!("{} is no protocol that could be printed", arguments.what), act));
        }
    };
    Ok((unit, Some((contest, sequence))))
}
