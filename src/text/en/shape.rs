//! Figures that miss the shape of their paper.

use crate::domain::finding::candidate_key;
use crate::domain::protocol::ShapeFlaw;

/// What is wrong, as a clause, and what to do.
pub fn clause(flaw: &ShapeFlaw) -> (String, &'static str) {
    match flaw {
        ShapeFlaw::ItemCount { found, expected } => (
            format!("it lists {found} items, and the form has {expected}"),
            "Make a new draft with `protokol draft`, which lists the form's items in order, and copy the figures over.",
        ),
        ShapeFlaw::ItemMissing(key) => (
            format!("the item {key} is missing"),
            "Write the figure as it stands on the paper, and 0 where the paper says zero. Then `protokol check` the \
             draft and sign it again.",
        ),
        ShapeFlaw::ItemOfCount(key) => (
            format!("the item {key} belongs to the count, and stands among the opening figures"),
            "Take it out of the opening draft: it comes later, with the protocol. Then sign the draft again.",
        ),
        ShapeFlaw::CandidateMissing(number) => (
            format!("candidate number {number} ({}) has no figure", candidate_key(*number)),
            "Write the candidate's votes as they stand on the paper, and 0 where there are none. Then `protokol \
             check` the draft and sign it again.",
        ),
        ShapeFlaw::CandidateUnknown(number) => (
            format!("there is a figure for number {number} ({}), which is not on the ballot", candidate_key(*number)),
            "Compare the numbers with the ballot paper, correct the draft and sign it again.",
        ),
        ShapeFlaw::VotesUnordered => (
            "the candidates' figures are not in ascending order of their numbers, each once".to_owned(),
            "Make a new draft with `protokol draft`, which lists the candidates in order, and copy the votes over.",
        ),
    }
}
