//! The codec, and the only file that names `bincode`: little-endian, fixed-width integers, no second spelling.
//!
//! A value has exactly one encoding. [`decode`] reads all bytes, encodes the value again and requires the same
//! bytes, so that a hash over the bytes and a hash over the value can never differ.
//!
//! What is ours alone, and larger than memory has room for twice, is written in [parts](encode_parts), and read in them.

mod choice;

use std::marker::PhantomData;

use serde::{Serialize, de::DeserializeOwned};

pub use choice::{UnknownChoice, VARIANTS_MAX};

/// The most bytes a signed value may take: a tile bundle's entry has a 16-bit length (C2SP tlog-tiles).
pub const ENTRY_BYTES_MAX: usize = 65_535;

/// The most bytes of one record of the read model. Records are ours, rebuilt from the journal, and hold a unit's whole
/// history.
pub const ROW_BYTES_MAX: usize = 16 * 1024 * 1024;

/// Why the codec refused bytes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WireError {
    /// More bytes than the limit.
    #[error("{found} bytes, and at most {limit} are allowed")]
    TooLong {
        /// How many bytes there are.
        found: usize,
        /// How many bytes there may be.
        limit: usize,
    },
    /// The bytes do not hold such a value.
    #[error("the bytes do not decode: {0}")]
    Malformed(String),
    /// Whatever was read decodes, up to a choice that this program does not know: a newer one may.
    #[error("variant {} of {} is made by a newer version of the program", .0.number, .0.of)]
    Newer(UnknownChoice),
    /// The value was followed by this many further bytes.
    #[error("{0} bytes are left over")]
    Trailing(usize),
    /// The value decodes, but its own encoding has other bytes.
    #[error("the bytes are a second spelling of the value")]
    NotCanonical,
}

/// The one configuration. `LIMIT` bounds what a decoder may claim for texts and byte strings, hence allocate; lists are
/// bounded by serde, which reserves a mebibyte at most.
fn configuration<const LIMIT: usize>() -> impl bincode::config::Config {
    bincode::config::standard().with_little_endian().with_fixed_int_encoding().with_limit::<LIMIT>()
}

/// The canonical bytes of a signed value.
///
/// # Errors
/// [`WireError::TooLong`] above [`ENTRY_BYTES_MAX`].
pub fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, WireError> {
    encode_within::<T, ENTRY_BYTES_MAX>(value)
}

/// Reads a signed value: all of the bytes, in their only spelling.
///
/// # Errors
/// Every [`WireError`]. Whatever lengths the bytes claim, a list reserves at most a mebibyte ahead of its elements.
pub fn decode<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Result<T, WireError> {
    decode_within::<T, 65_536, ENTRY_BYTES_MAX>(bytes)
}

/// The bytes of a record of the read model.
///
/// # Errors
/// [`WireError::TooLong`] above [`ROW_BYTES_MAX`].
pub fn encode_row<T: Serialize>(value: &T) -> Result<Vec<u8>, WireError> {
    encode_within::<T, ROW_BYTES_MAX>(value)
}

/// Reads a record of the read model.
///
/// # Errors
/// Every [`WireError`].
pub fn decode_row<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Result<T, WireError> {
    decode_within::<T, ROW_BYTES_MAX, ROW_BYTES_MAX>(bytes)
}

/// The bytes of a value of ours that stays in memory. Integers take as few bytes as they need.
///
/// # Panics
/// Where the type is none that the codec knows, whatever its value.
pub fn encode_own<T: Serialize>(value: &T) -> Vec<u8> {
    bincode::serde::encode_to_vec(value, bincode::config::standard())
        .expect("memory takes all of a type that is written")
}

/// Reads the value that such bytes begin with, and takes it from them.
///
/// # Panics
/// Where [`encode_own`] did not make the bytes, of a value of the same type.
pub fn decode_own<T: DeserializeOwned>(bytes: &mut &[u8]) -> T {
    let decoded = bincode::serde::decode_from_slice(bytes, bincode::config::standard());
    let (value, read) = decoded.expect("what was written here is read again");
    *bytes = &bytes[read..];
    value
}

