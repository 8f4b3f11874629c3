//! How far a unit's paper is. The diagram stands in `docs/states.md`.

use serde::{Deserialize, Serialize};

use super::id::EventHash;
use super::number::Voting;

/// A unit's paper, as it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PaperState {
    /// Which voting is open.
    pub voting: Voting,
    /// How far it is.
    pub status: PaperStatus,
}

/// How far a unit's paper is, with the version in force where one is. The diagram stands in `docs/states.md`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum PaperStatus<V = EventHash> {
    /// Nothing was sealed yet. Awaited, never zero.
    Awaited,
    /// The opening items are sealed.
    Opened,
    /// This protocol is in force, the first version or a later one.
    Reported(V),
    /// The protocol was annulled.
    Annulled,
    /// A commission above declared that the voting failed.
    Failed,
}

impl PaperState {
    /// The paper before anything arrived.
    pub const FRESH: Self = Self { voting: Voting::FIRST, status: PaperStatus::Awaited };
}

impl<V> PaperStatus<V> {
    /// Whether a protocol is still to come.
    pub fn is_awaited(&self) -> bool {
        matches!(self, Self::Awaited | Self::Opened)
    }

    /// Whether a protocol is there or still to come: not where it was annulled, or the voting failed.
    pub fn is_due(&self) -> bool {
        matches!(self, Self::Awaited | Self::Opened | Self::Reported(_))
    }
}
