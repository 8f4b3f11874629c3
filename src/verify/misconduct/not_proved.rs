//! Why evidence proves nothing against a log.

use crate::crypto::vkey::KeyName;
use crate::domain::code::Code;
use crate::domain::number::{Sequence, Size};
use crate::ledger::note::checkpoint::CheckpointRefusal;

/// Why a verifier finds nothing proved against a log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotProved {
    /// The snapshots are of two logs or two sizes.
    #[error("the snapshots are of two logs or of two sizes")]
    OtherState,
    /// A listed key is not one of this log.
    #[error("{0} is no key of this log")]
    NotALogKey(KeyName),
    /// A listed key signed neither snapshot.
    #[error("a listed key signed neither snapshot")]
    IdleKey,
    /// A snapshot is not signed by a listed key.
    #[error("a snapshot is not signed by the log: {0}")]
    NotSigned(CheckpointRefusal),
    /// The second snapshot sorts before the first.
    #[error("the snapshots are not in order")]
    Order,
    /// The snapshots say the same.
    #[error("the snapshots say the same")]
    Agree,
    /// There are more or fewer events than the snapshot counts.
    #[error("the snapshot is of {stated} events, and {found} are here")]
    Entries {
        /// How many the snapshot counts.
        stated: Size,
        /// How many there are.
        found: Size,
    },
    /// The events give another root than the snapshot states: they are not those that it is of.
    #[error("the events are not those that the snapshot is of")]
    OtherEvents,
    /// By the events, another key is the log's at that size.
    #[error("by its events the log has another key at this size")]
    OtherKey,
    /// A newer program made some of the events: what they come to cannot be told.
    #[error("some events are of a newer version")]
    Newer,
    /// The events come to the very rows that the log signed.
    #[error("the events come to the rows that the log signed")]
    SameRows,
    /// The rows are not those that the snapshot is of.
    #[error("the rows are not those that the snapshot is of")]
    OtherRows,
    /// What stands at a place in the log cannot be read, is not signed, or is not what stands there in any log.
    #[error("event {0} is none that a log admits")]
    NoEvent(Sequence),
    /// The rows name the event.
    #[error("the rows name event {0}")]
    Named(Sequence),
    /// The row that would name the event is not shown.
    #[error("the row that would name event {0} is not shown")]
    RowNotShown(Sequence),
}

impl NotProved {
    /// The stable code.
    pub fn code(&self) -> Code {
        match self {
            Self::NotSigned(_) | Self::NotALogKey(_) | Self::OtherKey => Code::V8,
            Self::Newer => Code::R36,
            Self::OtherState
            | Self::IdleKey
            | Self::Order
            | Self::Agree
            | Self::Entries { .. }
            | Self::OtherEvents
            | Self::SameRows
            | Self::OtherRows
            | Self::NoEvent(_)
            | Self::Named(_)
            | Self::RowNotShown(_) => Code::V27,
        }
    }
}
