//! Why an operation did not do what was asked: domain values and a stable code, and no words. The program makes a
//! sentence, what to do and an exit code of it, a server a status.

mod clock;
mod compare;
mod found;
mod kind;
mod proof;
mod query;
mod receipt;
mod rehearse;
mod source;
mod takeover;
mod tiles;
mod told;
mod verify;
mod witness;

use std::io;
use std::path::PathBuf;

pub use self::clock::ClockDoubt;
pub use self::compare::{CompareError, NotAState};
pub use self::found::FoundError;
pub use self::kind::Kind;
use self::kind::{draft_kind, kit_kind, shelf_kind, store_code, store_kind};
pub use self::proof::ProofError;
pub use self::query::QueryError;
pub use self::receipt::{Broken, ReceiptError};
pub use self::rehearse::RehearseError;
pub use self::source::{SourceError, gravest};
pub use self::takeover::TakeoverError;
pub use self::tiles::TilesFlaw;
pub use self::told::Told;
pub use self::verify::VerifyError;
pub use self::witness::WitnessError;
use crate::clerk::error::{DraftError, KitError};
use crate::crypto::transfer::TransferChange;
use crate::crypto::vkey::VerifierKeyError;
use crate::domain::code::Code;
use crate::domain::number::Sequence;
use crate::domain::protocol::Attachment;
use crate::intake::error::InputError;
use crate::ledger::note::cosignature::{CosignatureRefusal, NotSignatureLines};
use crate::ledger::note::policy::PolicyError;
use crate::store::error::{Doing, Refusal, StoreError};
use crate::store::shelf::ShelfError;
use crate::store::witness::witnessed::NotWitnessed;

