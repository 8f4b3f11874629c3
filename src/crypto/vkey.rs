//! Verifier keys of signed notes, as people put them into trust files (C2SP signed-note, "Verifier keys"):
//!
//! ```text
//! example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
//! name            key id   base64(type byte ‖ 32-byte public key)
//! ```
//!
//! The key id is the start of SHA-256(name ‖ newline ‖ type byte ‖ public key). It finds a key; it does not prove one.

use std::{fmt, str::FromStr};

use super::{base64, context, hash, key};
use key::{AdmittedKey, KeyNotAdmissible, PublicKey, Signature};

/// The name of a key in a signed note: not empty, without Unicode spaces, `+` or control characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyName(String);

/// The first four bytes of a key's SHA-256, which together with the name finds the key of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub [u8; 4]);

/// Whether a key signs as a log or as a witness: the type byte of signed notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeyKind {
    /// Type 0x01: Ed25519 over the note's text. A log signs so.
    Ed25519,
    /// Type 0x04: Ed25519 over a time and the note's text, `cosignature/v1`. A witness signs so.
    Cosigner,
}

/// Seconds since 1970-01-01 UTC, as a witness states them; at most 2^63 − 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PosixSeconds(u64);

/// A public key with its name and kind, admitted.
#[derive(Clone, Debug)]
pub struct VerifierKey {
    name: KeyName,
    kind: KeyKind,
    id: KeyId,
    key: AdmittedKey,
}

/// Why a text is not the name of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a key name: it must not be empty nor hold spaces, control characters or a plus sign")]
pub struct NotAKeyName;

/// A time after the last one that cosignatures can state, 2^63 − 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("later than 2^63 - 1 seconds after 1970")]
pub struct TimeOutOfRange;

/// Bytes that are not the signature of this key over this text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not this key's signature over this text")]
pub struct NotItsSignature;

