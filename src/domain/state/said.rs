//! What a paper said, as far as a new version of it is held against it.

use serde::{Deserialize, Serialize};

use crate::crypto::{context, hash, wire};

/// What a protocol or summary said, as the hash of its bytes: of a new version only whether it says the same is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Said([u8; 32]);

impl Said {
    /// None of what does not fit a statement, and so was never said.
    pub(super) fn of(paper: &impl serde::Serialize) -> Option<Self> {
        Some(Self(hash::blake3_keyed(context::PAPER_SAID, &wire::encode(paper).ok()?)))
    }
}
