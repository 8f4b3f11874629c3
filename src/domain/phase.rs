//! How far a unit's paper is. The diagram stands in `docs/states.md`.

use super::id::EventHash;
use super::number::Voting;

/// A unit's paper, as it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PaperState {
    /// Which voting is open.
    pub voting: Voting,
    /// How far it is.
    pub phase: Phase,
}

/// How far a unit's paper is. The diagram stands in `docs/states.md`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Phase {
    /// Nothing was sealed yet. Awaited, never zero.
    Awaited,
    /// The opening items are sealed.
    Opened,
    /// This protocol is in force, the first version or a later one.
    Reported(EventHash),
    /// The protocol was annulled.
    Annulled,
    /// The voting failed.
    Failed,
}

impl PaperState {
    /// Before anything arrived.
    pub const FRESH: Self = Self { voting: Voting::FIRST, phase: Phase::Awaited };
}
