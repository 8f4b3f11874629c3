//! The site: which page is at which place.

use super::book::Book;
use super::pages;
use super::place::Place;
use crate::service::error::Error;
use crate::text::Lang;

/// The page at a place, as HTML; none where the election has nothing of that name.
///
/// # Errors
/// [`Error::Store`]: an event cannot be read.
pub fn page(book: &Book<'_>, lang: Lang, place: &Place) -> Result<Option<String>, Error> {
    let page = match place {
        Place::Results => Some(pages::results::page(book, lang)),
        Place::Check => Some(pages::check::page(book, lang)),
        Place::Contest(contest) => pages::contest::page(book, lang, contest),
        Place::Unit(contest, unit) => pages::unit::page(book, lang, contest, unit)?,
        _ => None,
    };
    Ok(page)
}
