//! Two states of a log.

use super::of;
use crate::ledger::files::fork::NoFork;
use crate::text::compare::Compared;
use crate::text::figures::figure;
use crate::verify::compare::{Apart, Relation};

pub fn compared(told: &Compared<'_>) -> String {
    match told {
        Compared::Relation => "Relation".to_owned(),
        Compared::Old => "Old".to_owned(),
        Compared::New => "New".to_owned(),
        Compared::History => "Histories".to_owned(),
        Compared::Evidence => "Evidence".to_owned(),
        Compared::WhatChanged => "What changed".to_owned(),
        Compared::WhatIsGone => "What the new one does not have".to_owned(),
        Compared::Before => "Before".to_owned(),
        Compared::After => "After".to_owned(),
        Compared::Word(relation) => word(*relation).to_owned(),
        Compared::Means { relation, events } => means(*relation, *events),
        Compared::State { size, fingerprint } => format!("size {} · {fingerprint}", figure(size.0)),
        Compared::KeyOfItsOwn => "self: key taken from what is shown; whose it is, is not proved".to_owned(),
        Compared::NotApplied(events) => format!(
            "{} cannot be read or should not have been let in: `protokol verify` tells which",
            counted(*events, "event", "events")
        ),
        Compared::AllInJson => "--json tells all of them".to_owned(),
        Compared::TwoRoots { size, one, other } => {
            format!("at size {} the log signed {one}, and its other history has {other}", figure(size.0))
        }
        Compared::LeadsTo { size, hashes } => format!(
            "a proof of {} leads from there to the checkpoint of size {}, which the log signed too",
            of(*hashes, "hash", "hashes"),
            figure(size.0)
        ),
        Compared::FirstDifference(sequence) => format!("event {sequence} is the first that differs"),
        Compared::Meaning => {
            "the log's key signed two histories: whoever holds it showed different people different elections, or lost it"
                .to_owned()
        }
        Compared::Written(file) => {
            format!("{file}: `protokol verify` explains it to anybody, without a ledger and without a server")
        }
        Compared::ProvesNothing(error) => no_fork(error),
    }
}

fn word(relation: Relation) -> &'static str {
    match relation {
        Relation::Equal => "EQUAL",
        Relation::Continuation => "CONTINUATION",
        Relation::Rollback => "ROLLED BACK",
        Relation::Fork => "FORK",
        Relation::Unrelated(_) => "UNRELATED",
    }
}

fn means(relation: Relation, events: u64) -> String {
    let events = counted(events, "event", "events");
    match relation {
        Relation::Equal => "both are the same state".to_owned(),
        Relation::Continuation => {
            format!("the new one is the old one, grown by {events}: nothing that stood was changed or taken out")
        }
        Relation::Rollback => format!(
            "the new one is an earlier state of the old one, without {events}: the two are named the wrong way round, or \
             the log was set back"
        ),
        Relation::Fork => "the log signed two histories, and neither grew from the other".to_owned(),
        Relation::Unrelated(Apart::Origin) => "they are of two different logs".to_owned(),
        Relation::Unrelated(Apart::Key) => {
            "two logs go by one name and were founded with different keys: which is meant, only --policy can say"
                .to_owned()
        }
    }
}

fn no_fork(error: &NoFork) -> String {
    match error {
        NoFork::OtherOrigin { old, new } => format!("the two checkpoints are of different logs, {old} and {new}"),
        NoFork::NotALogKey(name) => format!("a key of {name} is listed, which is no key of this log"),
        NoFork::IdleKey => "a key is listed that signed neither checkpoint".to_owned(),
        NoFork::NotSigned(size, _) => {
            format!("the checkpoint of size {} is not signed by a key that is listed", figure(size.0))
        }
        NoFork::Order => "the two checkpoints are not in order".to_owned(),
        NoFork::Agree => "the two checkpoints do not contradict each other".to_owned(),
        NoFork::NotProved(_) => "the proof does not lead to the newer checkpoint".to_owned(),
    }
}

fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{} {}", figure(count), if count == 1 { one } else { many })
}
