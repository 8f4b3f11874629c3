//! A contest, constituency by constituency.

use askama::Template;

use super::against::Against;
use super::closed::closed;
use super::html;
use super::outcome::Outcome;
use super::standings::Standings;
use crate::domain::id::ContestId;
use crate::portal::book::Book;
use crate::portal::frame::Frame;
use crate::portal::named::Named;
use crate::portal::place::Place;
use crate::portal::words::Word;
use crate::portal::words::charts::ChartWord;
use crate::text::{Label, Lang};

/// A contest.
#[derive(Template)]
#[template(path = "pages/contest.html", config = "src/portal/askama.toml")]
struct Contest {
    frame: Frame,
    of: Outcome,
    below: Standings,
    against: Option<Against>,
}

/// The page of a contest, with a part of its constituencies; none where there is no such contest, or no such part.
pub fn page(book: &Book<'_>, lang: Lang, contest: &ContestId, part: u64) -> Option<String> {
    let record = book.contest(contest)?;
    let title = Named::contest(&record.contest, lang).text;
    let place = |part: u64| match part {
        0 => Place::Contest(contest.clone()),
        part => Place::ContestPart(contest.clone(), part),
    };
    let frame = book.frame(lang, place(part), title);
    if let Some(closed) = closed(book, &frame) {
        return Some(html(&closed));
    }
    let (summed, held_in) = (book.whole(record)?, book.model().held_in(&record.contest)?);
    let of = Outcome::of(book, lang, record, &summed);
    let against = Against::of(book, &frame, record, held_in, &summed);
    let below = Standings::of(book, &frame, (record, held_in), part, place)?;
    Some(html(&Contest { of, below, against, frame }))
}
