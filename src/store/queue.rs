//! Many submitters, one writer: whatever waits is taken in one turn, so that a hundred commissions share one sync.

use std::convert::Infallible;
use std::thread::JoinHandle;

use crossbeam_channel::{Receiver, Sender, bounded, select_biased, unbounded};

use super::error::StoreError;
use super::journal::disk::Disk;
use super::writer::{SubmissionAnswer, Writer};
use crate::domain::time::Millis;
use crate::ledger::entry::ParallelMap;
use crate::ledger::files::frame::FRAME_EVENTS_MAX;
use crate::ledger::submission::SignedStatement;

/// How many submissions may wait before a submitter waits too: sixteen turns.
const WAITING_MAX: usize = 16 * FRAME_EVENTS_MAX;

/// The end of a queue that submitters hold. Clone it freely; the writer ends when all are gone.
#[derive(Clone, Debug)]
pub struct Queue {
    waiting: Sender<Waiting>,
    ended: Receiver<Infallible>,
}

/// The answer to come.
#[derive(Debug)]
pub struct Ticket {
    answer: Receiver<SubmissionAnswer>,
    /// Closes when the writer ends. A submission that it never took would else wait for as long as the queue lives.
    ended: Receiver<Infallible>,
}

struct Waiting {
    submission: SignedStatement,
    answer: Sender<SubmissionAnswer>,
}

/// The writer is gone: its disk failed, or it was ended. Whether the submission is in is not known; hand it in again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the writer has ended; hand the submission in again")]
pub struct WriterEnded;

impl Queue {
    /// Starts a writer on a thread of its own. The thread hands the writer back when all queues are gone.
    pub fn start<D, M>(
        mut writer: Writer<D>,
        map: M,
        clock: impl Fn() -> Millis + Send + 'static,
    ) -> (Self, JoinHandle<Result<Writer<D>, StoreError>>)
    where
        D: Disk + Send + 'static,
        M: ParallelMap + Send + 'static,
    {
        let (sender, receiver) = bounded::<Waiting>(WAITING_MAX);
        let (running, ended) = bounded(0);
        let thread = std::thread::spawn(move || {
            let _running = running;
            while let Ok(first) = receiver.recv() {
                let turn: Vec<_> = std::iter::once(first).chain(receiver.try_iter()).take(FRAME_EVENTS_MAX).collect();
                let (submissions, askers): (Vec<_>, Vec<_>) =
                    turn.into_iter().map(|waiting| (waiting.submission, waiting.answer)).unzip();
                let answers = writer.commit(submissions, clock(), &map)?;
                // Whoever does not wait for the answer any more can ask again: the statement is in once.
                askers.into_iter().zip(answers).for_each(|(asker, answer)| drop(asker.send(answer)));
            }
            Ok(writer)
        });
        (Self { waiting: sender, ended }, thread)
    }

    /// Hands in a submission.
    ///
    /// # Errors
    /// [`WriterEnded`].
    pub fn submit(&self, submission: SignedStatement) -> Result<Ticket, WriterEnded> {
        let (answer, ticket) = unbounded();
        self.waiting.send(Waiting { submission, answer }).map_err(|_| WriterEnded)?;
        Ok(Ticket { answer: ticket, ended: self.ended.clone() })
    }
}

impl Ticket {
    /// Waits for the answer: it comes when the submission is durable and sealed.
    ///
    /// # Errors
    /// [`WriterEnded`].
    pub fn wait(self) -> Result<SubmissionAnswer, WriterEnded> {
        select_biased! {
            recv(self.answer) -> answer => answer.map_err(|_| WriterEnded),
            // It may have answered just before it ended.
            recv(self.ended) -> _ => self.answer.try_recv().map_err(|_| WriterEnded),
        }
    }
}
