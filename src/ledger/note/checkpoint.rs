//! Checkpoints (C2SP tlog-checkpoint): what a log signs about its tree.
//!
//! ```text
//! elections.example/2026/parliament
//! 20852163
//! CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
//!
//! — elections.example/2026/parliament Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nT…
//! ```
//!
//! Origin, size in decimal, root in base64. The format allows further lines; our logs have none, because monitors
//! cannot audit them, and a checkpoint with any is refused by its own error.

use std::{fmt, str::FromStr};

use crate::crypto::base64;
use crate::crypto::hash::{NotAHash, TreeHash, parse_hex, sha256};
use crate::crypto::note::{Note, NoteError, NoteRefusal, NoteSigner};
use crate::crypto::transfer::{self, TransferChange};
use crate::crypto::vkey::{KeyKind, KeyName, VerifierKey};
use crate::domain::number::Size;
use crate::domain::origin::{NotAnOrigin, Origin};
use crate::ledger::tree::node;

/// The state of a log at one size: the root over its first leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The log that it is of.
    pub origin: Origin,
    /// How many leaves the tree has.
    pub size: Size,
    /// The root over these leaves.
    pub root: TreeHash,
}

/// A checkpoint with its signatures, which are not checked. The note's text is the checkpoint's, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCheckpoint {
    pub(super) checkpoint: Checkpoint,
    pub(super) note: Note,
}

/// SHA-256 of a checkpoint's text: what people compare on paper and on the telephone.
///
/// ```text
/// 3f0a 9b1c 77d2 0e41 5a6b c8f3 9912 d0aa 0b7e 41c6 f2e9 8d35 6c10 a4b8 e7f1 2d93
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint(pub [u8; 32]);

/// Why bytes are not a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CheckpointError {
    /// Not a signed note at all.
    #[error("not a signed note: {0}")]
    Note(#[from] NoteError),
    /// Fewer than three lines, an empty one among them, or the last unfinished.
    #[error("not three lines of origin, size and root")]
    Lines,
    /// Lines below the root.
    #[error("extension lines below the root, which our logs do not have")]
    Extension,
    /// The first line is no origin.
    #[error(transparent)]
    Origin(#[from] NotAnOrigin),
    /// The second line is no size.
    #[error("the size is not a decimal number in its one spelling")]
    Size,
    /// The third line is no hash.
    #[error("the root is not base64 of 32 bytes")]
    Root,
    /// Size 0 with a root other than the empty tree's.
    #[error("the size is 0, and the root is not that of the empty tree")]
    EmptyRoot,
    /// It was a signed checkpoint before a program changed it on its way.
    #[error("{0}")]
    Changed(TransferChange),
}

impl CheckpointError {
    /// What a program changed on the way of a checkpoint that was one before.
    pub fn change(&self) -> Option<TransferChange> {
        match self {
            Self::Changed(change) => Some(*change),
            _ => None,
        }
    }
}

/// Why a verifier does not believe a signed checkpoint, or a signer does not sign one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CheckpointRefusal {
    /// The key's name is not the checkpoint's origin.
    #[error("the checkpoint is of {origin}, and the key is of {name}")]
    OtherOrigin {
        /// The origin in the checkpoint.
        origin: Origin,
        /// The name of the key.
        name: KeyName,
    },
    /// The key is a witness's, and only its own spelling of type 0x01 signs as a log.
    #[error("the key of {0} is a witness key, which does not sign for a log")]
    WitnessKey(KeyName),
    /// A signature does not verify, or the key did not sign.
    #[error(transparent)]
    Note(#[from] NoteRefusal),
}

/// A text that is not 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a fingerprint: 64 hexadecimal digits, with or without spaces")]
pub struct NotAFingerprint;

impl Checkpoint {
    /// Reads a checkpoint's text, which is printed the same again.
    ///
    /// # Errors
    /// [`CheckpointError`], every one but [`CheckpointError::Note`].
    pub fn parse(text: &str) -> Result<Self, CheckpointError> {
        let read = Self::read(text)?;
        if read.size.0 == 0 && read.root != node::empty_root() { Err(CheckpointError::EmptyRoot) } else { Ok(read) }
    }

    /// Reads the three lines, also of an empty tree with a root that it cannot have, which a witness must keep.
    pub(super) fn read(text: &str) -> Result<Self, CheckpointError> {
        let lines: Vec<&str> = text.strip_suffix('\n').ok_or(CheckpointError::Lines)?.split('\n').collect();
        let [origin, size, root] = match lines[..] {
            _ if lines.contains(&"") => return Err(CheckpointError::Lines),
            [origin, size, root] => [origin, size, root],
            [_, _, _, ..] => return Err(CheckpointError::Extension),
            _ => return Err(CheckpointError::Lines),
        };
        let origin = origin.parse()?;
        let size: Size = size.parse().map_err(|_| CheckpointError::Size)?;
        let root = base64::decode_hash(root).map(TreeHash).map_err(|_| CheckpointError::Root)?;
        Ok(Self { origin, size, root })
    }

    /// The text that is signed: three lines, each with its newline.
    pub fn text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, base64::encode(&self.root.0))
    }

    /// What people compare aloud or on paper: SHA-256 of the text.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint(sha256(&[self.text().as_bytes()]))
    }

    /// Signs for the log. A writer never signs two checkpoints of which neither grew from the other.
    ///
    /// # Errors
    /// [`CheckpointRefusal::OtherOrigin`] if the signer's name is not the origin.
    pub fn sign(&self, signer: &NoteSigner) -> Result<SignedCheckpoint, CheckpointRefusal> {
        self.names(signer.verifier())?;
        let note = signer.sign_note(&self.text()).expect("three short printable lines are a note's text");
        Ok(SignedCheckpoint { checkpoint: self.clone(), note })
    }

    pub(super) fn names(&self, key: &VerifierKey) -> Result<(), CheckpointRefusal> {
        if key.name().as_str() == self.origin.as_str() {
            Ok(())
        } else {
            Err(CheckpointRefusal::OtherOrigin { origin: self.origin.clone(), name: key.name().clone() })
        }
    }
}

