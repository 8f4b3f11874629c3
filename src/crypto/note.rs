//! Signed notes (C2SP signed-note): a text and the signatures under it. Checkpoints are such notes.
//!
//! ```text
//! This is an example message.
//!
//! — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
//! ```
//!
//! The text ends with a newline and may hold empty lines: the last empty line divides it from the signatures. A
//! signature line is an em dash, the key's name, and base64(4-byte key id ‖ signature), one space between each.
//! Nothing in a note may be believed before [`Note::verified_by`].

use std::{fmt, str::FromStr};

use super::vkey::{KeyId, KeyKind, KeyName, NotItsSignature, PosixSeconds, VerifierKey};
use super::{base64, key::SecretKey};

/// The most bytes of a note: sixteen post-quantum signatures of 5 kB each, three times over.
pub const NOTE_BYTES_MAX: usize = 256 * 1024;

/// The most signatures of a note, as many as Go's library reads; the specification asks for at least 16.
pub const NOTE_SIGNATURES_MAX: usize = 100;

/// A text with 1 to [`NOTE_SIGNATURES_MAX`] signatures, none of them checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<NoteSignature>,
}

/// One signature line, not checked. Prints as the line without its newline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteSignature {
    name: KeyName,
    key_id: KeyId,
    bytes: Vec<u8>,
}

/// A name and a secret key: a log or a witness that signs notes.
#[derive(Debug)]
pub struct NoteSigner {
    key: SecretKey,
    verifier: VerifierKey,
}

/// A key whose signature on a note the verifier checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified<'k> {
    /// The key that signed.
    pub key: &'k VerifierKey,
    /// When it signed, by its own clock; only cosignatures say so. Of several, the latest.
    pub time: Option<PosixSeconds>,
}

/// Why bytes are not a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoteError {
    /// More than [`NOTE_BYTES_MAX`].
    #[error("{0} bytes, and a note has at most {NOTE_BYTES_MAX}")]
    TooLong(usize),
    /// The bytes are not UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// A control character other than newline.
    #[error("a control character that is not a newline")]
    ControlCharacter,
    /// The text is empty or its last line has no newline.
    #[error("the text does not end with a newline")]
    TextUnfinished,
    /// No empty line divides a text from signatures.
    #[error("no empty line between the text and its signatures")]
    NoDivision,
    /// The last line has no newline, or there is none after the empty line.
    #[error("the signature lines are missing or the last one does not end with a newline")]
    SignaturesUnfinished,
    /// A line below the text that is not a signature line.
    #[error("signature line {0} is not an em dash, a name, and base64 of a key id and a signature")]
    SignatureLine(usize),
    /// More than [`NOTE_SIGNATURES_MAX`].
    #[error("more than {NOTE_SIGNATURES_MAX} signatures")]
    TooManySignatures,
}

/// A text that is not a signature line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an em dash, a name, and base64 of a key id and a signature")]
pub struct NotASignatureLine;

/// Why a verifier does not believe a note.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoteRefusal {
    /// A line bears a known key's name and id, and its signature is not that key's: the verifier refuses the whole
    /// note.
    #[error("the signature of {name} (key {key_id}) is not that key's")]
    Forged {
        /// The name of the known key.
        name: KeyName,
        /// The id of the known key.
        key_id: KeyId,
    },
    /// None of the keys signed.
    #[error("no signature of a known key")]
    NoKnownSignature,
}

