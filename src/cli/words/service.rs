//! What an operation of the program could not do: the subject of each error says it.

use std::path::Path;

use super::{comparison, cosigning, files, mirrors, policies, proofs, receipts, sources, store, usage, witnesses};
use crate::clerk::error::{DraftError, KitError};
use crate::domain::id::{ContestId, TierName, UnitId};
use crate::domain::protocol::Attachment;
use crate::domain::statement::Kind;
use crate::domain::time::{Millis, Offset};
use crate::intake::alike::twin;
use crate::service::error::{
    ClockDoubt, Error, FoundError, QueryError, RehearseError, ScanFound, TakeoverError, VerifyError,
};
use crate::store::files::WITNESSED;
use crate::store::witness::witnessed::NotWitnessed;
use crate::text::{self, Action, Label, Lang, Said, unreadable};

messages! {
    service_witnessed { file, error } + remedy;
    service_witnessed_line { line };
    service_too_large { file } + remedy;
    service_not_text { file } + remedy;
    service_log_vkey { file, error } + remedy;
    service_other_log { place } + remedy;
    service_clock_behind { clock, last } + remedy;
    service_clock_ahead { clock, after } + remedy;
    service_clock_apart { clock, cosigned } + remedy;
    service_clock_founding { clock, day } + remedy;
    service_not_a_seal { file } + remedy;
    service_receipt_not_kept { sequence, why } + remedy;
    takeover_nobody + remedy;
    takeover_held { doing } + remedy;
    takeover_not_done + remedy;
    service_defect + remedy;
    service_not_a_founding_act + remedy;
    service_demonstration_log_key + remedy;
    service_file_not_a_founding_act { file } + remedy;
    service_file_demonstration_log_key { file } + remedy;
    kit_not_a_kit + remedy;
    kit_fault { fault } + remedy;
    kit_not_taken { fault } + remedy;
    kit_not_signed + remedy;
    kit_no_founding_act + remedy;
    draft_no_members + remedy;
    draft_long_name + remedy;
    draft_not_a_name { name } + remedy;
    draft_not_a_key { key } + remedy;
    draft_no_checkpoint { log } + remedy;
    draft_same_name { name } + remedy;
    draft_no_unit { unit } + remedy;
    draft_no_contest { contest, contests } + remedy;
    draft_several_contests { contests } + remedy;
    draft_summary_from_kit + remedy;
    draft_no_summary { unit, contest } + remedy;
    draft_nothing_to_correct { unit, contest, draft_summary } + remedy;
    query_empty + remedy;
    query_no_unit { unit, units } + remedy;
    query_nothing_of_this_name { name, units } + remedy;
    query_no_contest { contest, contests } + remedy;
    query_no_tier { tier, tiers } + remedy;
    query_no_paper { event } + remedy;
    query_no_event { event } + remedy;
    query_no_size { wanted, size } + remedy;
    rehearsal_no_founding_act + remedy;
    rehearsal_other_folder + remedy;
    rehearsal_too_long + remedy;
}

/// What an operation could not do, and what to do.
pub fn said(lang: Lang, error: &Error) -> Said {
    match error {
        Error::Store { place, error } => store::said(lang, place, error),
        Error::Refused(refusal) => store::refused(lang, refusal),
        Error::Policy { error, .. } => unreadable::policy(lang, &error.fault),
        Error::WitnessAddress { address, .. } => policies::witness_address(lang, address),
        Error::Witnessed { error: NotWitnessed(line), .. } => {
            advise!(
                lang,
                service_witnessed { file: WITNESSED, error: say!(lang, service_witnessed_line { line: *line }) }
            )
        }
        Error::Exists(file) => files::exists(lang, file),
        Error::TooLarge(file) => advise!(lang, service_too_large { file: shown(file) }),
        Error::NotText { file, .. } => advise!(lang, service_not_text { file: shown(file) }),
        Error::LogVkey { file, error } => {
            advise!(lang, service_log_vkey { file: shown(file), error: unreadable::verifier_key(lang, error) })
        }
        Error::Scan { attachment, folder, found } => scan(lang, attachment, folder, *found),
        Error::Cosignature { file, error } => cosigning::said(lang, file, error),
        Error::Clock(doubt) => clock_doubt(lang, *doubt),
        Error::Mirror(error) => mirrors::said(lang, error),
        Error::OtherLog(place) => advise!(lang, service_other_log { place: shown(place) }),
        Error::NotASeal(file) => advise!(lang, service_not_a_seal { file: shown(file) }),
        Error::Defect => advise!(lang, service_defect),
        Error::NotKept { sequence, why } => {
            advise!(lang, service_receipt_not_kept { sequence: *sequence, why: said(lang, why).says })
        }
        Error::Found(error) => found(lang, error),
        Error::Source(error) => sources::said(lang, error),
        Error::Receipt(error) => receipts::said(lang, error),
        Error::Rehearse(error) => rehearsed(lang, *error),
        Error::Kit(error) => kit(lang, error),
        Error::Draft(error) => draft(lang, error),
        Error::Tables(errors) => match errors.first() {
            Some(error) => text::mistake(lang, &error.mistake),
            None => advise!(lang, super::usage::usage_folder_not_read),
        },
        Error::Verify(error) => verify(lang, error),
        Error::Query(error) => query(lang, error),
        Error::Witness(error) => witnesses::said(lang, error),
        Error::Compare(error) => comparison::said(lang, error),
        Error::Proof(error) => proofs::said(lang, error),
        Error::Takeover(error) => takeover(lang, error),
        Error::Told(told) => Said { says: told.says.clone(), remedy: told.remedy.clone().into() },
    }
}

