//! What stands where there is no page, and where none can be made.

use askama::Template;

use super::html;
use crate::domain::manifest::Manifest;
use crate::portal::book::Book;
use crate::portal::frame::Frame;
use crate::portal::place::Place;
use crate::portal::words::Word;
use crate::portal::words::log::{LogWord, log_word};
use crate::text::Lang;
use crate::view::failure::Failure;

/// There is no such page.
#[derive(Template)]
#[template(path = "pages/missing.html", config = "src/portal/askama.toml")]
struct Missing {
    frame: Frame,
}

/// No page can be made.
#[derive(Template)]
#[template(path = "pages/troubled.html", config = "src/portal/askama.toml")]
struct Troubled {
    frame: Frame,
    failure: Failure,
}

/// A request is not answered, whatever it asked for: nothing is known here, and nothing else is asked for.
#[derive(Template)]
#[template(path = "pages/refused.html", config = "src/portal/askama.toml")]
struct Refused {
    lang: Lang,
    failure: Failure,
}

/// What is said at an address that no page has, so many folders below the root of the site.
pub fn missing(book: &Book<'_>, lang: Lang, depth: usize) -> String {
    let frame = book.frame(lang, Place::Results, log_word(lang, LogWord::NoPage).to_owned());
    html(&Missing { frame: frame.nowhere(depth) })
}

/// What is said to whoever is refused at the door: why, and what to do.
pub fn refused(lang: Lang, failure: Failure) -> String {
    html(&Refused { lang, failure })
}

/// What is said where a page cannot be made: why, and what to do.
pub fn troubled(manifest: &Manifest, lang: Lang, depth: usize, failure: Failure) -> String {
    let frame = Frame::bare(manifest, lang, log_word(lang, LogWord::Troubled).to_owned()).nowhere(depth);
    html(&Troubled { failure, frame })
}
