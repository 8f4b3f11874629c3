//! The form: a draft's fields in the paper's order, with labels, each of a sort that a page knows how to ask for.

use serde::Serialize;

use super::asked::{Form, Typed};
use super::known::{KINDS, Known};
use super::receipt::believed;
use super::refused::Refused;
use super::words::Word;
use crate::clerk::draft::{self, Subject};
use crate::domain::decision::Decision;
use crate::domain::finding::candidate_digits;
use crate::domain::id::EventHash;
use crate::domain::number::Voting;
use crate::domain::protocol::ProtocolCorrected;
use crate::domain::statement::{Body, Kind};
use crate::domain::text::Text;
use crate::intake::draft::form::{Filled, FormField, fields, fields_of};
use crate::intake::draft::{self as drafts, Draft, Prefilled};
use crate::intake::error::InputError;
use crate::text::{self, Lang};

/// The form of a paper.
#[derive(Debug, Serialize)]
pub struct FormOf {
    fields: Vec<Field>,
}

/// A field of a form.
#[derive(Debug, Serialize)]
pub struct Field {
    /// Where its value stands in the draft.
    place: String,
    /// What people call it.
    label: String,
    /// What the form or the program says beside it.
    hint: String,
    sort: Sort,
    /// What stands there already.
    value: String,
    /// Whether it is of a list's entry that may be added.
    sample: bool,
    /// What may be chosen; empty where anything may be typed.
    choices: Vec<Choice>,
}

/// What a page asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// Known already, and not typed.
    Fixed,
    /// A count, whose words are shown.
    Figure,
    /// A number that is a name: a seat.
    Number,
    /// A line.
    Text,
    /// Several lines.
    Long,
    /// A day and an hour.
    Moment,
    Day,
    Hour,
    /// One of a few.
    Choice,
    /// The digest of a file, which the page computes.
    Digest,
    /// An event, by its hash.
    Event,
    /// Of an attachment, which the page fills in.
    Scan,
}

#[derive(Debug, Serialize)]
struct Choice {
    value: String,
    label: String,
}

/// The form of a kind of paper, with what is known filled in.
///
/// # Errors
/// [`Refused`]: no such kind, unit or contest; a receipt that is not to be believed.
pub fn form(known: &Known, asked: &Form) -> Result<FormOf, Refused> {
    let Form { lang, unit, contest, receipt, .. } = asked;
    let (lang, background) = (*lang, &known.background);
    let kind = kind(lang, &asked.kind)?;
    let of_draft = |error| Refused::draft(lang, &error);
    let unit = draft::unit(kind, unit, background).map_err(of_draft)?;
    let contest = draft::contest(kind, contest.as_deref(), background).map_err(of_draft)?;
    let about = receipt.as_deref().map(|receipt| believed(known, lang, receipt)).transpose()?;
    let context = background.context(lang.code(), text::hint).map_err(|error| Refused::kit(lang, &error))?;
    let event = about.as_ref().map(|(event, _)| *event);
    if let (Kind::ProtocolCorrected, Some((event, body))) = (kind, about) {
        let body = correction(lang, event, body)?;
        return Ok(of(known, lang, kind, fields_of(&body, &context)));
    }
    let subject = Subject { contest, unit: Some(unit), event };
    let paper = subject.contest.as_ref().zip(subject.unit.as_ref());
    let voting = paper.map_or(Voting::FIRST, |(contest, unit)| known.election().paper(contest, unit).voting);
    let Subject { contest, unit, event } = subject;
    let prefilled = Prefilled { contest, unit, voting: Some(voting), event, ..Prefilled::default() };
    Ok(of(known, lang, kind, fields(kind, &prefilled, &context)))
}

/// The kind of a word, of those that the desk draws up.
pub fn kind(lang: Lang, word: &str) -> Result<Kind, Refused> {
    KINDS.into_iter().find(|kind| kind.word() == word).ok_or_else(|| Refused::kind(lang, word))
}

/// The version that a receipt proves, to be changed where it is wrong.
fn correction(lang: Lang, event: EventHash, body: Body) -> Result<Body, Refused> {
    let protocol = match body {
        Body::ProtocolSubmitted(protocol) => protocol,
        Body::ProtocolCorrected(corrected) => corrected.protocol,
        _ => return Err(Refused::not_that_kind(lang)),
    };
    let decision = Decision { reference: Text::default(), date: None };
    Ok(Body::ProtocolCorrected(ProtocolCorrected { replaces: event, reason: Text::default(), decision, protocol }))
}

