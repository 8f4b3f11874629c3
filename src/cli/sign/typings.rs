//! Two typings of one paper: every difference is told, and any stops the signing.

use std::path::Path;

use super::super::failure::Failure;
use super::super::files;
use super::super::words::papers;
use crate::clerk::sign;
use crate::domain::finding::candidate_digits;
use crate::domain::manifest::Manifest;
use crate::domain::number::Count;
use crate::intake::draft::Draft;
use crate::text::{self, Lang, Said};
use crate::view::difference::{self, FieldDifference};
use crate::view::event::Fields;

/// Where the figures of a paper, or of its correction, stand among the fields.
const FIGURES: [&str; 2] = ["figures.", "protocol.figures."];

/// Differences between two typings stop the signing; the second is in the file that is told.
pub fn compare(
    lang: Lang,
    first: &Draft,
    second: &Draft,
    manifest: Option<&Manifest>,
    path: &Path,
) -> Result<(), Failure> {
    if first == second {
        return Ok(());
    }
    let draft = files::read_text(lang, path)?;
    let failure = |difference: FieldDifference| {
        let FieldDifference { field: place, first: one, second: other } = difference;
        let (typed, again) = (one.trim_matches('"').to_owned(), other.trim_matches('"').to_owned());
        let said = advise!(lang, papers::paper_typings_differ { place: place.as_str(), one, other });
        let said = text::telling_two(lang, said, &typed, &again);
        Failure { line: line_of(&draft, &place), item: Some(place), ..Failure::format(path, said) }
    };
    let mut failures = differences(lang, first, second, manifest).into_iter().map(failure);
    let first = failures.next();
    Err(Failure { others: failures.collect(), ..first.unwrap_or_else(|| Failure::format(path, ledger_or_kind(lang))) })
}

/// Every difference: figures by the name of their item or candidate, and then the other fields.
fn differences(lang: Lang, first: &Draft, second: &Draft, manifest: Option<&Manifest>) -> Vec<FieldDifference> {
    let shown = |figure: Option<Count>| {
        figure.map_or_else(|| say!(lang, papers::paper_no_figure).to_owned(), |figure| figure.to_string())
    };
    let named = |differs: sign::FigureDifference| FieldDifference {
        field: differs.figure,
        first: shown(differs.first),
        second: shown(differs.second),
    };
    let figures = manifest.map(|manifest| sign::differences(&first.body, &second.body, &manifest.form));
    let mut all: Vec<_> = figures.unwrap_or_default().into_iter().map(named).collect();
    let is_named = !all.is_empty();
    let is_figure = |differs: &FieldDifference| FIGURES.iter().any(|figures| differs.field.starts_with(figures));
    let fields = difference::differences(Fields::of(&first.body), Fields::of(&second.body));
    all.extend(fields.into_iter().filter(|differs| !(is_named && is_figure(differs))));
    all
}

fn ledger_or_kind(lang: Lang) -> Said {
    let place = say!(lang, papers::paper_ledger_or_kind);
    advise!(lang, papers::paper_typings_differ { place, one: "", other: "" })
}

/// The line of a draft on which a field stands, by the last part of its name.
fn line_of(draft: &str, place: &str) -> Option<u64> {
    let name = place.rsplit('.').next().unwrap_or(place);
    let name = candidate_digits(name).unwrap_or(name);
    let is_meant = |line: &str| line.split_once('=').is_some_and(|(key, _)| key.trim().trim_matches('"') == name);
    draft.lines().zip(1..).find(|(line, _)| is_meant(line)).map(|(_, line)| line)
}
