//! Evidence of a fork (files named `*.evidence`): one log signed two histories, to be checked offline by anybody.
//!
//! ```text
//! protokol.fork@v1
//! # Two signed checkpoints of one log that contradict each other: `protokol verify` of this file says how.
//! log elections.example/2026/parliament+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
//! old 226                                             bytes of the first note
//! new 229                                             bytes of the second note
//! root sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=   the root that the newer log had at the older's size
//! B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=        consistency proof from there to the newer root; may be none
//!
//! elections.example/2026/parliament                   the older signed checkpoint, then the newer, as published
//! …
//! ```
//!
//! The newer log had another root at the older's size than the one that was signed: nobody can have grown from both. At
//! equal sizes `root` is the second note's own, and the proof is empty. Nothing of it needs to be believed.

use std::{fmt, str::FromStr};

use super::evidence::{EvidenceError, Form, Parts, notes};
use crate::crypto::base64;
use crate::crypto::hash::TreeHash;
use crate::crypto::note::{NOTE_BYTES_MAX, NoteRefusal};
use crate::crypto::vkey::{KeyKind, KeyName, VerifierKey};
use crate::domain::code::Code;
use crate::domain::number::Size;
use crate::domain::origin::Origin;
use crate::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::ledger::tree::proof::{PROOF_HASHES_MAX, ProofRefusal, verify_consistency};

/// The first line, which names the format and its version.
pub const FORK_HEADER: &str = "protokol.fork@v1";
/// The second line, for whoever opens the file in an editor. It is the same in every file, so that nobody can put
/// words of his own there.
pub const FORK_COMMENT: &str =
    "# Two signed checkpoints of one log that contradict each other: `protokol verify` of this file says how.";
/// The most log keys that evidence lists. Two are enough, unless a log signs with several at once.
pub const FORK_KEYS_MAX: usize = 16;
/// The most bytes of an evidence file: two of the largest notes, and the lines before them.
pub const FORK_BYTES_MAX: usize = 2 * NOTE_BYTES_MAX + 16 * 1024;

/// What its file begins with.
const FORM: Form =
    Form { header: FORK_HEADER, comment: FORK_COMMENT, keys_max: FORK_KEYS_MAX, bytes_max: FORK_BYTES_MAX };

/// Two signed checkpoints, and why they contradict each other. Nothing is checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForkEvidence {
    keys: Vec<VerifierKey>,
    old: SignedCheckpoint,
    new: SignedCheckpoint,
    root: TreeHash,
    proof: Vec<TreeHash>,
}

/// Why a verifier finds no fork proved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoFork {
    /// The checkpoints are of two logs.
    #[error("the checkpoints are of two logs, {old} and {new}")]
    OtherOrigin {
        /// The log of the first.
        old: Origin,
        /// The log of the second.
        new: Origin,
    },
    /// A listed key is not one of this log.
    #[error("{0} is no key of this log")]
    NotALogKey(KeyName),
    /// A listed key signed neither checkpoint.
    #[error("a listed key signed neither checkpoint")]
    IdleKey,
    /// A checkpoint is not signed by a listed key.
    #[error("the checkpoint of size {0} is not signed by the log: {1}")]
    NotSigned(Size, NoteRefusal),
    /// The second checkpoint is smaller than the first; or, at one size, its root sorts before.
    #[error("the checkpoints are not in order")]
    Order,
    /// The newer log had the very root that was signed.
    #[error("the checkpoints agree: the newer one had the older's root at its size")]
    Agree,
    /// The proof does not lead from the root to the newer checkpoint.
    #[error("the other root is not proved: {0}")]
    NotProved(#[from] ProofRefusal),
}

impl NoFork {
    /// The stable code.
    pub fn code(&self) -> Code {
        match self {
            Self::NotSigned(..) | Self::NotALogKey(_) => Code::V8,
            Self::OtherOrigin { .. } | Self::IdleKey | Self::Order | Self::Agree | Self::NotProved(_) => Code::V27,
        }
    }
}

impl ForkEvidence {
    /// Evidence from two signed checkpoints, in either order. `root` is what the tree of the larger had at the
    /// smaller's size, and `proof` leads from there to its root. Of the keys, those are listed that signed.
    ///
    /// # Errors
    /// [`NoFork`]: only what proves a fork is made.
    pub fn new(
        keys: &[VerifierKey],
        one: SignedCheckpoint,
        other: SignedCheckpoint,
        root: TreeHash,
        proof: Vec<TreeHash>,
    ) -> Result<Self, NoFork> {
        let (old, new) = if place(&other) < place(&one) { (other, one) } else { (one, other) };
        // At one size either may come first, and the root is that of whichever comes second.
        let root = if old.checkpoint().size == new.checkpoint().size { new.checkpoint().root } else { root };
        let has_signed = |key: &&VerifierKey| [&old, &new].iter().any(|signed| signed.verify(key).is_ok());
        let mut keys: Vec<_> = keys.iter().filter(has_signed).cloned().collect();
        keys.sort_by_key(ToString::to_string);
        keys.dedup();
        let evidence = Self { keys, old, new, root, proof };
        evidence.verify().map(|()| evidence)
    }

