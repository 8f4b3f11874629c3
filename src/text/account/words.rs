//! The account in words.

use super::line::{Detail, Status, Step};
use crate::domain::clock::{ClockJump, DAY};
use crate::domain::code::Code;
use crate::text::Lang;
use crate::text::faults::place;
use crate::verify::fault::Fault;
use crate::verify::report::Trust;

messages! {
    account_step_trust;
    account_step_checkpoint;
    account_step_witnesses;
    account_step_chain;
    account_step_clock;
    account_step_signatures;
    account_step_rules;
    account_step_totals;
    account_step_findings;
    account_step_rows;
    account_step_files;
    account_step_tiles;
    account_step_attachments;
    account_status_ok;
    account_status_failed;
    account_status_note;
    account_status_skipped;
    account_trust_policy;
    account_trust_expected;
    account_trust_self_signed;
    account_the_policy;
    account_by_policy_and_expected { policy, size };
    account_policy_refuses { policy };
    account_nothing_for_policy { policy };
    account_as_expected { size };
    account_grew_since_expected { size };
    account_never_as_expected;
    account_expected_not_sought;
    account_own_word_consistent;
    account_own_word;
    account_signed { size, key };
    account_unsealed { events };
    account_torn { bytes };
    account_seal_wrong { place };
    account_no_checkpoint;
    account_no_policy;
    account_no_policy_but_expected;
    account_log_not_trusted;
    account_no_witnesses;
    account_none_asked { witnesses };
    account_nobody_cosigned;
    account_too_few { witnesses };
    account_cosigned { witnesses };
    account_no_events;
    account_linked { events };
    account_broken { place };
    account_clock_jumped { jumps, event, arrival, days, code };
    account_signatures_hold { signatures };
    account_signatures_wrong { events, place };
    account_signatures_unread { events };
    account_admissible { rules };
    account_admissible_as_judged { rules };
    account_inadmissible { events, place };
    account_newer { place };
    account_no_founding;
    account_recomputed;
    account_recomputed_from_readable;
    account_recomputed_without { events };
    account_cannot_recompute;
    account_no_findings;
    account_rows_proved { size };
    account_rows_proved_to { size };
    account_no_snapshot;
    account_rows_too_few;
    account_rows_not_asked;
    account_rows_wrong { place };
    account_errors { count };
    account_warnings { count };
    account_cells { count };
    account_counters { count };
    account_a_file_differs;
    account_files_differ { files };
    account_passed_over { files };
    account_tiles { tiles };
    account_tiles_wrong { place };
    account_files_lacking { place };
    account_attachments_not_asked { named };
    account_no_attachments;
    account_attachments { there, named };
    account_attachments_and_others { there, named, unnamed };
    account_attachments_wrong { told, place };
    account_attachments_altered { count };
    account_attachments_missing { count };
    account_places { places, place };
    account_first { place };
}

pub fn step(lang: Lang, step: Step) -> &'static str {
    match step {
        Step::Trust => say!(lang, account_step_trust),
        Step::Checkpoint => say!(lang, account_step_checkpoint),
        Step::Witnesses => say!(lang, account_step_witnesses),
        Step::Chain => say!(lang, account_step_chain),
        Step::Clock => say!(lang, account_step_clock),
        Step::Signatures => say!(lang, account_step_signatures),
        Step::Rules => say!(lang, account_step_rules),
        Step::Totals => say!(lang, account_step_totals),
        Step::Findings => say!(lang, account_step_findings),
        Step::Rows => say!(lang, account_step_rows),
        Step::Files => say!(lang, account_step_files),
        Step::Tiles => say!(lang, account_step_tiles),
        Step::Attachments => say!(lang, account_step_attachments),
    }
}

pub fn status(lang: Lang, status: Status) -> &'static str {
    match status {
        Status::Ok => say!(lang, account_status_ok),
        Status::Failed => say!(lang, account_status_failed),
        Status::Note => say!(lang, account_status_note),
        Status::Skipped => say!(lang, account_status_skipped),
    }
}

pub fn trusted(lang: Lang, trust: Trust) -> &'static str {
    match trust {
        Trust::Policy => say!(lang, account_trust_policy),
        Trust::Expected => say!(lang, account_trust_expected),
        Trust::SelfSigned => say!(lang, account_trust_self_signed),
    }
}

