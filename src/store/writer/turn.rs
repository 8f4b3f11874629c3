//! A turn: what was checked is decided in order, made durable, sealed, kept and published, and only then answered.

use std::collections::BTreeMap;

use super::{AcceptedStatus, SealedFrame, SubmissionAnswer, Writer};
use crate::crypto::note::NoteSigner;
use crate::domain::event::RecordedEvent;
use crate::domain::number::Sequence;
use crate::domain::rejection::Rejection;
use crate::domain::rules::decide;
use crate::domain::statement::Body;
use crate::domain::time::Millis;
use crate::ledger::entry::ParallelMap;
use crate::ledger::envelope::Envelope;
use crate::ledger::files::frame::FRAME_EVENTS_MAX;
use crate::ledger::submission::{CheckedSubmission, SignedStatement};
use crate::ledger::tree::node::leaf_hash;
use crate::store::error::{Doing, Refusal, StoreError};
use crate::store::journal::disk::Disk;
use crate::store::journal::walk::Span;
use crate::verify::replay::ReplayedEntry;

/// What a turn comes to: its answers, and what it sealed.
type Answered = (Vec<SubmissionAnswer>, Option<SealedFrame>);

/// One turn's work before it is durable.
#[derive(Debug, Default)]
struct Turn {
    entries: Vec<ReplayedEntry>,
    answers: Vec<Result<(AcceptedStatus, Sequence), Refusal>>,
}

impl<D: Disk> Writer<D> {
    /// Takes submissions, as many as there are: checked in parallel, decided in order, made durable and sealed in
    /// turns of at most [`FRAME_EVENTS_MAX`], each while the next one is checked. The published folder follows the last one,
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
        let mut turns = submissions.chunks(FRAME_EVENTS_MAX).map(|turn| known_keys.check_timed(turn, map));
        let (mut next, mut last) = (turns.next(), None);
        while let Some(turn) = next {
            self.fall_behind(last);
            let (after, done) = map.beside(|| turns.next(), || self.turn(turn));
            let (answered, frame) = done?;
            answers.extend(answered);
            (next, last) = (after, frame);
        }
        self.catch_up(last);
        Ok(answers)
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
        let (mut rest, mut last) = (submissions.into_iter().peekable(), None);
        while rest.peek().is_some() {
            self.fall_behind(last);
            let (answered, frame) = self.turn(rest.by_ref().take(FRAME_EVENTS_MAX).collect())?;
            answers.extend(answered);
            last = frame;
        }
        self.catch_up(last);
        Ok(answers)
    }

    /// Takes submissions in one turn that were checked before: at most [`FRAME_EVENTS_MAX`].
    ///
    /// # Errors
    /// As [`Writer::commit`].
    pub fn turn_checked(
        &mut self,
        submissions: Vec<(CheckedSubmission, Millis)>,
    ) -> Result<Vec<SubmissionAnswer>, StoreError> {
        let (answers, frame) = self.turn(submissions)?;
        self.catch_up(frame);
        Ok(answers)
    }

    /// A turn up to its seal and snapshot: the answers, and what it sealed, if anything came in.
    fn turn(&mut self, submissions: Vec<(CheckedSubmission, Millis)>) -> Result<Answered, StoreError> {
        if self.stands_by {
            return Err(StoreError::StandsBy);
        }
        if self.poisoned {
            return Err(StoreError::Poisoned);
        }
        // From here on the state is ahead of the disk: whatever fails now ends this writer.
        self.poisoned = true;
        let (mut turn, mut span) = (Turn::default(), None);
        for (checked, clock) in submissions {
            let answer = self.admit(checked, clock, &mut turn.entries);
            turn.answers.push(answer);
        }
        if !turn.entries.is_empty() {
            let first = self.sealed.checkpoint().size.next();
            let envelopes: Vec<_> = turn.entries.iter().map(|entry| entry.bytes.clone()).collect();
            self.journal.turn(first);
            self.stands()?;
            self.replicate(first, &envelopes)?;
            let (file, offset) = (self.journal.file.clone(), self.journal.length);
            let io = StoreError::io(Doing::Write, file.clone());
            self.journal.append(&mut self.disk, first, &envelopes).map_err(io)?;
            span = Some(Span { file, offset, bytes: self.journal.length - offset });
            // Before the seal, for it takes long: a crash between seal and snapshot leaves no numbers that are proved.
            self.settled = self.rows.settle(&self.model);
            self.seal()?;
            self.keep_snapshot()?;
            self.keeping.follow(&turn.entries, &self.settled.rows);
            if turn.entries.iter().any(ReplayedEntry::changes_log_key) {
                self.renew_log_vkey()?;
            }
        }
        if turn.entries.is_empty() {
            self.leads()?;
        }
        self.poisoned = false;
        let fresh: BTreeMap<Sequence, &ReplayedEntry> =
            turn.entries.iter().filter_map(|entry| Some((entry.recorded.as_ref()?.sequence, entry))).collect();
        let answer = |answer: Result<(AcceptedStatus, Sequence), Refusal>| match answer {
            Err(refusal) => Ok(Err(refusal)),
            Ok((status, sequence)) => match fresh.get(&sequence) {
                Some(entry) => Ok(Ok(self.accepted(status, sequence, entry.bytes.clone())?)),
                None => Ok(Ok(self.accepted(status, sequence, self.envelope(sequence)?)?)),
            },
        };
        let answers = turn.answers.into_iter().map(answer).collect::<Result<_, StoreError>>();
        let frame = span.map(|span| SealedFrame { span, entries: turn.entries });
        match answers {
            Ok(answers) => Ok((answers, frame)),
            // What came in before cannot be read for an answer; what came in now follows all the same.
            Err(error) => {
                self.catch_up(frame);
                Err(error)
            }
        }
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

    /// Leaves what a turn sealed to be published with the last one of those that are answered with it.
    fn fall_behind(&mut self, frame: Option<SealedFrame>) {
        self.behind.extend(frame.into_iter().flat_map(|frame| frame.entries));
    }

    /// Brings the embedded store and the published folder up to what is sealed, after the last turn.
    pub(super) fn catch_up(&mut self, frames: impl IntoIterator<Item = SealedFrame>) {
        self.keeping.catch_up(|| self.rows.pages());
        let (behind, frames) = (std::mem::take(&mut self.behind), frames.into_iter().collect::<Vec<_>>());
        let sealed: Vec<_> = behind.iter().chain(frames.iter().flat_map(|frame| &frame.entries)).collect();
        if !sealed.is_empty() {
            self.publish_turn(&sealed);
        }
        self.frames = frames;
        self.keep_fold();
    }
}
