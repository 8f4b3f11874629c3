//! The findings of a unit in a contest, as the value of a row.
//!
//! ```text
//! E1 error 5f2c…
//! cell 412 409 valid_votes + invalid_ballots
//! D2 warning -
//! ```

use crate::domain::finding::{Cell, Finding};
use crate::domain::form::Severity;
use crate::domain::id::{ContestId, UnitId};

/// How a line of a cell begins.
const CELL: &str = "cell ";
/// What stands where there is nothing.
const NONE: &str = "-";

/// A text that is not the findings of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not findings: CODE SEVERITY EVENT, and below it cell STATED EXPECTED ITEM")]
pub struct NotFindings;

/// The lines of findings; empty where there is none.
pub fn text(findings: &[Finding]) -> String {
    findings.iter().map(lines).collect()
}

/// Reads the findings of a unit in a contest, in their one spelling.
///
/// # Errors
/// [`NotFindings`].
pub fn parse(contest: &ContestId, unit: &UnitId, value: &str) -> Result<Vec<Finding>, NotFindings> {
    let read = || {
        let mut found: Vec<Finding> = Vec::new();
        for line in value.strip_suffix('\n')?.split('\n') {
            match finding(contest, unit, line) {
                Some(finding) => found.push(finding),
                None => found.last_mut()?.cells.push(cell(line)?),
            }
        }
        Some(found)
    };
    read().filter(|found| text(found) == value).ok_or(NotFindings)
}

/// Under which codes the value of a row has findings, and how grave each is, without looking at more of it.
pub fn codes(value: &str) -> impl Iterator<Item = (&str, Severity)> {
    value.lines().filter_map(|line| {
        let (code, rest) = line.split_once(' ')?;
        let (grave, _) = rest.split_once(' ')?;
        Some((code, severity(grave)?))
    })
}

/// How grave a finding is, in its one spelling; none of the second word of a cell, which is a number.
fn severity(word: &str) -> Option<Severity> {
    match word {
        "error" => Some(Severity::Error),
        "warning" => Some(Severity::Warning),
        _ => None,
    }
}

fn lines(finding: &Finding) -> String {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let event = finding.event.map_or_else(|| NONE.to_owned(), |event| event.to_string());
    let figure = |figure: Option<i128>| figure.map_or_else(|| NONE.to_owned(), |figure| figure.to_string());
    let cell =
        |Cell { item, stated, expected }: &Cell| format!("{CELL}{} {} {item}\n", figure(*stated), figure(*expected));
    let cells: String = finding.cells.iter().map(cell).collect();
    format!("{} {severity} {event}\n{cells}", finding.code)
}

/// A finding without its cells; none of a line that is of a cell, whose second word is a number.
fn finding(contest: &ContestId, unit: &UnitId, line: &str) -> Option<Finding> {
    let (code, rest) = line.split_once(' ')?;
    let (grave, event) = rest.split_once(' ')?;
    let severity = severity(grave)?;
    let event = if event == NONE { None } else { Some(event.parse().ok()?) };
    let (contest, unit) = (contest.clone(), unit.clone());
    Some(Finding { code: code.parse().ok()?, severity, contest, unit, event, cells: Vec::new() })
}

fn cell(line: &str) -> Option<Cell> {
    let (stated, rest) = line.strip_prefix(CELL)?.split_once(' ')?;
    let (expected, item) = rest.split_once(' ')?;
    let figure = |text: &str| if text == NONE { Some(None) } else { text.parse().ok().map(Some) };
    let is_item = !item.is_empty() && item.bytes().all(|b| b == b' ' || b.is_ascii_graphic());
    Some(Cell { item: item.to_owned(), stated: figure(stated)?, expected: figure(expected)? }).filter(|_| is_item)
}
