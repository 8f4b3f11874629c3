//! Files that are no proof of rows, and notes that are no snapshot: clauses without a full stop.

use super::super::Lang;
use super::super::faults::change as transfer_change;
use super::notes;
use crate::ledger::files::rows_proof::{CLAIMS_MAX, NotARowsProof, ROWS_PROOF_BYTES_MAX, ROWS_PROOF_HEADER};
use crate::ledger::note::snapshot::SnapshotError;
use crate::ledger::tree::proof::PROOF_HASHES_MAX;

messages! {
    rows_proof_too_long { bytes, limit };
    rows_proof_not_utf8;
    rows_proof_header { header };
    rows_proof_lengths;
    rows_proof_grown { line, limit };
    rows_proof_claim { line, limit };
    rows_proof_event { line };
    rows_proof_tree { line };
    rows_proof_hash;
    rows_proof_snapshot { error };
    rows_proof_checkpoint { error };
    snapshot_lines;
    snapshot_rows;
}

/// Why bytes are not a proof of rows.
pub fn not_a_proof(lang: Lang, error: &NotARowsProof) -> String {
    match error {
        NotARowsProof::TooLong(bytes) => {
            say!(lang, rows_proof_too_long { bytes: *bytes, limit: ROWS_PROOF_BYTES_MAX })
        }
        NotARowsProof::NotUtf8 => say!(lang, rows_proof_not_utf8).to_owned(),
        NotARowsProof::Header => say!(lang, rows_proof_header { header: ROWS_PROOF_HEADER }),
        NotARowsProof::Lengths => say!(lang, rows_proof_lengths).to_owned(),
        NotARowsProof::Grown(line) => say!(lang, rows_proof_grown { line: *line, limit: PROOF_HASHES_MAX }),
        NotARowsProof::Claim(line) => say!(lang, rows_proof_claim { line: *line, limit: CLAIMS_MAX }),
        NotARowsProof::Event(line) => say!(lang, rows_proof_event { line: *line }),
        NotARowsProof::Tree(line) => say!(lang, rows_proof_tree { line: *line }),
        NotARowsProof::Hash(_) => say!(lang, rows_proof_hash).to_owned(),
        NotARowsProof::Changed(change) => transfer_change(lang, *change).to_owned(),
        NotARowsProof::Snapshot(error) => say!(lang, rows_proof_snapshot { error: snapshot(lang, error) }),
        NotARowsProof::Checkpoint(error) => {
            say!(lang, rows_proof_checkpoint { error: notes::checkpoint(lang, error) })
        }
    }
}

/// Why bytes are not a signed snapshot.
pub fn snapshot(lang: Lang, error: &SnapshotError) -> String {
    match error {
        SnapshotError::Note(error) => notes::note(lang, error),
        SnapshotError::Checkpoint(error) => notes::checkpoint(lang, error),
        SnapshotError::Lines => say!(lang, snapshot_lines).to_owned(),
        SnapshotError::Changed(change) => transfer_change(lang, *change).to_owned(),
        SnapshotError::Rows => say!(lang, snapshot_rows).to_owned(),
    }
}