/// Why a text is not a verifier key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum VerifierKeyError {
    /// Fewer than three parts between plus signs.
    #[error("a verifier key has three parts between plus signs: name+key id+key")]
    Parts,
    /// The first part is not a name.
    #[error(transparent)]
    Name(#[from] NotAKeyName),
    /// The second part is not eight lower-case hexadecimal digits.
    #[error("the key id is not eight lower-case hexadecimal digits")]
    KeyIdForm,
    /// The third part is not base64.
    #[error("the key is {0}")]
    Base64(#[from] base64::NotBase64),
    /// The third part holds no type byte, or not 32 bytes after it.
    #[error("the key has {0} bytes with its type byte, and not 33")]
    Length(usize),
    /// A type of key other than 0x01 and 0x04.
    #[error("keys of type 0x{0:02x} are not supported: only 0x01 and 0x04, which are Ed25519")]
    Kind(u8),
    /// The key id is another key's.
    #[error("the key id is {stated}, and this key's is {computed}")]
    KeyId {
        /// The id in the text.
        stated: KeyId,
        /// The id of the name, type and key in the text.
        computed: KeyId,
    },
    /// The public key is weak or has a second spelling: no verifier admits it.
    #[error(transparent)]
    NotAdmissible(#[from] KeyNotAdmissible),
}

impl VerifierKey {
    /// The key of a log, type 0x01.
    ///
    /// # Errors
    /// [`KeyNotAdmissible`], as [`PublicKey::admit`] says.
    pub fn ed25519(name: KeyName, key: PublicKey) -> Result<Self, KeyNotAdmissible> {
        key.admit().map(|key| Self::new(name, KeyKind::Ed25519, key))
    }

    /// The key of a witness, type 0x04.
    ///
    /// # Errors
    /// [`KeyNotAdmissible`], as [`PublicKey::admit`] says.
    pub fn cosigner(name: KeyName, key: PublicKey) -> Result<Self, KeyNotAdmissible> {
        key.admit().map(|key| Self::new(name, KeyKind::Cosigner, key))
    }

    /// The same name and key as a key of `kind`, with the key id of that kind. Witnesses are handed around in both
    /// spellings, and older programs read only type 0x01: print both, accept both.
    #[must_use]
    pub fn spelled(&self, kind: KeyKind) -> Self {
        Self::new(self.name.clone(), kind, self.key.clone())
    }

    /// The name that stands in signature lines: for a log, its origin.
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// The id that stands in signature lines.
    pub fn key_id(&self) -> KeyId {
        self.id
    }

    /// Whether it signs as a log or as a witness.
    pub fn kind(&self) -> KeyKind {
        self.kind
    }

    /// The public key alone.
    pub fn public(&self) -> PublicKey {
        self.key.public()
    }

    /// Checks the bytes of one signature over a note's text; gives the time it states, which only cosignatures do.
    ///
    /// # Errors
    /// [`NotItsSignature`], also for a wrong length and for a time out of range.
    pub fn verify(&self, text: &str, signature: &[u8]) -> Result<Option<PosixSeconds>, NotItsSignature> {
        let (time, bytes) = match self.kind {
            KeyKind::Ed25519 => (None, signature),
            KeyKind::Cosigner => {
                let (time, bytes) = signature.split_first_chunk::<8>().ok_or(NotItsSignature)?;
                let time = PosixSeconds::try_from(u64::from_be_bytes(*time)).map_err(|_| NotItsSignature)?;
                (Some(time), bytes)
            }
        };
        let signature = Signature::from_bytes(bytes.try_into().map_err(|_| NotItsSignature)?);
        let holds = match time {
            None => self.key.verifies(text.as_bytes(), &signature),
            Some(time) => self.key.verifies(cosigned_message(text, time).as_bytes(), &signature),
        };
        if holds { Ok(time) } else { Err(NotItsSignature) }
    }

    fn new(name: KeyName, kind: KeyKind, key: AdmittedKey) -> Self {
        let parts: [&[u8]; 4] = [name.0.as_bytes(), b"\n", &[kind.byte()], &key.public().0];
        let [a, b, c, d, ..] = hash::sha256(&parts);
        Self { name, kind, id: KeyId([a, b, c, d]), key }
    }
}

/// What a witness signs over a checkpoint's text at a time:
///
/// ```text
/// cosignature/v1
/// time 1679315147
/// example.com/behind-the-sofa
/// 20852163
/// CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
/// ```
///
/// The witness's name is not in it: one key serves one witness.
pub fn cosigned_message(text: &str, time: PosixSeconds) -> String {
    format!("{}time {time}\n{text}", context::COSIGNATURE)
}

impl KeyName {
    /// The name as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PosixSeconds {
    /// The number of seconds.
    pub fn seconds(self) -> u64 {
        self.0
    }
}

impl KeyKind {
    fn byte(self) -> u8 {
        match self {
            Self::Ed25519 => 0x01,
            Self::Cosigner => 0x04,
        }
    }

    fn from_byte(byte: u8) -> Option<Self> {
        [Self::Ed25519, Self::Cosigner].into_iter().find(|kind| kind.byte() == byte)
    }
}

impl TryFrom<u64> for PosixSeconds {
    type Error = TimeOutOfRange;
    fn try_from(seconds: u64) -> Result<Self, TimeOutOfRange> {
        i64::try_from(seconds).map(|_| Self(seconds)).map_err(|_| TimeOutOfRange)
    }
}

impl FromStr for KeyName {
    type Err = NotAKeyName;
    fn from_str(s: &str) -> Result<Self, NotAKeyName> {
        let bad = |c: char| c.is_whitespace() || c < ' ' || c == '+';
        if s.is_empty() || s.contains(bad) { Err(NotAKeyName) } else { Ok(Self(s.into())) }
    }
}

impl FromStr for KeyId {
    type Err = VerifierKeyError;
    /// Reads exactly eight lower-case hex digits.
    fn from_str(s: &str) -> Result<Self, VerifierKeyError> {
        let mut id = [0; 4];
        hex::decode_to_slice(s, &mut id).map_err(|_| VerifierKeyError::KeyIdForm)?;
        if hex::encode(id) == s { Ok(Self(id)) } else { Err(VerifierKeyError::KeyIdForm) }
    }
}

impl FromStr for VerifierKey {
    type Err = VerifierKeyError;
    /// Reads a verifier key in its one spelling. Only the first two plus signs divide: base64 has its own.
    fn from_str(s: &str) -> Result<Self, VerifierKeyError> {
        let (name, rest) = s.split_once('+').ok_or(VerifierKeyError::Parts)?;
        let (id, material) = rest.split_once('+').ok_or(VerifierKeyError::Parts)?;
        let (name, stated) = (name.parse()?, id.parse()?);
        let material = base64::decode(material)?;
        let (&kind, public) = material.split_first().ok_or(VerifierKeyError::Length(0))?;
        let kind = KeyKind::from_byte(kind).ok_or(VerifierKeyError::Kind(kind))?;
        let public = PublicKey(public.try_into().map_err(|_| VerifierKeyError::Length(material.len()))?);
        let key = Self::new(name, kind, public.admit()?);
        if key.id == stated { Ok(key) } else { Err(VerifierKeyError::KeyId { stated, computed: key.id }) }
    }
}

impl PartialEq for VerifierKey {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, self.kind, self.public()) == (&other.name, other.kind, other.public())
    }
}

impl Eq for VerifierKey {}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let material = [&[self.kind.byte()][..], &self.public().0].concat();
        write!(f, "{}+{}+{}", self.name, self.id, base64::encode(&material))
    }
}

impl fmt::Display for KeyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Display for PosixSeconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
