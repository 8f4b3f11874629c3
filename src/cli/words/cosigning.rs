//! Cosignatures: why none is given, and what is wrong with one that was.

use std::path::Path;

use super::sources;
use crate::ledger::note::cosignature::CosignatureRefusal;
use crate::ledger::note::witness::{ADD_CHECKPOINT_BYTES_MAX, AddCheckpointError, Inconsistency, WitnessRefusal};
use crate::ledger::tree::proof::PROOF_HASHES_MAX;
use crate::remote::asking::Misbehaviour;
use crate::service::error::CosignatureError;
use crate::text::{self, Lang, Said, unreadable};

messages! {
    cosigning_request { error };
    cosigning_old_above_new { old, new };
    cosigning_unknown_origin { origin };
    cosigning_not_signed { error };
    cosigning_signed_twice;
    cosigning_other_size { stored, old };
    cosigning_surplus { hashes };
    cosigning_fork { size };
    cosigning_not_grown { size, error };
    request_too_long { bytes, limit };
    request_no_division;
    request_old;
    request_hash { line };
    request_too_many_hashes { limit };
    request_checkpoint { error };
    cosignature_malformed { file, error } + remedy;
    cosignature_refused { file, error } + remedy;
    cosignature_of_nobody { file } + remedy;
    cosignature_other_key { found, expected };
    misbehaved_no_size;
    misbehaved_unsteady { size };
    misbehaved_not_lines;
    misbehaved_not_its_key;
    misbehaved_cosignature { error };
    misbehaved_no_proof { size };
}

/// Cosignatures that were handed in do not count.
pub fn said(lang: Lang, file: &Path, error: &CosignatureError) -> Said {
    let file = file.display().to_string();
    match error {
        CosignatureError::Malformed(_) => {
            advise!(lang, cosignature_malformed { file, error: unreadable::not_signature_lines(lang) })
        }
        CosignatureError::Changed(change) => {
            let error = text::transfer_change(lang, *change).to_owned();
            text::get_again(lang, advise!(lang, cosignature_malformed { file, error }))
        }
        CosignatureError::Refused(error) => {
            advise!(lang, cosignature_refused { file, error: cosignature(lang, error) })
        }
        CosignatureError::OfNobody => advise!(lang, cosignature_of_nobody { file }),
    }
}

fn cosignature(lang: Lang, refusal: &CosignatureRefusal) -> String {
    match refusal {
        CosignatureRefusal::OtherKey { expected, found } => {
            say!(lang, cosignature_other_key { found: found.to_string(), expected: expected.to_string() })
        }
        CosignatureRefusal::Forged(_) => unreadable::not_its_signature(lang).to_owned(),
        CosignatureRefusal::Note(error) => unreadable::note(lang, error),
    }
}

/// Why a witness does not cosign a checkpoint.
pub fn refusal(lang: Lang, refusal: &WitnessRefusal) -> String {
    match refusal {
        WitnessRefusal::Malformed(error) => say!(lang, cosigning_request { error: request(lang, error) }),
        WitnessRefusal::OldAboveNew { old, new } => say!(lang, cosigning_old_above_new { old: *old, new: *new }),
        WitnessRefusal::UnknownOrigin(origin) => say!(lang, cosigning_unknown_origin { origin: origin.to_string() }),
        WitnessRefusal::NotSigned(error) => {
            say!(lang, cosigning_not_signed { error: unreadable::note_refusal(lang, error) })
        }
        WitnessRefusal::SignedTwice => say!(lang, cosigning_signed_twice).to_owned(),
        WitnessRefusal::OtherSize { old, stored } => {
            say!(lang, cosigning_other_size { stored: *stored, old: *old })
        }
        WitnessRefusal::Surplus(hashes) => say!(lang, cosigning_surplus { hashes: *hashes }),
        WitnessRefusal::Inconsistent(inconsistency) => inconsistent(lang, inconsistency),
    }
}

fn inconsistent(lang: Lang, inconsistency: &Inconsistency) -> String {
    match inconsistency {
        Inconsistency::Fork { stored, .. } => say!(lang, cosigning_fork { size: stored.size }),
        Inconsistency::EmptyRoot => unreadable::empty_root(lang).to_owned(),
        Inconsistency::Unproved { stored, refusal } => {
            say!(lang, cosigning_not_grown { size: stored.size, error: unreadable::proof_refusal(lang, refusal) })
        }
    }
}

fn request(lang: Lang, error: &AddCheckpointError) -> String {
    match error {
        AddCheckpointError::TooLong(bytes) => {
            say!(lang, request_too_long { bytes: *bytes, limit: ADD_CHECKPOINT_BYTES_MAX })
        }
        AddCheckpointError::NoDivision => say!(lang, request_no_division).to_owned(),
        AddCheckpointError::Old => say!(lang, request_old).to_owned(),
        AddCheckpointError::Hash(line) => say!(lang, request_hash { line: *line }),
        AddCheckpointError::TooManyHashes => say!(lang, request_too_many_hashes { limit: PROOF_HASHES_MAX }),
        AddCheckpointError::Checkpoint(error) => {
            say!(lang, request_checkpoint { error: unreadable::checkpoint(lang, error) })
        }
    }
}

/// How a witness that was asked does not keep to the protocol.
pub fn misbehaved(lang: Lang, how: &Misbehaviour) -> String {
    match how {
        Misbehaviour::Status(error) => sources::remote(lang, error).says,
        Misbehaviour::NoSize => say!(lang, misbehaved_no_size).to_owned(),
        Misbehaviour::Unsteady(size) => say!(lang, misbehaved_unsteady { size: *size }),
        Misbehaviour::NotLines => say!(lang, misbehaved_not_lines).to_owned(),
        Misbehaviour::NotItsKey => say!(lang, misbehaved_not_its_key).to_owned(),
        Misbehaviour::Cosignature(error) => say!(lang, misbehaved_cosignature { error: cosignature(lang, error) }),
        Misbehaviour::NoProof(size) => say!(lang, misbehaved_no_proof { size: *size }),
    }
}
