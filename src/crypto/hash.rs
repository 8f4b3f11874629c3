//! Hashes. BLAKE3 links events; SHA-256 builds the Merkle tree, because every witness and mirror of the
//! transparency-log world is SHA-256.

use sha2::{Digest, Sha256};

/// BLAKE3 of `bytes` under a `derive_key` context from [`crate::crypto::context`]. 32 bytes.
pub fn blake3_keyed(context: &str, bytes: &[u8]) -> [u8; 32] {
    blake3::derive_key(context, bytes)
}

/// How much is read at once: enough for BLAKE3 to hash many chunks together.
const PIECE_BYTES: usize = 256 * 1024;

/// BLAKE3 and SHA-256 of a file that is read piece by piece, as long as it may be.
#[derive(Clone, Debug, Default)]
pub struct Digester {
    blake3: blake3::Hasher,
    sha256: Sha256,
    bytes: u64,
}

/// What a [`Digester`] found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Digests {
    /// Plain BLAKE3, as any other program computes it.
    pub blake3: FileDigest,
    /// Plain SHA-256, as any other program computes it.
    pub sha256: FileDigest,
    /// How many bytes there were.
    pub bytes: u64,
}

impl Digester {
    /// Takes in the next piece of the file.
    pub fn update(&mut self, piece: &[u8]) {
        self.blake3.update(piece);
        self.sha256.update(piece);
        self.bytes += piece.len() as u64;
    }

    /// Both digests of everything, and its length.
    pub fn finish(self) -> Digests {
        Digests {
            blake3: FileDigest(*self.blake3.finalize().as_bytes()),
            sha256: FileDigest(self.sha256.finalize().into()),
            bytes: self.bytes,
        }
    }
}

/// Plain BLAKE3 of what is read piece by piece: `read` fills the beginning of a piece, and says how many bytes those are, none at
/// the end.
///
/// # Errors
/// Those of `read`.
pub fn blake3_of<E>(mut read: impl FnMut(&mut [u8]) -> Result<usize, E>) -> Result<FileDigest, E> {
    let (mut hasher, mut piece) = (blake3::Hasher::new(), vec![0; PIECE_BYTES]);
    loop {
        match read(&mut piece)? {
            0 => return Ok(FileDigest(*hasher.finalize().as_bytes())),
            bytes => hasher.update(&piece[..bytes]),
        };
    }
}

/// SHA-256 of the parts, one after the other. 32 bytes.
pub fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// Defines a 32-byte hash of its own type: hex for people, 32 raw bytes for the codec.
macro_rules! hash_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 32]);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&hex::encode(self.0))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::crypto::hash::NotAHash;
            /// Reads exactly 64 lower-case hex digits.
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                $crate::crypto::hash::parse_hex(s).map(Self)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                if s.is_human_readable() { s.collect_str(self) } else { serde::Serialize::serialize(&self.0, s) }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                if d.is_human_readable() {
                    <String as serde::Deserialize>::deserialize(d)?.parse().map_err(serde::de::Error::custom)
                } else {
                    <[u8; 32] as serde::Deserialize>::deserialize(d).map(Self)
                }
            }
        }
    };
}
pub(crate) use hash_type;

/// A text that is not 64 lower-case hex digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not 64 lower-case hexadecimal digits")]
pub struct NotAHash;

pub(crate) fn parse_hex(s: &str) -> Result<[u8; 32], NotAHash> {
    if s.bytes().any(|b| b.is_ascii_uppercase()) {
        return Err(NotAHash);
    }
    let mut out = [0; 32];
    hex::decode_to_slice(s, &mut out).map_err(|_| NotAHash)?;
    Ok(out)
}

hash_type! {
    /// A SHA-256 node of an RFC 6962 Merkle tree: a leaf hash, an inner node, or a root.
    TreeHash
}

hash_type! {
    /// A digest of a file that is kept beside the ledger, or of a text that is not published.
    FileDigest
}
