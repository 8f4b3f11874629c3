//! The last state of the log that this browser saw, held against the one that was verified now: it must have grown from it.

use super::asked::Asked;
use super::handed::contradiction;
use super::log_files::Evidence;
use super::told::Told;
use super::words::{self, Seen};
use crate::domain::code::Code;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::text::{Lang, Status};
use crate::verify::compare::{Comparison, NotCompared, Relation, ReplayedLog, Side, Which, compare};
use crate::verify::fault::Verdict;
use crate::verify::inspection::Inspected;

/// What became of it.
pub struct Held {
    /// What convicts the log, where it did not grow.
    pub evidence: Option<Evidence>,
    /// Whether the state of now may take its place.
    pub is_kept: bool,
}

/// Tells how the log stands to what was seen of it.
pub fn hold(told: &mut Told, asked: &Asked, seen: Option<&[u8]>, inspected: &Inspected) -> Held {
    let lang = asked.lang;
    let kept = Held { evidence: None, is_kept: true };
    let Some(now) = &inspected.checkpoint else { return kept };
    let seen = seen.and_then(|seen| SignedCheckpoint::parse(seen).ok());
    // What was seen under this name of another log is nothing of this one.
    let seen = seen.filter(|seen| seen.checkpoint().origin == now.checkpoint().origin);
    let Some(seen) = seen else {
        say(told, lang, Status::Note, Seen::First);
        return kept;
    };
    let (before, size) = (seen.checkpoint().size.0, now.checkpoint().size.0);
    let old = Side::checkpoint(seen);
    let whole = ReplayedLog::of(inspected.tree.clone(), inspected.log_keys.clone());
    let new = Side { signed: now.clone(), whole: Some(whole) };
    let Some(found) = stand(&old, &new, asked) else {
        say(told, lang, Status::Note, Seen::First);
        return kept;
    };
    match found.map(|found| (found.relation, found.evidence)) {
        Ok((Relation::Equal, _)) => say(told, lang, Status::Ok, Seen::Same(before)),
        Ok((Relation::Continuation, _)) => say(told, lang, Status::Ok, Seen::Grown(before)),
        Ok((Relation::Fork, Some(evidence))) => {
            let says = say(told, lang, Status::Failed, Seen::Fork(before));
            told.wrong(lang, Code::V24, says);
            contradiction(told, &evidence, lang);
            told.at_least(lang, Verdict::Failed);
            let evidence = Some(Evidence::new(evidence.file_name(), evidence.to_string()));
            return Held { evidence, is_kept: false };
        }
        // It went back, or is said to have: a checkpoint alone cannot tell which. A cache may be behind.
        _ if before > size => {
            say(told, lang, Status::Note, Seen::Older(size, before));
            told.at_least(lang, Verdict::Insufficient);
            return Held { evidence: None, is_kept: false };
        }
        _ => {
            say(told, lang, Status::Note, Seen::Unknown(before));
            told.at_least(lang, Verdict::Unreadable);
            return Held { evidence: None, is_kept: false };
        }
    };
    kept
}

/// How the log stands to what was seen under its name; nothing where that was another log. Only the reader's own trust file can say
/// so, and only of what the log's key of that size did not sign: one that lay beside the log could make it forget what it saw.
fn stand(old: &Side, new: &Side, asked: &Asked) -> Option<Result<Comparison, NotCompared>> {
    match compare(old, new, asked.policy.as_ref()) {
        Err(NotCompared::NotTrusted(Which::Old)) if !asked.is_beside => match compare(old, new, None) {
            Err(NotCompared::NotTheLogs(Which::Old)) => None,
            found => Some(found),
        },
        found => Some(found),
    }
}

fn say(told: &mut Told, lang: Lang, status: Status, seen: Seen) -> String {
    let (name, says) = words::seen(lang, seen);
    told.judged(lang, name, status, says.clone());
    says
}
