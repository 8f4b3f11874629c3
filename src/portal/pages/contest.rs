//! A contest, constituency by constituency.

use askama::Template;

use super::closed::closed;
use super::html;
use super::outcome::Outcome;
use super::standings::Standing;
use crate::domain::id::ContestId;
use crate::portal::book::Book;
use crate::portal::frame::Frame;
use crate::portal::place::Place;
use crate::portal::words::Word;
use crate::text::{Label, Lang};

/// A contest.
#[derive(Template)]
#[template(path = "pages/contest.html", config = "src/portal/askama.toml")]
struct Contest {
    frame: Frame,
    of: Outcome,
    below: Vec<Standing>,
}

/// The page of a contest; none where there is no such contest.
pub fn page(book: &Book<'_>, lang: Lang, contest: &ContestId) -> Option<String> {
    let record = book.contest(contest)?;
    let title = record.contest.title.in_language(lang.code()).to_owned();
    let frame = book.frame(lang, Place::Contest(contest.clone()), title);
    if let Some(closed) = closed(book, &frame) {
        return Some(html(&closed));
    }
    let of = Outcome::of(book, lang, record, &book.whole(record)?);
    let below = Standing::below(book, &frame, record, book.model().held_in(&record.contest)?);
    Some(html(&Contest { of, below, frame }))
}