/// What the page sees of a draft's fields: all but what it never changes and no person reads.
fn of(known: &Known, lang: Lang, kind: Kind, fields: Vec<FormField>) -> FormOf {
    let is_shown = |field: &FormField| !matches!(field.place.as_str(), "kind" | "ledger");
    let field = |field: FormField| {
        let sort = sort(kind, &field);
        let choices = choices(known, lang, &field.place);
        let FormField { place, value, hint, is_sample } = field;
        Field { label: label(lang, &place, &hint), place, hint, sort, value, sample: is_sample, choices }
    };
    FormOf { fields: fields.into_iter().filter(is_shown).map(field).collect() }
}

fn sort(kind: Kind, field: &FormField) -> Sort {
    let place = field.place.as_str();
    let name = place.rsplit('/').next().unwrap_or(place);
    match place.split('/').next() {
        Some("items" | "votes") => return Sort::Figure,
        Some("attachments") => return Sort::Scan,
        _ => {}
    }
    match name {
        "contest" | "unit" | "voting" => Sort::Fixed,
        "replaces" | "against" if !field.value.is_empty() => Sort::Fixed,
        "replaces" | "against" => Sort::Event,
        "voters" | "stations" => Sort::Figure,
        "seat" => Sort::Number,
        "completed_at" => Sort::Moment,
        "date" => Sort::Day,
        "as_of" => Sort::Hour,
        "copy" => Sort::Choice,
        "text_sha256" => Sort::Digest,
        "opinion" => Sort::Long,
        "reason" if kind != Kind::CopyFiled => Sort::Long,
        _ => Sort::Text,
    }
}

/// What may be chosen in a field.
fn choices(known: &Known, lang: Lang, place: &str) -> Vec<Choice> {
    let choice = |(value, label): (&str, Word)| Choice { value: value.to_owned(), label: label.said(lang).to_owned() };
    let hour = |hour: &crate::domain::time::HourOfDay| Choice { value: hour.to_string(), label: hour.to_string() };
    match place {
        "copy" => [("handed", Word::Handed), ("refused", Word::Refusal)].map(choice).into(),
        "as_of" => known.manifest().turnout.hours.iter().map(hour).collect(),
        _ => Vec::new(),
    }
}

/// What people call a field: the paper's own label, the candidate's number and name, or the desk's word.
fn label(lang: Lang, place: &str, hint: &str) -> String {
    let (table, name) = place.rsplit_once('/').unwrap_or(("", place));
    match (table, name) {
        ("items", _) => hint.to_owned(),
        ("votes", number) => format!("{} {hint}", candidate_digits(number).unwrap_or(number)),
        _ => Word::of_field(name).map_or_else(|| name.to_owned(), |word| word.said(lang).to_owned()),
    }
}

/// What was typed, as a draft; or every mistake in it, each with its place.
pub fn draft_of(
    known: &Known,
    lang: Lang,
    kind: Kind,
    typed: &Typed,
) -> Result<Draft, Vec<(Option<String>, InputError)>> {
    let head = [("kind", kind.word().to_owned()), ("ledger", known.election().ledger().to_string())];
    let head = head.map(|(place, value)| (place.to_owned(), value));
    let unit = typed.iter().find(|(place, _)| place == "unit").map_or("", |(_, unit)| unit);
    let on_clock = |(place, value): &(String, String)| (place.clone(), moment(known, unit, place, value));
    let all: Vec<_> = head.into_iter().chain(typed.iter().map(on_clock)).collect();
    let filled = Filled::of(&all);
    let context = known.background.context(lang.code(), text::hint).map_err(|_| Vec::new())?;
    drafts::read("", &filled.text, Some(&context)).map_err(|errors| {
        let place = |error: &InputError| error.line.and_then(|line| filled.place(line)).map(str::to_owned);
        errors.into_iter().map(|error| (place(&error), error)).collect()
    })
}

/// A time as a page's field gives it, `2018-10-28T21:00`, on the clock of the unit. What is typed otherwise stays as it is.
fn moment(known: &Known, unit: &str, place: &str, value: &str) -> String {
    let is_bare = place.ends_with("completed_at") && value.len() == "2018-10-28T21:00".len() && value.is_ascii();
    if is_bare { format!("{value}:00{}", known.clock(unit)) } else { value.to_owned() }
}
