//! The log: its newest events, or a part of it, which never changes once it is full.

use askama::Template;

use super::html;
use super::line::Line;
use super::pager::Pager;
use crate::domain::number::Sequence;
use crate::portal::book::{Book, Handed};
use crate::portal::frame::Frame;
use crate::portal::place::{EVENTS_A_PAGE, Place};
use crate::portal::words::log::{self, LogWord};
use crate::portal::words::{Word, word};
use crate::service::error::Error;
use crate::text::{Label, Lang};

/// What a search found: what it is, and where.
pub type Hit = (String, String);

/// A search that leads nowhere, or to several places.
#[derive(Debug)]
pub struct Asked {
    /// What was asked for.
    pub text: String,
    /// That nothing has this name, or that several things have.
    pub says: String,
    /// What was found.
    pub hits: Vec<Hit>,
}

/// Events, the newest first.
#[derive(Template)]
#[template(path = "pages/log.html", config = "src/portal/askama.toml")]
struct Log {
    frame: Frame,
    /// Whether there is somebody to search.
    can_search: bool,
    asked: Option<Asked>,
    /// Which events they are.
    range: String,
    lines: Vec<Line>,
    pager: Pager,
}

/// The page of the newest events, with what a search came to where there was one.
///
/// # Errors
/// [`Error::Store`]: an event cannot be read.
pub fn page(book: &Book<'_>, lang: Lang, asked: Option<Asked>) -> Result<String, Error> {
    let frame = book.frame(lang, Place::Log, word(lang, Word::Log).to_owned());
    let size = book.size().0;
    let last = size.saturating_sub(1) / EVENTS_A_PAGE;
    let older = if size > EVENTS_A_PAGE { vec![(last, LogWord::Older), (0, LogWord::Oldest)] } else { Vec::new() };
    shown(book, frame, asked, size.saturating_sub(EVENTS_A_PAGE)..size, older)
}

/// The page of a part; none where the log is not so long.
///
/// # Errors
/// [`Error::Store`]: an event cannot be read.
pub fn part(book: &Book<'_>, lang: Lang, part: u64) -> Result<Option<String>, Error> {
    let (size, last) = (book.size().0, book.size().0.saturating_sub(1) / EVENTS_A_PAGE);
    if part > last {
        return Ok(None);
    }
    let first = part * EVENTS_A_PAGE;
    let title = format!("{} · {first}", word(lang, Word::Log));
    let frame = book.frame(lang, Place::LogPart(part), title);
    let newer = (part < last).then_some((part + 1, LogWord::Newer));
    let older = part.checked_sub(1).into_iter().flat_map(|older| [(older, LogWord::Older), (0, LogWord::Oldest)]);
    let links = newer.into_iter().chain(older).collect();
    shown(book, frame, None, first..size.min(first + EVENTS_A_PAGE), links).map(Some)
}

fn shown(
    book: &Book<'_>,
    frame: Frame,
    asked: Option<Asked>,
    events: std::ops::Range<u64>,
    links: Vec<(u64, LogWord)>,
) -> Result<String, Error> {
    let (from, to) = (events.start, events.end.saturating_sub(1));
    let range = say!(frame.lang, log::portal_events_from_to { from: from.to_string(), to: to.to_string() });
    let lines = events.rev().map(|at| Line::of(book, &frame, Sequence(at))).collect::<Result<_, Error>>()?;
    let newest = (frame.place != Some(Place::Log)).then(|| (frame.to(&Place::Log), frame.say(LogWord::Newest)));
    let part = |(part, word): (u64, LogWord)| (frame.to(&Place::LogPart(part)), frame.say(word));
    let links = newest.into_iter().chain(links.into_iter().map(part)).collect();
    let (pager, can_search) = (Pager { says: range.clone(), links }, book.handed == Handed::Served);
    Ok(html(&Log { can_search, asked, range, lines, pager, frame }))
}
