//! Floor 9: the pages of the media centre, as text. A page is a pure function of what readers see at one checkpoint, of a
//! language and of a place on the map: the service hands it out, and `export --site` writes it into a file.
//!
//! ```text
//! address ─▶ Place ─┐
//! Live, witnesses ──┴─▶ Book::page ─▶ pages/NOUN ─▶ its template, within the frame ─▶ HTML
//! ```
//!
//! Every link of a page is relative, so that the pages are the same bytes wherever they lie.

pub mod assets;
pub mod beside;
pub mod book;
pub mod charts;
pub mod check;
pub mod colours;
pub mod desk;
mod figures;
pub mod folder;
mod frame;
mod front;
mod languages;
pub mod mirror;
mod named;
mod pages;
pub(crate) mod paper;
pub mod place;
pub mod search;
pub mod site;
pub mod words;
