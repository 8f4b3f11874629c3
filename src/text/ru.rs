//! Russian. A noun takes one of three forms after a number.

pub(super) mod account;
pub(super) mod attachments;
pub(super) mod compare;
pub(super) mod events;
pub(super) mod faults;
pub(super) mod findings;
mod founding;
pub(super) mod gate;
pub(super) mod labels;
pub(super) mod names;
pub(super) mod numbers;
pub(super) mod print;
pub(super) mod refusals;
pub(super) mod shape;
pub(super) mod submissions;

use super::figures;
use crate::domain::number::Voting;
use crate::domain::protocol::Paper;

/// The forms of a noun after 1, after 2 to 4, and after 5 to 20.
type Forms = [&'static str; 3];

const EVENTS: Forms = ["событие", "события", "событий"];
const BYTES: Forms = ["байт", "байта", "байт"];
const SIGNATURES: Forms = ["подпись", "подписи", "подписей"];
const MEMBERS: Forms = ["член", "члена", "членов"];
const VOTERS: Forms = ["избиратель", "избирателя", "избирателей"];

/// A paper: `01.001, round-1`, and its voting where that is not the ordinary one.
fn paper(paper: &Paper) -> String {
    let Paper { contest, unit, voting } = paper;
    if *voting == Voting::FIRST {
        format!("{unit}, {contest}")
    } else {
        format!("{unit}, {contest}, голосование № {voting}")
    }
}

/// So many of something: `1 событие`, `2 события`, `5 событий`.
fn of(count: impl TryInto<u64>, forms: Forms) -> String {
    let count = count.try_into().unwrap_or(u64::MAX);
    format!("{} {}", figures::figure(count), form(count, forms))
}

/// As [`of`], of figures that were summed. What does not fit 64 bits has the last form.
fn of_sum(sum: i128, forms: Forms) -> String {
    format!("{} {}", figures::number(sum), u64::try_from(sum).map_or(forms[2], |sum| form(sum, forms)))
}

/// The form that agrees with a number: by its last digit, except from 11 to 14.
fn form(count: u64, [one, few, many]: Forms) -> &'static str {
    match (count % 100, count % 10) {
        (11..=14, _) => many,
        (_, 1) => one,
        (_, 2..=4) => few,
        _ => many,
    }
}
