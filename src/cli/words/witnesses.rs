//! What keeps a witness from cosigning.

use std::path::Path;

use super::{cosigning, files, store, tiles};
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::snapshot::RECOMPUTED;
use crate::ledger::note::witness::{Inconsistency, WitnessRefusal};
use crate::service::error::WitnessError;
use crate::store::witness::{EvidenceKeeping, StateFlaw, WitnessStateError};
use crate::text::{self, Lang, Said, unreadable};

messages! {
    witness_watches + remedy;
    witness_name { name } + remedy;
    witness_says_recomputed { ending } + remedy;
    witness_does_not_say_recomputed { ending } + remedy;
    witness_nothing_to_watch + remedy;
    witness_log_key + remedy;
    witness_no_checkpoint { place } + remedy;
    witness_not_a_checkpoint { place, error } + remedy;
    witness_not_verified { place, fault } + remedy;
    witness_not_signed { origin, size } + remedy;
    witness_shrunk { origin, size, before, kept } + remedy;
    witness_unproved { before, size, flaw } + remedy;
    witness_refused_unproved { origin, size, refusal } + remedy;
    witness_refused_contradiction { origin, size, refusal } + remedy;
    witness_refused { origin, size, refusal } + remedy;
    witness_refusal_kept { refusal, kept };
    evidence_kept { file };
    evidence_known { file };
    evidence_full;
    evidence_lost { error };
    state_other_witness { file, found, given } + remedy;
    state_failed + remedy;
    state_damaged { file, flaw } + remedy;
    state_older { mark } + remedy;
    state_newer { mark } + remedy;
    state_unmarked { mark } + remedy;
    state_flaw_mark;
    state_flaw_keys;
    state_flaw_missing;
    state_flaw_form;
    state_flaw_not_this_witness;
    state_flaw_twice;
}

/// A witness does not cosign.
pub fn said(lang: Lang, error: &WitnessError) -> Said {
    match error {
        WitnessError::Name(name) => advise!(lang, witness_name { name: format!("{name:?}") }),
        WitnessError::SaysRecomputed => advise!(lang, witness_says_recomputed { ending: RECOMPUTED }),
        WitnessError::DoesNotSayRecomputed => {
            advise!(lang, witness_does_not_say_recomputed { ending: RECOMPUTED })
        }
        WitnessError::NothingToWatch => advise!(lang, witness_nothing_to_watch),
        WitnessError::LogKey => advise!(lang, witness_log_key),
        WitnessError::NoCheckpoint(place) => advise!(lang, witness_no_checkpoint { place: place.as_str() }),
        WitnessError::NotACheckpoint { place, error } => {
            let clause = unreadable::checkpoint(lang, error);
            let said = advise!(lang, witness_not_a_checkpoint { place: place.as_str(), error: clause });
            if error.change().is_some() { text::get_again(lang, said) } else { said }
        }
        WitnessError::NotVerified { place, report } => {
            let fault = report.faults.first().map_or_else(String::new, |fault| text::fault(lang, fault));
            advise!(lang, witness_not_verified { place: place.as_str(), fault })
        }
        WitnessError::NotSigned { origin, size } => {
            advise!(lang, witness_not_signed { origin: origin.to_string(), size: *size })
        }
        WitnessError::Shrunk { origin, size, before, evidence } => {
            let (origin, kept) = (origin.to_string(), kept(lang, evidence));
            advise!(lang, witness_shrunk { origin, size: *size, before: *before, kept })
        }
        WitnessError::Unproved { before, size, flaw } => {
            advise!(lang, witness_unproved { before: *before, size: *size, flaw: tiles::tiles(lang, flaw) })
        }
        WitnessError::Refused { checkpoint, refusal, evidence } => {
            refused(lang, checkpoint, refusal, evidence.as_ref())
        }
        WitnessError::State { place, error } => state(lang, place, error),
    }
}