/// Writes a value of ours, however large, in parts of so many bytes at the most; none where a part is not taken. Integers take
/// as few bytes as they need.
pub fn encode_parts<T: Serialize>(
    value: &T,
    part_bytes: usize,
    take: &mut dyn FnMut(Vec<u8>) -> Option<()>,
) -> Option<()> {
    let mut parts = PartsWriter { part: Vec::new(), part_bytes, take };
    bincode::serde::encode_into_writer(value, &mut parts, bincode::config::standard()).ok()?;
    let PartsWriter { part, take, .. } = parts;
    take(part)
}

/// Reads such a value from its parts; none where they hold another one, or more than it. Lengths are believed: who made the bytes
/// must be known.
pub fn decode_parts<T: DeserializeOwned>(parts: impl Iterator<Item = Vec<u8>>) -> Option<T> {
    let mut reader = PartsReader { parts, part: Vec::new(), at: 0 };
    let value = bincode::serde::decode_from_reader(&mut reader, bincode::config::standard()).ok()?;
    (reader.at == reader.part.len() && reader.parts.next().is_none()).then_some(value)
}

struct PartsWriter<'t> {
    part: Vec<u8>,
    part_bytes: usize,
    take: &'t mut dyn FnMut(Vec<u8>) -> Option<()>,
}

impl bincode::enc::write::Writer for PartsWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> Result<(), bincode::error::EncodeError> {
        if self.part.len() + bytes.len() > self.part_bytes {
            let taken = (self.take)(std::mem::take(&mut self.part));
            taken.ok_or(bincode::error::EncodeError::Other("a part was not taken"))?;
        }
        self.part.extend_from_slice(bytes);
        Ok(())
    }
}

struct PartsReader<P> {
    parts: P,
    part: Vec<u8>,
    at: usize,
}

impl<P: Iterator<Item = Vec<u8>>> bincode::de::read::Reader for PartsReader<P> {
    fn read(&mut self, mut bytes: &mut [u8]) -> Result<(), bincode::error::DecodeError> {
        if let Some(whole) = self.part.get(self.at..self.at + bytes.len()) {
            bytes.copy_from_slice(whole);
            self.at += bytes.len();
            return Ok(());
        }
        while !bytes.is_empty() {
            if self.at == self.part.len() {
                let additional = bytes.len();
                let next = self.parts.next();
                self.part = next.ok_or(bincode::error::DecodeError::UnexpectedEnd { additional })?;
                self.at = 0;
            }
            let found = bytes.len().min(self.part.len() - self.at);
            let (filled, rest) = bytes.split_at_mut(found);
            filled.copy_from_slice(&self.part[self.at..self.at + found]);
            (self.at, bytes) = (self.at + found, rest);
        }
        Ok(())
    }

    fn peek_read(&mut self, bytes: usize) -> Option<&[u8]> {
        self.part.get(self.at..self.at + bytes)
    }

    fn consume(&mut self, bytes: usize) {
        self.at += bytes;
    }
}

fn encode_within<T: Serialize, const LIMIT: usize>(value: &T) -> Result<Vec<u8>, WireError> {
    let bytes = bincode::serde::encode_to_vec(value, configuration::<LIMIT>())
        .map_err(|e| WireError::Malformed(e.to_string()))?;
    if bytes.len() > LIMIT {
        return Err(WireError::TooLong { found: bytes.len(), limit: LIMIT });
    }
    Ok(bytes)
}

fn decode_within<T: Serialize + DeserializeOwned, const CLAIM: usize, const LIMIT: usize>(
    bytes: &[u8],
) -> Result<T, WireError> {
    if bytes.len() > LIMIT {
        return Err(WireError::TooLong { found: bytes.len(), limit: LIMIT });
    }
    let note = choice::Note::default();
    let decoded = bincode::serde::seed_decode_from_slice(note.watch(PhantomData::<T>), bytes, configuration::<CLAIM>());
    let refused = |error: bincode::error::DecodeError| match note.choice() {
        Some(choice) => WireError::Newer(choice),
        None => WireError::Malformed(error.to_string()),
    };
    let (value, read) = decoded.map_err(refused)?;
    if read != bytes.len() {
        return Err(WireError::Trailing(bytes.len() - read));
    }
    if encode_within::<T, LIMIT>(&value)? != bytes {
        return Err(WireError::NotCanonical);
    }
    Ok(value)
}
