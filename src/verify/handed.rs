//! Files that prove something by themselves, without any log: which of them one is, by how it begins.

use super::misconduct::Misconduct;
use crate::crypto::transfer;
use crate::ledger::files::evidence::EvidenceError;
use crate::ledger::files::fold::{FOLD_HEADER, FoldEvidence};
use crate::ledger::files::fork::FORK_HEADER;
use crate::ledger::files::receipt::RECEIPT_HEADER;
use crate::ledger::files::rows_proof::ROWS_PROOF_HEADER;
use crate::ledger::files::two_snapshots::{SNAPSHOTS_HEADER, TwoSnapshots};
use crate::ledger::files::unnamed::{UNNAMED_HEADER, UnnamedEvidence};

/// As many bytes of a file as tell what it is, in any encoding.
pub const HEADER_BYTES_MAX: usize = 64;

/// What a file says that it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Handed {
    /// A receipt of one event.
    Receipt,
    /// Evidence of a fork.
    Fork,
    /// Evidence of what a log signed about its numbers.
    Misconduct,
    /// A proof of rows.
    Proof,
}

impl Handed {
    /// What a file is, by its first bytes; nothing where it is none of these.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let head = &bytes[..bytes.len().min(HEADER_BYTES_MAX)];
        let headers = [
            (RECEIPT_HEADER, Self::Receipt),
            (FORK_HEADER, Self::Fork),
            (SNAPSHOTS_HEADER, Self::Misconduct),
            (FOLD_HEADER, Self::Misconduct),
            (UNNAMED_HEADER, Self::Misconduct),
            (ROWS_PROOF_HEADER, Self::Proof),
        ];
        headers.into_iter().find(|(header, _)| transfer::begins(head, header)).map(|(_, handed)| handed)
    }
}

/// Reads evidence of what a log signed about its numbers.
///
/// # Errors
/// [`EvidenceError`].
pub fn misconduct(bytes: &[u8]) -> Result<Misconduct, EvidenceError> {
    let begins = |header| transfer::begins(&bytes[..bytes.len().min(HEADER_BYTES_MAX)], header);
    if begins(FOLD_HEADER) {
        FoldEvidence::parse(bytes).map(Misconduct::Fold)
    } else if begins(UNNAMED_HEADER) {
        UnnamedEvidence::parse(bytes).map(|unnamed| Misconduct::Unnamed(Box::new(unnamed)))
    } else {
        TwoSnapshots::parse(bytes).map(Misconduct::Snapshots)
    }
}
