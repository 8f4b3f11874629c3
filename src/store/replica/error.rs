//! Why a replica does not let a writer go on. Nothing that was acknowledged is lost by any of these.

use super::name::ObjectName;
use crate::domain::code::Code;
use crate::store::address::AddressError;

/// Why a replica does not let a writer go on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReplicaError {
    /// Another writer's bytes have the name under which ours belong.
    #[error("{name} of {place} is another writer's")]
    Taken {
        /// Where the replica is.
        place: String,
        /// The name that is taken.
        name: ObjectName,
    },
    /// It was asked as often as it may be, and gave no clear answer.
    #[error("{place} gives no clear answer about {name}: {why}")]
    Silent {
        /// Where the replica is.
        place: String,
        /// What was asked about.
        name: ObjectName,
        /// What it said last, in its own words.
        why: String,
    },
    /// It lets nobody do with it what a writer has to, and nothing was written with it yet.
    #[error("{place} refuses {name}: {why}")]
    Refused {
        /// Where the replica is.
        place: String,
        /// What was asked about.
        name: ObjectName,
        /// What it said, in its own words.
        why: String,
    },
    /// It let two have one name, or did not keep what it took when it was tried.
    #[error("{0} does not keep one name for one writer")]
    Unfit(String),
    /// It has other events than the ledger at the same places, or another log, or what is no frame and no checkpoint.
    #[error("{name} of {place} does not belong to this log's history")]
    Other {
        /// Where the replica is.
        place: String,
        /// The first object that differs.
        name: ObjectName,
    },
    /// The ledger was written with it, and it lacks what it took.
    #[error("{name} of {place} is gone")]
    Lost {
        /// Where the replica is.
        place: String,
        /// The first object that is missing.
        name: ObjectName,
    },
    /// The ledger is written with another one.
    #[error("the ledger is written with {noted}")]
    NotThis {
        /// The replica that the ledger notes.
        noted: String,
        /// The one that was named, if any was.
        given: Option<String>,
    },
    /// Whoever stands by follows a replica, and none is named or noted.
    #[error("no replica is named, and the ledger notes none")]
    Needed,
    /// It cannot be opened under this name.
    #[error(transparent)]
    Address(#[from] AddressError),
}

impl ReplicaError {
    /// The stable code that people quote.
    pub fn code(&self) -> Code {
        match self {
            Self::Taken { .. } => Code::U25,
            Self::Silent { .. } => Code::U26,
            Self::Refused { .. }
            | Self::Unfit(_)
            | Self::Lost { .. }
            | Self::NotThis { .. }
            | Self::Needed
            | Self::Address(_) => Code::U27,
            Self::Other { .. } => Code::V24,
        }
    }
}
