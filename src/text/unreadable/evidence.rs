//! Files that are no evidence against a log: clauses without a full stop.

use super::super::Lang;
use super::super::faults::change as transfer_change;
use super::{notes, proofs};
use crate::ledger::files::evidence::EvidenceError;
use crate::ledger::tree::proof::PROOF_HASHES_MAX;

messages! {
    evidence_too_long { bytes, limit };
    evidence_not_utf8;
    evidence_header { header };
    evidence_no_division;
    evidence_keys { limit };
    evidence_lengths;
    evidence_root;
    evidence_proof_line { line };
    evidence_proof_too_long { limit };
    evidence_checkpoint { error };
    evidence_snapshot { error };
    evidence_entry { line };
    evidence_tree { line };
}

/// Why bytes are not evidence.
pub fn not_evidence(lang: Lang, error: &EvidenceError) -> String {
    match error {
        EvidenceError::TooLong { bytes, limit } => say!(lang, evidence_too_long { bytes: *bytes, limit: *limit }),
        EvidenceError::NotUtf8 => say!(lang, evidence_not_utf8).to_owned(),
        EvidenceError::Header(header) => say!(lang, evidence_header { header: *header }),
        EvidenceError::NoDivision => say!(lang, evidence_no_division).to_owned(),
        EvidenceError::Keys(limit) => say!(lang, evidence_keys { limit: *limit }),
        EvidenceError::Lengths => say!(lang, evidence_lengths).to_owned(),
        EvidenceError::Root => say!(lang, evidence_root).to_owned(),
        EvidenceError::ProofLine(line) => say!(lang, evidence_proof_line { line: *line }),
        EvidenceError::ProofTooLong => say!(lang, evidence_proof_too_long { limit: PROOF_HASHES_MAX }),
        EvidenceError::Changed(change) => transfer_change(lang, *change).to_owned(),
        EvidenceError::Snapshot(error) => say!(lang, evidence_snapshot { error: proofs::snapshot(lang, error) }),
        EvidenceError::Entry(line) => say!(lang, evidence_entry { line: *line }),
        EvidenceError::Tree(line) => say!(lang, evidence_tree { line: *line }),
        EvidenceError::Checkpoint(error) => say!(lang, evidence_checkpoint { error: notes::checkpoint(lang, error) }),
    }
}
