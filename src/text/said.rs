//! What is said in pairs: what is so, and what to do.

use super::remedy::Remedy;

/// What a code means, and what to do: `protokol help CODE`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explanation {
    /// What it means, in one to three sentences.
    pub what: String,
    /// What to do, in one to three sentences.
    pub remedy: Remedy,
}

/// An error as people are told it: always a pair.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    /// What is wrong.
    pub says: String,
    /// What to do.
    pub remedy: Remedy,
}
