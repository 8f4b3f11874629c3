//! What a ledger's store could not do.

use std::path::Path;

use super::{files, places};
use crate::domain::code::Code;
use crate::store::error::{Contradiction, IndexFault, LockHolder, Refusal, StoreError};
use crate::store::replica::error::ReplicaError;
use crate::text::{self, Lang, Said};
use crate::verify::fault::{Fault, Verdict};

messages! {
    store_exists { file } + remedy;
    store_no_ledger { place } + remedy;
    store_locked { ledger, process, doing } + remedy;
    store_lock_removed { ledger } + remedy;
    store_not_as_left { ledger, file };
    store_damaged { ledger, fault } + remedy;
    store_cannot_be_told { ledger, fault };
    store_ahead { witness, holds, ours } + remedy;
    store_other_history { witness, from } + remedy;
    store_not_witnessed + remedy;
    store_restored { ledger, what };
    store_not_the_log_key + remedy;
    store_not_found { sequence } + remedy;
    store_run_again + remedy;
    store_seal + remedy;
    store_replica_taken { place, name };
    store_replica_silent { place, name, why };
    store_replica_refused { place, name, why } + remedy;
    store_replica_unfit { place };
    store_replica_other { place, name };
    store_replica_lost { place, name };
    store_replica_not_this { ledger, noted, given };
    store_replica_unnamed { ledger, noted };
    store_replica_needed { ledger };
    store_stands_by + remedy;
    store_index_held + remedy;
    store_index { error } + remedy;
    store_damaged_alone;
    index_no_thread;
    index_missing { sequence };
    index_envelope;
    index_protocol { sequence };
    index_root;
}

/// What the store of a ledger could not do.
pub fn said(lang: Lang, ledger: &Path, error: &StoreError) -> Said {
    match error {
        StoreError::Exists(path) => advise!(lang, store_exists { file: shown(path) }),
        StoreError::NoLedger(path) => advise!(lang, store_no_ledger { place: shown(path) }),
        StoreError::Locked(holder) => locked(lang, ledger, holder),
        StoreError::LockRemoved => advise!(lang, store_lock_removed { ledger: shown(ledger) }),
        StoreError::NotAsLeft(file) => {
            let (ledger, remedy) = (shown(ledger), text::explain(lang, Code::U14).remedy);
            Said { says: say!(lang, store_not_as_left { ledger, file: file.as_str() }), remedy }
        }
        StoreError::Io { what, path, source } => files::io(lang, *what, path, source),
        StoreError::ReadOnly(faults) => damaged(lang, ledger, faults),
        StoreError::NotFound(sequence) => advise!(lang, store_not_found { sequence: *sequence }),
        StoreError::Contradicted(contradiction) => contradicted(lang, contradiction),
        StoreError::NotWitnessed => advise!(lang, store_not_witnessed),
        StoreError::Restored => {
            let told = text::explain(lang, Code::U13);
            Said { says: say!(lang, store_restored { ledger: shown(ledger), what: told.what }), remedy: told.remedy }
        }
        StoreError::NotTheLogKey => advise!(lang, store_not_the_log_key),
        StoreError::Poisoned => advise!(lang, store_run_again),
        StoreError::Founding(refusal) => refused(lang, refusal),
        StoreError::Seal => advise!(lang, store_seal),
        StoreError::StandsBy => advise!(lang, store_stands_by),
        StoreError::Replica(error) => replica(lang, ledger, error),
        StoreError::IndexHeld => advise!(lang, store_index_held),
        StoreError::Index(fault) => advise!(lang, store_index { error: index(lang, fault) }),
    }
}

/// The same as a part of another sentence, which tells the place where it is known.
pub fn clause(lang: Lang, error: &StoreError) -> String {
    match error {
        StoreError::ReadOnly(_) => say!(lang, store_damaged_alone).to_owned(),
        error => said(lang, Path::new("."), error).says,
    }
}

/// The ledger refuses a submission.
pub fn refused(lang: Lang, refusal: &Refusal) -> Said {
    match refusal {
        Refusal::Bytes(error) => text::submission_error(lang, error),
        Refusal::Rule(rejection) => text::rejection(lang, rejection),
    }
}

