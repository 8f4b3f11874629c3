//! Proofs of rows (files named `*.proof`): what some numbers were at a size, and what was not there, to be checked
//! offline.
//!
//! ```text
//! protokol.rows@v1
//! # Rows under a snapshot that the log signed: `protokol verify` of this file says which.
//! snapshot 312                                        bytes of the first note
//! checkpoint 226                                      bytes of the second
//! grown BCMfgBJZCyvXLQ0ZX8cYDVVI4BR9rAAnnOCyG/d8Ntk=  that its log grew from the snapshot's; none at one size
//! none paper/round-1/01.001                           what it proves
//! row total/round-1/01
//! event 17 cHJvdG9rb2w=                               an envelope that a row below names; may be none
//!
//! node 3                                              the tree over the rows: the first bit in which keys differ
//! hash B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=   a subtree of which nothing is shown
//! = total/round-1/01                                  a row
//!   expected 117                                      its value, behind two spaces
//!   in-force 117
//!
//! protokol snapshot v1                                the signed snapshot, then the signed checkpoint
//! …
//! ```
//!
//! Check both notes first, by key or policy; then what it proves is as true as the log's word on its rows.

mod text;
pub(super) mod tree;

use std::collections::BTreeSet;

use super::super::rows::key::RowKey;
use super::super::rows::prove::Asked;
use super::super::rows::shown::{Answer, Misshapen, Shown};
use crate::crypto::base64::NotBase64;
use crate::crypto::hash::TreeHash;
use crate::crypto::transfer::TransferChange;
use crate::domain::number::Sequence;
use crate::ledger::envelope::Envelope;
use crate::ledger::note::checkpoint::{CheckpointError, SignedCheckpoint};
use crate::ledger::note::snapshot::{SignedSnapshot, SnapshotError};
use crate::ledger::tree::proof::{PROOF_HASHES_MAX, verify_consistency};

/// The first line, which names the format and its version.
pub const ROWS_PROOF_HEADER: &str = "protokol.rows@v1";
/// The second line, for whoever opens the file in an editor. It is the same in every file.
pub const ROWS_PROOF_COMMENT: &str =
    "# Rows under a snapshot that the log signed: `protokol verify` of this file says which.";
/// The most bytes of a proof: every row of a large country, with room.
pub const ROWS_PROOF_BYTES_MAX: usize = 256 * 1024 * 1024;
/// The most lines that say what is proved.
pub const CLAIMS_MAX: usize = 100_000;

/// Rows, the hashes that bind them, and both signed notes. Nothing is checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowsProof {
    snapshot: SignedSnapshot,
    checkpoint: SignedCheckpoint,
    /// That the checkpoint's log grew from the snapshot's (RFC 6962); empty at one size.
    grown: Vec<TreeHash>,
    /// Ascending by how they are written.
    claims: Vec<Claim>,
    /// Ascending by sequence.
    events: Vec<(Sequence, Vec<u8>)>,
    rows: Shown,
}

/// One thing that is proved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Claim {
    /// There is this row.
    Row(RowKey),
    /// No row has this key.
    None(RowKey),
    /// The rows whose keys begin so are those that are shown, and no others.
    All(String),
}

