//! Two typings of one paper, by two people who did not see each other's.

use serde::Serialize;

use super::asked::Typings;
use super::checked::place;
use super::fields::{draft_of, kind};
use super::known::Known;
use super::refused::Refused;
use crate::clerk::sign::{FigureDifference, differences};
use crate::domain::number::Count;
use crate::intake::draft::Draft;
use crate::intake::error::InputError;
use crate::text::{self, Lang};
use crate::view::difference::{self, FieldDifference};
use crate::view::event::Fields;

/// Where two typings differ.
#[derive(Debug, Serialize)]
pub struct Difference {
    /// The place in the form; null of what is no figure.
    place: Option<String>,
    /// What people call it.
    label: String,
    first: String,
    second: String,
}

/// Where figures stand among the fields of a statement.
const FIGURES: [&str; 3] = ["figures.", "protocol.figures.", "items["];

/// Every difference between two typings: figures by their item, and then the other fields.
///
/// # Errors
/// [`Refused`]: one of them cannot be read.
pub fn compare(known: &Known, asked: &Typings) -> Result<Vec<Difference>, Refused> {
    let (lang, kind) = (asked.lang, kind(asked.lang, &asked.kind)?);
    let wrong = |errors: Vec<(Option<String>, InputError)>| {
        Refused::typed(lang, &errors.into_iter().map(|(_, error)| error).collect::<Vec<_>>())
    };
    let first = draft_of(known, lang, kind, &asked.first).map_err(wrong)?;
    let second = draft_of(known, lang, kind, &asked.second).map_err(wrong)?;
    Ok(differing(known, lang, &first, &second))
}

fn differing(known: &Known, lang: Lang, first: &Draft, second: &Draft) -> Vec<Difference> {
    let form = &known.manifest().form;
    let shown = |figure: Option<Count>| figure.map_or_else(String::new, |figure| figure.to_string());
    let figure = |differs: FigureDifference| Difference {
        place: Some(place(&differs.figure)),
        label: text::cell_label(lang, form, &differs.figure),
        first: shown(differs.first),
        second: shown(differs.second),
    };
    let figures: Vec<_> = differences(&first.body, &second.body, form).into_iter().map(figure).collect();
    let is_told = |differs: &FieldDifference| {
        figures.is_empty() || !FIGURES.iter().any(|figures| differs.field.starts_with(figures))
    };
    let fields = difference::differences(Fields::of(&first.body), Fields::of(&second.body));
    let field = |differs: FieldDifference| Difference {
        place: None,
        label: differs.field,
        first: differs.first.trim_matches('"').to_owned(),
        second: differs.second.trim_matches('"').to_owned(),
    };
    let others: Vec<_> = fields.into_iter().filter(is_told).map(field).collect();
    figures.into_iter().chain(others).collect()
}
