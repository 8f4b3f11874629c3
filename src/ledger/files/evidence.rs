//! What every file of evidence has: two first lines, the log's keys, lines of its own kind, and signed notes to its end.

use std::fmt;

use super::rows_proof::tree::Lines;
use crate::crypto::transfer::{self, TransferChange};
use crate::crypto::vkey::VerifierKey;
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::CheckpointError;
use crate::ledger::note::snapshot::SnapshotError;
use crate::ledger::tree::proof::PROOF_HASHES_MAX;

/// Why bytes are not evidence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EvidenceError {
    /// More than such evidence has.
    #[error("{bytes} bytes, and such evidence has at most {limit}")]
    TooLong {
        /// How many there are.
        bytes: usize,
        /// How many there may be.
        limit: usize,
    },
    /// The bytes are not UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// The first two lines are others than this one and its remark.
    #[error("the first lines are not `{0}` and its remark")]
    Header(&'static str),
    /// No empty line before the notes.
    #[error("no empty line before the signed notes")]
    NoDivision,
    /// No `log` line, more than so many, one that is no verifier key, or out of order.
    #[error("the log lines are not 1 to {0} verifier keys in ascending order")]
    Keys(usize),
    /// The lengths of the notes are missing, not in their one spelling, or do not account for every byte.
    #[error("the two lines with lengths do not account for the bytes of the two notes")]
    Lengths,
    /// The line `root` is missing or not the base64 of a hash.
    #[error("no root line with base64 of 32 bytes")]
    Root,
    /// A proof line is not the base64 of a hash.
    #[error("proof line {0} is not base64 of 32 bytes")]
    ProofLine(usize),
    /// More than [`PROOF_HASHES_MAX`] proof lines.
    #[error("more than {PROOF_HASHES_MAX} proof lines")]
    ProofTooLong,
    /// One of the two notes is not a signed checkpoint.
    #[error("a checkpoint: {0}")]
    Checkpoint(#[from] CheckpointError),
    /// A note is not a signed snapshot.
    #[error("a snapshot: {0}")]
    Snapshot(#[from] SnapshotError),
    /// A line that should be an envelope is not the base64 of one.
    #[error("line {0} is not base64 of an event")]
    Entry(usize),
    /// A line of the tree over the rows is none, or the tree ends too early or too late.
    #[error("line {0} is no line of the tree over the rows")]
    Tree(usize),
    /// It was evidence before a program changed it on its way.
    #[error("{0}")]
    Changed(TransferChange),
}

impl EvidenceError {
    /// What a program changed on the way of evidence that was some before.
    pub fn change(&self) -> Option<TransferChange> {
        match self {
            Self::Changed(change) => Some(*change),
            _ => None,
        }
    }
}

/// How a kind of evidence begins, and how much there may be of it.
pub(super) struct Form {
    /// The first line, which names the format and its version.
    pub header: &'static str,
    /// The second line, the same in every file.
    pub comment: &'static str,
    /// The most log keys.
    pub keys_max: usize,
    /// The most bytes of a file.
    pub bytes_max: usize,
}

/// The parts of a file.
pub(super) struct Parts<'t> {
    /// The log's keys, ascending as they are written.
    pub keys: Vec<VerifierKey>,
    /// The lines behind them, each with its number in the file.
    pub lines: Lines<'t>,
    /// What stands behind the first empty line.
    pub rest: &'t str,
}

impl Form {
    /// Reads a file, whose parts `of` makes evidence of.
    ///
    /// # Errors
    /// [`EvidenceError`].
    pub fn read<T>(
        &self,
        bytes: &[u8],
        of: impl Fn(Parts<'_>) -> Result<T, EvidenceError>,
    ) -> Result<T, EvidenceError> {
        if bytes.len() > self.bytes_max {
            return Err(EvidenceError::TooLong { bytes: bytes.len(), limit: self.bytes_max });
        }
        let read = |text: &str| self.parts(text).and_then(&of);
        let text = std::str::from_utf8(bytes).map_err(|_| EvidenceError::NotUtf8);
        text.and_then(read).map_err(|error| {
            let change = transfer::found_in_long(bytes, |text| read(text).is_ok());
            change.map_or(error, EvidenceError::Changed)
        })
    }

    fn parts<'t>(&self, text: &'t str) -> Result<Parts<'t>, EvidenceError> {
        let (head, rest) = text.split_once("\n\n").ok_or(EvidenceError::NoDivision)?;
        let mut lines: Lines<'_> = head.split('\n').zip(1..).peekable();
        if [lines.next(), lines.next()] != [Some((self.header, 1)), Some((self.comment, 2))] {
            return Err(EvidenceError::Header(self.header));
        }
        let keys = self.keys(&mut lines)?;
        Ok(Parts { keys, lines, rest })
    }

    fn keys(&self, lines: &mut Lines<'_>) -> Result<Vec<VerifierKey>, EvidenceError> {
        let (mut keys, wrong) = (Vec::new(), || EvidenceError::Keys(self.keys_max));
        while let Some((line, _)) = lines.next_if(|(line, _)| line.starts_with("log ")) {
            keys.push(&line["log ".len()..]);
        }
        if !(1..=self.keys_max).contains(&keys.len()) || !keys.is_sorted_by(|one, next| one < next) {
            return Err(wrong());
        }
        keys.into_iter().map(str::parse).collect::<Result<_, _>>().map_err(|_| wrong())
    }

    /// Writes what a file begins with.
    ///
    /// # Errors
    /// Those of the text that is written to.
    pub fn write(&self, keys: &[VerifierKey], f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}", self.header, self.comment)?;
        keys.iter().try_for_each(|key| writeln!(f, "log {key}"))
    }
}

/// The two notes at the end, of which two lines, so named, say how many bytes each has.
///
/// # Errors
/// [`EvidenceError::Lengths`].
pub(super) fn notes<'t>(
    names: [&str; 2],
    lines: &mut Lines<'_>,
    notes: &'t str,
) -> Result<[&'t str; 2], EvidenceError> {
    let mut length = |name: &str| {
        let size: Size = lines.next()?.0.strip_prefix(name)?.parse().ok()?;
        usize::try_from(size.0).ok()
    };
    let [one, other] = names.map(&mut length);
    let (one, other) = one.zip(other).ok_or(EvidenceError::Lengths)?;
    let are_all = one.checked_add(other) == Some(notes.len());
    notes.split_at_checked(one).filter(|_| are_all).map(<[&str; 2]>::from).ok_or(EvidenceError::Lengths)
}
