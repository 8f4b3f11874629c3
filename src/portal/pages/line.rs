//! An event on one line, as lists of events have it; without its figures while they may not be told.

use crate::domain::number::Sequence;
use crate::domain::statement::Body;
use crate::ledger::logged_event::LoggedEvent;
use crate::portal::book::Book;
use crate::portal::frame::Frame;
use crate::portal::place::Place;
use crate::service::error::Error;
use crate::tally::gate::{Gate, holds_figures};
use crate::text::{self, Label};

/// An event on one line.
#[derive(Debug)]
pub struct Line {
    /// Its place in the log.
    pub sequence: u64,
    /// Where all of it is.
    pub href: String,
    /// When it arrived.
    pub time: String,
    /// What it says.
    pub says: String,
}

impl Line {
    /// The event at a place of the log.
    ///
    /// # Errors
    /// [`Error::Store`]: it cannot be read.
    pub fn of(book: &Book<'_>, frame: &Frame, sequence: Sequence) -> Result<Self, Error> {
        let event = book.sight.query().event(sequence)?;
        Ok(Self {
            sequence: sequence.0,
            href: frame.to(&Place::Event(sequence)),
            time: event.envelope.as_ref().map_or_else(String::new, |envelope| book.time(envelope.arrival)),
            says: says(book, frame, &event),
        })
    }
}

/// Whether what an event says may be told: what cannot be read might hold figures.
pub fn is_told(book: &Book<'_>, event: &LoggedEvent) -> bool {
    book.gate == Gate::Open || event.kind().is_some_and(|kind| !holds_figures(kind))
}

/// What an event says on one line: of one that may not be told, what kind it is and of which unit.
pub fn says(book: &Book<'_>, frame: &Frame, event: &LoggedEvent) -> String {
    let Some(body) = event.body() else { return text::label(frame.lang, Label::CannotBeRead).to_owned() };
    if is_told(book, event) {
        return text::body_line(frame.lang, body, Some(&book.manifest().form));
    }
    let unit = body.unit().map(|unit| format!("{unit}: ")).unwrap_or_default();
    format!("{unit}{}", text::event_kind(frame.lang, Body::kind(body)))
}
