//! The account of a verification.

use super::faults::place;
use super::of;
use crate::text::account::{Detail, Status, Step};
use crate::text::figures::{count, figure};
use crate::verify::{Fault, Trust};

pub fn step(step: Step) -> &'static str {
    match step {
        Step::Trust => "Trust",
        Step::Checkpoint => "Checkpoint",
        Step::Witnesses => "Witnesses",
        Step::Chain => "Chain",
        Step::Signatures => "Signatures",
        Step::Rules => "Rules",
        Step::Totals => "Totals",
        Step::Findings => "Findings",
        Step::Files => "Files",
        Step::Tiles => "Tiles",
        Step::Attachments => "Attachments",
    }
}

pub fn status(status: Status) -> &'static str {
    match status {
        Status::Ok => "ok",
        Status::Failed => "failed",
        Status::Note => "note",
        Status::Skipped => "skipped",
    }
}

pub fn trusted(trust: Trust) -> &'static str {
    match trust {
        Trust::Policy => "policy",
        Trust::Expected => "expected",
        Trust::SelfSigned => "self",
    }
}

pub fn detail(detail: &Detail<'_>) -> String {
    match detail {
        Detail::ByPolicy { file, expected: None } => policy(*file).to_owned(),
        Detail::ByPolicy { file, expected: Some(size) } => {
            format!("{} · the expected fingerprint is that of size {}", policy(*file), figure(size.0))
        }
        Detail::PolicyRefuses(file) => {
            format!("{} does not name this log, or a signature that it relies on does not hold", policy(*file))
        }
        Detail::NothingForPolicy(file) => format!("{}: there is no checkpoint to hold against it", policy(*file)),
        Detail::AsExpected(size) => format!("the expected fingerprint is that of size {}", figure(size.0)),
        Detail::GrewSinceExpected(size) => format!(
            "the expected fingerprint is that of size {}; for what came after, only the key in the ledger itself stands",
            figure(size.0)
        ),
        Detail::NeverAsExpected => "the ledger never had the checkpoint that you expect".to_owned(),
        Detail::ExpectedNotSought => "the expected fingerprint was not looked for".to_owned(),
        Detail::OnItsOwnWord { consistent: true } => {
            "key taken from the ledger itself: consistent, but whose is not proved".to_owned()
        }
        Detail::OnItsOwnWord { consistent: false } => {
            "key taken from the ledger itself: whose is not proved".to_owned()
        }
        Detail::Signed { size, key, unsealed, torn } => {
            let signed = format!("size {} · signed by {key}", figure(size.0));
            let unsealed = unsealed.map(|events| format!("unsealed: {} after it", of_u64(events.0, "event", "events")));
            let torn = torn.map(|bytes| format!("{} of an interrupted write after it", of_u64(bytes, "byte", "bytes")));
            [signed].into_iter().chain(unsealed).chain(torn).collect::<Vec<_>>().join(" · ")
        }
        Detail::SealWrong { places: count, first } => format!("the seal does not hold: {}", places(*count, first)),
        Detail::NoCheckpoint => "there is no checkpoint".to_owned(),
        Detail::NoPolicy => "no policy was given: a rollback to an older seal could not be noticed".to_owned(),
        Detail::NoPolicyButExpected => {
            "no policy was given: a rollback to a seal after the expected one could not be noticed".to_owned()
        }
        Detail::LogNotTrusted => "not asked, because the policy does not trust the log".to_owned(),
        Detail::NoneAsked([]) => "none in the policy: a rollback to an older seal could not be noticed".to_owned(),
        Detail::NoneAsked(names) => format!("none asked for by the policy · cosigned by {}", names.join(", ")),
        Detail::TooFew([]) => "fewer than the policy asks for: nobody has cosigned".to_owned(),
        Detail::TooFew(names) => format!("fewer than the policy asks for · cosigned by {}", names.join(", ")),
        Detail::Cosigned(names) => format!("as many as the policy asks for · cosigned by {}", names.join(", ")),
        Detail::NoEvents => "there are none".to_owned(),
        Detail::Linked(size) if size.0 == 1 => "1 event, the first".to_owned(),
        Detail::Linked(size) => format!("{} events, each naming the one before it", figure(size.0)),
        Detail::Broken { places: count, first } => format!("broken: {}", places(*count, first)),
        Detail::SignaturesHold(signatures) => format!("{0} of {0}", figure(*signatures)),
        Detail::SignaturesWrong { events, first } => {
            format!("in {} they do not hold: {}", of(*events, "event", "events"), at(*events, first))
        }
        Detail::SignaturesUnread { events } => {
            format!("in {} they could not be checked, the others hold", of(*events, "event", "events"))
        }
        Detail::Admissible { rules } => {
            format!("every event was admissible when accepted (rules version {rules})")
        }
        Detail::AdmissibleAsJudged { rules } => {
            format!("every event that could be judged was admissible when accepted (rules version {rules})")
        }
        Detail::Inadmissible { events, first } => {
            format!("{} should not have been let in: {}", of(*events, "event", "events"), at(*events, first))
        }
        Detail::Newer { first } => {
            format!("cannot tell, made by a newer version of the program from here on: {}", at(1, first))
        }
        Detail::NoFounding => "there is no founding act to go by".to_owned(),
        Detail::Recomputed => "recomputed from the events".to_owned(),
        Detail::RecomputedInPart { left_out: 0 } => "recomputed from the events that could be read".to_owned(),
        Detail::RecomputedInPart { left_out } => {
            format!("recomputed without {} that cannot count", of(*left_out, "event", "events"))
        }
        Detail::CannotRecompute => "cannot be recomputed by this version of the program".to_owned(),
        Detail::NoFindings => "nothing that does not add up, and nothing unusual".to_owned(),
        Detail::Findings { errors, warnings, cells, counters } => findings(*errors, *warnings, *cells, *counters),
        Detail::FilesDiffer(names) if names.is_empty() => {
            "one is missing, or says something else than the founding act".to_owned()
        }
        Detail::FilesDiffer(names) => {
            format!("missing, or saying something else than the founding act: {}", names.join(", "))
        }
        Detail::Tiles(tiles) => {
            format!("{} published, each recomputed from the events", of_u64(*tiles, "tile", "tiles"))
        }
        Detail::TilesWrong { places: count, first } => format!("not to be relied on: {}", places(*count, first)),
        Detail::AttachmentsNotAsked(named) => {
            let were = if *named == 1 { "was" } else { "were" };
            format!("{} {were} not asked for: --attachments", of(*named, "attachment", "attachments"))
        }
        Detail::Attachments { named: 0, unnamed: 0, .. } => "no event names any".to_owned(),
        Detail::Attachments { named, there, unnamed: 0 } => format!("{} of {}", count(*there), count(*named)),
        Detail::Attachments { named, there, unnamed } => {
            let unnamed = of(*unnamed, "file that no event names", "files that no event names");
            format!("{} of {} · besides {unnamed}", count(*there), count(*named))
        }
        Detail::AttachmentsWrong { missing, altered, first } => {
            let told = [(*altered, "not what was signed"), (*missing, "missing")];
            let told = told.into_iter().filter(|(number, _)| *number > 0);
            let told: Vec<_> = told.map(|(number, says)| format!("{} {says}", count(number))).collect();
            format!("{}: {}", told.join(", "), at(missing + altered, first))
        }
    }
}