    /// Evidence from two signed checkpoints of one size: what a witness meets.
    ///
    /// # Errors
    /// As [`ForkEvidence::new`]; where the sizes differ, [`NoFork::NotProved`].
    pub fn of_one_size(keys: &[VerifierKey], one: SignedCheckpoint, other: SignedCheckpoint) -> Result<Self, NoFork> {
        let root = other.checkpoint().root;
        Self::new(keys, one, other, root, Vec::new())
    }

    /// Reads evidence, which is printed the same again.
    ///
    /// # Errors
    /// [`EvidenceError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, EvidenceError> {
        FORM.read(bytes, Self::of_parts)
    }

    fn of_parts(Parts { keys, mut lines, rest }: Parts<'_>) -> Result<Self, EvidenceError> {
        let [old, new] = notes(["old ", "new "], &mut lines, rest)?;
        let root = lines.next().and_then(|(line, _)| line.strip_prefix("root ")).ok_or(EvidenceError::Root)?;
        let root = TreeHash(base64::decode_hash(root).map_err(|_| EvidenceError::Root)?);
        let mut proof = Vec::new();
        for ((line, _), number) in lines.zip(1..) {
            if number > PROOF_HASHES_MAX {
                return Err(EvidenceError::ProofTooLong);
            }
            proof.push(TreeHash(base64::decode_hash(line).map_err(|_| EvidenceError::ProofLine(number))?));
        }
        Ok(Self { keys, old: old.parse()?, new: new.parse()?, root, proof })
    }

    /// The log's keys under which it proves something. Whose they are, it does not say: a policy does.
    pub fn keys(&self) -> &[VerifierKey] {
        &self.keys
    }

    /// The checkpoint of the smaller size.
    pub fn older(&self) -> &SignedCheckpoint {
        &self.old
    }

    /// The checkpoint of the larger size; at one size, the second of the two.
    pub fn newer(&self) -> &SignedCheckpoint {
        &self.new
    }

    /// The root that the newer log had at the older's size.
    pub fn root(&self) -> TreeHash {
        self.root
    }

    /// The proof from that root to the newer checkpoint.
    pub fn proof(&self) -> &[TreeHash] {
        &self.proof
    }

    /// Checks that the keys listed signed two histories.
    ///
    /// # Errors
    /// [`NoFork`].
    pub fn verify(&self) -> Result<(), NoFork> {
        let (old, new) = (self.old.checkpoint(), self.new.checkpoint());
        if old.origin != new.origin {
            return Err(NoFork::OtherOrigin { old: old.origin.clone(), new: new.origin.clone() });
        }
        let is_of_log =
            |key: &&VerifierKey| key.kind() == KeyKind::Ed25519 && key.name().as_str() == old.origin.as_str();
        if let Some(other) = self.keys.iter().find(|key| !is_of_log(key)) {
            return Err(NoFork::NotALogKey(other.name().clone()));
        }
        let signers = [self.signers(&self.old)?, self.signers(&self.new)?].concat();
        if self.keys.iter().any(|key| !signers.contains(&key)) {
            return Err(NoFork::IdleKey);
        }
        if place(&self.old) > place(&self.new) {
            return Err(NoFork::Order);
        }
        if self.root == old.root {
            return Err(NoFork::Agree);
        }
        Ok(verify_consistency(old.size, &self.root, new.size, &new.root, &self.proof)?)
    }

    /// The listed keys that signed a checkpoint.
    fn signers(&self, signed: &SignedCheckpoint) -> Result<Vec<&VerifierKey>, NoFork> {
        let not_signed = |refusal| NoFork::NotSigned(signed.checkpoint().size, refusal);
        let verified = signed.note().verified_by(&self.keys).map_err(not_signed)?;
        Ok(verified.into_iter().map(|one| one.key).collect())
    }

    /// The name of a file for it, as it is told apart by eye: `fork-560c41c0-9d785d25.evidence`.
    pub fn file_name(&self) -> String {
        let digits = |signed: &SignedCheckpoint| hex::encode(&signed.checkpoint().fingerprint().0[..4]);
        format!("fork-{}-{}.evidence", digits(&self.old), digits(&self.new))
    }
}

/// By which two checkpoints are put in order: the one spelling of a pair.
fn place(signed: &SignedCheckpoint) -> (Size, [u8; 32]) {
    let Checkpoint { size, root, .. } = signed.checkpoint();
    (*size, root.0)
}

impl FromStr for ForkEvidence {
    type Err = EvidenceError;
    /// Reads evidence as [`ForkEvidence::parse`] does.
    fn from_str(s: &str) -> Result<Self, EvidenceError> {
        Self::parse(s.as_bytes())
    }
}

impl fmt::Display for ForkEvidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        FORM.write(&self.keys, f)?;
        let (old, new) = (self.old.to_string(), self.new.to_string());
        writeln!(f, "old {}\nnew {}\nroot {}", old.len(), new.len(), base64::encode(&self.root.0))?;
        self.proof.iter().try_for_each(|hash| writeln!(f, "{}", base64::encode(&hash.0)))?;
        write!(f, "\n{old}{new}")
    }
}
