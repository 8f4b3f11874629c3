//! The sealed record of an event: its place in the chain, its arrival, and the submission's bytes.
//!
//! ```text
//! sequence    u64   0, 1, 2 …
//! previous    32    BLAKE3 hash of the envelope before; zeros in the first
//! arrival     u64   milliseconds since 1970 in UTC, never before the one before
//! submission        the rest, see submission.rs
//! ```
//! An envelope's BLAKE3 hash is the event's hash; its bytes are the leaf of the Merkle tree.

use serde::{Deserialize, Serialize};

use crate::crypto::wire::ENTRY_BYTES_MAX;
use crate::crypto::{context, hash};
use crate::domain::id::EventHash;
use crate::domain::number::{Sequence, Size};
use crate::domain::time::Millis;

/// How many bytes stand before the submission.
pub const ENVELOPE_HEADER_BYTES: usize = 48;

/// An envelope, decoded. Its bytes are the truth: hashes are over them, and never over this.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Envelope {
    /// The event's place in the ledger, from 0.
    pub sequence: Sequence,
    /// The hash of the envelope before; zeros in the first.
    pub previous: EventHash,
    /// When the submission arrived: the later of the writer's clock and the arrival before.
    pub arrival: Millis,
    /// The submission's bytes, at most [`SUBMISSION_BYTES_MAX`](super::submission::SUBMISSION_BYTES_MAX).
    pub submission: Vec<u8>,
}

/// Why bytes are not an envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EnvelopeError {
    /// Fewer bytes than a header, or more than an entry.
    #[error("an envelope has {ENVELOPE_HEADER_BYTES} to {ENTRY_BYTES_MAX} bytes, not {0}")]
    Length(usize),
    /// The arrival is after the year 9999.
    #[error("the arrival time is after the year 9999")]
    Arrival,
}

impl Envelope {
    /// Writes the bytes that the log holds: an entry.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(ENVELOPE_HEADER_BYTES + self.submission.len());
        bytes.extend(self.sequence.0.to_le_bytes());
        bytes.extend(self.previous.0);
        bytes.extend(self.arrival.value().to_le_bytes());
        bytes.extend(&self.submission);
        bytes
    }

    /// Reads the bytes.
    ///
    /// # Errors
    /// [`EnvelopeError`].
    pub fn decode(bytes: &[u8]) -> Result<Self, EnvelopeError> {
        let wrong = EnvelopeError::Length(bytes.len());
        if bytes.len() > ENTRY_BYTES_MAX {
            return Err(wrong);
        }
        let (sequence, rest) = bytes.split_first_chunk::<8>().ok_or(wrong)?;
        let (previous, rest) = rest.split_first_chunk::<32>().ok_or(wrong)?;
        let (arrival, submission) = rest.split_first_chunk::<8>().ok_or(wrong)?;
        Ok(Self {
            sequence: Sequence(u64::from_le_bytes(*sequence)),
            previous: EventHash(*previous),
            arrival: u64::from_le_bytes(*arrival).try_into().map_err(|_| EnvelopeError::Arrival)?,
            submission: submission.to_vec(),
        })
    }

    /// The event's hash: BLAKE3 of the envelope's bytes under its own context.
    pub fn hash(bytes: &[u8]) -> EventHash {
        EventHash(hash::blake3_keyed(context::ENVELOPE_HASH, bytes))
    }
}

/// The end of a chain: what the next envelope must name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Head {
    /// How many envelopes there are.
    pub size: Size,
    /// The hash of the last.
    pub hash: EventHash,
    /// The arrival of the last.
    pub arrival: Millis,
}

/// How an envelope fails to continue a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkFault {
    /// It names another envelope as the one before.
    Previous,
    /// It states another sequence than the next one.
    Sequence(Sequence),
    /// It states an earlier arrival than the envelope before.
    Arrival(Millis),
}

impl Head {
    /// The head of an empty chain, which the founding act's envelope names.
    pub const START: Self = Self { size: Size(0), hash: EventHash::NONE, arrival: Millis::EPOCH };

    /// Seals a submission: the envelope that continues the chain, with the later of the writer's clock and the last
    /// arrival.
    pub fn seal(&self, clock: Millis, submission: Vec<u8>) -> Envelope {
        let arrival = clock.max(self.arrival);
        Envelope { sequence: self.size.next(), previous: self.hash, arrival, submission }
    }

    /// Every way in which an envelope fails to continue the chain.
    pub fn link_faults(&self, envelope: &Envelope) -> Vec<LinkFault> {
        let mut faults = Vec::new();
        if envelope.sequence != self.size.next() {
            faults.push(LinkFault::Sequence(envelope.sequence));
        }
        if envelope.previous != self.hash {
            faults.push(LinkFault::Previous);
        }
        if envelope.arrival < self.arrival {
            faults.push(LinkFault::Arrival(envelope.arrival));
        }
        faults
    }

    /// The head after an envelope with this hash and arrival.
    #[must_use]
    pub fn after(&self, hash: EventHash, arrival: Millis) -> Self {
        Self { size: self.size.next().size(), hash, arrival }
    }
}
