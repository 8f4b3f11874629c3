//! A unit in a contest: one protocol, or a constituency with everything below it and its commission's own summary.

use askama::Template;

use super::against::Against;
use super::closed::closed;
use super::html;
use super::outcome::Outcome;
use super::paper::{self, summary::Own};
use super::standings::Standings;
use crate::domain::id::{ContestId, UnitId};
use crate::portal::book::Book;
use crate::portal::frame::Frame;
use crate::portal::place::Place;
use crate::portal::words::Word;
use crate::portal::words::charts::ChartWord;
use crate::portal::words::papers::PaperWord;
use crate::service::error::Error;
use crate::tally::known_unit::KnownUnit;
use crate::text::{Heading, Label, Lang};

/// A constituency.
#[derive(Template)]
#[template(path = "pages/unit.html", config = "src/portal/askama.toml")]
struct Constituency {
    frame: Frame,
    of: Outcome,
    /// Where the contest is.
    up: String,
    below: Standings,
    against: Option<Against>,
    own: Option<Own>,
}

/// The page of a unit, with a part of the units below it; none where there is no such unit or part, or the contest is not
/// held in it.
///
/// # Errors
/// [`Error::Store`]: an event cannot be read.
pub fn page(
    book: &Book<'_>,
    lang: Lang,
    contest: &ContestId,
    unit: &UnitId,
    part: u64,
) -> Result<Option<String>, Error> {
    let Some((record, summed)) = book.contest(contest).and_then(|record| Some((record, book.summed(record, unit)?)))
    else {
        return Ok(None);
    };
    let place = |part: u64| match part {
        0 => Place::Unit(contest.clone(), unit.clone()),
        part => Place::UnitPart(contest.clone(), unit.clone(), part),
    };
    let frame = book.frame(lang, place(part), book.unit_name(unit));
    if let Some(closed) = closed(book, &frame) {
        return Ok(Some(html(&closed)));
    }
    let numbers = book.sight.numbers(unit);
    let Some(known) = KnownUnit::of(book.model(), unit, &numbers) else { return Ok(None) };
    if known.is_lowest() {
        return if part == 0 { paper::page(book, frame, known, record) } else { Ok(None) };
    }
    let of = Outcome::of(book, lang, record, &summed);
    let up = frame.to(&Place::Contest(contest.clone()));
    let Some(below) = Standings::of(book, &frame, (record, unit), part, place) else { return Ok(None) };
    let against = Against::of(book, &frame, record, unit, &summed);
    let own = Own::of(book, &frame, known, record)?;
    Ok(Some(html(&Constituency { of, up, below, against, own, frame })))
}
