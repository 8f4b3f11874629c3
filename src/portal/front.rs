//! The way in where nobody answers: one asks for a language, and each is a link.

use askama::Template;

use super::book::Book;
use super::languages::NAMES;
use super::place::Place;
use crate::text::Lang;

/// The way in.
#[derive(Template)]
#[template(path = "front.html", config = "src/portal/askama.toml")]
struct Front {
    /// Each language, what it is called by those who speak it, and what the election is called in it.
    languages: Vec<(Lang, &'static str, String)>,
    style: String,
}

/// The page of the site's own folder.
pub fn page(book: &Book<'_>) -> String {
    let election = |lang: Lang| book.frame(lang, Place::Results, String::new()).election.text;
    let languages = NAMES.iter().map(|(lang, name)| (*lang, *name, election(*lang))).collect();
    let style = format!("assets/{}", super::assets::STYLE.name());
    Front { languages, style }.render().expect("nothing in a page can fail to be written to memory")
}
