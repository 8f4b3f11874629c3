//! English.

pub(super) mod account;
pub(super) mod attachments;
pub(super) mod codes;
pub(super) mod events;
pub(super) mod faults;
pub(super) mod findings;
mod founding;
pub(super) mod names;
pub(super) mod numbers;
pub(super) mod refusals;
pub(super) mod shape;
pub(super) mod submissions;

use super::Said;
use crate::domain::number::Voting;
use crate::domain::protocol::Paper;

/// How many hex digits of a key or hash a sentence shows: enough to tell two apart, short enough to read.
const DIGITS_SHOWN: usize = 16;

fn said(says: impl Into<String>, act: impl Into<String>) -> Said {
    Said { says: says.into(), act: act.into() }
}

/// The first digits of a key or hash: `89ab…`.
fn short(hex: &impl ToString) -> String {
    hex.to_string().chars().take(DIGITS_SHOWN).chain(['…']).collect()
}

/// A paper: `01.001, round-1`, and its voting where that is not the ordinary one.
fn paper(paper: &Paper) -> String {
    let Paper { contest, unit, voting } = paper;
    if *voting == Voting::FIRST { format!("{unit}, {contest}") } else { format!("{unit}, {contest}, voting {voting}") }
}

/// A clause as a sentence: first letter large, full stop at the end.
fn sentence(clause: &str) -> String {
    let mut letters = clause.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).chain(['.']).collect()
}

/// So many of something: `1 event`, `2 events`.
fn of(count: usize, one: &str, many: &str) -> String {
    let count = i128::try_from(count).unwrap_or(i128::MAX);
    format!("{} {}", numbers::number(count), if count == 1 { one } else { many })
}