pub fn detail(lang: Lang, detail: &Detail<'_>) -> String {
    match detail {
        Detail::ByPolicy { file, expected: None } => policy(lang, *file).to_owned(),
        Detail::ByPolicy { file, expected: Some(size) } => {
            say!(lang, account_by_policy_and_expected { policy: policy(lang, *file), size: size.0 })
        }
        Detail::PolicyRefuses(file) => say!(lang, account_policy_refuses { policy: policy(lang, *file) }),
        Detail::NothingForPolicy(file) => say!(lang, account_nothing_for_policy { policy: policy(lang, *file) }),
        Detail::AsExpected(size) => say!(lang, account_as_expected { size: size.0 }),
        Detail::GrewSinceExpected(size) => say!(lang, account_grew_since_expected { size: size.0 }),
        Detail::NeverAsExpected => say!(lang, account_never_as_expected).to_owned(),
        Detail::ExpectedNotSought => say!(lang, account_expected_not_sought).to_owned(),
        Detail::OnItsOwnWord { consistent: true } => say!(lang, account_own_word_consistent).to_owned(),
        Detail::OnItsOwnWord { consistent: false } => say!(lang, account_own_word).to_owned(),
        Detail::Signed { size, key, unsealed, torn } => {
            let signed = say!(lang, account_signed { size: size.0, key: key.as_str() });
            let unsealed = unsealed.map(|events| say!(lang, account_unsealed { events: events.0 }));
            let torn = torn.map(|bytes| say!(lang, account_torn { bytes }));
            [signed].into_iter().chain(unsealed).chain(torn).collect::<Vec<_>>().join(" · ")
        }
        Detail::SealWrong { places, first } => {
            say!(lang, account_seal_wrong { place: among(lang, *places, first) })
        }
        Detail::NoCheckpoint => say!(lang, account_no_checkpoint).to_owned(),
        Detail::NoPolicy => say!(lang, account_no_policy).to_owned(),
        Detail::NoPolicyButExpected => say!(lang, account_no_policy_but_expected).to_owned(),
        Detail::LogNotTrusted => say!(lang, account_log_not_trusted).to_owned(),
        Detail::NoneAsked([]) => say!(lang, account_no_witnesses).to_owned(),
        Detail::NoneAsked(names) => say!(lang, account_none_asked { witnesses: names.join(", ") }),
        Detail::TooFew([]) => say!(lang, account_nobody_cosigned).to_owned(),
        Detail::TooFew(names) => say!(lang, account_too_few { witnesses: names.join(", ") }),
        Detail::Cosigned(names) => say!(lang, account_cosigned { witnesses: names.join(", ") }),
        Detail::NoEvents => say!(lang, account_no_events).to_owned(),
        Detail::Linked(size) => say!(lang, account_linked { events: size.0 }),
        Detail::Broken { places, first } => say!(lang, account_broken { place: among(lang, *places, first) }),
        Detail::ClockJumped { jumps, first, offset } => {
            let ClockJump { sequence, arrival, after } = first;
            let days = (arrival.value() - after.value()) / DAY;
            let (arrival, code) = (arrival.on_clock(*offset), Code::V28.to_string());
            say!(lang, account_clock_jumped { jumps: *jumps, event: sequence.0, arrival, days, code })
        }
        Detail::SignaturesHold(signatures) => say!(lang, account_signatures_hold { signatures: *signatures }),
        Detail::SignaturesWrong { events, first } => {
            say!(lang, account_signatures_wrong { events: *events, place: at(lang, *events, first) })
        }
        Detail::SignaturesUnread { events } => say!(lang, account_signatures_unread { events: *events }),
        Detail::Admissible { rules } => say!(lang, account_admissible { rules: rules.to_string() }),
        Detail::AdmissibleAsJudged { rules } => say!(lang, account_admissible_as_judged { rules: rules.to_string() }),
        Detail::Inadmissible { events, first } => {
            say!(lang, account_inadmissible { events: *events, place: at(lang, *events, first) })
        }
        Detail::Newer { first } => say!(lang, account_newer { place: at(lang, 1, first) }),
        Detail::NoFounding => say!(lang, account_no_founding).to_owned(),
        Detail::Recomputed => say!(lang, account_recomputed).to_owned(),
        Detail::RecomputedInPart { left_out: 0 } => say!(lang, account_recomputed_from_readable).to_owned(),
        Detail::RecomputedInPart { left_out } => say!(lang, account_recomputed_without { events: *left_out }),
        Detail::CannotRecompute => say!(lang, account_cannot_recompute).to_owned(),
        Detail::NoFindings => say!(lang, account_no_findings).to_owned(),
        Detail::Findings { errors, warnings, cells, counters } => findings(lang, *errors, *warnings, *cells, *counters),
        Detail::RowsProved(size) => say!(lang, account_rows_proved { size: size.0 }),
        Detail::RowsProvedTo(size) => say!(lang, account_rows_proved_to { size: size.0 }),
        Detail::RowsTooFew => say!(lang, account_rows_too_few).to_owned(),
        Detail::NoSnapshot => say!(lang, account_no_snapshot).to_owned(),
        Detail::RowsNotAsked => say!(lang, account_rows_not_asked).to_owned(),
        Detail::RowsWrong { places, first } => say!(lang, account_rows_wrong { place: among(lang, *places, first) }),
        Detail::FilesDiffer(names) if names.is_empty() => say!(lang, account_a_file_differs).to_owned(),
        Detail::FilesDiffer(names) => say!(lang, account_files_differ { files: names.join(", ") }),
        Detail::PassedOver(names) => say!(lang, account_passed_over { files: names.join(", ") }),
        Detail::FilesLacking { places, first } => {
            say!(lang, account_files_lacking { place: among(lang, *places, first) })
        }
        Detail::Tiles(tiles) => say!(lang, account_tiles { tiles: *tiles }),
        Detail::TilesWrong { places, first } => {
            say!(lang, account_tiles_wrong { place: among(lang, *places, first) })
        }
        Detail::AttachmentsNotAsked(named) => say!(lang, account_attachments_not_asked { named: *named }),
        Detail::Attachments { named: 0, unnamed: 0, .. } => say!(lang, account_no_attachments).to_owned(),
        Detail::Attachments { named, there, unnamed: 0 } => {
            say!(lang, account_attachments { there: *there, named: *named })
        }
        Detail::Attachments { named, there, unnamed } => {
            say!(lang, account_attachments_and_others { there: *there, named: *named, unnamed: *unnamed })
        }
        Detail::AttachmentsWrong { missing, altered, first } => {
            let altered_told = (*altered > 0).then(|| say!(lang, account_attachments_altered { count: *altered }));
            let missing_told = (*missing > 0).then(|| say!(lang, account_attachments_missing { count: *missing }));
            let told = altered_told.into_iter().chain(missing_told).collect::<Vec<_>>().join(", ");
            say!(lang, account_attachments_wrong { told, place: at(lang, missing + altered, first) })
        }
    }
}

fn findings(lang: Lang, errors: usize, warnings: usize, cells: usize, counters: usize) -> String {
    let told = [
        (errors > 0).then(|| say!(lang, account_errors { count: errors })),
        (warnings > 0).then(|| say!(lang, account_warnings { count: warnings })),
        (cells > 0).then(|| say!(lang, account_cells { count: cells })),
        (counters > 0).then(|| say!(lang, account_counters { count: counters })),
    ];
    told.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// `in 3 places, the first is event 17 (V4)`
fn among(lang: Lang, places: usize, first: &Fault) -> String {
    let place = at(lang, places, first);
    if places == 1 { place } else { say!(lang, account_places { places, place }) }
}

/// Where the only fault is, or the first of several.
fn at(lang: Lang, faults: usize, first: &Fault) -> String {
    let code = first.code();
    let place = place(lang, first).map_or_else(|| code.to_string(), |place| format!("{place} ({code})"));
    if faults == 1 { place } else { say!(lang, account_first { place }) }
}

fn policy(lang: Lang, file: Option<&str>) -> &str {
    file.unwrap_or_else(|| say!(lang, account_the_policy))
}
