//! Why the state of a witness cannot be used, so that it never cosigns from the wrong one.

use super::super::error::StoreError;

/// Why a witness's state cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WitnessStateError {
    /// The disk failed, or another process holds the state or the key.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The state, or the mark, is of another key or another name.
    #[error("{file} is of the witness {found}, and the key and name are {given}")]
    OtherWitness {
        /// The file that says so.
        file: String,
        /// The key that the state is bound to.
        found: String,
        /// The key that the operator gave.
        given: String,
    },
    /// A file is damaged.
    #[error("{file}: {why}")]
    Damaged {
        /// The file that cannot be believed.
        file: String,
        /// What is wrong with it.
        why: StateFlaw,
    },
    /// The mark knows more than the state: the state is an older copy.
    #[error("the state knows less than {0}: it is an older copy, or another folder than the last time")]
    Older(String),
    /// The state knows more than one cosignature more than the mark.
    #[error("the state knows more than {0}: it was used without this mark, or the mark is an older copy")]
    Newer(String),
    /// The state was used, and there is no mark beside the key.
    #[error("the state was used, and {0} is missing")]
    Unmarked(String),
    /// An earlier write failed.
    #[error("an earlier write failed; the state must be read again")]
    Failed,
}

/// What is wrong with a file of a witness's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StateFlaw {
    /// The mark beside the key is none.
    #[error("not a witness's mark")]
    Mark,
    /// A log of it signs with more keys than evidence may name.
    #[error("the log signs with too many keys")]
    Keys,
    /// The file is gone from a state that was used.
    #[error("missing, and the state was used")]
    Missing,
    /// It does not hold what was cosigned last of a log.
    #[error("not the number of a cosignature above a checkpoint")]
    Form,
    /// Another witness cosigned what it holds.
    #[error("the cosignature is not this witness's")]
    NotThisWitness,
    /// Another file is of the same log, or has the same number.
    #[error("two files claim to be one log's, or one cosignature")]
    Twice,
}
