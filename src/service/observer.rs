//! Who is told what happens while an operation is under way. What is told is no result: an operation that nobody
//! observes gives the same one.

use std::path::Path;
use std::time::Duration;

use crate::crypto::vkey::VerifierKey;
use crate::domain::number::Size;
use crate::ledger::note::policy::WitnessName;
use crate::rehearsal::PhaseKind;
use crate::remote::asking::{AskingOutcome, Misbehaviour};
use crate::remote::http::HttpError;
use crate::store::error::StoreError;
use crate::store::open::Recovery;
use crate::store::read::ReadNotice;
use crate::verify::report::Trust;

/// A stretch of work that takes its time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Work {
    /// A ledger is read.
    Reading,
    /// A ledger is opened to write: replayed and compared.
    Opening,
    /// The verifier replays events.
    Verifying,
    /// A log is read to be compared.
    Comparing,
    /// A log is written as static files.
    Publishing,
    /// Submissions are handed in over the network.
    HandingIn,
    /// A phase of a rehearsal is recorded.
    Recording(PhaseKind),
}

/// Something that is worth telling and changes nothing.
#[derive(Debug)]
#[non_exhaustive]
pub enum Notice<'a> {
    /// A ledger was opened to write; recovery may have found something.
    Opened(&'a Recovery),
    /// A server is busy or gone for a moment: it is asked again after a pause.
    AskedAgain {
        /// What it answered, or why it did not.
        error: &'a HttpError,
        /// How long the pause is.
        pause: Duration,
    },
    /// What a reader is told of the ledger itself.
    Read(ReadNotice),
    /// A ledger is read without a policy: this key was believed, which is its own.
    Believed(&'a VerifierKey),
    /// A published log was verified before it is read.
    Verified {
        /// The size of its checkpoint.
        size: Size,
        /// Whose word the checkpoint is taken on.
        trust: Trust,
    },
    /// What is sealed could not be published; the next writer makes up for it.
    NotPublished(&'a str),
    /// The ledger is written with a replica, and no witness is asked: a replica that was brought back to an older state would not be
    /// noticed.
    ReplicaUnwitnessed,
    /// The policy that was handed in is kept with the ledger from now on.
    PolicyKept(&'a Path),
    /// What a witness did instead of cosigning.
    Witness(&'a WitnessName, Silence<'a>),
    /// What the witnesses cosigned could not be kept.
    NotRemembered(&'a StoreError),
    /// The quorum is met, and would not be without this one.
    QuorumThin {
        /// How many witnesses cosigned.
        heard: usize,
        /// How many the policy names.
        all: usize,
        /// Without whom it would not be met.
        without: &'a WitnessName,
    },
}

/// Why a witness's cosignature is not there.
#[derive(Debug)]
pub enum Silence<'a> {
    /// It did not answer in time.
    Late,
    /// It has forgotten what it cosigned.
    RolledBack {
        /// What it says it holds.
        holds: Size,
        /// What it had cosigned.
        cosigned: Size,
    },
    /// It does not watch this log.
    NotRegistered,
    /// It answered something that no witness may answer.
    Misbehaved(&'a Misbehaviour),
    /// It could not be reached.
    Unreachable(&'a HttpError),
}

impl<'a> Silence<'a> {
    /// What a witness did instead of cosigning; none where it cosigned, or contradicts the log, which is no silence.
    pub fn of(outcome: &'a AskingOutcome) -> Option<Self> {
        match outcome {
            AskingOutcome::Cosigned { .. } | AskingOutcome::Ahead { .. } | AskingOutcome::OtherHistory { .. } => None,
            &AskingOutcome::RolledBack { holds, cosigned } => Some(Self::RolledBack { holds, cosigned }),
            AskingOutcome::NotRegistered => Some(Self::NotRegistered),
            AskingOutcome::Misbehaved(how) => Some(Self::Misbehaved(how)),
            AskingOutcome::Unreachable(error) => Some(Self::Unreachable(error)),
        }
    }
}

/// Whoever listens. Each method may do nothing.
pub trait Observer {
    /// A stretch of work begins; `total` events are expected.
    fn begins(&self, work: Work, total: u64) {
        let _ = (work, total);
    }
    /// So many of its events are done.
    fn reaches(&self, done: u64) {
        let _ = done;
    }
    /// The stretch of work is over, whether it was finished or not.
    fn ends(&self) {}
    /// Something is worth telling.
    fn notices(&self, notice: &Notice<'_>) {
        let _ = notice;
    }
}

/// An observer to whom nothing is told.
#[derive(Clone, Copy, Default, Debug)]
pub struct Nobody;

impl Observer for Nobody {}

/// A stretch of work that is told to an observer until it is dropped.
pub(super) struct Stretch<'a>(&'a dyn Observer);

impl<'a> Stretch<'a> {
    pub fn new(observer: &'a dyn Observer, work: Work, total: Size) -> Self {
        observer.begins(work, total.0);
        Self(observer)
    }

    pub fn reaches(&mut self, done: u64) {
        self.0.reaches(done);
    }
}

impl Drop for Stretch<'_> {
    fn drop(&mut self) {
        self.0.ends();
    }
}
