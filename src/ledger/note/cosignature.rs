//! Cosignatures of witnesses (C2SP tlog-cosignature, the Ed25519 kind, 0x04): "at this time, the largest tree that I
//! saw of this log, grown from all that I saw before, has this root".
//!
//! ```text
//! — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xU…
//!                          base64(4-byte key id ‖ 8-byte big-endian POSIX seconds ‖ 64-byte signature)
//! ```
//!
//! What is signed is drawn at [`cosigned_message`](crate::crypto::vkey::cosigned_message).

use super::checkpoint::SignedCheckpoint;
use crate::crypto::note::{NOTE_SIGNATURES_MAX, Note, NoteError, NoteRefusal, NoteSignature, NoteSigner};
use crate::crypto::vkey::{KeyKind, KeyName, NotItsSignature, PosixSeconds, VerifierKey};

/// Why a cosignature is not added to a checkpoint or snapshot.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CosignatureRefusal {
    /// The line's name and key id are not the witness's.
    #[error("the line is of {found}, and not of this key of {expected}")]
    OtherKey {
        /// The witness that was expected.
        expected: KeyName,
        /// The name in the line.
        found: KeyName,
    },
    /// The signature is over something else, or by another key.
    #[error(transparent)]
    Forged(#[from] NotItsSignature),
    /// The note has as many signatures as it may have.
    #[error(transparent)]
    Note(#[from] NoteError),
}

/// Why a witness's answer is not a list of signature lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not 1 to {NOTE_SIGNATURES_MAX} signature lines, each with its newline")]
pub struct NotSignatureLines;

impl SignedCheckpoint {
    /// A witness's cosignature, stating `time`. The caller must know that this tree grew from the last one that this
    /// witness cosigned, and must store the checkpoint before it hands the line out.
    pub fn cosign(&self, witness: &NoteSigner, time: PosixSeconds) -> NoteSignature {
        witness.cosign(&self.note, time)
    }

    /// Checks one line against a witness's key, in either of its spellings, and adds it below the other signatures, in
    /// the place of an earlier one of the same witness. Gives the time it states.
    ///
    /// # Errors
    /// [`CosignatureRefusal`]; the checkpoint stays as it was.
    pub fn add_cosignature(
        &mut self,
        line: NoteSignature,
        witness: &VerifierKey,
    ) -> Result<PosixSeconds, CosignatureRefusal> {
        add(&mut self.note, line, witness)
    }

    /// Takes over the signature lines that another copy of this checkpoint has more, unchecked. Of another checkpoint,
    /// and beyond what a note holds, nothing is taken.
    pub fn join(&mut self, other: &Self) {
        join(&mut self.note, &other.note);
    }

    /// When the witness with this key, in either of its spellings, cosigned: the latest time, or none if it did not.
    ///
    /// # Errors
    /// [`NoteRefusal::Forged`] if a line says so and is not the witness's.
    pub fn cosigned_by(&self, witness: &VerifierKey) -> Result<Option<PosixSeconds>, NoteRefusal> {
        cosigned_by(&self.note, witness)
    }
}

/// Checks a line over a note, and adds it.
pub(super) fn add(
    note: &mut Note,
    line: NoteSignature,
    witness: &VerifierKey,
) -> Result<PosixSeconds, CosignatureRefusal> {
    let key = witness.spelled(KeyKind::Cosigner);
    if !line.claims(&key) {
        return Err(CosignatureRefusal::OtherKey { expected: key.name().clone(), found: line.name().clone() });
    }
    let time = key.verify(note.text(), line.bytes())?.ok_or(NotItsSignature)?;
    note.add(line)?;
    Ok(time)
}

/// Takes over the lines that another copy of a note has more.
pub(super) fn join(note: &mut Note, other: &Note) {
    let has = |line: &NoteSignature| {
        note.signatures().iter().any(|own| (own.name(), own.key_id()) == (line.name(), line.key_id()))
    };
    if note.text() == other.text() {
        let more: Vec<_> = other.signatures().iter().filter(|line| !has(line)).cloned().collect();
        for line in more {
            // A full note stays as it is: what it has counts.
            let _ = note.add(line);
        }
    }
}

/// When a witness cosigned a note; none if it did not.
pub(super) fn cosigned_by(note: &Note, witness: &VerifierKey) -> Result<Option<PosixSeconds>, NoteRefusal> {
    match note.verified_by(&[witness.spelled(KeyKind::Cosigner)]) {
        Ok(verified) => Ok(verified.into_iter().find_map(|one| one.time)),
        Err(NoteRefusal::NoKnownSignature) => Ok(None),
        Err(refusal) => Err(refusal),
    }
}

/// Reads what a witness answers: signature lines, each with its newline, not checked.
///
/// # Errors
/// [`NotSignatureLines`].
pub fn parse_lines(answer: &str) -> Result<Vec<NoteSignature>, NotSignatureLines> {
    let lines = answer.strip_suffix('\n').ok_or(NotSignatureLines)?.split('\n');
    let read: Vec<_> =
        lines.take(NOTE_SIGNATURES_MAX + 1).map(str::parse).collect::<Result<_, _>>().map_err(|_| NotSignatureLines)?;
    if read.len() <= NOTE_SIGNATURES_MAX { Ok(read) } else { Err(NotSignatureLines) }
}
