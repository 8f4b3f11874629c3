//! Ed25519 keys and signatures. "Valid" always means `verify_strict` under a key that was admitted once.

use curve25519_dalek::edwards::EdwardsPoint;
use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};

use super::{context, hash};

/// A public key as it stands in statements: 32 bytes, not yet admitted. Compare and store these; to check a
/// signature, [admit](PublicKey::admit) it first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey(pub [u8; 32]);

/// A public key that parsed, re-encodes to the same bytes, is not weak and is torsion-free.
#[derive(Clone, Debug)]
pub struct AdmittedKey(VerifyingKey);

/// Why 32 bytes are not admitted as a public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an admissible Ed25519 key: it must be a canonical, torsion-free point of full order")]
pub struct KeyNotAdmissible;

/// An Ed25519 signature, 64 bytes, in the two halves of RFC 8032.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Signature {
    /// The commitment R, 32 bytes.
    pub r: [u8; 32],
    /// The response S, 32 bytes, little endian, below the group order.
    pub s: [u8; 32],
}

/// A signing key. Zeroed when dropped; never printed.
pub struct SecretKey(SigningKey);

impl PublicKey {
    /// What two people compare by voice: the first 32 hex digits of its SHA-256, in groups of four.
    pub fn fingerprint(&self) -> String {
        let digest = hex::encode(hash::sha256(&[&self.0]));
        let groups: Vec<_> = digest.as_bytes().chunks(4).take(8).map(String::from_utf8_lossy).collect();
        groups.join(" ")
    }

    /// Checks the key once, so that a verifier need not check it again with every signature.
    ///
    /// # Errors
    /// [`KeyNotAdmissible`] for a second spelling, a weak key or one with a torsion component.
    pub fn admit(self) -> Result<AdmittedKey, KeyNotAdmissible> {
        let key = VerifyingKey::from_bytes(&self.0).map_err(|_| KeyNotAdmissible)?;
        let canonical = key.to_edwards().compress().to_bytes() == self.0;
        if canonical && !key.is_weak() && key.to_edwards().is_torsion_free() {
            Ok(AdmittedKey(key))
        } else {
            Err(KeyNotAdmissible)
        }
    }
}

impl AdmittedKey {
    /// A key of which only its spelling and whether it is torsion-free are still to be shown.
    pub(super) fn supposed(key: &PublicKey) -> Option<Self> {
        VerifyingKey::from_bytes(&key.0).ok().filter(|key| !key.is_weak()).map(Self)
    }

    pub(super) fn point(&self) -> EdwardsPoint {
        self.0.to_edwards()
    }

    /// Whether `signature` is this key's over `message`, by `verify_strict`.
    pub fn verifies(&self, message: &[u8], signature: &Signature) -> bool {
        self.0.verify_strict(message, &ed25519_dalek::Signature::from_components(signature.r, signature.s)).is_ok()
    }

    /// The 32 bytes of the key, as they stand in statements.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.to_bytes())
    }
}

impl Signature {
    /// The 64 bytes R ‖ S.
    pub fn to_bytes(self) -> [u8; 64] {
        let mut out = [0; 64];
        out[..32].copy_from_slice(&self.r);
        out[32..].copy_from_slice(&self.s);
        out
    }

    /// From the 64 bytes R ‖ S. Any bytes are accepted: [`AdmittedKey::verifies`] judges them.
    pub fn from_bytes(bytes: &[u8; 64]) -> Self {
        let (mut r, mut s) = ([0; 32], [0; 32]);
        r.copy_from_slice(&bytes[..32]);
        s.copy_from_slice(&bytes[32..]);
        Self { r, s }
    }
}

impl SecretKey {
    /// From the 32-byte seed of RFC 8032.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The 32-byte seed. The caller zeroes it.
    pub fn seed(&self) -> zeroize::Zeroizing<[u8; 32]> {
        zeroize::Zeroizing::new(self.0.to_bytes())
    }

    /// The public half, 32 bytes, which statements and key files hold.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    /// Signs `message`. Deterministic: the same key and message give the same 64 bytes.
    pub fn sign(&self, message: &[u8]) -> Signature {
        Signature::from_bytes(&self.0.sign(message).to_bytes())
    }

    /// The key that a rehearsal gives to `seat` of `unit`. Anybody can derive it: outside a rehearsal it identifies
    /// nobody, and `decide` refuses it.
    pub fn demonstration(unit: &str, seat: &str) -> Self {
        let material = format!("{unit}\n{seat}\n");
        Self::from_seed(&hash::blake3_keyed(context::DEMONSTRATION_KEY, material.as_bytes()))
    }
}

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SecretKey(of {})", self.public())
    }
}

impl std::fmt::Display for PublicKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl std::fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

impl std::str::FromStr for PublicKey {
    type Err = hash::NotAHash;
    /// Reads exactly 64 lower-case hex digits.
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        hash::parse_hex(s).map(Self)
    }
}

impl Serialize for PublicKey {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        if s.is_human_readable() { s.collect_str(self) } else { self.0.serialize(s) }
    }
}

impl<'de> Deserialize<'de> for PublicKey {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        if d.is_human_readable() {
            String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
        } else {
            <[u8; 32]>::deserialize(d).map(Self)
        }
    }
}