/// Why a machine did not take over.
fn takeover(lang: Lang, error: &TakeoverError) -> Said {
    match error {
        TakeoverError::Nobody => advise!(lang, takeover_nobody),
        TakeoverError::Writes(doing) => advise!(lang, takeover_held { doing: doing.as_str() }),
        TakeoverError::NotDone => advise!(lang, takeover_not_done),
    }
}

/// Why the writer's clock is not believed. What it says is told in UTC: the election's clock may be what is wrong.
fn clock_doubt(lang: Lang, doubt: ClockDoubt) -> Said {
    let shown = |moment: Millis| moment.on_clock(Offset::default());
    match doubt {
        ClockDoubt::Behind { clock, last } => {
            advise!(lang, service_clock_behind { clock: shown(clock), last: shown(last) })
        }
        ClockDoubt::Ahead { clock, after } => {
            advise!(lang, service_clock_ahead { clock: shown(clock), after: shown(after) })
        }
        ClockDoubt::Apart { clock, cosigned } => {
            advise!(lang, service_clock_apart { clock: shown(clock), cosigned: shown(cosigned) })
        }
        ClockDoubt::Founding { clock, polling_day } => {
            advise!(lang, service_clock_founding { clock: shown(clock), day: polling_day.to_string() })
        }
    }
}

fn scan(lang: Lang, attachment: &Attachment, folder: &Path, found: ScanFound) -> Said {
    let folder = match folder.as_os_str().is_empty() {
        true => text::label(lang, Label::ThisFolder).to_owned(),
        false => shown(folder),
    };
    match found {
        ScanFound::Other => text::attachment_differs(lang, attachment, &folder),
        ScanFound::Nothing => text::attachment_missing(lang, attachment, &folder),
    }
}

fn found(lang: Lang, error: &FoundError) -> Said {
    match error {
        FoundError::NotAFoundingAct => advise!(lang, service_not_a_founding_act),
        FoundError::DemonstrationLogKey => advise!(lang, service_demonstration_log_key),
    }
}

/// A ledger is not founded, because of a file that was handed in.
pub fn not_founded(lang: Lang, error: &FoundError, file: &Path) -> Said {
    match error {
        FoundError::NotAFoundingAct => advise!(lang, service_file_not_a_founding_act { file: shown(file) }),
        FoundError::DemonstrationLogKey => advise!(lang, service_file_demonstration_log_key { file: shown(file) }),
    }
}

/// A kit cannot be used: a new one is asked for, unless a newer program reads this one.
fn kit(lang: Lang, error: &KitError) -> Said {
    match error {
        KitError::Malformed(_) => advise!(lang, kit_not_a_kit),
        KitError::Fault(fault) => {
            let said = advise!(lang, kit_fault { fault: text::fault(lang, fault) });
            let newer = error.newer().map(|fault| text::explain(lang, fault.code()).remedy);
            Said { remedy: newer.unwrap_or(said.remedy), ..said }
        }
        KitError::NotTaken(fault) => advise!(lang, kit_not_taken { fault: text::fault(lang, fault) }),
        KitError::NotSigned => advise!(lang, kit_not_signed),
        KitError::NoFoundingAct => advise!(lang, kit_no_founding_act),
    }
}

