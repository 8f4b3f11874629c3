//! The first page: what the contests come to.

use askama::Template;

use super::closed::closed;
use super::html;
use super::outcome::Outcome;
use crate::portal::book::Book;
use crate::portal::frame::Frame;
use crate::portal::place::Place;
use crate::portal::words::{Word, word};
use crate::text::{Label, Lang};

/// What the contests come to.
#[derive(Template)]
#[template(path = "pages/results.html", config = "src/portal/askama.toml")]
struct Results {
    frame: Frame,
    /// What each comes to, and where all of it is.
    contests: Vec<(Outcome, String)>,
}

/// The first page.
pub fn page(book: &Book<'_>, lang: Lang) -> String {
    let frame = book.frame(lang, Place::Results, word(lang, Word::Results).to_owned());
    if let Some(closed) = closed(book, &frame) {
        return html(&closed);
    }
    let contest = |record: &&crate::tally::record::ContestRecord| {
        let outcome = Outcome::of(book, lang, record, &book.whole(record)?);
        Some((outcome, frame.to(&Place::Contest(record.contest.id.clone()))))
    };
    let contests = book.contests().iter().filter_map(contest).collect();
    html(&Results { contests, frame })
}
