//! A submission of a queue: as it is handed in, on its way into a ledger here or a service elsewhere, and what became of
//! it.

use super::error::Error;
use super::receipts::shelf::Kept;
use super::scans::{self, Scans, ScansAre};
use crate::domain::protocol::Attachment;
use crate::ledger::submission::SignedStatement;
use crate::store::writer::Accepted;

/// A submission that is handed in.
pub struct HandedIn {
    /// The submission, as the clerk's file has it.
    pub submission: SignedStatement,
    /// Where its scans are.
    pub scans: ScansAre,
}

/// What became of one submission.
#[derive(Debug)]
pub struct Answer {
    /// Its place in the queue.
    pub place: usize,
    /// Whether it is in.
    pub outcome: Result<Accepted, Error>,
    /// Where its receipt is, or why there is none; none where it is not in.
    pub receipt: Option<Result<Kept, Error>>,
    /// How many scans it names.
    pub named: usize,
    /// Which of them the ledger does not have.
    pub owed: Vec<Attachment>,
}

/// A submission on its way.
pub(super) struct Paper {
    pub place: usize,
    pub submission: SignedStatement,
    /// The scans that go with it.
    pub scans: Scans,
    pub named: usize,
    /// The scans that are not there even with them.
    pub owed: Vec<Attachment>,
}

impl Paper {
    /// A submission with its scans, as `look` finds them: those that go with it, and those that are owed then; or its
    /// answer, where they are not there.
    ///
    /// # Errors
    /// [`Error::Store`]: the disk failed.
    pub fn of(
        place: usize,
        handed_in: HandedIn,
        look: impl FnOnce(&[Attachment], &ScansAre) -> Result<(Scans, Vec<Attachment>), Error>,
    ) -> Result<Result<Self, Answer>, Error> {
        let HandedIn { submission, scans } = handed_in;
        let named = scans::named(&submission);
        let bare = Self { place, submission, scans: Scans::default(), named: named.len(), owed: Vec::new() };
        match look(&named, &scans) {
            Ok((scans, owed)) => Ok(Ok(Self { scans, owed, ..bare })),
            Err(error @ Error::Scan { .. }) => Ok(Err(bare.answer(Err(error)))),
            Err(error) => Err(error),
        }
    }

    /// What became of it.
    pub fn answer(self, outcome: Result<Accepted, Error>) -> Answer {
        Answer { place: self.place, outcome, receipt: None, named: self.named, owed: self.owed }
    }
}
