//! The results in large letters, for a screen that many look at from far away. With a script the parts take turns; without
//! one they stand below each other.

use askama::Template;

use super::closed::closed;
use super::html;
use super::outcome::Outcome;
use super::standings::{Standing, Standings};
use crate::portal::assets::ROTATION;
use crate::portal::book::Book;
use crate::portal::frame::Frame;
use crate::portal::place::Place;
use crate::portal::words::embedding::EmbedWord;
use crate::portal::words::{Word, word};
use crate::tally::record::ContestRecord;
use crate::text::Lang;

/// How many units fit a screen.
const UNITS_A_SCREEN: usize = 8;
/// How many candidates fit a screen beside the one who leads.
const CANDIDATES_A_SCREEN: usize = 6;

/// The screen.
#[derive(Template)]
#[template(path = "pages/screen.html", config = "src/portal/askama.toml")]
struct Screen {
    frame: Frame,
    contests: Vec<Shown>,
}

/// What is shown of a contest, one part after the other.
struct Shown {
    of: Outcome,
    units: Vec<Vec<Standing>>,
}

impl Screen {
    fn rotation(&self) -> String {
        self.frame.asset(&ROTATION)
    }
}

/// The page.
pub fn page(book: &Book<'_>, lang: Lang) -> String {
    let frame = book.frame(lang, Place::Screen, word(lang, Word::Screen).to_owned());
    if let Some(closed) = closed(book, &frame) {
        return html(&closed);
    }
    let shown = |contest: &&ContestRecord| {
        let of = Outcome::of(book, lang, contest, &book.whole(contest)?);
        let held_in = book.model().held_in(&contest.contest)?;
        let first = |_| Place::Contest(contest.contest.id.clone());
        let mut below = Standings::of(book, &frame, (contest, held_in), 0, first)?.lines;
        let mut units = Vec::new();
        while !below.is_empty() {
            let rest = below.split_off(below.len().min(UNITS_A_SCREEN));
            units.push(std::mem::replace(&mut below, rest));
        }
        Some(Shown { of, units })
    };
    let contests = book.contests().iter().filter_map(shown).collect();
    html(&Screen { contests, frame })
}