impl Note {
    /// Reads a signed note, strictly: what it prints are the same bytes.
    ///
    /// # Errors
    /// Every [`NoteError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, NoteError> {
        if bytes.len() > NOTE_BYTES_MAX {
            return Err(NoteError::TooLong(bytes.len()));
        }
        let whole = std::str::from_utf8(bytes).map_err(|_| NoteError::NotUtf8)?;
        let division = whole.rfind("\n\n").ok_or(NoteError::NoDivision)?;
        let (text, block) = whole.split_at(division + 1);
        let lines = block[1..].strip_suffix('\n').ok_or(NoteError::SignaturesUnfinished)?;
        let mut signatures = Vec::new();
        for (line, number) in lines.split('\n').zip(1..) {
            if number > NOTE_SIGNATURES_MAX {
                return Err(NoteError::TooManySignatures);
            }
            signatures.push(line.parse().map_err(|_| NoteError::SignatureLine(number))?);
        }
        check_text(text)?;
        Ok(Self { text: text.into(), signatures })
    }

    /// The note of a text under one key's signature, where that is the key's.
    ///
    /// # Errors
    /// [`NotItsSignature`], also of a text that no note may have.
    pub fn under(text: &str, key: &VerifierKey, signature: &[u8]) -> Result<Self, NotItsSignature> {
        check_text(text).map_err(|_| NotItsSignature)?;
        key.verify(text, signature)?;
        let line = NoteSignature { name: key.name().clone(), key_id: key.key_id(), bytes: signature.to_vec() };
        Ok(Self { text: text.into(), signatures: vec![line] })
    }

    /// The signed text, with its last newline.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signatures in their order. There is at least one.
    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// Adds a signature below the others, in the place of an earlier one of the same name and key id.
    ///
    /// # Errors
    /// [`NoteError::TooManySignatures`] or [`NoteError::TooLong`]; the note stays as it was.
    pub fn add(&mut self, signature: NoteSignature) -> Result<(), NoteError> {
        let mut signatures = self.signatures.clone();
        signatures.retain(|earlier| (&earlier.name, earlier.key_id) != (&signature.name, signature.key_id));
        signatures.push(signature);
        *self = Self { text: self.text.clone(), signatures }.within_limits()?;
        Ok(())
    }

    /// The same text with those signatures alone that claim to be of `key`; nothing if there is none.
    pub fn of_key(&self, key: &VerifierKey) -> Option<Self> {
        let signatures: Vec<_> = self.signatures.iter().filter(|line| line.claims(key)).cloned().collect();
        (!signatures.is_empty()).then(|| Self { text: self.text.clone(), signatures })
    }

    /// Which of `keys` signed this note. Signatures of other keys are ignored, a key that signed twice counts once.
    ///
    /// # Errors
    /// [`NoteRefusal::Forged`] if any signature under the name and id of one of `keys` is not that key's;
    /// [`NoteRefusal::NoKnownSignature`] if there is none at all.
    pub fn verified_by<'k>(&self, keys: &'k [VerifierKey]) -> Result<Vec<Verified<'k>>, NoteRefusal> {
        let mut verified: Vec<Verified<'k>> = Vec::new();
        for signature in &self.signatures {
            for key in keys.iter().filter(|key| signature.claims(key)) {
                let time = key
                    .verify(&self.text, &signature.bytes)
                    .map_err(|_| NoteRefusal::Forged { name: signature.name.clone(), key_id: signature.key_id })?;
                match verified.iter_mut().find(|seen| seen.key == key) {
                    Some(seen) => seen.time = seen.time.max(time),
                    None => verified.push(Verified { key, time }),
                }
            }
        }
        if verified.is_empty() { Err(NoteRefusal::NoKnownSignature) } else { Ok(verified) }
    }

    /// The same text under the signatures of `keys` alone, each checked: what strangers wrote below is left away.
    ///
    /// # Errors
    /// As [`verified_by`](Self::verified_by).
    pub fn signed_by(&self, keys: &[VerifierKey]) -> Result<Self, NoteRefusal> {
        self.verified_by(keys)?;
        let is_theirs = |signature: &&NoteSignature| keys.iter().any(|key| signature.claims(key));
        Ok(Self { text: self.text.clone(), signatures: self.signatures.iter().filter(is_theirs).cloned().collect() })
    }

    /// The same text without those signatures that claim to be of one of `keys` and are not; nothing if none is left.
    pub fn without_false(&self, keys: &[VerifierKey]) -> Option<Self> {
        let is_false = |line: &NoteSignature| {
            keys.iter().any(|key| line.claims(key) && key.verify(&self.text, &line.bytes).is_err())
        };
        let signatures: Vec<_> = self.signatures.iter().filter(|line| !is_false(line)).cloned().collect();
        (!signatures.is_empty()).then(|| Self { text: self.text.clone(), signatures })
    }

    fn within_limits(self) -> Result<Self, NoteError> {
        if self.signatures.len() > NOTE_SIGNATURES_MAX {
            return Err(NoteError::TooManySignatures);
        }
        match self.to_string().len() {
            length if length > NOTE_BYTES_MAX => Err(NoteError::TooLong(length)),
            _ => Ok(self),
        }
    }
}

