//! Snapshots: what a log signs about the rows, beside its checkpoint.
//!
//! ```text
//! protokol snapshot v1
//! elections.example/2026/parliament
//! 33498
//! CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=         the root of the tree over the events
//! 9tqZ0G1m7r8mS7Hn3o7V7b1rYwqk1cYb3mJm6s0mB1Y=         the root of the rows, after so many events
//!
//! — elections.example/2026/parliament Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nT…
//! ```
//!
//! Witnesses cosign it as they cosign a checkpoint.

use std::fmt;

use super::checkpoint::{Checkpoint, CheckpointError, CheckpointRefusal};
use super::cosignature::{self, CosignatureRefusal};
use crate::crypto::base64;
use crate::crypto::context;
use crate::crypto::note::{Note, NoteError, NoteRefusal, NoteSignature, NoteSigner};
use crate::crypto::transfer::{self, TransferChange};
use crate::crypto::vkey::{KeyKind, KeyName, PosixSeconds, VerifierKey};
use crate::ledger::rows::node::RowHash;

/// How the name of a witness ends that recomputes an election before it cosigns.
pub const RECOMPUTED: &str = "/recomputed";

/// Whether a witness says by its name that it recomputes.
pub fn says_recomputed(witness: &KeyName) -> bool {
    witness.as_str().ends_with(RECOMPUTED)
}

/// What the rows were under a checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The checkpoint: the log, how many events, and the root over them.
    pub checkpoint: Checkpoint,
    /// The root of the rows after these events.
    pub rows: RowHash,
}

/// A snapshot with its signatures, which are not checked. The note's text is the snapshot's, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedSnapshot {
    snapshot: Snapshot,
    note: Note,
}

/// Why bytes are not a snapshot.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SnapshotError {
    /// Not a signed note at all.
    #[error("not a signed note: {0}")]
    Note(#[from] NoteError),
    /// The first line is another one, or there are not five.
    #[error("not the five lines of a snapshot")]
    Lines,
    /// Origin, size and root are no checkpoint.
    #[error(transparent)]
    Checkpoint(CheckpointError),
    /// The last line is no hash.
    #[error("the root of the rows is not base64 of 32 bytes")]
    Rows,
    /// It could be read before a program changed it on its way.
    #[error("changed on its way: {0}")]
    Changed(TransferChange),
}

impl Snapshot {
    /// Reads a snapshot's text, which is printed the same again.
    ///
    /// # Errors
    /// [`SnapshotError`], every one but [`SnapshotError::Note`].
    pub fn parse(text: &str) -> Result<Self, SnapshotError> {
        let behind = text.strip_prefix(context::SNAPSHOT).and_then(|rest| rest.strip_prefix('\n'));
        let lines = behind.and_then(|rest| rest.strip_suffix('\n')).ok_or(SnapshotError::Lines)?;
        let (checkpoint, rows) = lines.rsplit_once('\n').ok_or(SnapshotError::Lines)?;
        let checkpoint = Checkpoint::parse(&format!("{checkpoint}\n")).map_err(SnapshotError::Checkpoint)?;
        let rows = base64::decode_hash(rows).map(RowHash).map_err(|_| SnapshotError::Rows)?;
        Ok(Self { checkpoint, rows })
    }

    /// The text that is signed: five lines, each with its newline.
    pub fn text(&self) -> String {
        format!("{}\n{}{}\n", context::SNAPSHOT, self.checkpoint.text(), base64::encode(&self.rows.0))
    }

    /// Signs for the log.
    ///
    /// # Errors
    /// [`CheckpointRefusal::OtherOrigin`] if the signer's name is not the origin.
    pub fn sign(&self, signer: &NoteSigner) -> Result<SignedSnapshot, CheckpointRefusal> {
        self.checkpoint.names(signer.verifier())?;
        let note = signer.sign_note(&self.text()).expect("five short printable lines are a note's text");
        Ok(SignedSnapshot { snapshot: self.clone(), note })
    }
}