fn findings(errors: usize, warnings: usize, cells: usize, counters: usize) -> String {
    let told = [
        (errors, "does not add up", "do not add up"),
        (warnings, "unusual", "unusual"),
        (
            cells,
            "summary cell differs from the protocols it names",
            "summary cells differ from the protocols they name",
        ),
        (
            counters,
            "summary has untrue counters or names other protocols",
            "summaries have untrue counters or name other protocols",
        ),
    ];
    let parts = told.into_iter().filter(|(count, ..)| *count > 0).map(|(count, one, many)| of(count, one, many));
    parts.collect::<Vec<_>>().join(", ")
}

/// `in 3 places, the first is event 17 (V4)`
fn places(count: usize, first: &Fault) -> String {
    if count == 1 { at(1, first) } else { format!("in {}, {}", of(count, "place", "places"), at(count, first)) }
}

/// Where the only fault is, or the first of several.
fn at(count: usize, first: &Fault) -> String {
    match (place(first), count) {
        (Some(place), 1) => format!("{place} ({})", first.code()),
        (Some(place), _) => format!("the first is {place} ({})", first.code()),
        (None, 1) => first.code().to_string(),
        (None, _) => format!("the first is {}", first.code()),
    }
}

fn policy(file: Option<&str>) -> &str {
    file.unwrap_or("the policy")
}

fn of_u64(count: u64, one: &str, many: &str) -> String {
    of(usize::try_from(count).unwrap_or(usize::MAX), one, many)
}
