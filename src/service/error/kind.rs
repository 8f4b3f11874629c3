//! What kind of answer an error is, and what a store's errors are.

use std::io::{self, ErrorKind};

use crate::clerk::error::{DraftError, KitError};
use crate::crypto::transfer::TransferChange;
use crate::domain::code::Code;
use crate::store::error::StoreError;
use crate::store::replica::error::ReplicaError;
use crate::store::shelf::ShelfError;
use crate::verify::fault::{Fault, Verdict};

/// What kind of answer an error is. "No", "not enough" and "cannot tell" are three.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// The answer is no: altered, inconsistent, forked.
    No,
    /// What was asked cannot be asked so.
    Usage,
    /// Cannot tell: unreadable, not of this format, made by a newer version.
    CannotTell,
    /// Genuine, but not sufficient.
    Insufficient,
    /// The ledger refuses it.
    Refused,
    /// What was handed in cannot be used.
    Input,
    /// Disk or network failed.
    Disk,
    /// There is no ledger here.
    NoLedger,
    /// Another writer holds the ledger.
    Locked,
}

impl Kind {
    /// That of a refusal under a code. What a newer version made, this one can neither take nor refuse.
    pub fn of_refusal(code: Code) -> Self {
        if code == Code::R36 { Self::CannotTell } else { Self::Refused }
    }
}

/// The code of a file that is not in its format, which may have been before a program changed it on its way.
pub fn changed(change: Option<TransferChange>) -> Code {
    change.map_or(Code::U3, |_| Code::V29)
}

/// The code of what a store could not do.
pub fn store_code(error: &StoreError) -> Code {
    match error {
        StoreError::Exists(_) => Code::U5,
        StoreError::NoLedger(_) => Code::V18,
        StoreError::Locked(_) | StoreError::LockRemoved => Code::U7,
        StoreError::NotAsLeft(_) => Code::U14,
        StoreError::ReadOnly(faults) => faults.first().map_or(Code::V1, Fault::code),
        StoreError::Contradicted(_) => Code::V24,
        StoreError::NotWitnessed => Code::V13,
        StoreError::Restored => Code::U13,
        StoreError::NotTheLogKey => Code::R38,
        StoreError::Founding(refusal) => refusal.code(),
        StoreError::StandsBy => Code::U28,
        StoreError::Replica(error) => error.code(),
        StoreError::Io { .. }
        | StoreError::Poisoned
        | StoreError::Seal
        | StoreError::IndexHeld
        | StoreError::NotFound(_)
        | StoreError::Index(_) => Code::U2,
    }
}

/// The kind of what a store could not do.
pub fn store_kind(error: &StoreError) -> Kind {
    match error {
        StoreError::Exists(_) => Kind::Input,
        StoreError::NoLedger(_) => Kind::NoLedger,
        StoreError::Locked(_) | StoreError::LockRemoved | StoreError::NotAsLeft(_) | StoreError::StandsBy => {
            Kind::Locked
        }
        StoreError::ReadOnly(faults) => faults.iter().map(Fault::verdict).max().unwrap_or(Verdict::Failed).into(),
        StoreError::Contradicted(_) => Kind::No,
        StoreError::NotWitnessed => Kind::Insufficient,
        StoreError::Founding(refusal) => Kind::of_refusal(refusal.code()),
        StoreError::Replica(error) => replica_kind(error),
        StoreError::Restored | StoreError::NotTheLogKey => Kind::Refused,
        StoreError::Io { source, .. } => io_kind(source),
        StoreError::Poisoned
        | StoreError::Seal
        | StoreError::IndexHeld
        | StoreError::Index(_)
        | StoreError::NotFound(_) => Kind::Disk,
    }
}

/// The kind of why a replica does not let a writer go on.
fn replica_kind(error: &ReplicaError) -> Kind {
    match error {
        ReplicaError::Taken { .. } => Kind::Locked,
        ReplicaError::Silent { .. } | ReplicaError::Refused { .. } => Kind::Disk,
        ReplicaError::Other { .. } => Kind::No,
        ReplicaError::Address(_) => Kind::Input,
        ReplicaError::Needed => Kind::Usage,
        ReplicaError::Unfit(_) | ReplicaError::Lost { .. } | ReplicaError::NotThis { .. } => Kind::Refused,
    }
}

/// The kind of why a mirror is not filled.
pub fn shelf_kind(error: &ShelfError) -> Kind {
    match error {
        ShelfError::NotOpened(_) | ShelfError::NoMirror { .. } | ShelfError::Garbled { .. } => Kind::Input,
        ShelfError::Silent { .. } | ShelfError::Refused { .. } => Kind::Disk,
        // It may be damaged, or another version of the program made it, or a newer state of the log explains it: the log is
        // accused of nothing.
        ShelfError::Other { .. } | ShelfError::OtherKey { .. } => Kind::CannotTell,
    }
}

/// A name that leads nowhere is the caller's; everything else is the disk's.
pub fn io_kind(error: &io::Error) -> Kind {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::IsADirectory | ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            Kind::Input
        }
        _ => Kind::Disk,
    }
}

/// The kind of why a kit cannot be used.
pub fn kit_kind(error: &KitError) -> Kind {
    match error {
        KitError::NotTaken(fault) => fault.verdict().into(),
        _ => error.newer().map_or(Kind::Input, |_| Kind::CannotTell),
    }
}

/// The kind of why a draft is not made.
pub fn draft_kind(error: &DraftError) -> Kind {
    match error {
        DraftError::NoMembers | DraftError::NoCheckpoint(_) => Kind::Input,
        _ => Kind::Usage,
    }
}

impl From<Verdict> for Kind {
    /// The answer that a verdict other than "verified" is.
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Insufficient => Self::Insufficient,
            Verdict::Unreadable => Self::CannotTell,
            Verdict::Verified | Verdict::Failed => Self::No,
        }
    }
}
