//! Receipts (C2SP tlog-proof, files named `*.tlog-proof`): proof that an entry is in a log, to be checked offline.
//!
//! ```text
//! c2sp.org/tlog-proof@v1
//! extra cHJvdG9rb2w=                                  our envelope's bytes, in base64; may be missing
//! index 73894                                         its place in the log
//! gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=        inclusion proof, the leaf's sibling first
//! B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
//!
//! elections.example/2026/parliament                   signed checkpoint, as published
//! 109482
//! sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=
//!
//! — elections.example/2026/parliament hI2DJw…roloI=
//! ```
//!
//! The format calls `extra` unauthenticated. Ours is the entry itself, so it authenticates itself: it is believed once
//! its own leaf is proved. Check the checkpoint first, by key or policy, then the inclusion.

use std::{fmt, str::FromStr};

use crate::crypto::transfer::{self, TransferChange};
use crate::crypto::{base64, hash::TreeHash, wire::ENTRY_BYTES_MAX};
use crate::domain::number::{Sequence, Size};
use crate::ledger::note::checkpoint::{CheckpointError, SignedCheckpoint};
use crate::ledger::tree::node::leaf_hash;
use crate::ledger::tree::proof::{PROOF_HASHES_MAX, ProofRefusal, verify_inclusion};

/// The first line, which names C2SP's format and its version.
pub const RECEIPT_HEADER: &str = "c2sp.org/tlog-proof@v1";

/// The most bytes of a receipt: the largest entry in base64, the longest proof and the largest note fit, with room.
pub const RECEIPT_BYTES_MAX: usize = 512 * 1024;

/// An entry, its place, its inclusion proof and the signed checkpoint that the proof leads to. Nothing is checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    extra: Option<Vec<u8>>,
    index: Sequence,
    proof: Vec<TreeHash>,
    checkpoint: SignedCheckpoint,
}

/// Why bytes are not a receipt.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotAReceipt {
    /// More than [`RECEIPT_BYTES_MAX`].
    #[error("{0} bytes, and a receipt has at most {RECEIPT_BYTES_MAX}")]
    TooLong(usize),
    /// The bytes are not UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// Another first line.
    #[error("the first line is not `{RECEIPT_HEADER}`")]
    Header,
    /// No empty line before the checkpoint.
    #[error("no empty line between the proof and the checkpoint")]
    NoDivision,
    /// The line `extra` is not base64, is empty, or holds more than an entry may.
    #[error("the extra line is not base64 of 1 to {ENTRY_BYTES_MAX} bytes")]
    Extra,
    /// The line `index` is missing or not a number in its one spelling.
    #[error("no index line with a decimal number in its one spelling")]
    Index,
    /// A proof line is not the base64 of a hash.
    #[error("proof line {0} is not base64 of 32 bytes")]
    ProofLine(usize),
    /// More than [`PROOF_HASHES_MAX`] proof lines.
    #[error("more than {PROOF_HASHES_MAX} proof lines")]
    ProofTooLong,
    /// The place is not below the checkpoint's size.
    #[error("entry {index} is not under a checkpoint of {size}")]
    OutsideTree {
        /// The place that the receipt names.
        index: Sequence,
        /// The checkpoint's size.
        size: Size,
    },
    /// The note below is not a signed checkpoint.
    #[error("the checkpoint: {0}")]
    Checkpoint(#[from] CheckpointError),
    /// It was a receipt before a program changed it on its way.
    #[error("{0}")]
    Changed(TransferChange),
}

impl NotAReceipt {
    /// What a program changed on the way of a receipt that was one before.
    pub fn change(&self) -> Option<TransferChange> {
        match self {
            Self::Changed(change) => Some(*change),
            _ => None,
        }
    }
}

