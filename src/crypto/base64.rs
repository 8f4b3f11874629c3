//! Base64 in its one spelling: the standard alphabet of RFC 4648 section 4, padded, without stray bits.

use ::base64::{Engine, engine::general_purpose::STANDARD};

/// A text that is not base64 in its one spelling, or does not give as many bytes as its reader needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not standard base64 of the right length, with its padding and nothing else")]
pub struct NotBase64;

/// Writes `bytes` as base64: four characters for every three bytes.
pub fn encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The bytes of a base64 text. `encode(&decode(text)?) == text`, always.
///
/// # Errors
/// [`NotBase64`] for another alphabet, missing or surplus padding, stray bits, spaces and line breaks.
pub fn decode(text: &str) -> Result<Vec<u8>, NotBase64> {
    STANDARD.decode(text).map_err(|_| NotBase64)
}

/// The 32 bytes of a hash in base64, 44 characters.
///
/// # Errors
/// [`NotBase64`], also for any other number of bytes.
pub fn decode_hash(text: &str) -> Result<[u8; 32], NotBase64> {
    decode(text)?.try_into().map_err(|_| NotBase64)
}
