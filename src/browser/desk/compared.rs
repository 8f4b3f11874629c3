//! Two typings of one paper, by two people who did not see each other's.

use serde::Serialize;

use super::asked::Typings;
use super::checked::place;
use super::fields::{draft_of, kind};
use super::known::Known;
use super::refused::Refused;
use super::words::Word;
use crate::domain::finding::candidate_key;
use crate::domain::form::Form;
use crate::domain::number::Count;
use crate::domain::observer::{CopyContent, CopyFiled};
use crate::domain::statement::Body;
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
    let (ours, theirs) = (figures(&first.body, form), figures(&second.body, form));
    let of =
        |figures: &Named, name: &str| figures.iter().find(|(known, _)| known == name).and_then(|(_, figure)| *figure);
    let only_second = theirs.iter().filter(|(name, _)| !ours.iter().any(|(known, _)| known == name));
    let names = ours.iter().chain(only_second).map(|(name, _)| name);
    let both = names.map(|name| (name, of(&ours, name), of(&theirs, name)));
    let shown = |figure: Option<Count>| figure.map_or_else(String::new, |figure| figure.to_string());
    let figure = |(name, first, second): (&String, _, _)| Difference {
        place: Some(place(name)),
        label: text::cell_label(lang, form, name),
        first: shown(first),
        second: shown(second),
    };
    let figures = both.filter(|(_, first, second)| first != second).map(figure);
    let fields = difference::differences(Fields::of(&first.body), Fields::of(&second.body));
    let is_told = |differs: &FieldDifference| !["items", "votes"].iter().any(|table| differs.field.contains(table));
    let field = |differs: FieldDifference| {
        let name = differs.field.rsplit('.').next().and_then(Word::of_field);
        Difference {
            place: name.map(|_| differs.field.replace('.', "/")),
            label: name.map_or_else(|| differs.field.clone(), |name| name.said(lang).to_owned()),
            first: differs.first.trim_matches('"').to_owned(),
            second: differs.second.trim_matches('"').to_owned(),
        }
    };
    figures.chain(fields.into_iter().filter(is_told).map(field)).collect()
}

/// Figures by the name of their item or candidate; none where nothing stands.
type Named = Vec<(String, Option<Count>)>;

/// Every figure of a paper of the desk.
fn figures(body: &Body, form: &Form) -> Named {
    let (items, votes) = match body {
        Body::OpeningSealed(sealed) => (&sealed.items, &[][..]),
        Body::ProtocolSubmitted(protocol) => (&protocol.figures.items, &protocol.figures.votes[..]),
        Body::ProtocolCorrected(corrected) => {
            (&corrected.protocol.figures.items, &corrected.protocol.figures.votes[..])
        }
        Body::CopyFiled(CopyFiled { content: CopyContent::Handed { figures, .. }, .. }) => {
            (&figures.items, &figures.votes[..])
        }
        _ => return Vec::new(),
    };
    let items = form.items.iter().zip(items).map(|(item, figure)| (item.key.to_string(), *figure));
    items.chain(votes.iter().map(|(number, votes)| (candidate_key(*number), Some(*votes)))).collect()
}
