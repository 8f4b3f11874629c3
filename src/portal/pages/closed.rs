//! What stands in the place of figures while the publication gate is closed.

use askama::Template;

use crate::portal::book::Book;
use crate::portal::frame::Frame;
use crate::portal::words::{self, Word};
use crate::tally::gate::Gate;
use crate::text::Lang;

/// The page of a closed gate.
#[derive(Template)]
#[template(path = "pages/closed.html", config = "src/portal/askama.toml")]
pub struct Closed<'a> {
    frame: &'a Frame,
    until: String,
}

/// What is shown in the place of a page with figures; none where figures may be told.
pub fn closed<'a>(book: &Book<'_>, frame: &'a Frame) -> Option<Closed<'a>> {
    until(book, frame.lang).map(|until| Closed { frame, until })
}

/// Until when figures may not be told; none where they may.
pub fn until(book: &Book<'_>, lang: Lang) -> Option<String> {
    match book.gate {
        Gate::Open => None,
        Gate::Closed { until } => Some(say!(lang, words::portal_gate_until { until: book.time(until) })),
    }
}
