//! The seal: the last signed checkpoint, in two slots of 4,096 bytes that are written alternately in place.
//!
//! ```text
//! magic     4    "PKS1"
//! length    u32  bytes of the note, little endian
//! crc32c    u32  over the 4,096 bytes without these four
//! note           the signed checkpoint
//! zeros          to the end of the slot
//! ```
//! A slot of zeros alone was never written. A slot has a disk page of its own, so that a torn write leaves the other
//! one whole.

use crate::domain::number::Size;
use crate::ledger::note::checkpoint::SignedCheckpoint;

/// Bytes of a slot: a page, so that one write tears one slot.
pub const SLOT_BYTES: usize = 4096;
/// How many bytes a seal has.
pub const SEAL_BYTES: usize = 2 * SLOT_BYTES;
const MAGIC: [u8; 4] = *b"PKS1";
const HEADER_BYTES: usize = 12;

/// What a reader finds in a slot.
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(clippy::large_enum_variant, reason = "there are two of these in a program")]
pub enum Slot {
    /// Zeros: the writer has not written it yet.
    Empty,
    /// A signed checkpoint; the signature is not checked yet.
    Written(SignedCheckpoint),
    /// Something else: a torn write, or damage.
    Damaged,
}

/// Which of the two slots.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SlotNumber {
    /// The first 4,096 bytes.
    First,
    /// The second 4,096 bytes.
    Second,
}

/// A seal, as a reader finds it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seal {
    /// Both slots, in their order.
    pub slots: [Slot; 2],
    /// How many bytes there are; anything but [`SEAL_BYTES`] is damage.
    pub bytes: usize,
}

impl SlotNumber {
    /// The byte of the seal at which the slot begins.
    pub fn offset(self) -> u64 {
        match self {
            Self::First => 0,
            Self::Second => SLOT_BYTES as u64,
        }
    }

    /// The slot that the writer writes next after this one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }
}

impl Slot {
    /// The checkpoint in the slot; none where the slot is empty or damaged.
    pub fn checkpoint(&self) -> Option<&SignedCheckpoint> {
        match self {
            Self::Written(checkpoint) => Some(checkpoint),
            Self::Empty | Self::Damaged => None,
        }
    }
}

impl Seal {
    /// Reads a seal's bytes; missing ones count as damage.
    pub fn decode(bytes: &[u8]) -> Self {
        let slot = |at: usize| bytes.get(at..at + SLOT_BYTES).map_or(Slot::Damaged, decode_slot);
        Self { slots: [slot(0), slot(SLOT_BYTES)], bytes: bytes.len() }
    }

    /// The slots that are neither whole nor rightly empty. A founding fills the first, the next turn the second: beside
    /// a larger checkpoint, zeros were written by something else.
    pub fn damaged(&self) -> Vec<SlotNumber> {
        let may_be_empty = self.latest().is_none_or(|(_, signed)| signed.checkpoint().size <= Size(1));
        let is_damaged = |slot: &Slot| *slot == Slot::Damaged || (*slot == Slot::Empty && !may_be_empty);
        let numbered = [SlotNumber::First, SlotNumber::Second].into_iter().zip(&self.slots);
        numbered.filter(|(_, slot)| is_damaged(slot)).map(|(number, _)| number).collect()
    }

    /// The slot with the larger size, which is the latest, and its checkpoint.
    pub fn latest(&self) -> Option<(SlotNumber, &SignedCheckpoint)> {
        match (self.slots[0].checkpoint(), self.slots[1].checkpoint()) {
            (Some(first), Some(second)) if second.checkpoint().size > first.checkpoint().size => {
                Some((SlotNumber::Second, second))
            }
            (Some(first), _) => Some((SlotNumber::First, first)),
            (None, Some(second)) => Some((SlotNumber::Second, second)),
            (None, None) => None,
        }
    }
}

/// The bytes of a slot that holds a checkpoint, or nothing when the note does not fit: an origin and a signature
/// always do.
pub fn encode_slot(checkpoint: &SignedCheckpoint) -> Option<Vec<u8>> {
    let note = checkpoint.note().to_string();
    if note.len() > SLOT_BYTES - HEADER_BYTES {
        return None;
    }
    let mut slot = vec![0; SLOT_BYTES];
    slot[..4].copy_from_slice(&MAGIC);
    slot[4..8].copy_from_slice(&u32::try_from(note.len()).ok()?.to_le_bytes());
    slot[HEADER_BYTES..HEADER_BYTES + note.len()].copy_from_slice(note.as_bytes());
    let crc = checksum(&slot);
    slot[8..12].copy_from_slice(&crc.to_le_bytes());
    Some(slot)
}

fn decode_slot(slot: &[u8]) -> Slot {
    if slot.iter().all(|byte| *byte == 0) {
        return Slot::Empty;
    }
    let length = u32::from_le_bytes([slot[4], slot[5], slot[6], slot[7]]) as usize;
    let Some(note) = slot[HEADER_BYTES..].get(..length) else { return Slot::Damaged };
    match SignedCheckpoint::parse(note) {
        Ok(checkpoint) if encode_slot(&checkpoint).as_deref() == Some(slot) => Slot::Written(checkpoint),
        _ => Slot::Damaged,
    }
}

fn checksum(slot: &[u8]) -> u32 {
    crc32c::crc32c_append(crc32c::crc32c(&slot[..8]), &slot[HEADER_BYTES..])
}
