//! Looking up what a reader types: an event, a unit, or a state of the log.

use super::book::Book;
use super::pages::log::{self, Asked};
use super::place::{EVENTS_A_PAGE, Place};
use super::words::log as words;
use super::words::log::{LogWord, log_word};
use super::words::papers;
use crate::domain::id::UnitId;
use crate::domain::number::{Sequence, Size};
use crate::ledger::note::checkpoint::Fingerprint;
use crate::service::error::{Error, QueryError};
use crate::text::{self, Lang};

/// How many of the last states of the log are looked at for a fingerprint: each is a root of its own.
const STATES_LOOKED_AT: u64 = 1_000;
/// How many units are listed at most, whose names have what was typed.
const UNITS_SHOWN: usize = 20;
/// How much of what was typed is looked at, in characters.
const TYPED_MAX: usize = 200;

/// What a search comes to.
#[derive(Debug)]
pub enum Search {
    /// One thing has this name, and its page is here.
    At(Place),
    /// None has it, or several have: a page says so.
    Page(String),
}

/// Looks up what was typed.
///
/// # Errors
/// [`Error::Store`]: an event cannot be read.
pub fn search(book: &Book<'_>, lang: Lang, typed: &str) -> Result<Search, Error> {
    let typed: String = typed.trim().chars().take(TYPED_MAX).collect();
    if typed.is_empty() {
        return Ok(Search::At(Place::Log));
    }
    let mut found: Vec<(String, Place)> = event(book, lang, &typed)?.into_iter().collect();
    found.extend(unit(book, lang, &typed));
    if found.is_empty() {
        found.extend(state(book, lang, &typed));
        found.extend(units(book, lang, &typed));
    }
    if let [(_, place)] = found.as_slice() {
        return Ok(Search::At(place.clone()));
    }
    let says = match found.is_empty() {
        true => say!(lang, words::portal_nothing_named { asked: typed.as_str() }),
        false => log_word(lang, LogWord::SeveralFound).to_owned(),
    };
    // From the page of the log, which answers.
    let frame = book.frame(lang, Place::Log, String::new());
    let hits = found.into_iter().map(|(says, place)| (says, frame.to(&place))).collect();
    log::page(book, lang, Some(Asked { text: typed, says, hits })).map(Search::Page)
}

/// The event of a number, which may be in groups of three as numbers are shown, or of a hash.
fn event(book: &Book<'_>, lang: Lang, typed: &str) -> Result<Option<(String, Place)>, Error> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    match book.sight.query().find(&plain.to_ascii_lowercase()) {
        Ok(event) => Ok(Some((say!(lang, papers::portal_event { event }), Place::Event(event)))),
        Err(Error::Query(QueryError::NoEvent(_))) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The unit of an id.
fn unit(book: &Book<'_>, _: Lang, typed: &str) -> Option<(String, Place)> {
    book.model().unit_named(typed).and_then(|(unit, _)| of_unit(book, unit))
}

fn of_unit(book: &Book<'_>, unit: &UnitId) -> Option<(String, Place)> {
    Some((book.unit_name(unit), Place::Unit(book.anywhere(unit)?, unit.clone())))
}

/// The units whose names have what was typed.
fn units(book: &Book<'_>, lang: Lang, typed: &str) -> Vec<(String, Place)> {
    let typed = text::lower(lang, typed);
    let has = |name: &str| !name.is_empty() && text::lower(lang, name).contains(&typed);
    let units = book.model().units().iter().filter(|(_, record)| has(record.name.as_str()));
    units.filter_map(|(unit, _)| of_unit(book, unit)).take(UNITS_SHOWN).collect()
}

/// A late state of the log by its fingerprint: the part of the log that it ends in.
fn state(book: &Book<'_>, lang: Lang, typed: &str) -> Option<(String, Place)> {
    let wanted: Fingerprint = typed.parse().ok()?;
    let Size(size) = book.size();
    let sizes = (1..=size).rev().take(usize::try_from(STATES_LOOKED_AT).ok()?);
    let of = |size: &u64| book.sight.checkpoint_at(Size(*size)).fingerprint() == wanted;
    let size = sizes.into_iter().find(of)?;
    let says = say!(lang, words::portal_found_size { size: text::number(lang, size) });
    Some((says, Place::LogPart(Sequence(size - 1).0 / EVENTS_A_PAGE)))
}
