//! One protocol: what the paper says, who signed it, what is found in it, and everything that happened to it.

mod copies;
mod corrections;
mod disputes;
mod figures;
mod happening;
pub mod summary;

use askama::Template;

use self::copies::Copied;
use self::corrections::Correction;
use self::figures::Figures;
use self::happening::{Happening, Of};
use super::found::Found;
use super::html;
use crate::domain::number::Sequence;
use crate::portal::book::{Book, Handed};
use crate::portal::frame::Frame;
use crate::portal::named::Named;
use crate::portal::paper::happened::ShownPaper;
use crate::portal::paper::protocol;
use crate::portal::paper::sheet::{Desk, Section, Sheet, Wanted};
use crate::portal::place::Place;
use crate::portal::words::Word;
use crate::portal::words::papers::PaperWord;
use crate::service::error::Error;
use crate::tally::known_unit::KnownUnit;
use crate::tally::record::{ContestRecord, PaperRecord, Provenance};
use crate::text::{Heading, Label, Lang};

/// One protocol.
#[derive(Template)]
#[template(path = "pages/paper.html", config = "src/portal/askama.toml")]
struct Protocol {
    frame: Frame,
    /// Where the contest is, and what it is called.
    up: (String, Named),
    sheet: Sheet,
    /// How small the type must be for it to be printed on one page.
    density: &'static str,
    figures: Figures,
    found: Vec<Found>,
    /// Dissenting opinions and scans.
    sections: Vec<Section>,
    corrections: Vec<Correction>,
    copies: Vec<Copied>,
    complaints: Vec<Happening>,
    annulments: Vec<Happening>,
    history: Vec<(Happening, Vec<String>)>,
    /// Where the receipt is asked for.
    receipt: Option<String>,
}

/// The page of a unit that protocols come from.
///
/// # Errors
/// [`Error::Store`]: the event cannot be read.
pub fn page(
    book: &Book<'_>,
    frame: Frame,
    known: KnownUnit<'_>,
    contest: &ContestRecord,
) -> Result<Option<String>, Error> {
    let desk = desk(book, known, frame.lang);
    let wanted = Wanted { contest, unit: known.unit(), record: known.record(), version: None };
    let Some(mut sheet) = protocol::sheet(&desk, &wanted) else { return Ok(None) };
    let (receipt, density) = (attach(book, &frame, &mut sheet)?, sheet.density());
    let of = Of { book, frame: &frame, desk: &desk, wanted };
    let paper = known.paper(&contest.contest.id);
    let told = paper.map(|record| Told::of(&of, record)).unwrap_or_default();
    let found: Vec<_> = desk.found(&wanted).into_iter().map(|finding| Found::of(book, &frame, finding)).collect();
    let stated = paper.and_then(|record| record.at(desk.at).in_force);
    let mut figures = |protocol| Figures::of(desk.lang, &desk.manifest.form, contest, &mut sheet, protocol, &found);
    let figures = stated.map(|(_, protocol)| figures(protocol)).unwrap_or_default();
    let headings = [Heading::Dissent, Heading::Attachments].map(|heading| desk.heading(heading));
    let sections = sheet.sections.drain(..).filter(|section| headings.contains(&section.heading)).collect();
    let up = (frame.to(&Place::Contest(contest.contest.id.clone())), sheet.contest.clone());
    let Told { corrections, copies, complaints, annulments, history } = told;
    Ok(Some(html(&Protocol {
        frame,
        up,
        sheet,
        density,
        figures,
        found,
        sections,
        corrections,
        copies,
        complaints,
        annulments,
        history,
        receipt,
    })))
}

/// What papers of a unit are told from.
fn desk<'a>(book: &Book<'a>, known: KnownUnit<'a>, lang: Lang) -> Desk<'a> {
    Desk { known, manifest: known.manifest(), at: book.size(), checkpoint: book.sight.checkpoint(), lang }
}

/// Puts the receipt of a sheet's event on it, and says where it is asked for: in a folder of files nobody answers, and the
/// square holds what leads to it.
fn attach(book: &Book<'_>, frame: &Frame, sheet: &mut Sheet) -> Result<Option<String>, Error> {
    let Some((Sequence(sequence), _)) = sheet.event else { return Ok(None) };
    if book.handed != Handed::Served {
        sheet.point(book.sight.checkpoint(), frame.lang);
        return Ok(None);
    }
    sheet.attach(&book.sight.receipt(Sequence(sequence))?, book.sight.checkpoint(), frame.lang);
    Ok(Some(frame.api(&format!("receipts/{sequence}"))))
}

/// Everything that happened to a paper.
#[derive(Default)]
struct Told {
    corrections: Vec<Correction>,
    copies: Vec<Copied>,
    complaints: Vec<Happening>,
    annulments: Vec<Happening>,
    history: Vec<(Happening, Vec<String>)>,
}

impl Told {
    fn of(of: &Of<'_>, record: &PaperRecord) -> Self {
        let Desk { known, manifest, at, lang, .. } = *of.desk;
        let shown = ShownPaper { model: known.model(), manifest, record, at };
        let line = |(by, says, below): (Provenance, String, Vec<String>)| (of.happening(&by, says, Vec::new()), below);
        let steps = record.steps.iter().filter(|step| step.provenance.is_in(at));
        Self {
            corrections: shown.versions().iter().filter_map(|version| Correction::of(of, version)).collect(),
            copies: shown.copies().iter().map(|copy| Copied::of(of, copy)).collect(),
            complaints: shown.complaints().iter().map(|(by, of_it)| disputes::complaint(of, by, of_it)).collect(),
            annulments: steps.filter_map(|step| disputes::annulment(of, step)).collect(),
            history: shown.happened(lang).into_iter().map(line).collect(),
        }
    }
}
