//! Evidence of two snapshots (files named `*.evidence`): one log said of one size what its numbers were, and said
//! something else too. To be checked offline by anybody.
//!
//! ```text
//! protokol.snapshots@v1
//! # Two signed snapshots of one size of a log that contradict each other: `protokol verify` of this file says how.
//! log elections.example/2026/parliament+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
//! one 312                                             bytes of the first note
//! other 312                                           bytes of the second note
//!
//! protokol snapshot v1                                the two signed snapshots, as published
//! …
//! ```
//!
//! Nothing of it needs to be believed.

use std::fmt;

use super::evidence::{EvidenceError, Form, Parts, notes};
use super::fork::{FORK_BYTES_MAX, FORK_KEYS_MAX};
use crate::crypto::vkey::VerifierKey;
use crate::ledger::note::snapshot::{SignedSnapshot, Snapshot};

/// The first line, which names the format and its version.
pub const SNAPSHOTS_HEADER: &str = "protokol.snapshots@v1";
/// The second line, for whoever opens the file in an editor. It is the same in every file.
pub const SNAPSHOTS_COMMENT: &str =
    "# Two signed snapshots of one size of a log that contradict each other: `protokol verify` of this file says how.";

/// What its file begins with.
const FORM: Form =
    Form { header: SNAPSHOTS_HEADER, comment: SNAPSHOTS_COMMENT, keys_max: FORK_KEYS_MAX, bytes_max: FORK_BYTES_MAX };

/// Two signed snapshots. Nothing is checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoSnapshots {
    keys: Vec<VerifierKey>,
    one: SignedSnapshot,
    other: SignedSnapshot,
}

impl TwoSnapshots {
    /// The evidence that two snapshots are, in either order. Of the keys, those are listed that signed.
    pub fn new(keys: &[VerifierKey], one: SignedSnapshot, other: SignedSnapshot) -> Self {
        let (one, other) = if place(&other) < place(&one) { (other, one) } else { (one, other) };
        let has_signed = |key: &&VerifierKey| [&one, &other].iter().any(|signed| signed.verify(key).is_ok());
        let mut keys: Vec<_> = keys.iter().filter(has_signed).cloned().collect();
        keys.sort_by_key(ToString::to_string);
        keys.dedup();
        Self { keys, one, other }
    }

    /// Reads evidence, which is printed the same again.
    ///
    /// # Errors
    /// [`EvidenceError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, EvidenceError> {
        FORM.read(bytes, Self::of_parts)
    }

    fn of_parts(Parts { keys, mut lines, rest }: Parts<'_>) -> Result<Self, EvidenceError> {
        let both = notes(["one ", "other "], &mut lines, rest)?;
        if lines.next().is_some() {
            return Err(EvidenceError::Lengths);
        }
        let [one, other] = both.map(|note| SignedSnapshot::parse(note.as_bytes()));
        Ok(Self { keys, one: one?, other: other? })
    }

    /// The log's keys under which it proves something. Whose they are, it does not say: a policy does.
    pub fn keys(&self) -> &[VerifierKey] {
        &self.keys
    }

    /// The snapshots, in their order.
    pub fn both(&self) -> [&SignedSnapshot; 2] {
        [&self.one, &self.other]
    }

    /// Whether they stand in their order: by the root over the events, and then by that of the rows.
    pub fn is_in_order(&self) -> bool {
        place(&self.one) <= place(&self.other)
    }

    /// The name of a file for it, as it is told apart by eye: `snapshots-560c41c0-9d785d25.evidence`.
    pub fn file_name(&self) -> String {
        let [one, other] = self.both().map(|signed| hex::encode(&signed.snapshot().rows.0[..4]));
        format!("snapshots-{one}-{other}.evidence")
    }
}

/// By which two snapshots of one size are put in order: the one spelling of a pair.
fn place(signed: &SignedSnapshot) -> ([u8; 32], [u8; 32]) {
    let Snapshot { checkpoint, rows } = signed.snapshot();
    (checkpoint.root.0, rows.0)
}

impl fmt::Display for TwoSnapshots {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        FORM.write(&self.keys, f)?;
        let [one, other] = self.both().map(ToString::to_string);
        write!(f, "one {}\nother {}\n\n{one}{other}", one.len(), other.len())
    }
}
