//! A kit: what a clerk needs to draft, check and sign without the ledger. The founding act, the commissions, the
//! candidates and whatever reopened a paper, as they stand in the ledger, under its checkpoint.
//!
//! ```text
//! protokol kit v1
//! length    u32  bytes of the note, little endian
//! note           the signed checkpoint at which the kit was made
//! envelopes      each: length u16 little endian, envelope
//! ```
//! A kit is a selection and so proves no completeness; every envelope's signatures and rules are checked again.

use crate::ledger::note::checkpoint::SignedCheckpoint;

/// The first line of a kit.
pub const KIT_HEADER: &[u8] = b"protokol kit v1\n";

/// A kit, as its file has it; nothing in it is checked yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kit {
    /// The checkpoint at which it was made.
    pub checkpoint: SignedCheckpoint,
    /// The selected envelopes, in the ledger's order.
    pub envelopes: Vec<Vec<u8>>,
}

/// Bytes that are not a kit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a kit, or one that is cut off or damaged")]
pub struct NotAKit;

impl Kit {
    /// Writes the bytes of the file.
    pub fn encode(&self) -> Vec<u8> {
        let note = self.checkpoint.note().to_string();
        let mut bytes = KIT_HEADER.to_vec();
        bytes.extend(u32::try_from(note.len()).expect("a note is bounded").to_le_bytes());
        bytes.extend(note.as_bytes());
        for envelope in &self.envelopes {
            bytes.extend(u16::try_from(envelope.len()).expect("an envelope is at most an entry long").to_le_bytes());
            bytes.extend(envelope);
        }
        bytes
    }

    /// Reads the bytes.
    ///
    /// # Errors
    /// [`NotAKit`].
    pub fn decode(bytes: &[u8]) -> Result<Self, NotAKit> {
        let rest = bytes.strip_prefix(KIT_HEADER).ok_or(NotAKit)?;
        let (length, rest) = rest.split_first_chunk::<4>().ok_or(NotAKit)?;
        let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| NotAKit)?;
        let (note, mut rest) = rest.split_at_checked(length).ok_or(NotAKit)?;
        let checkpoint = SignedCheckpoint::parse(note).map_err(|_| NotAKit)?;
        let mut envelopes = Vec::new();
        while !rest.is_empty() {
            let (length, after) = rest.split_first_chunk::<2>().ok_or(NotAKit)?;
            let (envelope, after) = after.split_at_checked(usize::from(u16::from_le_bytes(*length))).ok_or(NotAKit)?;
            envelopes.push(envelope.to_vec());
            rest = after;
        }
        Ok(Self { checkpoint, envelopes })
    }
}
