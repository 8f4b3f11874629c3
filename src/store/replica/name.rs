//! The names of a replica's objects. They follow from the chain.

use std::fmt;

use crate::domain::number::{Sequence, Size};
use crate::ledger::files::frame::{FRAME_HEADER_BYTES, FRAME_PAYLOAD_BYTES_MAX};
use crate::ledger::files::seal::SLOT_BYTES;

/// Bytes of a trial: each side's are told apart by them.
const TRIAL_BYTES_MAX: usize = 64;

/// A name in a replica.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ObjectName {
    /// A frame of the journal, by its first event: `frame/00000000000000000042`.
    Frame(Sequence),
    /// A signed checkpoint, by its size: `seal/00000000000000000043`.
    Seal(Size),
    /// What a store was tried with: `trial/` and a number that nobody used before.
    Trial(u64),
}

impl ObjectName {
    /// How many bytes an object of this name has at the most; one that has more is none of ours.
    pub fn bytes_max(self) -> usize {
        match self {
            Self::Frame(_) => FRAME_HEADER_BYTES + FRAME_PAYLOAD_BYTES_MAX,
            Self::Seal(_) => SLOT_BYTES,
            Self::Trial(_) => TRIAL_BYTES_MAX,
        }
    }
}

impl fmt::Display for ObjectName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Frame(first) => write!(f, "frame/{:020}", first.0),
            Self::Seal(size) => write!(f, "seal/{:020}", size.0),
            Self::Trial(number) => write!(f, "trial/{number:020}"),
        }
    }
}
