//! Findings: what does not add up, and the figures that disagree.

use super::codes::explain;
use crate::domain::code::Code;
use crate::domain::finding::Cell;
use crate::text::figures::count;
use crate::text::findings::Told;
use crate::text::parts::strip;

/// What a built-in finding says, as a clause that figures may follow.
pub fn says(code: Code, cells: &[Cell]) -> &'static str {
    match code {
        Code::T1 => "The turnout reports do not fit",
        Code::T2 => "Two turnout reports for one hour differ",
        Code::S1 => "The summary is not the sum of its protocols",
        Code::S2 if cells.is_empty() => "The summary names other protocols than those in force when it was made",
        Code::S2 => "The summary's counters are not true",
        Code::S3 => "A protocol below was changed after this summary was made",
        Code::S4 => "The summary cannot be recomputed: papers that it covers were awaited",
        Code::O1 => "Figures sealed at the opening were changed",
        Code::O2 => "The opening figures were not sealed before the protocol came in",
        Code::C1 => "An observer's copy shows other votes than the protocol",
        Code::C2 => "An observer's copy differs from the protocol, though not in votes",
        Code::D1 => "It arrived after its deadline",
        Code::D2 => "It is missing, and its deadline is over",
        // No other code is a finding; if one becomes it, its own explanation says what it is.
        other => strip(explain(other).what),
    }
}

/// A figure that disagrees.
pub fn cell(code: Code, Told { item, stated, expected, of }: &Told<'_>) -> String {
    match code {
        Code::T1 if of.stated < of.expected => format!("{stated} voters at {item}, after {expected} before"),
        Code::T1 => format!("{stated} voters at {item}, and {expected} on the protocol"),
        Code::T2 => format!("{stated} voters at {item}, and {expected} in the report before"),
        Code::S1 => format!("{item}: {stated} stated, {expected} recomputed"),
        Code::S2 => format!("{}: {stated} stated, {expected} recomputed", counter(item)),
        Code::S3 => format!("{item}: made before event {expected}"),
        Code::S4 if of.expected.is_none() => format!("{stated} protocols, of how many is not known"),
        Code::S4 => format!("{stated} protocols of {expected}"),
        Code::O1 => format!("{item}: {expected} sealed, {stated} on the protocol"),
        Code::C1 | Code::C2 => format!("{item}: {stated} on the copy, {expected} on the protocol"),
        _ => format!("{item}: {stated}, expected {expected}"),
    }
}

fn counter(name: &str) -> &str {
    match name {
        "received" => "protocols received",
        "taken_as_basis" => "protocols taken as basis",
        other => other,
    }
}

/// What stands for a figure that there is not.
pub fn no_figure() -> &'static str {
    "no figure"
}

/// What is left of a list that is too long.
pub fn more(left: usize) -> String {
    format!("and {} more", count(left))
}

/// A candidate of whom only the number is at hand.
pub fn candidate(number: &str) -> String {
    format!("candidate {number}")
}

/// The sum of all candidates' votes.
pub fn votes() -> &'static str {
    "the candidates' votes"
}

/// For a check to which the manifest gave no sentence.
pub fn check_fails() -> &'static str {
    "A check of the form does not hold"
}