impl Receipt {
    /// Puts a receipt together.
    ///
    /// # Errors
    /// [`NotAReceipt::Extra`], [`NotAReceipt::ProofTooLong`] or [`NotAReceipt::OutsideTree`]. Whether the proof
    /// proves anything is not asked here.
    pub fn new(
        extra: Option<Vec<u8>>,
        index: Sequence,
        proof: Vec<TreeHash>,
        checkpoint: SignedCheckpoint,
    ) -> Result<Self, NotAReceipt> {
        let size = checkpoint.checkpoint().size;
        match &extra {
            Some(bytes) if !(1..=ENTRY_BYTES_MAX).contains(&bytes.len()) => Err(NotAReceipt::Extra),
            _ if proof.len() > PROOF_HASHES_MAX => Err(NotAReceipt::ProofTooLong),
            _ if !size.covers(index) => Err(NotAReceipt::OutsideTree { index, size }),
            _ => Ok(Self { extra, index, proof, checkpoint }),
        }
    }

    /// Reads a receipt, which is printed the same again.
    ///
    /// # Errors
    /// [`NotAReceipt`].
    pub fn parse(bytes: &[u8]) -> Result<Self, NotAReceipt> {
        if bytes.len() > RECEIPT_BYTES_MAX {
            return Err(NotAReceipt::TooLong(bytes.len()));
        }
        let text = std::str::from_utf8(bytes).map_err(|_| NotAReceipt::NotUtf8);
        text.and_then(Self::parse_exactly).map_err(|error| {
            let change = transfer::found(bytes, |text| Self::parse_exactly(text).is_ok());
            change.map_or(error, NotAReceipt::Changed)
        })
    }

    fn parse_exactly(text: &str) -> Result<Self, NotAReceipt> {
        let (head, checkpoint) = text.split_once("\n\n").ok_or(NotAReceipt::NoDivision)?;
        let mut lines = head.split('\n').peekable();
        if lines.next() != Some(RECEIPT_HEADER) {
            return Err(NotAReceipt::Header);
        }
        let extra = lines.next_if(|line| line.starts_with("extra")).map(parse_extra).transpose()?;
        let index = lines.next().and_then(|line| line.strip_prefix("index ")).ok_or(NotAReceipt::Index)?;
        let index = index.parse().map_err(|_| NotAReceipt::Index)?;
        let mut proof = Vec::new();
        for (line, number) in lines.zip(1..) {
            if number > PROOF_HASHES_MAX {
                return Err(NotAReceipt::ProofTooLong);
            }
            proof.push(TreeHash(base64::decode_hash(line).map_err(|_| NotAReceipt::ProofLine(number))?));
        }
        Self::new(extra, index, proof, checkpoint.parse()?)
    }

    /// The entry's own bytes, our envelope, if they travel along. Not to be believed before
    /// [`verify_inclusion`](Self::verify_inclusion) of them.
    pub fn entry(&self) -> Option<&[u8]> {
        self.extra.as_deref()
    }

    /// The entry's place in the log.
    pub fn index(&self) -> Sequence {
        self.index
    }

    /// The inclusion proof, the leaf's sibling first.
    pub fn proof(&self) -> &[TreeHash] {
        &self.proof
    }

    /// The checkpoint under which the entry is, not checked.
    pub fn checkpoint(&self) -> &SignedCheckpoint {
        &self.checkpoint
    }

    /// Checks that `entry` is at its place under the checkpoint's root. Whether the checkpoint is to be believed is
    /// asked of a key or a policy.
    ///
    /// # Errors
    /// [`ProofRefusal`].
    pub fn verify_inclusion(&self, entry: &[u8]) -> Result<(), ProofRefusal> {
        let checkpoint = self.checkpoint.checkpoint();
        verify_inclusion(&leaf_hash(entry), self.index, checkpoint.size, &self.proof, &checkpoint.root)
    }
}

fn parse_extra(line: &str) -> Result<Vec<u8>, NotAReceipt> {
    line.strip_prefix("extra ").and_then(|text| base64::decode(text).ok()).ok_or(NotAReceipt::Extra)
}

impl FromStr for Receipt {
    type Err = NotAReceipt;
    /// Reads a receipt as [`Receipt::parse`] does.
    fn from_str(s: &str) -> Result<Self, NotAReceipt> {
        Self::parse(s.as_bytes())
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{RECEIPT_HEADER}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", base64::encode(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        self.proof.iter().try_for_each(|hash| writeln!(f, "{}", base64::encode(&hash.0)))?;
        write!(f, "\n{}", self.checkpoint)
    }
}
