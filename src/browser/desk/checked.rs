//! What the rules say as somebody types: the words under each figure, what is wrong beside its item, what is missing.

use std::collections::BTreeMap;

use serde::Serialize;

use super::asked::{Typed, Typing};
use super::fields::{draft_of, kind};
use super::known::Known;
use super::refused::{Mistake, Refused};
use crate::clerk::check::{Checked, check as check_body};
use crate::domain::code::FindingCode;
use crate::domain::finding::{Finding, candidate_digits};
use crate::domain::form::{Form, Operand, Severity};
use crate::domain::rejection::Rejection;
use crate::domain::statement::Kind;
use crate::intake::draft::Draft;
use crate::text::{self, Lang};
use crate::view::word::Word;

/// What the rules say of what was typed so far.
#[derive(Debug, Serialize)]
pub struct CheckedForm {
    /// The words of each figure, by its place.
    words: BTreeMap<String, String>,
    /// What cannot be read.
    mistakes: Vec<Mistake>,
    /// What does not add up, or is unusual.
    findings: Vec<Found>,
    /// Where figures are missing.
    missing: Vec<String>,
    /// What else the ledger would refuse.
    refusals: Vec<Refusal>,
    /// Whether the paper can be drawn up.
    ready: bool,
}

/// A finding, with the places of the figures that disagree.
#[derive(Clone, Debug, Serialize)]
pub struct Found {
    code: String,
    severity: Word<Severity>,
    says: String,
    places: Vec<String>,
}

/// What the ledger would refuse.
#[derive(Debug, Serialize)]
struct Refusal {
    code: String,
    place: Option<String>,
    says: String,
    #[serde(rename = "do")]
    remedy: String,
}

/// What the rules say of a paper that is being typed. What cannot be read is left out of what is judged.
///
/// # Errors
/// [`Refused`]: the desk draws up no such kind.
pub fn check(known: &Known, asked: &Typing) -> Result<CheckedForm, Refused> {
    let kind = kind(asked.lang, &asked.kind)?;
    let (draft, mistakes) = read(known, asked.lang, kind, &asked.typed);
    let checked = draft.map(|draft| check_body(&draft.body, Some(&known.background), asked.now));
    let words = asked.typed.iter().filter_map(|typed| words_of(asked.lang, typed)).collect();
    let Some(checked) = checked else {
        let (findings, missing, refusals) = (Vec::new(), Vec::new(), Vec::new());
        return Ok(CheckedForm { words, mistakes, findings, missing, refusals, ready: false });
    };
    let ready = mistakes.is_empty() && checked.refusals.is_empty();
    let is_missing = |rejection: &&Rejection| rejection.is_of_missing_figure();
    let place_of = |rejection: &Rejection| rejection.item().map(|item| place(&item));
    let (missing, others): (Vec<_>, Vec<_>) = checked.refusals.iter().partition(is_missing);
    Ok(CheckedForm {
        words,
        mistakes,
        findings: found(known, asked.lang, &checked),
        missing: missing.into_iter().filter_map(place_of).collect(),
        refusals: others.into_iter().map(|rejection| refusal(asked.lang, rejection)).collect(),
        ready,
    })
}

/// What was typed, as far as it can be read, and what cannot be.
fn read(known: &Known, lang: Lang, kind: Kind, typed: &Typed) -> (Option<Draft>, Vec<Mistake>) {
    let errors = match draft_of(known, lang, kind, typed) {
        Ok(draft) => return (Some(draft), Vec::new()),
        Err(errors) => errors,
    };
    let mistake = |(place, error): &(Option<String>, _)| {
        let error: &crate::intake::error::InputError = error;
        let said = text::mistake(lang, &error.mistake);
        Mistake { place: place.clone(), says: said.says, remedy: said.remedy.to_string() }
    };
    let is_wrong = |place: &str| errors.iter().any(|(wrong, _)| wrong.as_deref() == Some(place));
    let blank = |(place, value): &(String, String)| {
        (place.clone(), if is_wrong(place) { String::new() } else { value.clone() })
    };
    let rest = typed.iter().map(blank).collect();
    (draft_of(known, lang, kind, &rest).ok(), errors.iter().map(mistake).collect())
}

/// The words of a figure, which the law wants beside it.
fn words_of(lang: Lang, (place, value): &(String, String)) -> Option<(String, String)> {
    let is_figure =
        place.starts_with("items/") || place.starts_with("votes/") || place == "voters" || place == "stations";
    let is_spelt = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    let figure: u32 = value.parse().ok().filter(|_| is_figure && is_spelt)?;
    Some((place.clone(), text::words(lang, u64::from(figure))))
}

/// Every finding of a paper, with the places of its figures.
pub fn found(known: &Known, lang: Lang, checked: &Checked) -> Vec<Found> {
    let found = |finding: &Finding| Found {
        code: finding.code.to_string(),
        severity: Word(finding.severity),
        says: text::finding(lang, finding, known.manifest()),
        places: places(&known.manifest().form, finding),
    };
    checked.findings.iter().map(found).collect()
}

/// The places of the figures that a finding is about: of a check of the form, every item that it sums.
fn places(form: &Form, finding: &Finding) -> Vec<String> {
    let check = form.checks.iter().find(|check| finding.code == FindingCode::Form(check.code.clone()));
    let terms = check.into_iter().flat_map(|check| check.left.iter().chain(&check.right));
    let items = terms.filter_map(|term| match &term.of {
        Operand::Item(key) => Some(key.to_string()),
        Operand::Votes => None,
    });
    let mut all: Vec<_> = items.chain(finding.cells.iter().map(|cell| cell.item.clone())).collect();
    all.retain(|item| candidate_digits(item).is_some() || form.items.iter().any(|known| known.key.as_str() == *item));
    all.into_iter().map(|item| place(&item)).collect()
}

fn refusal(lang: Lang, rejection: &Rejection) -> Refusal {
    let said = text::rejection(lang, rejection);
    let place = rejection.item().map(|item| place(&item));
    Refusal { code: rejection.code().to_string(), place, says: said.says, remedy: said.remedy.to_string() }
}

/// Where the figure of an item or a candidate (`cand_05`) stands in a draft.
pub fn place(item: &str) -> String {
    candidate_digits(item).map_or_else(|| format!("items/{item}"), |digits| format!("votes/{digits}"))
}
