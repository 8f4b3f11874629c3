//! Numbers that are not proved.

use crate::ledger::files::rows_proof::CLAIMS_MAX;
use crate::service::error::ProofError;
use crate::text::{Lang, Said};

messages! {
    proof_no_snapshot { size } + remedy;
    proof_other_sizes { size, near } + remedy;
    proof_false { size } + remedy;
    proof_too_much { limit } + remedy;
    proof_evidence_option;
}

/// Why numbers are not proved.
pub fn said(lang: Lang, error: &ProofError) -> Said {
    match error {
        ProofError::NoSnapshot(size) => advise!(lang, proof_no_snapshot { size: *size }),
        ProofError::OtherSizes { size, near } => {
            let near: Vec<_> = near.iter().map(ToString::to_string).collect();
            advise!(lang, proof_other_sizes { size: *size, near: near.join(", ") })
        }
        ProofError::False(size) => advise!(lang, proof_false { size: *size }),
        ProofError::TooMuch => advise!(lang, proof_too_much { limit: CLAIMS_MAX }),
    }
}
