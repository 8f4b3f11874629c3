//! What stands in the place of figures while the publication gate is closed.

use askama::Template;

use crate::portal::book::Book;
use crate::portal::frame::Frame;
use crate::portal::words::{self, Word};
use crate::tally::gate::Gate;

/// The page of a closed gate.
#[derive(Template)]
#[template(path = "pages/closed.html", config = "src/portal/askama.toml")]
pub struct Closed<'a> {
    frame: &'a Frame,
    until: String,
}

/// What is shown in the place of a page with figures; none where figures may be told.
pub fn closed<'a>(book: &Book<'_>, frame: &'a Frame) -> Option<Closed<'a>> {
    match book.gate {
        Gate::Open => None,
        Gate::Closed { until } => {
            let until = say!(frame.lang, words::portal_gate_until { until: book.time(until) });
            Some(Closed { frame, until })
        }
    }
}
