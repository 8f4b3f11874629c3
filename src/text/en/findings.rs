//! What does not add up.

use super::n;
use crate::domain::code::{Code, FindingCode};
use crate::domain::manifest::Manifest;
use crate::tally::Finding;
use crate::tally::findings::{Cell, sum_text};

/// A finding with its figures.
pub fn finding(finding: &Finding, manifest: &Manifest) -> String {
    match &finding.code {
        FindingCode::Form(code) => {
            let Some(check) = manifest.form.checks.iter().find(|check| check.code == *code) else {
                return code.to_string();
            };
            let figures = finding.cells.first().map_or_else(String::new, |cell| {
                let (left, right) = (shown(cell.stated), shown(cell.expected));
                format!(": {} is {left}, {} is {right}", cell.item, sum_text(&check.right))
            });
            format!("{}{figures}", check.says.in_language("en"))
        }
        FindingCode::BuiltIn(code) => built_in(*code, finding),
    }
}

fn built_in(code: Code, finding: &Finding) -> String {
    let sentence = match code {
        Code::T1 => "turnout falls, or ends above the final figure",
        Code::T2 => "two turnout reports of one hour differ",
        Code::S1 => "the summary is not the sum of its protocols",
        Code::S2 => "a counter of the summary, or the set of protocols it names, is not true",
        Code::S3 => "a protocol was changed after the summary was made",
        Code::O1 => "a sealed opening item was changed",
        Code::O2 => "the opening items were not sealed",
        Code::C1 => "an observer's copy differs in votes",
        Code::C2 => "an observer's copy differs",
        Code::D1 => "arrived after its deadline",
        other => other.as_str(),
    };
    let cells: Vec<_> = finding.cells.iter().map(|cell| in_words(code, cell)).collect();
    if cells.is_empty() { sentence.to_owned() } else { format!("{sentence}: {}", cells.join("; ")) }
}

fn in_words(code: Code, cell: &Cell) -> String {
    let (stated, expected) = (shown(cell.stated), shown(cell.expected));
    match code {
        Code::T1 | Code::T2 => format!("at {} {stated}, against {expected}", cell.item),
        Code::S1 => format!("{} states {stated}, its protocols give {expected}", cell.item),
        Code::O1 => format!("{} states {stated}, sealed was {expected}", cell.item),
        Code::C1 | Code::C2 => format!("{} on the copy {stated}, in the protocol {expected}", cell.item),
        _ => format!("{} states {stated}, is {expected}", cell.item),
    }
}

fn shown(figure: Option<i128>) -> String {
    figure.map_or_else(|| "nothing".to_owned(), n)
}
