//! Findings: what does not add up, and which of the figures that disagree are listed.

use super::Lang;
use super::codes::explain;
use super::figures::number;
use super::fluent::Argument;
use super::parts::strip;
use crate::domain::code::{Code, FindingCode};
use crate::domain::finding::{Cell, Finding, candidate_digits};
use crate::domain::form::{Form, Operand, Term};
use crate::domain::id::CheckCode;
use crate::domain::manifest::Manifest;

/// How many figures a sentence lists: more fill the screen, and JSON has them all.
const CELLS_SHOWN_MAX: usize = 8;

messages! {
    finding_t1;
    finding_t2;
    finding_t3;
    finding_t4;
    finding_s1;
    finding_s2_protocols;
    finding_s2_counters;
    finding_s3;
    finding_s4;
    finding_s5;
    finding_s6;
    finding_o1;
    finding_o2;
    finding_c1;
    finding_c2;
    finding_d1;
    finding_d2;
    finding_l1;
    finding_l2;
    cell_t1_before { hour, stated, expected };
    cell_t1_protocol { hour, stated, expected };
    cell_t2 { hour, stated, expected };
    cell_t3 { item, stated, expected };
    cell_t4 { hour, stated, expected };
    cell_recomputed { item, stated, expected };
    cell_s3 { item, expected };
    cell_s4_unknown { stated };
    cell_s4 { stated, expected };
    cell_left_out { item, expected };
    cell_with_left_out { item, stated, expected };
    cell_o1 { item, stated, expected };
    cell_copy { item, stated, expected };
    cell_elected { item, stated };
    cell_ahead { item, expected };
    cell_other { item, stated, expected };
    counter_units;
    counter_received;
    counter_taken_as_basis;
    counter_failed;
    counter_annulled;
    finding_no_figure;
    finding_more { more };
    finding_candidate { number };
    finding_votes;
    finding_check_fails;
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
        "" => say!(lang, finding_check_fails),
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
    let says = says(lang, code, cells);
    let mut list: Vec<_> = cells.iter().take(CELLS_SHOWN_MAX).map(|told| cell(lang, code, told, form)).collect();
    if cells.len() > CELLS_SHOWN_MAX {
        list.push(say!(lang, finding_more { more: cells.len() - CELLS_SHOWN_MAX }));
    }
    if list.is_empty() { format!("{says}.") } else { format!("{says}: {}.", list.join("; ")) }
}

/// What a built-in finding says, as a clause that figures may follow.
fn says(lang: Lang, code: Code, cells: &[Cell]) -> String {
    let says = match code {
        Code::T1 => say!(lang, finding_t1),
        Code::T2 => say!(lang, finding_t2),
        Code::T3 => say!(lang, finding_t3),
        Code::T4 => say!(lang, finding_t4),
        Code::S1 => say!(lang, finding_s1),
        Code::S2 if cells.is_empty() => say!(lang, finding_s2_protocols),
        Code::S2 => say!(lang, finding_s2_counters),
        Code::S3 => say!(lang, finding_s3),
        Code::S4 => say!(lang, finding_s4),
        Code::S5 => say!(lang, finding_s5),
        Code::S6 => say!(lang, finding_s6),
        Code::O1 => say!(lang, finding_o1),
        Code::O2 => say!(lang, finding_o2),
        Code::C1 => say!(lang, finding_c1),
        Code::C2 => say!(lang, finding_c2),
        Code::D1 => say!(lang, finding_d1),
        Code::D2 => say!(lang, finding_d2),
        Code::L1 => say!(lang, finding_l1),
        Code::L2 => say!(lang, finding_l2),
        // No other code is a finding; if one becomes it, its own explanation says what it is.
        other => return strip(&explain(lang, other).what).to_owned(),
    };
    says.to_owned()
}

/// A figure that disagrees: as stated, and as it should be.
fn cell(lang: Lang, code: Code, cell: &Cell, form: &Form) -> String {
    let figure = |figure: Option<i128>| figure.map_or_else(|| say!(lang, finding_no_figure).into(), Argument::from);
    let (stated, expected) = (figure(cell.stated), figure(cell.expected));
    let item = label(lang, form, &cell.item);
    match code {
        Code::T1 if cell.stated < cell.expected => say!(lang, cell_t1_before { hour: item, stated, expected }),
        Code::T1 => say!(lang, cell_t1_protocol { hour: item, stated, expected }),
        Code::T2 => say!(lang, cell_t2 { hour: item, stated, expected }),
        Code::T3 => say!(lang, cell_t3 { item, stated, expected }),
        Code::T4 => say!(lang, cell_t4 { hour: item, stated, expected }),
        Code::S1 => say!(lang, cell_recomputed { item, stated, expected }),
        Code::S2 => say!(lang, cell_recomputed { item: counter(lang, &item), stated, expected }),
        Code::S3 => say!(lang, cell_s3 { item, expected }),
        Code::S4 if cell.expected.is_none() => say!(lang, cell_s4_unknown { stated }),
        Code::S4 => say!(lang, cell_s4 { stated, expected }),
        Code::S5 | Code::S6 if cell.stated.is_none() => say!(lang, cell_left_out { item, expected }),
        Code::S6 => say!(lang, cell_with_left_out { item, stated, expected }),
        Code::L1 | Code::L2 if cell.expected.is_none() => say!(lang, cell_elected { item, stated }),
        Code::L1 | Code::L2 => say!(lang, cell_ahead { item, expected }),
        Code::O1 => say!(lang, cell_o1 { item, stated, expected }),
        Code::C1 | Code::C2 => say!(lang, cell_copy { item, stated, expected }),
        _ => say!(lang, cell_other { item, stated, expected }),
    }
}

/// What the counters of a summary count.
fn counter(lang: Lang, name: &str) -> &str {
    match name {
        "units" => say!(lang, counter_units),
        "received" => say!(lang, counter_received),
        "taken_as_basis" => say!(lang, counter_taken_as_basis),
        "failed" => say!(lang, counter_failed),
        "annulled" => say!(lang, counter_annulled),
        other => other,
    }
}

/// What the paper calls an item; a candidate by number; an hour as it is.
pub fn label(lang: Lang, form: &Form, key: &str) -> String {
    let item = form.items.iter().find(|item| item.key.as_str() == key);
    match (item.map(|item| item.label.in_language(lang.code())), candidate_digits(key)) {
        (Some(label), _) if !label.is_empty() => label.to_owned(),
        (None, Some(number)) => say!(lang, finding_candidate { number: number.trim_start_matches('0') }),
        _ => key.to_owned(),
    }
}

/// A sum in the paper's words: `97 × Invalid ballot papers`.
fn sum(lang: Lang, form: &Form, terms: &[Term]) -> String {
    let term = |(at, term): (usize, &Term)| {
        let of = match &term.of {
            Operand::Votes => say!(lang, finding_votes).to_owned(),
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