impl SignedCheckpoint {
    /// Reads a signed checkpoint, which is printed the same again.
    ///
    /// # Errors
    /// [`CheckpointError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, CheckpointError> {
        Self::parse_exactly(bytes).map_err(|error| {
            let change = transfer::found(bytes, |text| Self::parse_exactly(text.as_bytes()).is_ok());
            change.map_or(error, CheckpointError::Changed)
        })
    }

    fn parse_exactly(bytes: &[u8]) -> Result<Self, CheckpointError> {
        let note = Note::parse(bytes)?;
        Ok(Self { checkpoint: Checkpoint::parse(note.text())?, note })
    }

    /// The checkpoint; its signatures are not checked.
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// The note with its signatures, not checked.
    pub fn note(&self) -> &Note {
        &self.note
    }

    /// The same checkpoint with no other signature than that of `key`, if `key` is the log's and its signature
    /// verifies.
    pub fn signed_alone_by(&self, key: &VerifierKey) -> Option<Self> {
        self.verify(key).ok()?;
        Some(Self { checkpoint: self.checkpoint.clone(), note: self.note.of_key(key)? })
    }

    /// The same checkpoint without cosignatures that claim to be of one of these witnesses and are not; nothing if no
    /// signature is left.
    pub fn without_false(&self, witnesses: &[VerifierKey]) -> Option<Self> {
        let note = self.note.without_false(witnesses)?;
        Some(Self { checkpoint: self.checkpoint.clone(), note })
    }

    /// Checks the log's own signature. Those of witnesses are a [policy](super::policy)'s business.
    ///
    /// # Errors
    /// [`CheckpointRefusal`], also if `key` is not named as the origin.
    pub fn verify(&self, key: &VerifierKey) -> Result<&Checkpoint, CheckpointRefusal> {
        self.checkpoint.names(key)?;
        if key.kind() != KeyKind::Ed25519 {
            return Err(CheckpointRefusal::WitnessKey(key.name().clone()));
        }
        self.note.verified_by(std::slice::from_ref(key))?;
        Ok(&self.checkpoint)
    }

    /// The same checkpoint under the signatures of these keys alone.
    ///
    /// # Errors
    /// As [`Note::verified_by`].
    pub fn signed_by(&self, keys: &[VerifierKey]) -> Result<Self, NoteRefusal> {
        Ok(Self { checkpoint: self.checkpoint.clone(), note: self.note.signed_by(keys)? })
    }
}

impl FromStr for SignedCheckpoint {
    type Err = CheckpointError;
    /// Reads a signed checkpoint as [`SignedCheckpoint::parse`] does.
    fn from_str(s: &str) -> Result<Self, CheckpointError> {
        Self::parse(s.as_bytes())
    }
}

impl FromStr for Fingerprint {
    type Err = NotAFingerprint;
    /// Reads 64 hex digits. It is typed from paper, so capitals and spaces between digits are forgiven.
    fn from_str(s: &str) -> Result<Self, NotAFingerprint> {
        let digits = s.replace(' ', "").to_ascii_lowercase();
        parse_hex(&digits).map(Self).map_err(|NotAHash| NotAFingerprint)
    }
}

impl fmt::Display for SignedCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.note.fmt(f)
    }
}

impl fmt::Display for Fingerprint {
    /// Sixteen groups of four hex digits, one space between.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let groups: Vec<String> = self.0.chunks(2).map(hex::encode).collect();
        f.write_str(&groups.join(" "))
    }
}
