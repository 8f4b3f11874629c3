//! The data, and the addresses for programs.

use askama::Template;

use super::html;
use crate::export::FORMATS;
use crate::portal::beside::TOTALS;
use crate::portal::book::{Book, Exported, Handed};
use crate::portal::frame::Frame;
use crate::portal::place::Place;
use crate::portal::words::data::{DataWord, data_file_of};
use crate::portal::words::{Says, Word, word};
use crate::tally::gate::Gate;
use crate::text::{self, Lang};

/// What a program asks first, each by its address from the root of the site.
const ADDRESSES: &[(&str, DataWord)] = &[("v1", DataWord::Index), ("v1/openapi.json", DataWord::Description)];
/// The same of what is answered once figures may be told.
const FIGURES: &[(&str, DataWord)] =
    &[("v1/totals", DataWord::Totals), ("v1/papers", DataWord::Papers), ("v1/changes", DataWord::Changes)];
/// The same of a mirror.
const MIRRORED: &[(&str, DataWord)] = &[(TOTALS, DataWord::Totals)];
/// The same of the log, once it is out.
const LOG: (&str, DataWord) = ("log/checkpoint", DataWord::Published);

/// The data.
#[derive(Template)]
#[template(path = "pages/data.html", config = "src/portal/askama.toml")]
struct Data {
    frame: Frame,
    forms: Vec<Form>,
    /// Each with what it answers; none where nobody answers.
    addresses: Vec<(String, &'static str, &'static str)>,
}

/// A form in which the data leaves.
struct Form {
    name: &'static str,
    says: String,
    /// Where it is handed out; none where nobody does.
    href: Option<String>,
    /// Of which checkpoint it is, and how many bytes it has, where that is known.
    of: Option<String>,
}

/// The page.
pub fn page(book: &Book<'_>, lang: Lang) -> String {
    let frame = book.frame(lang, Place::Data, word(lang, Word::Data).to_owned());
    let is_served = book.handed == Handed::Served;
    let is_told = is_served && book.gate == Gate::Open;
    let from_root = |path: &str| format!("{}{path}", frame.root());
    let made = FORMATS.iter().filter(|format| format.lacks().is_none());
    let exported = |form: &str| book.exports.and_then(|exports| exports.get(form));
    let where_is = |form: &str| match book.handed {
        Handed::Served => is_told.then(|| format!("v1/exports/{form}")),
        Handed::Filed => None,
        Handed::Mirrored => exported(form).map(|exported| exported.href.clone()),
    };
    let of = |exported: &Exported| {
        let size = text::number(lang, exported.size.0);
        say!(lang, data_file_of { size, bytes: text::number(lang, exported.bytes) })
    };
    let form = |format: &crate::export::format::Format| Form {
        name: format.name,
        says: DataWord::of_form(format.name)
            .map_or_else(|| text::in_english(lang, format.about), |says| says.said(lang).to_owned()),
        href: where_is(format.name).map(|path| from_root(&path)),
        of: exported(format.name).map(of),
    };
    let forms = made.map(form).collect();
    let address = |(path, says): &(&'static str, DataWord)| (from_root(path), *path, says.said(lang));
    let mirrored = MIRRORED.iter().filter(|_| book.handed == Handed::Mirrored && book.gate == Gate::Open);
    let told = FIGURES.iter().filter(|_| is_told).chain(mirrored).chain(book.has_published_log().then_some(&LOG));
    let addresses = ADDRESSES.iter().filter(|_| is_served).chain(told).map(address).collect();
    html(&Data { forms, addresses, frame })
}
