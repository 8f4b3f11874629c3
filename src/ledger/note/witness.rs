//! What a log's writer asks of a witness (C2SP tlog-witness 1.0.0, `POST add-checkpoint`), and how the witness decides.
//!
//! ```text
//! old 20852014                                            the size that the witness is believed to have cosigned last
//! PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=            the proof that the tree grew from there: 0 to 63 hashes
//! jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
//!                                                         an empty line, then the signed checkpoint
//! example.com/behind-the-sofa
//! 20852163
//! CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
//!
//! — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+x…
//!
//! 200  a line for each cosignature          403  not signed by a log that is watched, or a forgery
//! 400  not of this form; old above new      404  no log of this origin is watched
//! 409  the witness holds another size       422  not a continuation of what the witness cosigned
//! ```
//! The optional `sign-subtree` is left out: only ML-DSA cosignatures can state subtrees, and ours are Ed25519.

use std::fmt;

use super::checkpoint::{Checkpoint, CheckpointError, SignedCheckpoint};
use crate::crypto::base64;
use crate::crypto::hash::TreeHash;
use crate::crypto::note::{NOTE_BYTES_MAX, Note, NoteRefusal};
use crate::crypto::vkey::{KeyKind, VerifierKey};
use crate::domain::number::Size;
use crate::domain::origin::Origin;
use crate::ledger::tree::node::empty_root;
use crate::ledger::tree::proof::{self, PROOF_HASHES_MAX, ProofRefusal};

/// The most bytes of a request: the largest note that anybody reads, after 63 hashes in base64 and a number.
pub const ADD_CHECKPOINT_BYTES_MAX: usize = NOTE_BYTES_MAX + 4 * 1024;

/// The Content-Type of the size that answers 409.
pub const SIZE_CONTENT_TYPE: &str = "text/x.tlog.size";

/// A request to cosign a checkpoint. Prints as its bytes.
///
/// Nothing in it is checked but its form. The checkpoint may even be the one that no tree can have, of size 0 with
/// another root than the empty tree's: signed by a log, it is evidence against it, and [`decide`] tells so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddCheckpoint {
    old: Size,
    proof: Vec<TreeHash>,
    checkpoint: SignedCheckpoint,
}

/// Why bytes are not a request.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AddCheckpointError {
    /// More than [`ADD_CHECKPOINT_BYTES_MAX`].
    #[error("{0} bytes, and a request has at most {ADD_CHECKPOINT_BYTES_MAX}")]
    TooLong(usize),
    /// No empty line after the proof.
    #[error("no empty line before the checkpoint")]
    NoDivision,
    /// The first line is not `old` and a size.
    #[error("the first line is not `old` and a size in its one spelling")]
    Old,
    /// A line of the proof, counted from 1.
    #[error("line {0} of the proof is not base64 of 32 bytes")]
    Hash(usize),
    /// More than [`PROOF_HASHES_MAX`] lines.
    #[error("more than {PROOF_HASHES_MAX} lines of proof")]
    TooManyHashes,
    /// What follows the empty line is not a checkpoint.
    #[error("the checkpoint: {0}")]
    Checkpoint(#[from] CheckpointError),
}

