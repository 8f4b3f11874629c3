//! What became of each submission, as it is told.

use std::path::Path;

use super::super::failure::{Exit, Failure};
use super::super::output::Output;
use super::super::words::papers;
use super::queue::Paper;
use crate::ledger::note::policy::Quorum;
use crate::service::error::Error;
use crate::service::paper::Answer;
use crate::service::receipts::shelf::Kept;
use crate::service::submit::Submitted;
use crate::store::writer::{Accepted, AcceptedStatus};
use crate::text::{Fact, Label};
use crate::view::failure::Failed;
use crate::view::submission as view;

/// How far what was handed in is now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Sealed,
    Witnessed,
}

/// Where the answers are told.
pub struct Desk<'a> {
    pub papers: &'a [Paper],
    pub skipped: &'a [String],
    pub drafts: &'a [String],
    pub is_queue: bool,
    pub output: &'a Output,
}

/// What is told so far.
#[derive(Default)]
struct Told {
    answers: Vec<view::Answered>,
    /// Why something was not done as asked; of several the gravest.
    failure: Option<Failure>,
}

impl Told {
    fn failed(&mut self, failure: Failure) {
        let is_graver = |before: &Failure| failure.exit.gravity() > before.exit.gravity();
        if self.failure.as_ref().is_none_or(is_graver) {
            self.failure = Some(failure);
        }
    }
}

impl Desk<'_> {
    /// Tells what became of each submission, also of those that could not be read.
    pub fn tell(&self, submitted: Option<Submitted>, unread: Vec<Failure>) -> Result<Exit, Failure> {
        let (output, mut told) = (self.output, Told::default());
        let (quorum, stopped) = match submitted {
            None => (Ok(Quorum::NoneRequired), None),
            Some(Submitted { answers, quorum, stopped }) => {
                let level = if matches!(quorum, Ok(Quorum::Met)) { Level::Witnessed } else { Level::Sealed };
                answers.into_iter().for_each(|answer| self.tell_one(answer, level, &mut told));
                (quorum, stopped)
            }
        };
        unread.into_iter().for_each(|failure| self.tell_refused(failure, &mut told));
        if matches!(quorum, Ok(Quorum::NotMet)) {
            output.say(say!(output.lang, papers::paper_not_yet_witnessed));
        }
        // What came in is in and told; that the log has two histories comes last, and is the answer.
        let contradicted = quorum.err().map(|error| Failure::store(output.lang, Path::new(""), error));
        let stopped = contradicted.or_else(|| Some(Failure::service(output.lang, stopped?)));
        self.end(told, stopped)
    }

    /// Ends with the answers for a program, and with the gravest of the exit codes. What ended the work is told last.
    fn end(&self, told: Told, stopped: Option<Failure>) -> Result<Exit, Failure> {
        let (output, Told { mut answers, failure }) = (self.output, told);
        let exits = stopped.iter().chain(&failure).map(|failure| failure.exit);
        let exit = exits.max_by_key(|exit| exit.gravity()).unwrap_or(Exit::Done);
        let error = stopped.as_ref().map(Failure::view);
        match &mut answers[..] {
            _ if self.is_queue && output.json => {
                answers.extend(error.map(|error| view::Answered::Refused(Failed { error })));
                let (skipped, drafts) = (self.skipped.to_vec(), self.drafts.to_vec());
                output.value(&view::Submissions { submissions: answers, skipped, drafts });
            }
            [view::Answered::Taken(taken)] if output.json => {
                taken.error = error.or(taken.error.take());
                output.value(taken);
            }
            [] if !self.is_queue => return stopped.or(failure).map_or(Ok(Exit::Done), Err),
            _ => stopped.iter().for_each(|failure| output.failure(failure)),
        }
        Ok(exit)
    }

    fn tell_one(&self, answer: Answer, level: Level, told: &mut Told) {
        let Answer { place, outcome, receipt, named, owed } = answer;
        let paper = &self.papers[place];
        let accepted = match outcome {
            Ok(accepted) => accepted,
            Err(error) => return self.tell_refused(self.failure(paper, error), told),
        };
        let (kept, error) = match receipt {
            Some(Ok(kept)) => {
                let error = kept.contradiction().map(Error::from);
                (Some(kept), error)
            }
            Some(Err(error)) => (None, Some(error)),
            None => (None, None),
        };
        let failure = error.map(|error| self.failure(paper, error));
        let scans = view::Scans::of(named, &owed);
        let taken = self.tell_accepted(paper, &accepted, kept.as_ref(), level);
        if !owed.is_empty() {
            let (paper, names) = (paper.file.display().to_string(), scans.lacking.join(", "));
            let owed = Fact::Owed { owed: owed.len(), named, names: &names, paper: &paper };
            self.output.say(&self.output.fact(owed));
        }
        if !self.output.json {
            failure.iter().for_each(|failure| self.output.failure(failure));
        }
        let taken = taken.with(scans).failing(failure.as_ref().map(Failure::view));
        told.answers.push(view::Answered::Taken(taken));
        failure.into_iter().for_each(|failure| told.failed(failure));
    }

    fn tell_refused(&self, failure: Failure, told: &mut Told) {
        if self.is_queue && self.output.json {
            told.answers.push(view::Answered::Refused(Failed { error: failure.view() }));
        } else if self.is_queue {
            self.output.failure(&failure);
        }
        told.failed(failure);
    }

    fn failure(&self, paper: &Paper, error: Error) -> Failure {
        Failure::service(self.output.lang, error).in_file(&paper.file)
    }

    fn tell_accepted(&self, paper: &Paper, accepted: &Accepted, kept: Option<&Kept>, level: Level) -> view::Submission {
        let output = self.output;
        let (status, label) = match (accepted.status, level) {
            (AcceptedStatus::Sealed, Level::Sealed) => (view::Status::Sealed, Label::Sealed),
            (AcceptedStatus::Sealed, Level::Witnessed) => (view::Status::Witnessed, Label::Witnessed),
            (AcceptedStatus::Already, _) => (view::Status::Already, Label::Already),
        };
        let receipt = kept.map(|kept| kept.file.display().to_string());
        if !output.json {
            let paper = paper.file.display().to_string();
            let (sequence, event, receipt) = (accepted.sequence, accepted.event, receipt.as_deref());
            let fact = output.fact(Fact::Accepted { paper: &paper, sequence, event, receipt });
            output.line(&format!("{:<8} {fact}", output.label(label)));
        }
        let fingerprint = accepted.receipt.checkpoint().checkpoint().fingerprint();
        view::Submission::of(status, accepted.sequence, accepted.event, receipt, fingerprint)
    }
}
