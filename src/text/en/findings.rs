//! Findings: what does not add up, and the figures that disagree.

use super::codes::explain;
use super::numbers::number;
use crate::domain::code::{Code, FindingCode};
use crate::domain::form::{Form, Operand, Term};
use crate::domain::id::CheckCode;
use crate::domain::manifest::Manifest;
use crate::tally::Finding;
use crate::tally::findings::Cell;
use crate::text::Lang;

/// Puts a figure that disagrees into words: what it counts, as stated, as expected, and the cell itself.
type TellCell = fn(&str, &str, &str, &Cell) -> String;

/// How many figures a sentence lists: more fill the screen, and JSON has them all.
const CELLS_SHOWN_MAX: usize = 8;

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
        "" => "A check of the form does not hold",
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
    let (says, cell): (&str, TellCell) = match code {
        Code::T1 => ("The turnout reports do not fit", |hour, stated, expected, cell| {
            if cell.stated < cell.expected {
                format!("{stated} voters at {hour}, after {expected} before")
            } else {
                format!("{stated} voters at {hour}, and {expected} on the protocol")
            }
        }),
        Code::T2 => ("Two turnout reports for one hour differ", |hour, stated, expected, _| {
            format!("{stated} voters at {hour}, and {expected} in the report before")
        }),
        Code::S1 => ("The summary is not the sum of its protocols", |item, stated, expected, _| {
            format!("{item}: {stated} stated, {expected} recomputed")
        }),
        Code::S2 if cells.is_empty() => {
            ("The summary names other protocols than those in force when it was made", plain)
        }
        Code::S2 => ("The summary's counters are not true", |item, stated, expected, _| {
            format!("{}: {stated} stated, {expected} recomputed", counter(item))
        }),
        Code::S3 => ("A protocol below was changed after this summary was made", plain),
        Code::S4 => {
            ("The summary cannot be recomputed: papers that it covers were awaited", |_, stated, expected, cell| {
                match cell.expected {
                    Some(_) => format!("{stated} protocols of {expected}"),
                    None => format!("{stated} protocols, of how many is not known"),
                }
            })
        }
        Code::O1 => ("Figures sealed at the opening were changed", |item, stated, expected, _| {
            format!("{item}: {expected} sealed, {stated} on the protocol")
        }),
        Code::O2 => ("The opening figures were not sealed before the protocol came in", plain),
        Code::C1 => ("An observer's copy shows other votes than the protocol", copied),
        Code::C2 => ("An observer's copy differs from the protocol, though not in votes", copied),
        Code::D1 => ("It arrived after its deadline", plain),
        Code::D2 => ("It is missing, and its deadline is over", plain),
        // No other code is a finding; if one becomes it, its own explanation says what it is.
        other => (explain(other).what.trim_end_matches('.'), plain),
    };
    let figure = |figure: Option<i128>| figure.map_or_else(|| "no figure".to_owned(), number);
    let told = |of: &Cell| cell(&label(lang, form, &of.item), &figure(of.stated), &figure(of.expected), of);
    let mut list: Vec<_> = cells.iter().take(CELLS_SHOWN_MAX).map(told).collect();
    if cells.len() > CELLS_SHOWN_MAX {
        list.push(format!("and {} more", cells.len() - CELLS_SHOWN_MAX));
    }
    if list.is_empty() { format!("{says}.") } else { format!("{says}: {}.", list.join("; ")) }
}

fn plain(item: &str, stated: &str, expected: &str, _: &Cell) -> String {
    format!("{item}: {stated}, expected {expected}")
}

fn copied(item: &str, stated: &str, expected: &str, _: &Cell) -> String {
    format!("{item}: {stated} on the copy, {expected} on the protocol")
}

fn counter(name: &str) -> &str {
    match name {
        "received" => "protocols received",
        "taken_as_basis" => "protocols taken as basis",
        other => other,
    }
}

/// What the paper calls an item; a candidate by number; an hour as it is.
fn label(lang: Lang, form: &Form, key: &str) -> String {
    let item = form.items.iter().find(|item| item.key.as_str() == key);
    match (item.map(|item| item.label.in_language(lang.code())), key.strip_prefix("cand_")) {
        (Some(label), _) if !label.is_empty() => label.to_owned(),
        (None, Some(number)) => format!("candidate {}", number.trim_start_matches('0')),
        _ => key.to_owned(),
    }
}

/// A sum in the paper's words: `97 × Invalid ballot papers`.
fn sum(lang: Lang, form: &Form, terms: &[Term]) -> String {
    let term = |(at, term): (usize, &Term)| {
        let of = match &term.of {
            Operand::Votes => "the candidates' votes".to_owned(),
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
