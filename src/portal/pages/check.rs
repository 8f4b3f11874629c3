//! How everything that the pages say is checked.

use askama::Template;

use super::html;
use crate::portal::beside::LOG;
use crate::portal::book::{Book, Handed};
use crate::portal::check::{FILE, digest};
use crate::portal::frame::Frame;
use crate::portal::place::Place;
use crate::portal::words::checking::Checking;
use crate::portal::words::{Word, word};
use crate::text::Lang;
use crate::verify::published::{CHECKPOINT, SNAPSHOT};

/// How to check.
#[derive(Template)]
#[template(path = "pages/check.html", config = "src/portal/askama.toml")]
struct Check {
    frame: Frame,
    /// The page that checks by itself, from this one.
    page: String,
    /// Its digest.
    digest: &'static str,
    /// The log's key, as the log names it.
    key: String,
    /// Whether the log may be published beside the pages.
    may_publish: bool,
    /// The addresses of the published log: none where the pages are files, which may lie anywhere, or it is not out yet.
    log: Vec<String>,
}

/// The page.
pub fn page(book: &Book<'_>, lang: Lang) -> String {
    let frame = book.frame(lang, Place::Check, word(lang, Word::CheckItYourself).to_owned());
    let key = book.model().election().map_or_else(String::new, |election| election.log_key.clone());
    let address = |file: &str| format!("{}{LOG}{file}", frame.root());
    let log = if book.has_published_log() { [CHECKPOINT, SNAPSHOT].map(address).to_vec() } else { Vec::new() };
    let (page, may_publish) = (format!("{}{FILE}", frame.root()), book.handed != Handed::Filed);
    html(&Check { page, digest: digest(), key, may_publish, log, frame })
}
