//! What is told of two states of a log, and of the evidence of a fork.

use crate::domain::number::{Sequence, Size};
use crate::ledger::files::fork::NoFork;
use crate::verify::compare::Relation;

/// A heading or a line of a comparison, without a full stop.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is what it says; the languages' files have the words")]
pub enum Compared<'a> {
    // What stands before the lines.
    Relation,
    Old,
    New,
    History,
    Evidence,
    // What stands over lists and columns.
    WhatChanged,
    WhatIsGone,
    Before,
    After,
    /// How the new side stands to the old one: in a word, and what it means.
    Word(Relation),
    Means {
        relation: Relation,
        events: u64,
    },
    /// A state of the log.
    State {
        size: Size,
        fingerprint: &'a str,
    },
    /// The key is that of the side itself, or listed in the evidence.
    KeyOfItsOwn,
    /// Events that a program cannot apply.
    NotApplied(u64),
    /// Where a list goes on.
    AllInJson,
    /// The contradiction: the root that the log signed at a size, and the one that its other history has there.
    TwoRoots {
        size: Size,
        one: &'a str,
        other: &'a str,
    },
    /// By how many hashes the other history is shown to lead to the newer checkpoint.
    LeadsTo {
        size: Size,
        hashes: usize,
    },
    FirstDifference(Sequence),
    /// What evidence means for whoever holds it, and where it was written.
    Meaning,
    Written(&'a str),
    /// Why it is no evidence.
    ProvesNothing(&'a NoFork),
}

impl Compared<'static> {
    /// Everything that is told without figures.
    pub const HEADINGS: &[Self] = &[
        Self::Relation,
        Self::Old,
        Self::New,
        Self::History,
        Self::Evidence,
        Self::WhatChanged,
        Self::WhatIsGone,
        Self::Before,
        Self::After,
        Self::KeyOfItsOwn,
        Self::AllInJson,
        Self::Meaning,
    ];
}