fn index(lang: Lang, fault: &IndexFault) -> String {
    match fault {
        IndexFault::Library(error) => text::library_says(lang, error),
        IndexFault::NoThread => say!(lang, index_no_thread).to_owned(),
        IndexFault::Missing(sequence) => say!(lang, index_missing { sequence: *sequence }),
        IndexFault::Envelope => say!(lang, index_envelope).to_owned(),
        IndexFault::Protocol(sequence) => say!(lang, index_protocol { sequence: *sequence }),
        IndexFault::Root => say!(lang, index_root).to_owned(),
    }
}

fn locked(lang: Lang, ledger: &Path, holder: &LockHolder) -> Said {
    let LockHolder { process, doing } = holder;
    advise!(lang, store_locked { ledger: shown(ledger), process: process.as_str(), doing: doing.as_str() })
}

fn damaged(lang: Lang, ledger: &Path, faults: &[Fault]) -> Said {
    match (faults.first(), faults.iter().map(Fault::verdict).max()) {
        (Some(fault), Some(Verdict::Unreadable)) => cannot_be_told(lang, &shown(ledger), fault),
        (first, _) => {
            let what = || text::explain(lang, Code::V1).what.to_owned();
            let (ledger, fault) = (shown(ledger), first.map_or_else(what, |fault| text::fault(lang, fault)));
            advise!(lang, store_damaged { ledger, fault })
        }
    }
}

/// What a newer version made is neither right nor wrong to this one.
pub fn cannot_be_told(lang: Lang, ledger: &str, fault: &Fault) -> Said {
    let (remedy, fault) = (text::explain(lang, fault.code()).remedy, text::fault(lang, fault));
    Said { says: say!(lang, store_cannot_be_told { ledger, fault }), remedy }
}

/// A witness has seen another or a longer history of the log.
fn contradicted(lang: Lang, contradiction: &Contradiction) -> Said {
    match contradiction {
        Contradiction::Ahead { witness, holds, ours } => {
            advise!(lang, store_ahead { witness: witness.to_string(), holds: *holds, ours: *ours })
        }
        Contradiction::OtherHistory { witness, from } => {
            advise!(lang, store_other_history { witness: witness.to_string(), from: *from })
        }
    }
}

/// Why the replica does not let the writer go on, and what to do: that follows from the code, if nothing else is said.
fn replica(lang: Lang, ledger: &Path, error: &ReplicaError) -> Said {
    let ledger = shown(ledger);
    let says = match error {
        ReplicaError::Taken { place, name } => {
            say!(lang, store_replica_taken { place: place.as_str(), name: name.to_string() })
        }
        ReplicaError::Silent { place, name, why } => {
            say!(lang, store_replica_silent { place: place.as_str(), name: name.to_string(), why: why.as_str() })
        }
        ReplicaError::Refused { place, name, why } => {
            let (place, name, why) = (place.as_str(), name.to_string(), why.as_str());
            return advise!(lang, store_replica_refused { place, name, why });
        }
        ReplicaError::Unfit(place) => say!(lang, store_replica_unfit { place: place.as_str() }),
        ReplicaError::Other { place, name } => {
            say!(lang, store_replica_other { place: place.as_str(), name: name.to_string() })
        }
        ReplicaError::Lost { place, name } => {
            say!(lang, store_replica_lost { place: place.as_str(), name: name.to_string() })
        }
        ReplicaError::NotThis { noted, given: Some(given) } => {
            say!(lang, store_replica_not_this { ledger, noted: noted.as_str(), given: given.as_str() })
        }
        ReplicaError::NotThis { noted, given: None } => {
            say!(lang, store_replica_unnamed { ledger, noted: noted.as_str() })
        }
        ReplicaError::Address(error) => places::address(lang, error),
        ReplicaError::Needed => say!(lang, store_replica_needed { ledger }),
    };
    Said { says, remedy: text::explain(lang, error.code()).remedy }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
