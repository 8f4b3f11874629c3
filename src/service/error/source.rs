//! Why a log that somebody points at cannot be read.

use std::io;
use std::path::PathBuf;

use super::kind::{Kind, store_code, store_kind};
use crate::domain::code::Code;
use crate::remote::http::HttpError;
use crate::store::error::StoreError;
use crate::verify::fault::{Fault, Verdict};

/// Why a log that somebody points at cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SourceError {
    /// A file of it cannot be read: nothing can be told of it.
    #[error("{place}: {error}", place = .place.display())]
    Unreadable {
        /// Where the log is.
        place: PathBuf,
        /// Why its files cannot be had.
        error: Box<StoreError>,
    },
    /// A ledger does not give what it would publish.
    #[error(transparent)]
    Ledger(StoreError),
    /// A file is neither a log in a tar nor a receipt.
    #[error("{} is neither a published log nor a receipt", .0.display())]
    NeitherLogNorReceipt(PathBuf),
    /// A file cannot be read as a tar.
    #[error("{path} cannot be read as a tar: {error}", path = .path.display())]
    NotATar {
        /// The file that is no tar.
        path: PathBuf,
        /// What the system, or the tar's reader, says.
        error: io::Error,
    },
    /// There is neither a checkpoint nor a log's key.
    #[error("{0} is no published log")]
    NoLog(String),
    /// It was read and does not verify: nothing that it says is told.
    #[error("{place} does not verify")]
    NotVerified {
        /// Where the log is, as the user named it.
        place: String,
        /// What is wrong; never empty.
        faults: Vec<Fault>,
    },
    /// A server did not give it.
    #[error(transparent)]
    Remote(#[from] HttpError),
}

impl SourceError {
    /// The stable code that people quote.
    pub fn code(&self) -> Code {
        match self {
            Self::Unreadable { error, .. } => store_code(error),
            Self::NotVerified { faults, .. } => gravest(faults).map_or(Code::V9, Fault::code),
            Self::Ledger(_) | Self::Remote(HttpError::Unreachable { .. }) => Code::U2,
            Self::NeitherLogNorReceipt(_) | Self::NotATar { .. } | Self::NoLog(_) => Code::U3,
            Self::Remote(HttpError::NotAUrl(_)) => Code::U1,
            Self::Remote(HttpError::NotTheFile { .. }) => Code::U16,
            Self::Remote(_) => Code::U2,
        }
    }

    /// What kind of answer it is: what cannot be read is no input that somebody mistyped.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Unreadable { error, .. } => match store_kind(error) {
                Kind::Input => Kind::CannotTell,
                kind => kind,
            },
            Self::NotVerified { faults, .. } => gravest(faults).map_or(Kind::No, |fault| fault.verdict().into()),
            Self::NeitherLogNorReceipt(_) | Self::NotATar { .. } | Self::NoLog(_) => Kind::CannotTell,
            Self::Remote(HttpError::NotTheFile { .. }) => Kind::CannotTell,
            Self::Remote(HttpError::NotAUrl(_)) => Kind::Usage,
            Self::Ledger(_) | Self::Remote(_) => Kind::Disk,
        }
    }

    /// Whether whoever follows a log that could be read asks again: nobody answered, or something of it is not there
    /// yet. A "no" stays one.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Remote(error) => !matches!(error, HttpError::NotAUrl(_)),
            Self::NotVerified { faults, .. } => faults.iter().map(Fault::verdict).max() == Some(Verdict::Insufficient),
            Self::NoLog(_) => true,
            Self::Unreadable { .. } | Self::Ledger(_) | Self::NeitherLogNorReceipt(_) | Self::NotATar { .. } => false,
        }
    }
}

/// The first of the faults that decide the verdict; of a log that is not trusted, that: nothing of it was read.
pub fn gravest(faults: &[Fault]) -> Option<&Fault> {
    if let Some(fault) = faults.iter().find(|fault| fault.code() == Code::V12) {
        return Some(fault);
    }
    let verdict = faults.iter().map(Fault::verdict).max();
    faults.iter().find(|fault| Some(fault.verdict()) == verdict)
}