/// Nobody told a witness whom it watches.
pub fn watches_nobody(lang: Lang) -> Said {
    advise!(lang, witness_watches)
}

/// A checkpoint is not cosigned: what to do depends on whether it proves something against the log.
fn refused(lang: Lang, checkpoint: &Checkpoint, refusal: &WitnessRefusal, evidence: Option<&EvidenceKeeping>) -> Said {
    let (origin, size) = (checkpoint.origin.to_string(), checkpoint.size);
    let told = cosigning::refusal(lang, refusal);
    let told = match evidence {
        Some(evidence) => say!(lang, witness_refusal_kept { refusal: told, kept: kept(lang, evidence) }),
        None => told,
    };
    match refusal {
        WitnessRefusal::Inconsistent(Inconsistency::Unproved { .. }) => {
            advise!(lang, witness_refused_unproved { origin, size, refusal: told })
        }
        WitnessRefusal::Inconsistent(Inconsistency::Fork { .. } | Inconsistency::EmptyRoot)
        | WitnessRefusal::OtherSize { .. }
        | WitnessRefusal::OldAboveNew { .. } => {
            advise!(lang, witness_refused_contradiction { origin, size, refusal: told })
        }
        WitnessRefusal::Malformed(_)
        | WitnessRefusal::UnknownOrigin(_)
        | WitnessRefusal::NotSigned(_)
        | WitnessRefusal::SignedTwice
        | WitnessRefusal::Surplus(_) => advise!(lang, witness_refused { origin, size, refusal: told }),
    }
}

/// What became of evidence.
pub fn kept(lang: Lang, evidence: &EvidenceKeeping) -> String {
    match evidence {
        EvidenceKeeping::Kept(file) => say!(lang, evidence_kept { file: file.as_str() }),
        EvidenceKeeping::Known(file) => say!(lang, evidence_known { file: file.as_str() }),
        EvidenceKeeping::Full => say!(lang, evidence_full).to_owned(),
        EvidenceKeeping::Lost(error) => say!(lang, evidence_lost { error: files::system(lang, error) }),
    }
}

/// A witness's state cannot be used.
fn state(lang: Lang, place: &Path, error: &WitnessStateError) -> Said {
    match error {
        WitnessStateError::Store(error) => store::said(lang, place, error),
        error => {
            let said = unusable(lang, error);
            Said { says: format!("{}: {}", place.display(), said.says), ..said }
        }
    }
}

/// Why a witness's state cannot be used, wherever it is.
pub fn unusable(lang: Lang, error: &WitnessStateError) -> Said {
    match error {
        WitnessStateError::Store(error) => store::said(lang, Path::new("."), error),
        WitnessStateError::OtherWitness { file, found, given } => {
            let (file, found, given) = (file.as_str(), found.as_str(), given.as_str());
            text::telling_two(lang, advise!(lang, state_other_witness { file, found, given }), found, given)
        }
        WitnessStateError::Damaged { file, why } => {
            advise!(lang, state_damaged { file: file.as_str(), flaw: flaw(lang, *why) })
        }
        WitnessStateError::Older(mark) => advise!(lang, state_older { mark: mark.as_str() }),
        WitnessStateError::Newer(mark) => advise!(lang, state_newer { mark: mark.as_str() }),
        WitnessStateError::Unmarked(mark) => advise!(lang, state_unmarked { mark: mark.as_str() }),
        WitnessStateError::Failed => advise!(lang, state_failed),
    }
}

fn flaw(lang: Lang, flaw: StateFlaw) -> &'static str {
    match flaw {
        StateFlaw::Mark => say!(lang, state_flaw_mark),
        StateFlaw::Keys => say!(lang, state_flaw_keys),
        StateFlaw::Missing => say!(lang, state_flaw_missing),
        StateFlaw::Form => say!(lang, state_flaw_form),
        StateFlaw::NotThisWitness => say!(lang, state_flaw_not_this_witness),
        StateFlaw::Twice => say!(lang, state_flaw_twice),
    }
}
