//! Findings: what does not add up, and which of the figures that disagree are listed. A language puts each into words.

use super::Lang;
use super::figures::number;
use crate::domain::code::{Code, FindingCode};
use crate::domain::finding::{Cell, Finding};
use crate::domain::form::{Form, Operand, Term};
use crate::domain::id::CheckCode;
use crate::domain::manifest::Manifest;

/// How many figures a sentence lists: more fill the screen, and JSON has them all.
const CELLS_SHOWN_MAX: usize = 8;

/// A figure that disagrees, ready to be put into a sentence.
pub struct Told<'a> {
    /// What it counts: an item in the paper's words, a candidate, an hour.
    pub item: &'a str,
    pub stated: &'a str,
    pub expected: &'a str,
    /// The figures themselves.
    pub of: &'a Cell,
}

pub fn finding(lang: Lang, finding: &Finding, manifest: &Manifest) -> String {
    match &finding.code {
        FindingCode::Form(code) => of_form(lang, code, &finding.cells, &manifest.form),
        FindingCode::BuiltIn(code) => built_in(lang, *code, &finding.cells, &manifest.form),
    }
}

/// The manifest's own sentence, then both sums.
fn of_form(lang: Lang, code: &CheckCode, cells: &[Cell], form: &Form) -> String {
    let check = form.checks.iter().find(|check| check.code == *code);
    let says = check.map_or("", |check| check.says.in_language(lang.code()));
    let says = match says.trim_end_matches('.') {
        "" => words_of!(lang, findings::check_fails()),
        says => says,
    };
    match (check, cells) {
        (Some(check), [Cell { stated: Some(left), expected: Some(right), .. }]) => format!(
            "{says}: {} = {}, {} = {}.",
            sum(lang, form, &check.left),
            number(*left),
            sum(lang, form, &check.right),
            number(*right)
        ),
        _ => format!("{says}."),
    }
}

fn built_in(lang: Lang, code: Code, cells: &[Cell], form: &Form) -> String {
    let says = words_of!(lang, findings::says(code, cells));
    let figure =
        |figure: Option<i128>| figure.map_or_else(|| words_of!(lang, findings::no_figure()).to_owned(), number);
    let told = |cell: &Cell| {
        let (item, stated, expected) = (label(lang, form, &cell.item), figure(cell.stated), figure(cell.expected));
        words_of!(lang, findings::cell(code, &Told { item: &item, stated: &stated, expected: &expected, of: cell }))
    };
    let mut list: Vec<_> = cells.iter().take(CELLS_SHOWN_MAX).map(told).collect();
    if cells.len() > CELLS_SHOWN_MAX {
        list.push(words_of!(lang, findings::more(cells.len() - CELLS_SHOWN_MAX)));
    }
    if list.is_empty() { format!("{says}.") } else { format!("{says}: {}.", list.join("; ")) }
}

/// What the paper calls an item; a candidate by number; an hour as it is.
pub fn label(lang: Lang, form: &Form, key: &str) -> String {
    let item = form.items.iter().find(|item| item.key.as_str() == key);
    match (item.map(|item| item.label.in_language(lang.code())), key.strip_prefix("cand_")) {
        (Some(label), _) if !label.is_empty() => label.to_owned(),
        (None, Some(number)) => words_of!(lang, findings::candidate(number.trim_start_matches('0'))),
        _ => key.to_owned(),
    }
}

/// A sum in the paper's words: `97 × Invalid ballot papers`.
fn sum(lang: Lang, form: &Form, terms: &[Term]) -> String {
    let term = |(at, term): (usize, &Term)| {
        let of = match &term.of {
            Operand::Votes => words_of!(lang, findings::votes()).to_owned(),
            Operand::Item(key) => label(lang, form, key.as_str()),
        };
        let sign = match (at, term.coefficient < 0) {
            (0, false) => "",
            (0, true) => "-",
            (_, false) => " + ",
            (_, true) => " - ",
        };
        match term.coefficient.unsigned_abs() {
            1 => format!("{sign}{of}"),
            times => format!("{sign}{times} × {of}"),
        }
    };
    terms.iter().enumerate().map(term).collect()
}
