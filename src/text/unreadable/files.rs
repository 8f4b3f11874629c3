//! Files that people have and that cannot be read as what they say they are: what is wrong, and what to do.

use super::super::codes::explain;
use super::super::{Lang, Said};
use super::{evidence, proofs, receipts};
use crate::crypto::transfer::TransferChange;
use crate::domain::code::Code;
use crate::ledger::files::evidence::EvidenceError;
use crate::ledger::files::receipt::NotAReceipt;
use crate::ledger::files::rows_proof::NotARowsProof;

messages! {
    verify_not_a_receipt { file, error } + remedy;
    verify_not_evidence { file, error } + remedy;
    verify_not_a_proof { file, error } + remedy;
}

/// A file is no receipt.
pub fn receipt_file(lang: Lang, file: &str, error: &NotAReceipt) -> Said {
    again(
        lang,
        error.change(),
        advise!(lang, verify_not_a_receipt { file, error: receipts::not_a_receipt(lang, error) }),
    )
}

/// A file is no evidence against a log.
pub fn evidence_file(lang: Lang, file: &str, error: &EvidenceError) -> Said {
    again(lang, error.change(), advise!(lang, verify_not_evidence { file, error: evidence::not_evidence(lang, error) }))
}

/// A file is no proof of rows.
pub fn proof_file(lang: Lang, file: &str, error: &NotARowsProof) -> Said {
    again(lang, error.change(), advise!(lang, verify_not_a_proof { file, error: proofs::not_a_proof(lang, error) }))
}

/// What was changed on its way is to be had again, whatever file it is.
fn again(lang: Lang, change: Option<TransferChange>, said: Said) -> Said {
    match change {
        Some(_) => Said { remedy: explain(lang, Code::V29).remedy, ..said },
        None => said,
    }
}
