//! A turn: what was checked is decided in order, made durable, sealed and kept, and only then answered. What is published
//! follows the answers.

use std::collections::BTreeMap;

use super::{Accepted, AcceptedStatus, SealedFrame, SubmissionAnswer, Writer};
use crate::crypto::note::NoteSigner;
use crate::crypto::parallel::ParallelMap;
use crate::domain::event::RecordedEvent;
use crate::domain::number::Sequence;
use crate::domain::rejection::Rejection;
use crate::domain::rules::decide;
use crate::domain::statement::Body;
use crate::domain::time::Millis;
use crate::ledger::envelope::Envelope;
use crate::ledger::files::frame::FRAME_EVENTS_MAX;
use crate::ledger::submission::{CheckedSubmission, SignedStatement};
use crate::ledger::tree::node::leaf_hash;
use crate::store::error::{Doing, Refusal, StoreError};
use crate::store::journal::disk::Disk;
use crate::store::journal::walk::Span;
use crate::verify::replay::ReplayedEntry;

/// How many submissions are checked together, while those before them are written.
const CHECKED_TOGETHER: usize = 4 * FRAME_EVENTS_MAX;

/// One turn's work before it is durable.
#[derive(Debug, Default)]
struct Turn {
    entries: Vec<ReplayedEntry>,
    answers: Vec<Result<(AcceptedStatus, Sequence), Refusal>>,
}

impl<D: Disk> Writer<D> {
    /// Takes submissions, as many as there are: checked in parallel, decided in order, made durable and sealed in
    /// turns of at most [`FRAME_EVENTS_MAX`], while the next ones are checked. The published folder follows the last one,
    /// and the embedded store when it is far behind. The answers come in the order of the submissions.
    ///
    /// # Errors
    /// [`StoreError::Io`] when the disk fails: then nothing of the turn is acknowledged, and the writer refuses to go
    /// on. What was durable is found when the ledger is opened again.
    pub fn commit<M: ParallelMap>(
        &mut self,
        submissions: Vec<SignedStatement>,
        clock: Millis,
        map: &M,
    ) -> Result<Vec<SubmissionAnswer>, StoreError> {
        let timed = submissions.into_iter().map(|submission| (submission, clock)).collect();
        self.commit_timed(timed, map)
    }

    /// As [`Writer::commit`], each submission with a clock of its own: a rehearsal's is virtual.
    ///
    /// # Errors
    /// As [`Writer::commit`].
    pub fn commit_timed<M: ParallelMap>(
        &mut self,
        submissions: Vec<(SignedStatement, Millis)>,
        map: &M,
    ) -> Result<Vec<SubmissionAnswer>, StoreError> {
        let known_keys = self.known_keys();
        let mut answers = Vec::with_capacity(submissions.len());
        let mut parts = submissions.chunks(CHECKED_TOGETHER).map(|part| known_keys.check_timed(part, map));
        let (mut next, mut done) = (parts.next(), Ok(()));
        while let Some(part) = next.filter(|_| done.is_ok()) {
            let (after, taken) = map.beside(|| parts.next(), || self.turns(part, &mut answers));
            (next, done) = (after, taken);
        }
        self.catch_up();
        done.map(|()| answers)
    }

    /// Takes submissions that were checked before, as many as there are, in turns of at most [`FRAME_EVENTS_MAX`].
    ///
    /// # Errors
    /// As [`Writer::commit`].
    pub fn commit_checked(
        &mut self,
        submissions: Vec<(CheckedSubmission, Millis)>,
    ) -> Result<Vec<SubmissionAnswer>, StoreError> {
        let mut answers = Vec::with_capacity(submissions.len());
        let done = self.turns(submissions, &mut answers);
        self.catch_up();
        done.map(|()| answers)
    }

    /// Takes submissions that were checked before, turn after turn.
    fn turns(
        &mut self,
        submissions: Vec<(CheckedSubmission, Millis)>,
        answers: &mut Vec<SubmissionAnswer>,
    ) -> Result<(), StoreError> {
        let mut rest = submissions.into_iter().peekable();
        while rest.peek().is_some() {
            answers.extend(self.turn_checked(rest.by_ref().take(FRAME_EVENTS_MAX).collect())?);
        }
        Ok(())
    }