impl SignedSnapshot {
    /// Reads a signed snapshot, which is printed the same again.
    ///
    /// # Errors
    /// [`SnapshotError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, SnapshotError> {
        Self::parse_exactly(bytes).map_err(|error| {
            let change = transfer::found(bytes, |text| Self::parse_exactly(text.as_bytes()).is_ok());
            change.map_or(error, SnapshotError::Changed)
        })
    }

    fn parse_exactly(bytes: &[u8]) -> Result<Self, SnapshotError> {
        let note = Note::parse(bytes)?;
        Ok(Self { snapshot: Snapshot::parse(note.text())?, note })
    }

    /// A snapshot under the signature of a log's key; none where that is not the key's.
    pub fn under(snapshot: Snapshot, key: &VerifierKey, signature: &[u8]) -> Option<Self> {
        snapshot.checkpoint.names(key).ok().filter(|()| key.kind() == KeyKind::Ed25519)?;
        let note = Note::under(&snapshot.text(), key, signature).ok()?;
        Some(Self { snapshot, note })
    }

    /// The same snapshot with no other signature than that of `key`, if `key` is the log's and its signature verifies.
    pub fn signed_alone_by(&self, key: &VerifierKey) -> Option<Self> {
        self.verify(key).ok()?;
        Some(Self { snapshot: self.snapshot.clone(), note: self.note.of_key(key)? })
    }

    /// The snapshot; its signatures are not checked.
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// The note with its signatures, not checked.
    pub fn note(&self) -> &Note {
        &self.note
    }

    /// Checks the log's own signature.
    ///
    /// # Errors
    /// [`CheckpointRefusal`], also if `key` is not named as the origin.
    pub fn verify(&self, key: &VerifierKey) -> Result<&Snapshot, CheckpointRefusal> {
        self.snapshot.checkpoint.names(key)?;
        if key.kind() != KeyKind::Ed25519 {
            return Err(CheckpointRefusal::WitnessKey(key.name().clone()));
        }
        self.note.verified_by(std::slice::from_ref(key))?;
        Ok(&self.snapshot)
    }

    /// A witness's cosignature, stating `time`. The witness must have computed the rows from the events.
    pub fn cosign(&self, witness: &NoteSigner, time: PosixSeconds) -> NoteSignature {
        witness.cosign(&self.note, time)
    }

    /// Checks one line against a witness's key, in either of its spellings, and adds it, in the place of an earlier one of
    /// the same witness. Gives the time it states.
    ///
    /// # Errors
    /// [`CosignatureRefusal`]; the snapshot stays as it was.
    pub fn add_cosignature(
        &mut self,
        line: NoteSignature,
        witness: &VerifierKey,
    ) -> Result<PosixSeconds, CosignatureRefusal> {
        cosignature::add(&mut self.note, line, witness)
    }

    /// When the witness with this key, in either of its spellings, cosigned; none if it did not.
    ///
    /// # Errors
    /// [`NoteRefusal::Forged`] if a line says so and is not the witness's.
    pub fn cosigned_by(&self, witness: &VerifierKey) -> Result<Option<PosixSeconds>, NoteRefusal> {
        cosignature::cosigned_by(&self.note, witness)
    }

    /// Takes over the signature lines that another copy of this snapshot has more, unchecked.
    pub fn join(&mut self, other: &Self) {
        cosignature::join(&mut self.note, &other.note);
    }

    /// The same snapshot without cosignatures that claim to be of one of these witnesses and are not; nothing if no
    /// signature is left.
    pub fn without_false(&self, witnesses: &[VerifierKey]) -> Option<Self> {
        let note = self.note.without_false(witnesses)?;
        Some(Self { snapshot: self.snapshot.clone(), note })
    }
}

impl fmt::Display for SignedSnapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.note.fmt(f)
    }
}
