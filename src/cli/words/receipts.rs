//! Receipts that cannot be made, read or checked.

use super::notes;
use crate::crypto::wire::ENTRY_BYTES_MAX;
use crate::ledger::files::receipt::{NotAReceipt, RECEIPT_BYTES_MAX, RECEIPT_HEADER};
use crate::ledger::tree::proof::PROOF_HASHES_MAX;
use crate::service::error::{Broken, ReceiptError};
use crate::text::{self, Lang, Said};

messages! {
    receipt_no_key + remedy;
    receipt_other_ledger { theirs, ledger, ours } + remedy;
    receipt_no_event { sequence, size } + remedy;
    receipt_broken { error } + remedy;
    receipt_other_log { file, theirs, ours } + remedy;
    receipt_two_histories { file, sequence } + remedy;
    receipt_not_grown { file, size, ours, kept } + remedy;
    broken_no_checkpoint;
    broken_not_proved;
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

/// A receipt cannot be made or checked.
pub fn said(lang: Lang, error: &ReceiptError) -> Said {
    match error {
        ReceiptError::NoKey => advise!(lang, receipt_no_key),
        ReceiptError::OtherLedger { ledger, theirs, ours } => {
            let ledger = ledger.display().to_string();
            let (theirs, ours) = (theirs.to_string(), ours.to_string());
            let said = advise!(lang, receipt_other_ledger { theirs: theirs.as_str(), ledger, ours: ours.as_str() });
            text::telling_two(lang, said, &theirs, &ours)
        }
        ReceiptError::NoEvent { sequence, size } => {
            advise!(lang, receipt_no_event { sequence: *sequence, size: size.0 })
        }
        ReceiptError::Broken(error) => advise!(lang, receipt_broken { error: broken(lang, error) }),
        ReceiptError::OtherLog { file, theirs, ours } => {
            let (file, theirs, ours) = (file.as_str(), theirs.to_string(), ours.to_string());
            let said = advise!(lang, receipt_other_log { file, theirs: theirs.as_str(), ours: ours.as_str() });
            text::telling_two(lang, said, &theirs, &ours)
        }
        ReceiptError::TwoHistories { file, sequence } => {
            advise!(lang, receipt_two_histories { file: file.display().to_string(), sequence: *sequence })
        }
        ReceiptError::NotGrown { file, size, ours, kept } => {
            let [file, kept] = [file, kept].map(|file| file.display().to_string());
            advise!(lang, receipt_not_grown { file, size: size.0, ours: ours.0, kept })
        }
    }
}

fn broken(lang: Lang, error: &Broken) -> String {
    match error {
        Broken::NoCheckpoint => say!(lang, broken_no_checkpoint).to_owned(),
        Broken::Bundle(fault) => text::fault(lang, fault),
        Broken::Tiles(flaw) => notes::tiles(lang, flaw),
        Broken::Receipt(error) => not_a_receipt(lang, error),
        Broken::NotProved => say!(lang, broken_not_proved).to_owned(),
    }
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
        NotAReceipt::Changed(change) => text::transfer_change(lang, *change).to_owned(),
        NotAReceipt::Checkpoint(error) => say!(lang, receipt_checkpoint { error: notes::checkpoint(lang, error) }),
    }
}
