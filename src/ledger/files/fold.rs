//! Evidence of a false snapshot (files named `*.evidence`): what a log signed about its numbers, and every event that
//! they ought to come from, to be recomputed offline by anybody.
//!
//! ```text
//! protokol.fold@v1
//! # A signed snapshot, and every event under it, which come to other rows: `protokol verify` of this file says which.
//! log elections.example/2026/parliament+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
//! cHJvdG9rb2wg…                                       the envelopes in their order, in base64, each on a line
//! …
//!
//! protokol snapshot v1                                the signed snapshot, as published, to the end of the file
//! …
//! ```

use std::fmt;

use super::evidence::{EvidenceError, Form, Parts};
use crate::crypto::base64;
use crate::crypto::vkey::VerifierKey;
use crate::crypto::wire::ENTRY_BYTES_MAX;
use crate::ledger::note::snapshot::SignedSnapshot;

/// The first line, which names the format and its version.
pub const FOLD_HEADER: &str = "protokol.fold@v1";
/// The second line, for whoever opens the file in an editor. It is the same in every file.
pub const FOLD_COMMENT: &str = "# A signed snapshot, and every event under it, which come to other rows: `protokol verify` of this file says which.";
/// The most bytes: every event of a large country, with room.
pub const FOLD_BYTES_MAX: usize = 512 * 1024 * 1024;

/// What its file begins with.
const FORM: Form = Form { header: FOLD_HEADER, comment: FOLD_COMMENT, keys_max: 1, bytes_max: FOLD_BYTES_MAX };

/// A signed snapshot and the events under it. Nothing is checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoldEvidence {
    key: VerifierKey,
    entries: Vec<Vec<u8>>,
    snapshot: SignedSnapshot,
}

impl FoldEvidence {
    /// The evidence that a snapshot and all entries under it may be.
    pub fn new(key: VerifierKey, entries: Vec<Vec<u8>>, snapshot: SignedSnapshot) -> Self {
        Self { key, entries, snapshot }
    }

    /// Reads evidence, which is printed the same again.
    ///
    /// # Errors
    /// [`EvidenceError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, EvidenceError> {
        FORM.read(bytes, Self::of_parts)
    }

    fn of_parts(Parts { mut keys, lines, rest }: Parts<'_>) -> Result<Self, EvidenceError> {
        let key = keys.pop().ok_or(EvidenceError::Keys(1))?;
        let entry = |(line, number): (&str, usize)| {
            let entry = base64::decode(line).ok().filter(|entry| (1..=ENTRY_BYTES_MAX).contains(&entry.len()));
            entry.ok_or(EvidenceError::Entry(number))
        };
        let entries = lines.map(entry).collect::<Result<_, _>>()?;
        Ok(Self { key, entries, snapshot: SignedSnapshot::parse(rest.as_bytes())? })
    }

    /// The key that signed the snapshot. Whose it is, the entries and a policy say.
    pub fn key(&self) -> &VerifierKey {
        &self.key
    }

    /// The envelopes in their order.
    pub fn entries(&self) -> &[Vec<u8>] {
        &self.entries
    }

    /// The snapshot; its signature is not checked.
    pub fn snapshot(&self) -> &SignedSnapshot {
        &self.snapshot
    }

    /// The name of a file for it: `fold-33498-9d785d25.evidence`.
    pub fn file_name(&self) -> String {
        let stated = self.snapshot.snapshot();
        format!("fold-{}-{}.evidence", stated.checkpoint.size, hex::encode(&stated.rows.0[..4]))
    }
}

impl fmt::Display for FoldEvidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        FORM.write(std::slice::from_ref(&self.key), f)?;
        self.entries.iter().try_for_each(|entry| writeln!(f, "{}", base64::encode(entry)))?;
        write!(f, "\n{}", self.snapshot)
    }
}
