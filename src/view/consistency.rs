//! That a log grew from an earlier state.

use schemars::JsonSchema;
use serde::Serialize;

use super::spelling::Root;
use crate::crypto::hash::TreeHash;
use crate::domain::number::Size;

/// That a log grew from an earlier state: what RFC 6962, 2.1.2, asks for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Consistency {
    /// How many events it had.
    pub old: u64,
    /// The root over them.
    pub old_root: Root,
    /// How many events it has.
    pub new: u64,
    /// The root over those.
    pub new_root: Root,
    /// The hashes of the proof, in their order; none where both states are the same, or the older is empty.
    pub proof: Vec<Root>,
}

impl Consistency {
    /// The view of a proof between two states.
    pub fn of(old: (Size, TreeHash), new: (Size, TreeHash), proof: Vec<TreeHash>) -> Self {
        Self {
            old: old.0.0,
            old_root: old.1.into(),
            new: new.0.0,
            new_root: new.1.into(),
            proof: proof.into_iter().map(Root::from).collect(),
        }
    }
}