/// Why a witness does not cosign a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WitnessRefusal {
    /// The bytes are not a request.
    #[error("not a request: {0}")]
    Malformed(#[from] AddCheckpointError),
    /// The old size is above the new one.
    #[error("the old size {old} is above the new one, {new}")]
    OldAboveNew {
        /// The size that the writer says the witness cosigned.
        old: Size,
        /// The size that the writer asks it to cosign.
        new: Size,
    },
    /// The witness watches no log of this origin.
    #[error("no log {0} is watched here")]
    UnknownOrigin(Origin),
    /// No key of a log that the witness watches signed, or a line claims one and is not its signature.
    #[error("not signed by the log: {0}")]
    NotSigned(NoteRefusal),
    /// A log's key signed more than once, which no log does.
    #[error("two signatures of one key of the log")]
    SignedTwice,
    /// The witness holds another size than the request begins from.
    #[error("this witness cosigned size {stored}, and the request begins from {old}")]
    OtherSize {
        /// The size that the request begins from.
        old: Size,
        /// The size that the witness cosigned last; 0 if it cosigned nothing.
        stored: Size,
    },
    /// A proof where there is nothing to prove: from size 0, or between equal trees.
    #[error("{0} hashes of proof, and here there is nothing to prove")]
    Surplus(usize),
    /// The log signed it, and it contradicts what the log signed before: the witness keeps it as evidence.
    #[error(transparent)]
    Inconsistent(#[from] Inconsistency),
}

/// What is wrong with a checkpoint that the log did sign.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Inconsistency {
    /// Two roots for one size: a fork, proved by the two checkpoints alone.
    #[error("size {} was cosigned with another root: the log has two histories", .stored.size)]
    Fork {
        /// What the request begins from: the answer is 422 if it is the stored size, and else 409.
        old: Size,
        /// The checkpoint that the witness cosigned last.
        stored: Checkpoint,
    },
    /// Size 0 with a root that the empty tree does not have: proved by this checkpoint alone.
    #[error("the size is 0, and the root is not that of the empty tree")]
    EmptyRoot,
    /// The proof fails. It is a fork if no proof can be found, and else somebody's mistake: anybody can send a
    /// published checkpoint with a false proof.
    #[error("not shown to have grown from size {}, which was cosigned: {refusal}", .stored.size)]
    Unproved {
        /// The checkpoint that the witness cosigned last.
        stored: Checkpoint,
        /// Why the proof is not believed.
        refusal: ProofRefusal,
    },
}

/// What evidence that a witness keeps is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It convicts the log by itself.
    Proof,
    /// Somebody must ask the log for the true proof.
    Suspicion,
}

impl AddCheckpoint {
    /// A request with a proof that the caller has made.
    ///
    /// # Errors
    /// [`AddCheckpointError::TooManyHashes`].
    pub fn new(old: Size, proof: Vec<TreeHash>, checkpoint: SignedCheckpoint) -> Result<Self, AddCheckpointError> {
        if proof.len() > PROOF_HASHES_MAX {
            return Err(AddCheckpointError::TooManyHashes);
        }
        Ok(Self { old, proof, checkpoint })
    }

    /// Reads a request, strictly: what it prints are the same bytes.
    ///
    /// # Errors
    /// [`AddCheckpointError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, AddCheckpointError> {
        if bytes.len() > ADD_CHECKPOINT_BYTES_MAX {
            return Err(AddCheckpointError::TooLong(bytes.len()));
        }
        let division = bytes.windows(2).position(|two| two == b"\n\n").ok_or(AddCheckpointError::NoDivision)?;
        let (head, note) = (&bytes[..division], &bytes[division + 2..]);
        let head = std::str::from_utf8(head).map_err(|_| AddCheckpointError::Old)?;
        let mut lines = head.split('\n');
        let old = lines.next().and_then(|line| line.strip_prefix("old ")).ok_or(AddCheckpointError::Old)?;
        let old = old.parse().map_err(|_| AddCheckpointError::Old)?;
        let mut proof = Vec::new();
        for (line, number) in lines.zip(1..) {
            if number > PROOF_HASHES_MAX {
                return Err(AddCheckpointError::TooManyHashes);
            }
            proof.push(TreeHash(base64::decode_hash(line).map_err(|_| AddCheckpointError::Hash(number))?));
        }
        let note = Note::parse(note).map_err(CheckpointError::Note)?;
        let checkpoint = Checkpoint::read(note.text())?;
        Ok(Self { old, proof, checkpoint: SignedCheckpoint { checkpoint, note } })
    }

    /// The size that the witness is believed to have cosigned last.
    pub fn old(&self) -> Size {
        self.old
    }

    /// The proof that the tree grew from there, not checked.
    pub fn proof(&self) -> &[TreeHash] {
        &self.proof
    }

    /// What is to be cosigned, not checked.
    pub fn checkpoint(&self) -> &SignedCheckpoint {
        &self.checkpoint
    }
}

