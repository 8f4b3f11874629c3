//! A journal frame: one batch of envelopes that was made durable in one turn.
//!
//! ```text
//! magic     4    "PKF1"
//! length    u32  bytes of the payload
//! first     u64  sequence of the first envelope
//! count     u32  envelopes, at least 1
//! crc32c    u32  over the 20 bytes before and the payload
//! payload        count × (length u16, envelope)
//! ```
//! All numbers are little endian. The checksum tells a torn write from a whole one; it proves nothing: the chain, the
//! tree and the seal do.

use crate::crypto::wire::ENTRY_BYTES_MAX;
use crate::domain::number::Sequence;

/// The most envelopes of a frame: what sled takes in one batch without swelling.
pub const FRAME_EVENTS_MAX: usize = 256;
/// How many bytes stand before the payload.
pub const FRAME_HEADER_BYTES: usize = 24;
/// The most bytes of a payload: the most envelopes, each of the longest.
pub const FRAME_PAYLOAD_BYTES_MAX: usize = FRAME_EVENTS_MAX * (ENTRY_BYTES_MAX + 2);
/// A segment of frames that is at least this long is not appended to any more. It bounds what a reader holds in memory.
pub const SEGMENT_BYTES: u64 = 16 * 1024 * 1024;
/// The four bytes that a frame begins with.
pub const FRAME_MAGIC: [u8; 4] = *b"PKF1";

/// A frame, as a reader finds it in a segment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frame {
    /// The sequence of the first envelope, as the frame claims.
    pub first: Sequence,
    /// The bytes of the envelopes, at most [`FRAME_EVENTS_MAX`] of them.
    pub envelopes: Vec<Vec<u8>>,
    /// How many bytes the frame takes.
    pub bytes: usize,
}

/// Why a reader finds no whole frame where one should begin.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FrameError {
    /// Fewer bytes than the header or the payload needs.
    #[error("the frame is cut off")]
    Incomplete,
    /// It does not begin with the magic.
    #[error("no frame begins here")]
    Magic,
    /// A length or count is out of range.
    #[error("the frame's length or count is out of range")]
    Range,
    /// The checksum differs. The envelopes are handed on where the layout still holds, so that every fault can be told.
    #[error("the frame's checksum differs")]
    Checksum(Option<Box<Frame>>),
    /// The payload is not laid out as envelopes.
    #[error("the frame's payload is not laid out as envelopes")]
    Layout,
}

/// Binds envelopes into a frame.
///
/// # Panics
/// With no envelope, more than [`FRAME_EVENTS_MAX`], or one longer than an entry: the writer never makes such a batch.
pub fn encode(first: Sequence, envelopes: &[Vec<u8>]) -> Vec<u8> {
    assert!((1..=FRAME_EVENTS_MAX).contains(&envelopes.len()), "a frame has 1 to {FRAME_EVENTS_MAX} envelopes");
    let mut payload = Vec::with_capacity(envelopes.iter().map(|envelope| envelope.len() + 2).sum());
    for envelope in envelopes {
        let length = u16::try_from(envelope.len()).expect("an envelope is at most an entry long");
        payload.extend(length.to_le_bytes());
        payload.extend(envelope);
    }
    let length = u32::try_from(payload.len()).expect("at most FRAME_PAYLOAD_BYTES_MAX");
    let count = u32::try_from(envelopes.len()).expect("at most FRAME_EVENTS_MAX");
    let mut bytes = Vec::with_capacity(FRAME_HEADER_BYTES + payload.len());
    bytes.extend(FRAME_MAGIC);
    bytes.extend(length.to_le_bytes());
    bytes.extend(first.0.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend(checksum(&bytes, &payload).to_le_bytes());
    bytes.extend(payload);
    bytes
}

/// Reads the frame that `bytes` begin with.
///
/// # Errors
/// [`FrameError`]. Nothing is allocated beyond the bytes that are there.
pub fn decode(bytes: &[u8]) -> Result<Frame, FrameError> {
    let header = bytes.first_chunk::<FRAME_HEADER_BYTES>();
    if bytes.iter().zip(FRAME_MAGIC).any(|(found, expected)| *found != expected) {
        return Err(FrameError::Magic);
    }
    let header = header.ok_or(FrameError::Incomplete)?;
    let u32_at = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    let (length, count) = (u32_at(4) as usize, u32_at(16) as usize);
    if length > FRAME_PAYLOAD_BYTES_MAX || !(1..=FRAME_EVENTS_MAX).contains(&count) {
        return Err(FrameError::Range);
    }
    let payload = bytes[FRAME_HEADER_BYTES..].get(..length).ok_or(FrameError::Incomplete)?;
    let mut first = [0; 8];
    first.copy_from_slice(&header[8..16]);
    let frame = split(payload, count).map(|envelopes| Frame {
        first: Sequence(u64::from_le_bytes(first)),
        envelopes,
        bytes: FRAME_HEADER_BYTES + length,
    });
    if checksum(&header[..20], payload) != u32_at(20) {
        return Err(FrameError::Checksum(frame.map(Box::new)));
    }
    frame.ok_or(FrameError::Layout)
}

fn split(mut payload: &[u8], count: usize) -> Option<Vec<Vec<u8>>> {
    let mut envelopes = Vec::with_capacity(count);
    for _ in 0..count {
        let (length, rest) = payload.split_first_chunk::<2>()?;
        let (envelope, rest) = rest.split_at_checked(usize::from(u16::from_le_bytes(*length)))?;
        envelopes.push(envelope.to_vec());
        payload = rest;
    }
    payload.is_empty().then_some(envelopes)
}

fn checksum(header: &[u8], payload: &[u8]) -> u32 {
    crc32c::crc32c_append(crc32c::crc32c(header), payload)
}