/// Why an operation did not do what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The store could not; `place` is the ledger, or the log that is read.
    #[error("{place}: {error}", place = .place.display())]
    Store {
        /// Which ledger or log.
        place: PathBuf,
        /// What the store could not do.
        error: Box<StoreError>,
    },
    /// The ledger refuses a submission.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// A policy cannot be read.
    #[error("{file}: {error}", file = .file.display())]
    Policy {
        /// The file of the policy.
        file: PathBuf,
        /// Why, and in which line.
        error: PolicyError,
    },
    /// A policy names a witness under what is no address.
    #[error("{file}: {address:?} is no address of a witness", file = .file.display())]
    WitnessAddress {
        /// The file of the policy.
        file: PathBuf,
        /// What stands where a witness's address belongs.
        address: String,
    },
    /// What is kept about the witnesses is damaged.
    #[error("{error}")]
    Witnessed {
        /// The ledger whose file it is.
        ledger: PathBuf,
        /// Where in the file.
        error: NotWitnessed,
    },
    /// Something is at the place of a file already.
    #[error("{} exists already", .0.display())]
    Exists(PathBuf),
    /// A file is longer than any that is read whole.
    #[error("{} is too large", .0.display())]
    TooLarge(PathBuf),
    /// A file that ought to be UTF-8 text is none.
    #[error("{} is not UTF-8 text", .file.display())]
    NotText {
        /// The file that is not UTF-8.
        file: PathBuf,
        /// The first line that is none, from 1.
        line: u64,
    },
    /// `log.vkey` holds no verifier key.
    #[error("{file}: {error}", file = .file.display())]
    LogVkey {
        /// The file that should hold the log's key.
        file: PathBuf,
        /// Why it is no verifier key.
        error: VerifierKeyError,
    },
    /// A scan that a submission names is not there, or another file has its name.
    #[error("{} is not in {}", .attachment.name, .folder.display())]
    Scan {
        /// The attachment that the statement names.
        attachment: Box<Attachment>,
        /// Where it was looked for.
        folder: PathBuf,
        /// What stands in its place.
        found: ScanFound,
    },
    /// Cosignatures that were handed in do not count.
    #[error("{}: the cosignature does not count", .file.display())]
    Cosignature {
        /// The file that the operator named.
        file: PathBuf,
        /// Why none of its lines is added.
        error: CosignatureError,
    },
    /// A place holds another log, or another state of this one.
    #[error("{} holds another log or state", .0.display())]
    OtherLog(PathBuf),
    /// A file is no seal, be it a damaged one.
    #[error("{} is no seal", .0.display())]
    NotASeal(PathBuf),
    /// A submission is in, and its receipt is not written.
    #[error("event {sequence} is in, and its receipt is not written: {why}")]
    NotKept {
        /// The event's place in the log.
        sequence: Sequence,
        /// Why its receipt is not written.
        why: Box<Error>,
    },
    /// The writer does not believe its clock.
    #[error(transparent)]
    Clock(#[from] ClockDoubt),
    /// A ledger could not be founded.
    #[error(transparent)]
    Found(#[from] FoundError),
    /// A log that somebody points at cannot be read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// A receipt could not be made.
    #[error(transparent)]
    Receipt(#[from] ReceiptError),
    /// A folder could not be rehearsed.
    #[error(transparent)]
    Rehearse(#[from] RehearseError),
    /// Tables of an election folder are wrong; told in the order in which they were found.
    #[error("a table of the election folder is wrong")]
    Tables(Vec<InputError>),
    /// A kit cannot be used.
    #[error(transparent)]
    Kit(#[from] KitError),
    /// A draft is not filled in.
    #[error(transparent)]
    Draft(#[from] DraftError),
    /// A look-up finds nothing.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// A file cannot be verified.
    #[error(transparent)]
    Verify(#[from] VerifyError),
    /// A witness does not cosign.
    #[error(transparent)]
    Witness(Box<WitnessError>),
    /// Two states of a log are not compared.
    #[error(transparent)]
    Compare(#[from] CompareError),
    /// Numbers are not proved.
    #[error(transparent)]
    Proof(#[from] ProofError),
    /// A machine did not take over.
    #[error(transparent)]
    Takeover(#[from] TakeoverError),
    /// What readers ask for is not on its shelf.
    #[error(transparent)]
    Mirror(#[from] ShelfError),
    /// A part of a service panicked: a defect of the program's own.
    #[error("a part of the program ended by a defect of its own")]
    Defect,
    /// A service did not take a submission.
    #[error(transparent)]
    Told(Box<Told>),
}

/// What stands where a scan was looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScanFound {
    /// No file of that name.
    Nothing,
    /// A file with other bytes.
    Other,
}

/// Why cosignatures that were handed in do not count.
#[derive(Debug)]
#[non_exhaustive]
pub enum CosignatureError {
    /// They cannot be read as lines of a note.
    Malformed(NotSignatureLines),
    /// They could be, before a program changed them on their way.
    Changed(TransferChange),
    /// One is of another checkpoint, or false.
    Refused(CosignatureRefusal),
    /// None is of a witness of the policy.
    OfNobody,
}

impl From<Vec<InputError>> for Error {
    fn from(errors: Vec<InputError>) -> Self {
        Self::Tables(errors)
    }
}

impl From<WitnessError> for Error {
    fn from(error: WitnessError) -> Self {
        Self::Witness(Box::new(error))
    }
}

impl Error {
    /// What the store could not do at a place.
    pub fn store(place: impl Into<PathBuf>) -> impl FnOnce(StoreError) -> Self {
        let place = place.into();
        move |error| Self::Store { place, error: Box::new(error) }
    }

    /// What kept a ledger from being read: that it does not verify is told as of a published log.
    pub fn reading(place: impl Into<PathBuf>) -> impl FnOnce(StoreError) -> Self {
        let place = place.into();
        move |error| match error {
            StoreError::ReadOnly(faults) if !faults.is_empty() => {
                SourceError::NotVerified { place: place.display().to_string(), faults }.into()
            }
            error => Self::store(place)(error),
        }
    }

    /// What the system would not do with a file.
    pub fn io(what: Doing, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::store(path.clone())(StoreError::Io { what, path, source })
    }

    /// The stable code that people quote.
    pub fn code(&self) -> Code {
        match self {
            Self::Store { error, .. } => store_code(error),
            Self::Refused(refusal) => refusal.code(),
            Self::Policy { .. }
            | Self::WitnessAddress { .. }
            | Self::Witnessed { .. }
            | Self::NotText { .. }
            | Self::LogVkey { .. }
            | Self::TooLarge(_)
            | Self::NotASeal(_) => Code::U3,
            Self::Cosignature { error: CosignatureError::Changed(_), .. } => Code::V29,
            Self::Cosignature { .. } => Code::U3,
            Self::Exists(_) => Code::U5,
            Self::Scan { found: ScanFound::Nothing, .. } => Code::U10,
            Self::Scan { found: ScanFound::Other, .. } => Code::U11,
            Self::OtherLog(_) => Code::V24,
            Self::Clock(_) => Code::U15,
            Self::NotKept { .. } => Code::U17,
            Self::Found(error) => error.code(),
            Self::Source(error) => error.code(),
            Self::Receipt(error) => error.code(),
            Self::Rehearse(error) => error.code(),
            Self::Tables(errors) => errors.first().map_or(Code::U4, |error| error.code),
            Self::Kit(error) => error.code(),
            Self::Draft(error) => error.code(),
            Self::Query(error) => error.code(),
            Self::Verify(error) => error.code(),
            Self::Witness(error) => error.code(),
            Self::Compare(error) => error.code(),
            Self::Proof(error) => error.code(),
            Self::Takeover(error) => error.code(),
            Self::Mirror(error) => error.code(),
            Self::Defect => Code::U22,
            Self::Told(told) => told.code,
        }
    }

    /// Whether whoever follows a log asks again, as [`SourceError::is_passing`] says.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Source(error) => error.is_passing(),
            Self::Mirror(error) => matches!(error, ShelfError::Silent { .. }),
            _ => false,
        }
    }

    /// What kind of answer it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Store { error, .. } => store_kind(error),
            Self::Refused(refusal) => Kind::of_refusal(refusal.code()),
            Self::Scan { .. } | Self::Clock(_) => Kind::Refused,
            Self::Policy { .. }
            | Self::WitnessAddress { .. }
            | Self::NotText { .. }
            | Self::LogVkey { .. }
            | Self::Exists(_)
            | Self::TooLarge(_)
            | Self::Tables(_)
            | Self::NotASeal(_) => Kind::Input,
            Self::Cosignature { error: CosignatureError::Changed(_), .. } | Self::Witnessed { .. } | Self::Defect => {
                Kind::CannotTell
            }
            Self::Cosignature { .. } => Kind::Input,
            Self::NotKept { .. } => Kind::Disk,
            Self::OtherLog(_) => Kind::No,
            Self::Found(error) => error.kind(),
            Self::Source(error) => error.kind(),
            Self::Receipt(error) => error.kind(),
            Self::Rehearse(error) => error.kind(),
            Self::Kit(error) => kit_kind(error),
            Self::Draft(error) => draft_kind(error),
            Self::Query(error) => error.kind(),
            Self::Verify(error) => error.kind(),
            Self::Witness(error) => error.kind(),
            Self::Compare(error) => error.kind(),
            Self::Proof(error) => error.kind(),
            Self::Takeover(error) => error.kind(),
            Self::Mirror(error) => shelf_kind(error),
            Self::Told(told) => told.kind(),
        }
    }
}
