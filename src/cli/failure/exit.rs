//! The exit codes, and which answer has which.

use std::process::ExitCode;

use crate::service::error::Kind;
use crate::verify::fault::Verdict;

/// The exit codes of the program, stable for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// The verb did what it was asked, or the verifier found nothing wrong.
    Done = 0,
    /// The answer is no.
    No = 1,
    /// The arguments are wrong: nothing was read or written.
    Usage = 2,
    /// The verifier cannot tell: something cannot be read, or a newer version made it.
    CannotTell = 3,
    /// Genuine but not sufficient.
    Insufficient = 4,
    /// A draft has findings.
    Findings = 5,
    /// Refused by the ledger.
    Refused = 6,
    /// A bad input file.
    Input = 7,
    /// Disk or network failed.
    Disk = 8,
    /// There is no ledger at the place that was named.
    NoLedger = 10,
    /// Another writer holds the ledger.
    Locked = 11,
    /// The passphrase is wrong.
    Passphrase = 12,
    /// The operator interrupted it: 128 and the number of SIGINT.
    Interrupted = 130,
}

impl Exit {
    /// Of several papers' answers, which one a run ends with: a fork before a disk that failed, then what the ledger
    /// refuses, what is no paper, what cannot be told, what does not add up.
    pub fn gravity(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Findings => 1,
            Self::Insufficient => 2,
            Self::CannotTell => 3,
            Self::Input => 4,
            Self::Refused => 5,
            Self::Usage | Self::NoLedger | Self::Locked | Self::Passphrase => 6,
            Self::Disk => 7,
            Self::No => 8,
            Self::Interrupted => 9,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

impl From<Verdict> for Exit {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Verified => Self::Done,
            Verdict::Insufficient => Self::Insufficient,
            Verdict::Unreadable => Self::CannotTell,
            Verdict::Failed => Self::No,
        }
    }
}

impl From<Kind> for Exit {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::No => Self::No,
            Kind::Usage => Self::Usage,
            Kind::CannotTell => Self::CannotTell,
            Kind::Insufficient => Self::Insufficient,
            Kind::Refused => Self::Refused,
            Kind::Input => Self::Input,
            Kind::Disk => Self::Disk,
            Kind::NoLedger => Self::NoLedger,
            Kind::Locked => Self::Locked,
        }
    }
}
