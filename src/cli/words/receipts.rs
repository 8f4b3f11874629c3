//! Receipts that cannot be made or checked.

use super::tiles;
use crate::service::error::{Broken, ReceiptError};
use crate::text::{self, Lang, Said, unreadable};

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
        Broken::Tiles(flaw) => tiles::tiles(lang, flaw),
        Broken::Receipt(error) => unreadable::not_a_receipt(lang, error),
        Broken::NotProved => say!(lang, broken_not_proved).to_owned(),
    }
}
