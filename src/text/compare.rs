//! What is told of two states of a log, and of the evidence of a fork.

use super::Lang;
use crate::domain::number::{Sequence, Size};
use crate::ledger::files::fork::NoFork;
use crate::verify::compare::{Apart, Relation};

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
    /// Events that a program cannot apply, and what tells which.
    NotApplied {
        events: u64,
        command: &'a str,
    },
    /// A newer program made some of them.
    MadeByNewer,
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
    /// What evidence means for whoever holds it, where it was written, and what explains it.
    Meaning,
    Written {
        file: &'a str,
        command: &'a str,
    },
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
        Self::MadeByNewer,
        Self::AllInJson,
        Self::Meaning,
    ];
}

messages! {
    compared_relation;
    compared_old;
    compared_new;
    compared_history;
    compared_evidence;
    compared_what_changed;
    compared_what_is_gone;
    compared_before;
    compared_after;
    compared_key_of_its_own;
    compared_made_by_newer;
    compared_all_in_json;
    compared_meaning;
    relation_equal;
    relation_continuation;
    relation_rollback;
    relation_fork;
    relation_contradiction;
    relation_unrelated;
    means_equal;
    means_continuation { events };
    means_rollback { events };
    means_fork;
    means_contradiction;
    means_other_origin;
    means_other_key;
    compared_state { size, fingerprint };
    compared_not_applied { events, command };
    compared_two_roots { size, one, other };
    compared_leads_to { hashes, size };
    compared_first_difference { sequence };
    compared_written { file, command };
    no_fork_other_origin { old, new };
    no_fork_not_a_log_key { name };
    no_fork_idle_key;
    no_fork_not_signed { size };
    no_fork_order;
    no_fork_agree;
    no_fork_not_proved;
}

pub fn compared(lang: Lang, told: &Compared<'_>) -> String {
    match *told {
        Compared::Relation => say!(lang, compared_relation).to_owned(),
        Compared::Old => say!(lang, compared_old).to_owned(),
        Compared::New => say!(lang, compared_new).to_owned(),
        Compared::History => say!(lang, compared_history).to_owned(),
        Compared::Evidence => say!(lang, compared_evidence).to_owned(),
        Compared::WhatChanged => say!(lang, compared_what_changed).to_owned(),
        Compared::WhatIsGone => say!(lang, compared_what_is_gone).to_owned(),
        Compared::Before => say!(lang, compared_before).to_owned(),
        Compared::After => say!(lang, compared_after).to_owned(),
        Compared::KeyOfItsOwn => say!(lang, compared_key_of_its_own).to_owned(),
        Compared::MadeByNewer => say!(lang, compared_made_by_newer).to_owned(),
        Compared::AllInJson => say!(lang, compared_all_in_json).to_owned(),
        Compared::Meaning => say!(lang, compared_meaning).to_owned(),
        Compared::Word(relation) => word(lang, relation).to_owned(),
        Compared::Means { relation, events } => means(lang, relation, events),
        Compared::State { size, fingerprint } => say!(lang, compared_state { size: size.0, fingerprint }),
        Compared::NotApplied { events, command } => say!(lang, compared_not_applied { events, command }),
        Compared::TwoRoots { size, one, other } => {
            say!(lang, compared_two_roots { size: size.0, one, other })
        }
        Compared::LeadsTo { size, hashes } => say!(lang, compared_leads_to { hashes, size: size.0 }),
        Compared::FirstDifference(sequence) => say!(lang, compared_first_difference { sequence }),
        Compared::Written { file, command } => say!(lang, compared_written { file, command }),
        Compared::ProvesNothing(error) => no_fork(lang, error),
    }
}

fn word(lang: Lang, relation: Relation) -> &'static str {
    match relation {
        Relation::Equal => say!(lang, relation_equal),
        Relation::Continuation => say!(lang, relation_continuation),
        Relation::Rollback => say!(lang, relation_rollback),
        Relation::Fork => say!(lang, relation_fork),
        Relation::Contradiction => say!(lang, relation_contradiction),
        Relation::Unrelated(_) => say!(lang, relation_unrelated),
    }
}

fn means(lang: Lang, relation: Relation, events: u64) -> String {
    match relation {
        Relation::Equal => say!(lang, means_equal).to_owned(),
        Relation::Continuation => say!(lang, means_continuation { events }),
        Relation::Rollback => say!(lang, means_rollback { events }),
        Relation::Fork => say!(lang, means_fork).to_owned(),
        Relation::Contradiction => say!(lang, means_contradiction).to_owned(),
        Relation::Unrelated(Apart::Origin) => say!(lang, means_other_origin).to_owned(),
        Relation::Unrelated(Apart::Key) => say!(lang, means_other_key).to_owned(),
    }
}

fn no_fork(lang: Lang, error: &NoFork) -> String {
    match error {
        NoFork::OtherOrigin { old, new } => {
            say!(lang, no_fork_other_origin { old: old.to_string(), new: new.to_string() })
        }
        NoFork::NotALogKey(name) => say!(lang, no_fork_not_a_log_key { name: name.to_string() }),
        NoFork::IdleKey => say!(lang, no_fork_idle_key).to_owned(),
        NoFork::NotSigned(size, _) => say!(lang, no_fork_not_signed { size: size.0 }),
        NoFork::Order => say!(lang, no_fork_order).to_owned(),
        NoFork::Agree => say!(lang, no_fork_agree).to_owned(),
        NoFork::NotProved(_) => say!(lang, no_fork_not_proved).to_owned(),
    }
}