fn draft(lang: Lang, error: &DraftError) -> Said {
    match error {
        DraftError::NoMembers => advise!(lang, draft_no_members),
        DraftError::LongName => advise!(lang, draft_long_name),
        DraftError::NotAName(name) => advise!(lang, draft_not_a_name { name: format!("{name:?}") }),
        DraftError::NotAKey(key) => advise!(lang, draft_not_a_key { key: format!("{key:?}") }),
        DraftError::NoCheckpoint(log) => advise!(lang, draft_no_checkpoint { log: shown(log) }),
        DraftError::SameName(name) => advise!(lang, draft_same_name { name: name.as_str() }),
        DraftError::NoUnit { unit, twin } => {
            let said = advise!(lang, draft_no_unit { unit: unit.as_str() });
            text::telling_twin(lang, said, unit, twin.as_ref().map(UnitId::as_str))
        }
        DraftError::NoContest { contest, known } => {
            let said = advise!(lang, draft_no_contest { contest: contest.as_str(), contests: listed(known) });
            text::telling_twin(lang, said, contest, twin(contest, known).map(ContestId::as_str))
        }
        DraftError::SeveralContests(known) => advise!(lang, draft_several_contests { contests: listed(known) }),
        DraftError::SummaryFromKit => advise!(lang, draft_summary_from_kit),
        DraftError::NoSummary { unit, contest } => advise!(lang, draft_no_summary { unit, contest }),
        DraftError::NothingToCorrect { unit, contest } => {
            let draft_summary = Action::draft(Kind::SummarySubmitted, unit);
            advise!(lang, draft_nothing_to_correct { unit, contest, draft_summary })
        }
    }
}

fn verify(lang: Lang, error: &VerifyError) -> Said {
    match error {
        VerifyError::NotAReceipt { file, error } => unreadable::receipt_file(lang, &shown(file), error),
        VerifyError::NotEvidence { file, error } => unreadable::evidence_file(lang, &shown(file), error),
        VerifyError::NotAProof { file, error } => unreadable::proof_file(lang, &shown(file), error),
    }
}

fn query(lang: Lang, error: &QueryError) -> Said {
    match error {
        QueryError::Empty => advise!(lang, query_empty),
        QueryError::NoUnit { unit, lowest, twin } => {
            let said = advise!(lang, query_no_unit { unit: unit.as_str(), units: units(lowest.as_ref()) });
            text::telling_twin(lang, said, unit, twin.as_ref().map(UnitId::as_str))
        }
        QueryError::NoContest { contest, known } => {
            let said = advise!(lang, query_no_contest { contest: contest.as_str(), contests: listed(known) });
            text::telling_twin(lang, said, contest, twin(contest, known).map(ContestId::as_str))
        }
        QueryError::NoPoint(text) => advise!(lang, usage::usage_no_size_no_time { text: format!("{text:?}") }),
        QueryError::NoTier { tier, known } => {
            let said = advise!(lang, query_no_tier { tier: tier.as_str(), tiers: listed(known) });
            text::telling_twin(lang, said, tier, twin(tier, known).map(TierName::as_str))
        }
        QueryError::NoPaper(event) => advise!(lang, query_no_paper { event: event.as_str() }),
        QueryError::NoEvent(event) => advise!(lang, query_no_event { event: event.as_str() }),
        QueryError::NoSize { wanted, size } => advise!(lang, query_no_size { wanted: *wanted, size: size.0 }),
    }
}

/// Nothing of a ledger goes by a name; a unit may be called by one that looks the same.
pub fn nothing_of_this_name(lang: Lang, name: &str, lowest: Option<&TierName>, twin: Option<&UnitId>) -> Said {
    let said = advise!(lang, query_nothing_of_this_name { name, units: units(lowest) });
    text::telling_twin(lang, said, name, twin.map(UnitId::as_str))
}

/// What shows the units that there are; `lowest` is the tier whose units have protocols.
fn units(lowest: Option<&TierName>) -> Action {
    lowest.map_or(Action::Log(None), |tier| Action::Units(tier.clone()))
}

fn listed(names: &[impl ToString]) -> String {
    names.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn rehearsed(lang: Lang, error: RehearseError) -> Said {
    match error {
        RehearseError::NoFoundingAct => advise!(lang, rehearsal_no_founding_act),
        RehearseError::OtherFolder => advise!(lang, rehearsal_other_folder),
        RehearseError::TooLong => advise!(lang, rehearsal_too_long),
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
