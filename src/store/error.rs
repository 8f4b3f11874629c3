//! Why the store could not do something. Nothing that was acknowledged is lost by any of these.

use std::io;
use std::path::PathBuf;

use super::replica::error::ReplicaError;
use crate::domain::number::{Sequence, Size};
use crate::domain::rejection::Rejection;
use crate::ledger::note::policy::WitnessName;
use crate::ledger::submission::SubmissionError;
use crate::verify::fault::Fault;

/// Why a ledger could not be founded, opened or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is something at the place already.
    #[error("{} exists already", .0.display())]
    Exists(PathBuf),
    /// There is no ledger at the place.
    #[error("{} is no ledger", .0.display())]
    NoLedger(PathBuf),
    /// Another process holds the ledger for writing.
    #[error("the ledger is held by {0}")]
    Locked(LockHolder),
    /// Another process holds the seal, and the file that names it was taken away.
    #[error("the ledger is held by a process that nothing names any more")]
    LockRemoved,
    /// A file of the ledger is not as this writer left it: somebody else wrote, or put another file there.
    #[error("{0} is not as this writer left it")]
    NotAsLeft(String),
    /// The system would not read or write a file.
    #[error("{what} {}: {source}", .path.display())]
    Io {
        /// What was being done.
        what: Doing,
        /// The file that it was about.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The journal or the seal is damaged before the last checkpoint: the ledger can only be read.
    #[error("the ledger is damaged and can only be read")]
    ReadOnly(Vec<Fault>),
    /// Neither the embedded store nor the journal has an event that is in the ledger.
    #[error("event {0} is found neither in the embedded store nor in the journal")]
    NotFound(Sequence),
    /// A witness knows another history of the log, or a longer one.
    #[error("{0}")]
    Contradicted(Contradiction),
    /// Fewer witnesses answered than the policy asks for, and before they do nothing is signed.
    #[error("the policy's quorum of witnesses has not answered")]
    NotWitnessed,
    /// The ledger was restored, and its log signs nothing more here.
    #[error("the ledger was restored and is only read")]
    Restored,
    /// The key is not the log's.
    #[error("this is not the key of the log")]
    NotTheLogKey,
    /// An earlier write failed: what is on the disk must be read again.
    #[error("an earlier write failed; the ledger must be opened again")]
    Poisoned,
    /// The founding submission is refused.
    #[error("the founding act is refused: {0}")]
    Founding(#[from] Refusal),
    /// The checkpoint does not fit a slot of the seal, or cannot be signed under the log's name.
    #[error("the checkpoint cannot be sealed")]
    Seal,
    /// It stands by: another machine writes, and this one follows.
    #[error("this machine stands by and writes nothing")]
    StandsBy,
    /// The replica does not let the writer go on.
    #[error(transparent)]
    Replica(#[from] ReplicaError),
    /// Another process has the embedded store open.
    #[error("another process has the embedded store open")]
    IndexHeld,
    /// The embedded store failed.
    #[error("the embedded store: {0}")]
    Index(IndexFault),
}

/// What is wrong with the embedded store, or with what was read by way of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IndexFault {
    /// Its library failed, in the library's words.
    #[error("{0}")]
    Library(String),
    /// The system grants none of the threads that its library needs.
    #[error("the system grants no thread")]
    NoThread,
    /// It names no event at a place that the ledger covers.
    #[error("event {0} is not there")]
    Missing(Sequence),
    /// An envelope that it leads to has another hash than the journal's reader knew.
    #[error("an envelope is not what it was")]
    Envelope,
    /// A protocol of the read model is not the one that its event states.
    #[error("the protocol of event {0} is not what was signed")]
    Protocol(Sequence),
    /// The envelopes that it leads to are not those of the checkpoint.
    #[error("the events do not give the root of the checkpoint")]
    Root,
}

/// What was being done with a file when the system failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is what it says")]
pub enum Doing {
    Read,
    ReadFolder,
    Write,
    Create,
    Make,
    Cut,
    Keep,
    Lock,
    Protect,
    SetAside,
}

/// As a developer reads it in a log; people are told it in their language.
impl std::fmt::Display for Doing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Read => "cannot read",
            Self::ReadFolder => "cannot read the folder",
            Self::Write => "cannot write",
            Self::Create => "cannot create",
            Self::Make => "cannot make",
            Self::Cut => "cannot cut",
            Self::Keep => "cannot keep",
            Self::Lock => "cannot lock",
            Self::Protect => "cannot protect",
            Self::SetAside => "cannot set aside",
        })
    }
}

/// A witness knows a history of the log that is not the one here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Contradiction {
    /// It has cosigned more than there is here.
    #[error("{witness} has cosigned size {holds} of this log, and here it has {ours}")]
    Ahead {
        /// The witness that holds more.
        witness: WitnessName,
        /// The size that it cosigned.
        holds: Size,
        /// The size of the log here.
        ours: Size,
    },
    /// It has cosigned another history.
    #[error("{witness} has cosigned another history of this log: this one does not grow from size {from}")]
    OtherHistory {
        /// The witness that holds another history.
        witness: WitnessName,
        /// The size from which it finds no growth.
        from: Size,
    },
}

/// Who holds a ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockHolder {
    /// The number of the process.
    pub process: String,
    /// What it does: a verb, or `reads`.
    pub doing: String,
}

impl std::fmt::Display for LockHolder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "process {} ({})", self.process, self.doing)
    }
}

impl StoreError {
    /// Names what was being done with which file; an error that names its [own](InFile) is about that one.
    pub fn io(what: Doing, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| match InFile::of(source) {
            Ok(InFile { file, source }) => Self::Io { what, path: file.into(), source },
            Err(source) => Self::Io { what, path, source },
        }
    }
}

/// An error of the system about one of several files that are read as one.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {source}")]
pub struct InFile {
    file: String,
    source: io::Error,
}

impl InFile {
    /// The error, naming its file.
    pub fn error(file: &str, source: io::Error) -> io::Error {
        io::Error::new(source.kind(), Self { file: file.to_owned(), source })
    }

    /// The file and what the system said of it; the error itself where it names no file.
    fn of(error: io::Error) -> Result<Self, io::Error> {
        error.downcast()
    }
}

/// Why a submission was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Its bytes, keys or signatures are wrong.
    #[error(transparent)]
    Bytes(#[from] SubmissionError),
    /// It is not admissible.
    #[error("{}", .0.code())]
    Rule(Rejection),
}

impl Refusal {
    /// The stable code that people quote.
    pub fn code(&self) -> crate::domain::code::Code {
        match self {
            Self::Bytes(error) => error.code(),
            Self::Rule(rejection) => rejection.code(),
        }
    }
}
