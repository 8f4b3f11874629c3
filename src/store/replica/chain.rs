//! The chain of frames in a replica, read from any place on up to a definite absence, and the checkpoints over it.

use super::Replica;
use super::error::ReplicaError;
use super::name::ObjectName;
use crate::domain::number::{Sequence, Size};
use crate::ledger::files::frame::{self, FRAME_EVENTS_MAX};
use crate::ledger::note::checkpoint::SignedCheckpoint;

/// A frame of the chain.
#[derive(Debug)]
pub struct ChainFrame {
    /// Its name, which says where it begins.
    pub name: ObjectName,
    /// Its first event.
    pub first: Sequence,
    /// Its envelopes.
    pub envelopes: Vec<Vec<u8>>,
}

impl ChainFrame {
    /// How many events there are up to its end.
    pub fn end(&self) -> Size {
        Size(self.first.0.saturating_add(self.envelopes.len() as u64))
    }
}

impl Replica {
    /// The frame that begins with an event; none where there is none, and so none after it.
    ///
    /// # Errors
    /// [`ReplicaError::Silent`]; [`ReplicaError::Refused`]; [`ReplicaError::Other`] where what has its name is no such frame.
    pub fn frame(&self, first: Sequence) -> Result<Option<ChainFrame>, ReplicaError> {
        let name = ObjectName::Frame(first);
        let Some(bytes) = self.get(name)? else { return Ok(None) };
        match frame::decode(&bytes) {
            Ok(frame) if frame.first == first && frame.bytes == bytes.len() => {
                Ok(Some(ChainFrame { name, first, envelopes: frame.envelopes }))
            }
            _ => Err(self.other(name)),
        }
    }

    /// The checkpoint that was signed at a size; none where none is there. Whose signature it is, is not checked.
    ///
    /// # Errors
    /// [`ReplicaError::Silent`]; [`ReplicaError::Refused`]; [`ReplicaError::Other`] where what has its name is none of that size.
    pub fn sealed(&self, size: Size) -> Result<Option<SignedCheckpoint>, ReplicaError> {
        let name = ObjectName::Seal(size);
        let Some(bytes) = self.get(name)? else { return Ok(None) };
        match SignedCheckpoint::parse(&bytes) {
            Ok(signed) if signed.checkpoint().size == size => Ok(Some(signed)),
            _ => Err(self.other(name)),
        }
    }

    /// The last size behind a size that was signed, by frames from there on; none where that size was not.
    ///
    /// # Errors
    /// As [`frame`](Self::frame) and [`sealed`](Self::sealed).
    pub fn signed_from(&self, size: Size) -> Result<Option<Size>, ReplicaError> {
        let mut signed = match size {
            Size(0) => None,
            size => match self.sealed(size)? {
                None => return Ok(None),
                Some(_) => Some(size),
            },
        };
        let mut next = size.next();
        while let Some(frame) = self.frame(next)? {
            next = frame.end().next();
            if self.sealed(frame.end())?.is_some() {
                signed = Some(frame.end());
            }
        }
        Ok(signed)
    }

    /// Whether the chain ends at a size where no frame was found; not if its writer went on meanwhile. A frame that is gone
    /// is told from one that never was by what stands behind it, no further than the longest frame reaches.
    ///
    /// # Errors
    /// [`ReplicaError::Lost`] where something was signed or made durable behind a gap; [`ReplicaError::Silent`]; [`ReplicaError::Refused`].
    pub fn ends_at(&self, end: Size) -> Result<bool, ReplicaError> {
        let places = (1..=FRAME_EVENTS_MAX as u64).map(|ahead| end.0.saturating_add(ahead));
        let behind = places.flat_map(|place| [ObjectName::Frame(Sequence(place)), ObjectName::Seal(Size(place))]);
        if !self.any(&behind.collect::<Vec<_>>())? {
            return Ok(true);
        }
        let gone = ObjectName::Frame(end.next());
        self.get(gone)?.map_or_else(|| Err(self.lost(gone)), |_| Ok(false))
    }

    pub(super) fn lost(&self, name: ObjectName) -> ReplicaError {
        ReplicaError::Lost { place: self.place().to_owned(), name }
    }

    pub(in crate::store) fn other(&self, name: ObjectName) -> ReplicaError {
        ReplicaError::Other { place: self.place().to_owned(), name }
    }
}