/// Decides what a witness does that watches the logs of `keys` and whose last cosigned checkpoint of this origin is
/// `last`. Gives the checkpoint under its log's signatures alone, which is to be stored, and then cosigned. The checks
/// stand in the specification's order.
///
/// # Errors
/// [`WitnessRefusal`], every one but [`WitnessRefusal::Malformed`].
pub fn decide(
    keys: &[VerifierKey],
    last: Option<&Checkpoint>,
    request: &AddCheckpoint,
) -> Result<SignedCheckpoint, WitnessRefusal> {
    let signed = signed_by_log(keys, &request.checkpoint)?;
    let (old, new) = (request.old, signed.checkpoint());
    if old > new.size {
        return Err(WitnessRefusal::OldAboveNew { old, new: new.size });
    }
    let unfounded = Checkpoint { origin: new.origin.clone(), size: Size(0), root: empty_root() };
    let stored = last.unwrap_or(&unfounded);
    if stored.size == new.size && new.size.0 > 0 && stored.root != new.root {
        return Err(Inconsistency::Fork { old, stored: stored.clone() }.into());
    }
    if old != stored.size {
        return Err(WitnessRefusal::OtherSize { old, stored: stored.size });
    }
    if new.size.0 == 0 && new.root != empty_root() {
        return Err(Inconsistency::EmptyRoot.into());
    }
    if (old.0 == 0 || old == new.size) && !request.proof.is_empty() {
        return Err(WitnessRefusal::Surplus(request.proof.len()));
    }
    proof::verify_consistency(old, &stored.root, new.size, &new.root, &request.proof)
        .map_err(|refusal| Inconsistency::Unproved { stored: stored.clone(), refusal })?;
    Ok(signed)
}

/// The checkpoint under the signatures of its log alone.
fn signed_by_log(keys: &[VerifierKey], signed: &SignedCheckpoint) -> Result<SignedCheckpoint, WitnessRefusal> {
    let origin = &signed.checkpoint().origin;
    let is_log = |key: &&VerifierKey| key.kind() == KeyKind::Ed25519 && *key.name() == origin.key_name();
    let logs: Vec<_> = keys.iter().filter(is_log).cloned().collect();
    if logs.is_empty() {
        return Err(WitnessRefusal::UnknownOrigin(origin.clone()));
    }
    let lines = |key: &VerifierKey| signed.note().signatures().iter().filter(|line| line.claims(key)).count();
    if logs.iter().any(|key| lines(key) > 1) {
        return Err(WitnessRefusal::SignedTwice);
    }
    signed.signed_by(&logs).map_err(WitnessRefusal::NotSigned)
}

impl WitnessRefusal {
    /// The status of the HTTP answer, as tlog-witness has it.
    pub fn status(&self) -> u16 {
        match self {
            Self::Malformed(_) | Self::OldAboveNew { .. } => 400,
            Self::NotSigned(_) | Self::SignedTwice => 403,
            Self::UnknownOrigin(_) => 404,
            Self::Surplus(_) => 422,
            Self::OtherSize { .. } => 409,
            Self::Inconsistent(Inconsistency::Fork { old, stored }) if *old != stored.size => 409,
            Self::Inconsistent(_) => 422,
        }
    }

    /// The size that the body of a 409 tells the writer.
    pub fn stored(&self) -> Option<Size> {
        match self {
            Self::OtherSize { stored, .. } => Some(*stored),
            Self::Inconsistent(Inconsistency::Fork { stored, .. }) if self.status() == 409 => Some(stored.size),
            _ => None,
        }
    }
}

impl Inconsistency {
    /// What it is worth as evidence.
    pub fn weight(&self) -> Weight {
        match self {
            Self::Fork { .. } | Self::EmptyRoot => Weight::Proof,
            Self::Unproved { .. } => Weight::Suspicion,
        }
    }
}

impl fmt::Display for AddCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "old {}", self.old)?;
        self.proof.iter().try_for_each(|hash| writeln!(f, "{}", base64::encode(&hash.0)))?;
        write!(f, "\n{}", self.checkpoint)
    }
}