impl NoteSignature {
    /// The name of the key that the line claims.
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// The id of the key that the line claims, four bytes.
    pub fn key_id(&self) -> KeyId {
        self.key_id
    }

    /// The signature after the key id: 64 bytes for Ed25519, 72 for a cosignature.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether the name and the key id are those of `key`.
    pub fn claims(&self, key: &VerifierKey) -> bool {
        self.name == *key.name() && self.key_id == key.key_id()
    }
}

impl NoteSigner {
    /// Signs with `key` under `name`: for a log, its origin.
    pub fn new(name: KeyName, key: SecretKey) -> Self {
        let verifier = VerifierKey::ed25519(name, key.public())
            .expect("eight times a number below the group's order, times the base point, is admissible");
        Self { key, verifier }
    }

    /// The key that checks what [`sign_note`](Self::sign_note) makes, type 0x01. Its
    /// [other spelling](VerifierKey::spelled) checks what [`cosign`](Self::cosign) makes.
    pub fn verifier(&self) -> &VerifierKey {
        &self.verifier
    }

    /// Signs `text` as a log does, type 0x01: the note has this signature alone.
    ///
    /// # Errors
    /// [`NoteError`] for a text that no note may have.
    pub fn sign_note(&self, text: &str) -> Result<Note, NoteError> {
        check_text(text)?;
        let signature = self.signature(KeyKind::Ed25519, self.key.sign(text.as_bytes()).to_bytes().into());
        Note { text: text.into(), signatures: vec![signature] }.within_limits()
    }

    /// Signs `note` as a witness does, type 0x04, stating `time`. The note is not changed.
    pub fn cosign(&self, note: &Note, time: PosixSeconds) -> NoteSignature {
        let signature = self.key.sign(super::vkey::cosigned_message(&note.text, time).as_bytes());
        let bytes = [&time.seconds().to_be_bytes()[..], &signature.to_bytes()].concat();
        self.signature(KeyKind::Cosigner, bytes)
    }

    fn signature(&self, kind: KeyKind, bytes: Vec<u8>) -> NoteSignature {
        let key = self.verifier.spelled(kind);
        NoteSignature { name: key.name().clone(), key_id: key.key_id(), bytes }
    }
}

fn check_text(text: &str) -> Result<(), NoteError> {
    if text.bytes().any(|b| b < 0x20 && b != b'\n') {
        return Err(NoteError::ControlCharacter);
    }
    if text.ends_with('\n') { Ok(()) } else { Err(NoteError::TextUnfinished) }
}

impl FromStr for Note {
    type Err = NoteError;
    /// Reads a signed note as [`Note::parse`] does.
    fn from_str(s: &str) -> Result<Self, NoteError> {
        Self::parse(s.as_bytes())
    }
}

impl FromStr for NoteSignature {
    type Err = NotASignatureLine;
    /// Reads one signature line, without its newline.
    fn from_str(s: &str) -> Result<Self, NotASignatureLine> {
        let (name, blob) = s.strip_prefix("— ").and_then(|s| s.split_once(' ')).ok_or(NotASignatureLine)?;
        let name = name.parse().map_err(|_| NotASignatureLine)?;
        let blob = base64::decode(blob).map_err(|_| NotASignatureLine)?;
        match blob.split_first_chunk() {
            Some((id, bytes)) if !bytes.is_empty() => Ok(Self { name, key_id: KeyId(*id), bytes: bytes.into() }),
            _ => Err(NotASignatureLine),
        }
    }
}

impl fmt::Display for NoteSignature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "— {} {}", self.name, base64::encode(&[&self.key_id.0[..], &self.bytes].concat()))
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| writeln!(f, "{signature}"))
    }
}
