//! The site: which page is at which place.

use super::book::Book;
use super::pages;
use super::place::Place;
use crate::domain::manifest::Manifest;
use crate::service::error::Error;
use crate::text::Lang;
use crate::view::failure::Failure;

/// The page at a place, as HTML; none where the election has nothing of that name.
///
/// # Errors
/// [`Error::Store`]: an event cannot be read.
pub fn page(book: &Book<'_>, lang: Lang, place: &Place) -> Result<Option<String>, Error> {
    let page = match place {
        Place::Results => Some(pages::results::page(book, lang)),
        Place::Turnout => Some(pages::turnout::page(book, lang)),
        Place::Arrivals => Some(pages::arrivals::page(book, lang)),
        Place::Awaited => Some(pages::awaited::page(book, lang)),
        Place::AwaitedOf(contest, unit) => pages::awaited::of_unit(book, lang, contest, unit, 0),
        Place::AwaitedPart(contest, unit, part) => pages::awaited::of_unit(book, lang, contest, unit, *part),
        Place::Check => Some(pages::check::page(book, lang)),
        Place::Data => Some(pages::data::page(book, lang)),
        Place::Screen => Some(pages::screen::page(book, lang)),
        Place::Embed => Some(pages::embed::page(book, lang)),
        Place::EmbedTable(contest) => pages::embed::table(book, lang, contest),
        Place::EmbedImage(contest) => pages::embed::image(book, lang, contest),
        Place::Contest(contest) => pages::contest::page(book, lang, contest, 0),
        Place::ContestPart(contest, part) => pages::contest::page(book, lang, contest, *part),
        Place::Unit(contest, unit) => pages::unit::page(book, lang, contest, unit, 0)?,
        Place::UnitPart(contest, unit, part) => pages::unit::page(book, lang, contest, unit, *part)?,
        Place::Findings => Some(pages::findings::page(book, lang)),
        Place::FindingsOf(code) => pages::findings::of_code(book, lang, code, 0),
        Place::FindingsPart(code, part) => pages::findings::of_code(book, lang, code, *part),
        Place::Help => Some(pages::help::page(book, lang)),
        Place::Code(code) => pages::help::of_code(book, lang, code),
        Place::Log => Some(pages::log::page(book, lang, None)?),
        Place::LogPart(part) => pages::log::part(book, lang, *part)?,
        Place::Event(sequence) => pages::event::page(book, lang, *sequence)?,
        Place::Keys => Some(pages::keys::page(book, lang)?),
        Place::Observers => pages::observers::page(book, lang, 0),
        Place::ObserversPart(part) => pages::observers::page(book, lang, *part),
        Place::Candidates => Some(pages::candidates::page(book, lang)),
    };
    Ok(page)
}

/// What is said at an address that no page has, so many folders below the root of the site.
pub fn missing(book: &Book<'_>, lang: Lang, depth: usize) -> String {
    pages::nowhere::missing(book, lang, depth)
}

/// What is said to whoever is refused before anything is looked up: why, and what to do.
pub fn refused(lang: Lang, failure: Failure) -> String {
    pages::nowhere::refused(lang, failure)
}

/// What is said where a page cannot be made: why, and what to do.
pub fn troubled(manifest: &Manifest, lang: Lang, depth: usize, failure: Failure) -> String {
    pages::nowhere::troubled(manifest, lang, depth, failure)
}