    /// Takes submissions in one turn that were checked before: at most [`FRAME_EVENTS_MAX`]. Whoever answers them lets the published
    /// folder [catch up](Self::catch_up) behind that, when [it is time](Self::catches_up_in).
    ///
    /// # Errors
    /// As [`Writer::commit`].
    pub fn turn_checked(
        &mut self,
        submissions: Vec<(CheckedSubmission, Millis)>,
    ) -> Result<Vec<SubmissionAnswer>, StoreError> {
        if self.stands_by {
            return Err(StoreError::StandsBy);
        }
        if self.poisoned {
            return Err(StoreError::Poisoned);
        }
        // From here on the state is ahead of the disk: whatever fails now ends this writer.
        self.poisoned = true;
        let mut turn = Turn::default();
        for (checked, clock) in submissions {
            let answer = self.admit(checked, clock, &mut turn.entries);
            turn.answers.push(answer);
        }
        let sealed = self.sealed.checkpoint().size;
        let span = match self.make_durable(&turn.entries) {
            Ok(span) => span,
            Err(error) => {
                self.catch_up_at_the_end(sealed, &turn.entries);
                return Err(error);
            }
        };
        self.poisoned = false;
        let answers = self.answers(&turn);
        self.falls_behind(span.map(|span| SealedFrame { span, entries: turn.entries }));
        answers
    }

    /// Makes a turn's events durable and seals them, and says where their frame stands; none where nothing came in.
    fn make_durable(&mut self, entries: &[ReplayedEntry]) -> Result<Option<Span>, StoreError> {
        if entries.is_empty() {
            self.leads()?;
            return Ok(None);
        }
        let first = self.sealed.checkpoint().size.next();
        let envelopes: Vec<_> = entries.iter().map(|entry| entry.bytes.clone()).collect();
        self.journal.turn(first);
        self.stands()?;
        self.replicate(first, &envelopes)?;
        let (file, offset) = (self.journal.file.clone(), self.journal.length);
        let io = StoreError::io(Doing::Write, file.clone());
        self.journal.append(&mut self.disk, first, &envelopes).map_err(io)?;
        // Before the seal, for it takes long: a crash between seal and snapshot leaves no numbers that are proved.
        self.settled = self.rows.settle(&self.model);
        self.seal()?;
        self.keep_snapshot()?;
        self.keeping.follow(entries, &self.settled.rows);
        if entries.iter().any(ReplayedEntry::changes_log_key) {
            self.renew_log_vkey()?;
        }
        Ok(Some(Span { file, offset, bytes: self.journal.length - offset }))
    }

    /// The answers to a turn that is sealed. An error is of what came in before and cannot be read any more.
    fn answers(&self, turn: &Turn) -> Result<Vec<SubmissionAnswer>, StoreError> {
        let fresh: BTreeMap<Sequence, &ReplayedEntry> =
            turn.entries.iter().filter_map(|entry| Some((entry.recorded.as_ref()?.sequence, entry))).collect();
        let answer = |answer: &Result<(AcceptedStatus, Sequence), Refusal>| match answer {
            Err(refusal) => Ok(Err(refusal.clone())),
            Ok((status, sequence)) => {
                let (event, bytes) = match fresh.get(sequence) {
                    Some(entry) => (entry.hash, entry.bytes.clone()),
                    None => {
                        let bytes = self.envelope(*sequence)?;
                        (Envelope::hash(&bytes), bytes)
                    }
                };
                Ok(Ok(Accepted {
                    status: *status,
                    sequence: *sequence,
                    event,
                    receipt: self.receipt(*sequence, bytes)?,
                }))
            }
        };
        turn.answers.iter().map(answer).collect()
    }

    fn admit(
        &mut self,
        checked: CheckedSubmission,
        clock: Millis,
        entries: &mut Vec<ReplayedEntry>,
    ) -> Result<(AcceptedStatus, Sequence), Refusal> {
        let (bytes, opened) = checked.into_parts();
        let opened = opened?;
        let arrival = clock.max(self.head.arrival);
        let event = match decide(&self.state, &opened.submission, arrival) {
            Ok(event) => event,
            Err(Rejection::Already(_, sequence)) => return Ok((AcceptedStatus::Already, sequence)),
            Err(rejection) => return Err(Refusal::Rule(rejection)),
        };
        if let Body::LogKeyRotated(rotated) = &event.statement.body {
            let is_new = |key: &NoteSigner| rotated.new.as_str().parse().is_ok_and(|new| *key.verifier() == new);
            let successor = self.successor.take_if(|successor| is_new(successor));
            self.signer = successor.ok_or(Refusal::Rule(Rejection::LogKey))?;
        }
        let envelope = self.head.seal(clock, bytes);
        let bytes = envelope.encode();
        let (hash, leaf) = (Envelope::hash(&bytes), leaf_hash(&bytes));
        let recorded = RecordedEvent { event, sequence: envelope.sequence, hash, arrival: envelope.arrival };
        self.head = self.head.after(hash, envelope.arrival);
        self.tree.push(leaf);
        self.known_keys.learn(opened.enrols);
        if matches!(recorded.event.statement.body, Body::LogKeyRotated(_)) {
            self.log_keys.push((self.tree.size(), self.signer.verifier().clone()));
        }
        self.state.apply(&recorded);
        self.model.apply(&recorded);
        self.rows.follow(&self.model, &recorded);
        entries.push(ReplayedEntry { bytes, hash, leaf, recorded: Some(recorded) });
        Ok((AcceptedStatus::Sealed, envelope.sequence))
    }
}
