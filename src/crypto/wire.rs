//! The codec, and the only file that names `bincode`: little-endian, fixed-width integers, no second spelling.
//!
//! A value has exactly one encoding. [`decode`] reads all bytes, encodes the value again and requires the same
//! bytes, so that a hash over the bytes and a hash over the value can never differ.

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
