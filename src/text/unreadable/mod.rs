//! Files of a log that are not what they should be: notes, keys, policies, receipts, proofs and evidence.

mod evidence;
mod files;
mod notes;
mod policies;
mod proofs;
mod receipts;

pub use evidence::not_evidence;
pub use files::{evidence_file, proof_file, receipt_file};
pub use notes::{
    checkpoint, empty_root, not_its_signature, not_signature_lines, note, note_refusal, proof, proof_refusal,
    verifier_key,
};
pub use policies::unreadable as policy;
pub use proofs::{not_a_proof, snapshot};
pub use receipts::not_a_receipt;

use super::Message;

/// Every message of these files.
pub(super) const MESSAGES: &[&[Message]] =
    &[evidence::MESSAGES, files::MESSAGES, notes::MESSAGES, policies::MESSAGES, proofs::MESSAGES, receipts::MESSAGES];
