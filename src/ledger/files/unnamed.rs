//! Evidence of an event that a log left out of its rows (files named `*.evidence`): that the event is in the log, and that the
//! rows which the log signed over it do not name it. To be checked offline by anybody.
//!
//! ```text
//! protokol.unnamed@v1
//! # An event in a log, and rows that the log signed over it and that do not name it: `protokol verify` of this file says which.
//! log elections.example/2026/parliament+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
//! founding 0 cHJvdG9rb2wg…                            the envelope of the founding act
//! proof BCMfgBJZCyvXLQ0ZX8cYDVVI4BR9rAAnnOCyG/d8Ntk=  that it is in the tree over the events; may be none
//! rotated 9 cHJvdG9rb2wg…                             the event that made the key the log's, where it was not that act
//! proof …
//! event 17 cHJvdG9rb2wg…                              the event that is left out
//! proof …
//!
//! node 3                                              the tree over the rows, as in a proof of rows
//! …
//!
//! protokol snapshot v1                                the signed snapshot, as published, to the end of the file
//! …
//! ```
//!
//! The founding act says under which rules the log admits events, and with which key it signs at first.

use std::fmt;

use super::evidence::{EvidenceError, Form, Parts};
use super::rows_proof::tree::{self, Lines};
use crate::crypto::base64;
use crate::crypto::hash::TreeHash;
use crate::crypto::vkey::VerifierKey;
use crate::crypto::wire::ENTRY_BYTES_MAX;
use crate::domain::number::Sequence;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::rows::shown::Shown;
use crate::ledger::tree::proof::PROOF_HASHES_MAX;

/// The first line, which names the format and its version.
pub const UNNAMED_HEADER: &str = "protokol.unnamed@v1";
/// The second line, for whoever opens the file in an editor. It is the same in every file.
pub const UNNAMED_COMMENT: &str = "# An event in a log, and rows that the log signed over it and that do not name it: `protokol verify` of this file says which.";
/// The most bytes: two events and a row of very many, with room.
pub const UNNAMED_BYTES_MAX: usize = 16 * 1024 * 1024;

/// What its file begins with.
const FORM: Form = Form { header: UNNAMED_HEADER, comment: UNNAMED_COMMENT, keys_max: 1, bytes_max: UNNAMED_BYTES_MAX };

/// An event that rows do not name. Nothing is checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnnamedEvidence {
    key: VerifierKey,
    events: EventsInLog,
    rows: Shown,
    snapshot: SignedSnapshot,
}

/// The events of a log that such evidence has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventsInLog {
    /// The founding act.
    pub founding: InLog,
    /// What made the key the log's; none where the founding act did.
    pub rotated: Option<InLog>,
    /// What is left out: it may be one of the others.
    pub left_out: InLog,
}

/// An entry, and that it is in a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InLog {
    /// Its place.
    pub sequence: Sequence,
    /// The envelope.
    pub entry: Vec<u8>,
    /// The inclusion proof (RFC 6962).
    pub proof: Vec<TreeHash>,
}

impl UnnamedEvidence {
    /// The evidence that events and rows may be.
    pub fn new(key: VerifierKey, events: EventsInLog, rows: Shown, snapshot: SignedSnapshot) -> Self {
        Self { key, events, rows, snapshot }
    }

    /// Reads evidence, which is printed the same again.
    ///
    /// # Errors
    /// [`EvidenceError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, EvidenceError> {
        FORM.read(bytes, Self::of_parts)
    }

    fn of_parts(Parts { mut keys, mut lines, rest }: Parts<'_>) -> Result<Self, EvidenceError> {
        let key = keys.pop().ok_or(EvidenceError::Keys(1))?;
        let founding = in_log(&mut lines, "founding ")?;
        let is_rotated = lines.peek().is_some_and(|(line, _)| line.starts_with("rotated "));
        let rotated = is_rotated.then(|| in_log(&mut lines, "rotated ")).transpose()?;
        let left_out = in_log(&mut lines, "event ")?;
        if let Some((_, line)) = lines.next() {
            return Err(EvidenceError::Entry(line));
        }
        let events = EventsInLog { founding, rotated, left_out };
        let (part, note) = rest.split_once("\n\n").ok_or(EvidenceError::NoDivision)?;
        // The header, its remark and the key before the events, and an empty line behind them.
        let first = 5 + events.each().map(|(_, event)| 1 + event.proof.len()).sum::<usize>();
        let rows = tree::read(part, first).map_err(EvidenceError::Tree)?;
        Ok(Self { key, events, rows, snapshot: SignedSnapshot::parse(note.as_bytes())? })
    }

    /// The key that signed the snapshot. Whose it is, a policy says.
    pub fn key(&self) -> &VerifierKey {
        &self.key
    }

    /// The events that are in the file.
    pub fn events(&self) -> &EventsInLog {
        &self.events
    }

    /// The name of a file for it: `unnamed-17-33498-9d785d25.evidence`.
    pub fn file_name(&self) -> String {
        let (stated, event) = (self.snapshot.snapshot(), self.events.left_out.sequence);
        format!("unnamed-{event}-{}-{}.evidence", stated.checkpoint.size, hex::encode(&stated.rows.0[..4]))
    }

    /// The rows that are shown.
    pub fn rows(&self) -> &Shown {
        &self.rows
    }

    /// The snapshot; its signature is not checked.
    pub fn snapshot(&self) -> &SignedSnapshot {
        &self.snapshot
    }
}

impl EventsInLog {
    /// Each with the word of its line, in the order in which they stand.
    pub fn each(&self) -> impl Iterator<Item = (&'static str, &InLog)> {
        let rotated = self.rotated.iter().map(|rotated| ("rotated", rotated));
        std::iter::once(("founding", &self.founding)).chain(rotated).chain([("event", &self.left_out)])
    }
}

/// An event's line, and those of its proof.
fn in_log(lines: &mut Lines<'_>, word: &str) -> Result<InLog, EvidenceError> {
    let (line, number) = lines.next().ok_or(EvidenceError::Entry(0))?;
    let read = || {
        let (sequence, entry) = line.strip_prefix(word)?.split_once(' ')?;
        let entry = base64::decode(entry).ok().filter(|entry| (1..=ENTRY_BYTES_MAX).contains(&entry.len()))?;
        Some((sequence.parse().ok()?, entry))
    };
    let (sequence, entry) = read().ok_or(EvidenceError::Entry(number))?;
    let mut proof = Vec::new();
    while let Some((line, number)) = lines.next_if(|(line, _)| line.starts_with("proof ")) {
        if proof.len() == PROOF_HASHES_MAX {
            return Err(EvidenceError::ProofTooLong);
        }
        let hash = base64::decode_hash(&line["proof ".len()..]).map_err(|_| EvidenceError::ProofLine(number))?;
        proof.push(TreeHash(hash));
    }
    Ok(InLog { sequence, entry, proof })
}

impl fmt::Display for UnnamedEvidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        FORM.write(std::slice::from_ref(&self.key), f)?;
        for (word, InLog { sequence, entry, proof }) in self.events.each() {
            writeln!(f, "{word} {sequence} {}", base64::encode(entry))?;
            proof.iter().try_for_each(|hash| writeln!(f, "proof {}", base64::encode(&hash.0)))?;
        }
        writeln!(f)?;
        tree::write(&self.rows, f)?;
        write!(f, "\n{}", self.snapshot)
    }
}
