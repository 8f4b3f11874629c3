//! Azerbaijani. Nouns stay singular after a number, and nothing is suffixed to what is put in: its last vowel is not
//! known.

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

use crate::domain::number::Voting;
use crate::domain::protocol::Paper;

/// A paper: `01.001, round-1`, and its voting where that is not the ordinary one.
fn paper(paper: &Paper) -> String {
    let Paper { contest, unit, voting } = paper;
    if *voting == Voting::FIRST {
        format!("{unit}, {contest}")
    } else {
        format!("{unit}, {contest}, səsvermə № {voting}")
    }
}
