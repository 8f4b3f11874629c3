//! Figures that miss the shape of their paper.

use super::{Lang, Said};
use crate::domain::finding::candidate_key;
use crate::domain::protocol::ShapeFlaw;

messages! {
    shape_item_count { found, expected } + remedy;
    shape_item_missing { key } + remedy;
    shape_item_of_count { key } + remedy;
    shape_candidate_missing { number, key } + remedy;
    shape_candidate_unknown { number, key } + remedy;
    shape_votes_unordered + remedy;
}

/// What is wrong, as a clause, and what to do.
pub fn flaw(lang: Lang, flaw: &ShapeFlaw) -> Said {
    match flaw {
        ShapeFlaw::ItemCount { found, expected } => {
            advise!(lang, shape_item_count { found: *found, expected: *expected })
        }
        ShapeFlaw::ItemMissing(key) => advise!(lang, shape_item_missing { key }),
        ShapeFlaw::ItemOfCount(key) => advise!(lang, shape_item_of_count { key }),
        ShapeFlaw::CandidateMissing(number) => {
            advise!(lang, shape_candidate_missing { number: *number, key: candidate_key(*number) })
        }
        ShapeFlaw::CandidateUnknown(number) => {
            advise!(lang, shape_candidate_unknown { number: *number, key: candidate_key(*number) })
        }
        ShapeFlaw::VotesUnordered => advise!(lang, shape_votes_unordered),
    }
}