/// Why bytes are not a proof of rows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotARowsProof {
    /// More than [`ROWS_PROOF_BYTES_MAX`].
    #[error("{0} bytes, and a proof of rows has at most {ROWS_PROOF_BYTES_MAX}")]
    TooLong(usize),
    /// The bytes are not UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// The first two lines are others.
    #[error("the first lines are not `{ROWS_PROOF_HEADER}` and its remark")]
    Header,
    /// The lengths of the notes are missing, not in their one spelling, or do not account for every byte.
    #[error("the lines snapshot and checkpoint do not account for the bytes of the two notes")]
    Lengths,
    /// A line is not the base64 of a hash, or there are more than a proof has.
    #[error("line {0} is not one of at most {PROOF_HASHES_MAX} hashes that show how the log grew")]
    Grown(usize),
    /// No line, or too many, that says what is proved; or one that is none, or out of order.
    #[error("line {0} is not one of what is proved, in order, or there are not 1 to {CLAIMS_MAX}")]
    Claim(usize),
    /// A line is no envelope with its sequence, or out of order.
    #[error("line {0} is not an event in order: its sequence, and base64")]
    Event(usize),
    /// A line of the tree is none, a hash is not base64, or the tree ends too early or too late.
    #[error("line {0} is no line of the tree over the rows")]
    Tree(usize),
    /// A hash is not base64 of 32 bytes.
    #[error(transparent)]
    Hash(#[from] NotBase64),
    /// The first note is not a signed snapshot.
    #[error("the snapshot: {0}")]
    Snapshot(#[from] SnapshotError),
    /// The second note is not a signed checkpoint.
    #[error("the checkpoint: {0}")]
    Checkpoint(#[from] CheckpointError),
    /// It was a proof before a program changed it on its way.
    #[error("{0}")]
    Changed(TransferChange),
}

impl NotARowsProof {
    /// What a program changed on the way of a proof that was one before.
    pub fn change(&self) -> Option<TransferChange> {
        match self {
            Self::Changed(change) => Some(*change),
            _ => None,
        }
    }
}

/// Why a proof does not prove its rows, whoever signed it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RowsUnproved {
    /// The snapshot is of another log than the checkpoint, or of a state that it did not grow from.
    #[error("the snapshot is of another state of the log than the checkpoint")]
    OtherState,
    /// A row stands where its key does not lead.
    #[error(transparent)]
    Misshapen(#[from] Misshapen),
    /// The rows have another root.
    #[error("the rows have another root than the snapshot")]
    OtherRoot,
    /// What a line says is not what is shown.
    #[error("it does not show that `{0}`")]
    NotShown(Claim),
    /// An event is named by no row that is shown.
    #[error("no row that is shown names event {0} as it stands here")]
    StrangeEvent(Sequence),
}

impl RowsProof {
    /// A proof of what was asked for, from the part of the tree that shows it. Events are those that its rows name.
    ///
    /// # Errors
    /// [`RowsUnproved`]: only what proves is made.
    pub fn new(
        snapshot: SignedSnapshot,
        checkpoint: SignedCheckpoint,
        asked: &[Asked],
        events: Vec<(Sequence, Vec<u8>)>,
        rows: Shown,
    ) -> Result<Self, RowsUnproved> {
        Self::of_earlier(snapshot, checkpoint, Vec::new(), asked, events, rows)
    }

    /// The same under a later checkpoint, with the consistency proof that its log grew from the snapshot's.
    ///
    /// # Errors
    /// As [`RowsProof::new`].
    pub fn of_earlier(
        snapshot: SignedSnapshot,
        checkpoint: SignedCheckpoint,
        grown: Vec<TreeHash>,
        asked: &[Asked],
        mut events: Vec<(Sequence, Vec<u8>)>,
        rows: Shown,
    ) -> Result<Self, RowsUnproved> {
        let claim = |asked: &Asked| match asked {
            Asked::All(prefix) => Claim::All(prefix.clone()),
            Asked::Row(key) if rows.get(key) == Answer::None => Claim::None(key.clone()),
            Asked::Row(key) => Claim::Row(key.clone()),
        };
        let mut claims: Vec<_> = asked.iter().map(claim).collect();
        claims.sort_by_cached_key(ToString::to_string);
        claims.dedup();
        events.sort();
        events.dedup();
        let proof = Self { snapshot, checkpoint, grown, claims, events, rows };
        proof.verify().map(|()| proof)
    }

    /// The snapshot; its signatures are not checked.
    pub fn snapshot(&self) -> &SignedSnapshot {
        &self.snapshot
    }

    /// The checkpoint; its signatures are not checked.
    pub fn checkpoint(&self) -> &SignedCheckpoint {
        &self.checkpoint
    }

    /// That the checkpoint's log grew from the snapshot's; empty at one size.
    pub fn grown(&self) -> &[TreeHash] {
        &self.grown
    }

    /// What it proves, if it does.
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// The envelopes that its rows name, as far as they are in it.
    pub fn events(&self) -> &[(Sequence, Vec<u8>)] {
        &self.events
    }

    /// The part of the tree that is shown.
    pub fn rows(&self) -> &Shown {
        &self.rows
    }

    /// Checks everything but the signatures.
    ///
    /// # Errors
    /// [`RowsUnproved`].
    pub fn verify(&self) -> Result<(), RowsUnproved> {
        let stated = self.snapshot.snapshot();
        let (earlier, later) = (&stated.checkpoint, self.checkpoint.checkpoint());
        let grew = verify_consistency(earlier.size, &earlier.root, later.size, &later.root, &self.grown);
        if earlier.origin != later.origin || grew.is_err() {
            return Err(RowsUnproved::OtherState);
        }
        self.rows.check()?;
        if self.rows.root() != stated.rows {
            return Err(RowsUnproved::OtherRoot);
        }
        if let Some(claim) = self.claims.iter().find(|claim| !self.shows(claim)) {
            return Err(RowsUnproved::NotShown(claim.clone()));
        }
        let shown = self.rows.shown();
        let begins = |line: &'_ str| line.match_indices(' ').nth(1).map(|(end, _)| line[..end].to_owned());
        let named: BTreeSet<_> = shown.iter().flat_map(|(_, value)| value.lines().filter_map(begins)).collect();
        let is_named = |(sequence, envelope): &&(Sequence, Vec<u8>)| {
            named.contains(&format!("{sequence} {}", Envelope::hash(envelope)))
        };
        match self.events.iter().find(|event| !is_named(event)) {
            Some((sequence, _)) => Err(RowsUnproved::StrangeEvent(*sequence)),
            None => Ok(()),
        }
    }

    fn shows(&self, claim: &Claim) -> bool {
        match claim {
            Claim::Row(key) => matches!(self.rows.get(key), Answer::There(_)),
            Claim::None(key) => self.rows.get(key) == Answer::None,
            Claim::All(prefix) => matches!(self.rows.all(prefix), Answer::There(_)),
        }
    }
}
