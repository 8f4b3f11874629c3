//! Files that are no receipt: clauses without a full stop.

use super::super::Lang;
use super::super::faults::change as transfer_change;
use super::notes;
use crate::crypto::wire::ENTRY_BYTES_MAX;
use crate::ledger::files::receipt::{NotAReceipt, RECEIPT_BYTES_MAX, RECEIPT_HEADER};
use crate::ledger::tree::proof::PROOF_HASHES_MAX;

messages! {
    receipt_too_long { bytes, limit };
    receipt_not_utf8;
    receipt_header { header };
    receipt_no_division;
    receipt_extra { limit };
    receipt_index;
    receipt_proof_line { line };
    receipt_proof_too_long { limit };
    receipt_outside_tree { index, size };
    receipt_checkpoint { error };
}

/// Why bytes are not a receipt.
pub fn not_a_receipt(lang: Lang, error: &NotAReceipt) -> String {
    match error {
        NotAReceipt::TooLong(bytes) => say!(lang, receipt_too_long { bytes: *bytes, limit: RECEIPT_BYTES_MAX }),
        NotAReceipt::NotUtf8 => say!(lang, receipt_not_utf8).to_owned(),
        NotAReceipt::Header => say!(lang, receipt_header { header: RECEIPT_HEADER }),
        NotAReceipt::NoDivision => say!(lang, receipt_no_division).to_owned(),
        NotAReceipt::Extra => say!(lang, receipt_extra { limit: ENTRY_BYTES_MAX }),
        NotAReceipt::Index => say!(lang, receipt_index).to_owned(),
        NotAReceipt::ProofLine(line) => say!(lang, receipt_proof_line { line: *line }),
        NotAReceipt::ProofTooLong => say!(lang, receipt_proof_too_long { limit: PROOF_HASHES_MAX }),
        NotAReceipt::OutsideTree { index, size } => say!(lang, receipt_outside_tree { index: *index, size: *size }),
        NotAReceipt::Changed(change) => transfer_change(lang, *change).to_owned(),
        NotAReceipt::Checkpoint(error) => say!(lang, receipt_checkpoint { error: notes::checkpoint(lang, error) }),
    }
}
