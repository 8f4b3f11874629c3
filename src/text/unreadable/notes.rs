//! Signed notes, checkpoints, keys and proofs that are not what they should be: clauses without a full stop.

use super::super::Lang;
use super::super::faults::change as transfer_change;
use crate::crypto::note::{NOTE_BYTES_MAX, NOTE_SIGNATURES_MAX, NoteError, NoteRefusal};
use crate::crypto::vkey::VerifierKeyError;
use crate::domain::origin::ORIGIN_BYTES_MAX;
use crate::ledger::note::checkpoint::CheckpointError;
use crate::ledger::tree::node::ProofError;
use crate::ledger::tree::proof::{PROOF_HASHES_MAX, ProofRefusal};

messages! {
    note_too_long { bytes, limit };
    note_not_utf8;
    note_control_character;
    note_text_unfinished;
    note_no_division;
    note_signatures_unfinished;
    note_signature_line { line };
    note_too_many_signatures { limit };
    note_forged { name, key };
    note_no_known_signature;
    note_not_this_key;
    note_not_signature_lines { limit };
    checkpoint_not_a_note { error };
    checkpoint_lines;
    checkpoint_extension;
    checkpoint_origin { limit };
    checkpoint_size;
    checkpoint_root;
    checkpoint_empty_root;
    vkey_parts;
    vkey_name;
    vkey_id_form;
    vkey_base64;
    vkey_length { bytes };
    vkey_kind { kind };
    vkey_id { stated, computed };
    vkey_not_admissible;
    proof_beyond_tree { asked, size };
    proof_outside_tree { index, size };
    proof_backwards { old, new };
    proof_length { found, expected };
    proof_too_long { found, limit };
    proof_root;
    proof_old_root;
}

/// Why bytes are not a signed note.
pub fn note(lang: Lang, error: &NoteError) -> String {
    match *error {
        NoteError::TooLong(bytes) => say!(lang, note_too_long { bytes, limit: NOTE_BYTES_MAX }),
        NoteError::NotUtf8 => say!(lang, note_not_utf8).to_owned(),
        NoteError::ControlCharacter => say!(lang, note_control_character).to_owned(),
        NoteError::TextUnfinished => say!(lang, note_text_unfinished).to_owned(),
        NoteError::NoDivision => say!(lang, note_no_division).to_owned(),
        NoteError::SignaturesUnfinished => say!(lang, note_signatures_unfinished).to_owned(),
        NoteError::SignatureLine(line) => say!(lang, note_signature_line { line }),
        NoteError::TooManySignatures => say!(lang, note_too_many_signatures { limit: NOTE_SIGNATURES_MAX }),
    }
}

/// Why the signatures of a note are not believed.
pub fn note_refusal(lang: Lang, refusal: &NoteRefusal) -> String {
    match refusal {
        NoteRefusal::Forged { name, key_id } => {
            say!(lang, note_forged { name: name.to_string(), key: key_id.to_string() })
        }
        NoteRefusal::NoKnownSignature => say!(lang, note_no_known_signature).to_owned(),
    }
}

/// Why a signature line does not stand.
pub fn not_its_signature(lang: Lang) -> &'static str {
    say!(lang, note_not_this_key)
}

/// Why a text is not a list of signature lines.
pub fn not_signature_lines(lang: Lang) -> String {
    say!(lang, note_not_signature_lines { limit: NOTE_SIGNATURES_MAX })
}

/// Why bytes are not a checkpoint.
pub fn checkpoint(lang: Lang, error: &CheckpointError) -> String {
    match error {
        CheckpointError::Note(error) => say!(lang, checkpoint_not_a_note { error: note(lang, error) }),
        CheckpointError::Changed(change) => transfer_change(lang, *change).to_owned(),
        CheckpointError::Lines => say!(lang, checkpoint_lines).to_owned(),
        CheckpointError::Extension => say!(lang, checkpoint_extension).to_owned(),
        CheckpointError::Origin(_) => say!(lang, checkpoint_origin { limit: ORIGIN_BYTES_MAX }),
        CheckpointError::Size => say!(lang, checkpoint_size).to_owned(),
        CheckpointError::Root => say!(lang, checkpoint_root).to_owned(),
        CheckpointError::EmptyRoot => empty_root(lang).to_owned(),
    }
}

/// Why a log's checkpoint of size 0 is none.
pub fn empty_root(lang: Lang) -> &'static str {
    say!(lang, checkpoint_empty_root)
}

/// Why a text is not a verifier key.
pub fn verifier_key(lang: Lang, error: &VerifierKeyError) -> String {
    match error {
        VerifierKeyError::Parts => say!(lang, vkey_parts).to_owned(),
        VerifierKeyError::Name(_) => say!(lang, vkey_name).to_owned(),
        VerifierKeyError::KeyIdForm => say!(lang, vkey_id_form).to_owned(),
        VerifierKeyError::Base64(_) => say!(lang, vkey_base64).to_owned(),
        VerifierKeyError::Length(bytes) => say!(lang, vkey_length { bytes: *bytes }),
        VerifierKeyError::Kind(kind) => say!(lang, vkey_kind { kind: format!("{kind:02x}") }),
        VerifierKeyError::KeyId { stated, computed } => {
            say!(lang, vkey_id { stated: stated.to_string(), computed: computed.to_string() })
        }
        VerifierKeyError::NotAdmissible(_) => say!(lang, vkey_not_admissible).to_owned(),
    }
}

/// Why a tree proves nothing.
pub fn proof(lang: Lang, error: ProofError) -> String {
    match error {
        ProofError::BeyondTree { asked, size } => say!(lang, proof_beyond_tree { asked, size }),
        ProofError::OutsideTree { index, size } => say!(lang, proof_outside_tree { index, size }),
        ProofError::Backwards { old, new } => say!(lang, proof_backwards { old, new }),
    }
}

/// Why a proof is not believed.
pub fn proof_refusal(lang: Lang, refusal: &ProofRefusal) -> String {
    match *refusal {
        ProofRefusal::Impossible(error) => proof(lang, error),
        ProofRefusal::Length { expected, found } => say!(lang, proof_length { found, expected }),
        ProofRefusal::TooLong(found) => say!(lang, proof_too_long { found, limit: PROOF_HASHES_MAX }),
        ProofRefusal::Root => say!(lang, proof_root).to_owned(),
        ProofRefusal::OldRoot => say!(lang, proof_old_root).to_owned(),
    }
}
