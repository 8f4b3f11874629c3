//! A unit in a contest: a constituency with everything below it.

use askama::Template;

use super::closed::closed;
use super::html;
use super::outcome::Outcome;
use super::standings::Standing;
use crate::domain::id::{ContestId, UnitId};
use crate::portal::book::Book;
use crate::portal::frame::Frame;
use crate::portal::place::Place;
use crate::portal::words::Word;
use crate::text::{Label, Lang};

/// A constituency.
#[derive(Template)]
#[template(path = "pages/unit.html", config = "src/portal/askama.toml")]
struct Constituency {
    frame: Frame,
    of: Outcome,
    /// Where the contest is.
    up: String,
    below: Vec<Standing>,
}

/// The page of a unit; none where there is no such unit, or the contest is not held in it.
pub fn page(book: &Book<'_>, lang: Lang, contest: &ContestId, unit: &UnitId) -> Option<String> {
    let record = book.contest(contest)?;
    let summed = book.summed(record, unit)?;
    let frame = book.frame(lang, Place::Unit(contest.clone(), unit.clone()), book.unit_name(unit));
    if let Some(closed) = closed(book, &frame) {
        return Some(html(&closed));
    }
    let of = Outcome::of(book, lang, record, &summed);
    let (up, below) = (frame.to(&Place::Contest(contest.clone())), Standing::below(book, &frame, record, unit));
    Some(html(&Constituency { of, up, below, frame }))
}
