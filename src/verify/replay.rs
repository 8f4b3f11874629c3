//! The replay: entries in, faults out. Chunks of entries are opened in parallel, then stepped through one after the
//! other: chain, tree, `decide`, `apply`. The writer starts with the same replay that a verifier runs.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fault::{Fault, FaultKind};
use super::faults::Faults;
use super::fold::Fold;
use super::opener::{OpenedEntry, Opener};
use super::report::Expected;
use crate::crypto::admitted::AdmittedKeys;
use crate::crypto::hash::TreeHash;
use crate::crypto::key::AdmittedKey;
use crate::crypto::parallel::ParallelMap;
use crate::crypto::vkey::VerifierKey;
use crate::domain::clock::{ClockJump, held_against, is_jump};
use crate::domain::event::RecordedEvent;
use crate::domain::id::{EventHash, UnitId};
use crate::domain::number::{Sequence, Size};
use crate::domain::origin::Origin;
use crate::domain::rejection::Rejection;
use crate::domain::rules::decide;
use crate::domain::state::State;
use crate::domain::statement::Body;
use crate::domain::time::Millis;
use crate::ledger::envelope::{Envelope, Head};
use crate::ledger::note::checkpoint::{Checkpoint, Fingerprint};
use crate::ledger::rows::node::RowHash;
use crate::ledger::submission::{OpenedSubmission, SubmissionError};
use crate::ledger::tree::merkle::{CompactRange, Tree};
use crate::tally::moment::Moment;
use crate::tally::read_model::ReadModel;
use crate::tally::rows::{self, KeptRows};

/// A ledger being replayed. Its memory is the state and the read model, whatever the number of events.
#[derive(Debug)]
pub struct Replay<M> {
    opener: Arc<Opener<M>>,
    /// Keys that were enrolled while the opener was at work.
    learned: Vec<AdmittedKey>,
    state: State,
    model: ReadModel,
    head: Head,
    tree: CompactRange,
    signatures: u64,
    faults: Faults,
    newer: bool,
    gap: bool,
    jumps: Vec<ClockJump>,
    log_keys: Vec<(Size, VerifierKey)>,
    roots: BTreeMap<Size, Option<TreeHash>>,
    rows: BTreeMap<Size, Option<RowHash>>,
    /// The rows, where they are followed and not computed from nothing.
    followed: Option<KeptRows>,
    expected: Option<(Fingerprint, Expected)>,
}

/// An entry that was stepped over.
#[derive(Debug)]
pub struct ReplayedEntry {
    /// The entry's bytes, as they were fed.
    pub bytes: Vec<u8>,
    /// The hash of its envelope.
    pub hash: EventHash,
    /// The hash of its leaf in the tree.
    pub leaf: TreeHash,
    /// The event, if it was admissible.
    pub recorded: Option<RecordedEvent>,
}

impl ReplayedEntry {
    /// Whether the log's key is another one from this event on.
    pub fn changes_log_key(&self) -> bool {
        self.recorded.as_ref().is_some_and(|recorded| matches!(recorded.event.statement.body, Body::LogKeyRotated(_)))
    }
}

impl<M: ParallelMap> Replay<M> {
    /// A replay from nothing.
    pub fn new(map: M) -> Self {
        Self::going_on(map, Fold::nothing(), CompactRange::default())
    }

    /// A replay that goes on behind a fold, and the tree over its events.
    pub fn going_on(map: M, fold: Fold, tree: CompactRange) -> Self {
        let Fold { head, log_keys, state, model, rows: followed, known } = fold;
        Self {
            opener: Arc::new(Opener::knowing(map, known)),
            learned: Vec::new(),
            state,
            model,
            head,
            tree,
            signatures: 0,
            faults: Faults::default(),
            newer: false,
            gap: false,
            jumps: Vec::new(),
            log_keys,
            roots: BTreeMap::new(),
            rows: BTreeMap::new(),
            followed,
            expected: None,
        }
    }

    /// Keeps the root at these sizes: those that a seal's slots claim.
    #[must_use]
    pub fn keeping_roots_at(mut self, sizes: impl IntoIterator<Item = Size>) -> Self {
        self.roots.extend(sizes.into_iter().map(|size| (size, None)));
        self.keep_root();
        self
    }

    /// Takes the roots that were asked for from a tree over the events so far.
    pub(super) fn knowing_roots_of(mut self, tree: &Tree) -> Self {
        let known = self.roots.iter_mut().filter_map(|(size, root)| Some((root, tree.root_at(*size).ok()?)));
        known.for_each(|(root, known)| *root = Some(known));
        self
    }

    /// Computes the root of the rows, from nothing, at these sizes: those that snapshots claim.
    #[must_use]
    pub fn keeping_rows_at(mut self, sizes: impl IntoIterator<Item = Size>) -> Self {
        self.rows.extend(sizes.into_iter().map(|size| (size, None)));
        self.keep_root();
        self
    }

    /// Looks for the size at which the ledger had this fingerprint.
    #[must_use]
    pub fn looking_for(mut self, expected: Option<Fingerprint>) -> Self {
        self.expected = expected.map(|fingerprint| (fingerprint, Expected::Never));
        self
    }

    /// Takes the word of helpers for the entries that come next, by hash; of those before it is forgotten.
    pub fn vouch(&mut self, entries: impl IntoIterator<Item = EventHash>) {
        if let Some(opener) = Arc::get_mut(&mut self.opener) {
            opener.vouch(entries);
        }
    }

    /// The state so far.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The read model so far.
    pub fn model(&self) -> &ReadModel {
        &self.model
    }

    /// The end of the chain so far.
    pub fn head(&self) -> Head {
        self.head
    }

    /// How many entries were stepped over: the size of the tree.
    pub fn size(&self) -> Size {
        self.tree.size()
    }

    /// The root of the tree so far.
    pub fn root(&self) -> TreeHash {
        self.tree.root()
    }

    /// Every fault so far.
    pub fn faults(&self) -> &Faults {
        &self.faults
    }

    /// How many signatures were looked at.
    pub fn signatures(&self) -> u64 {
        self.signatures
    }

    /// The rows, where they were followed.
    pub fn take_rows(&mut self) -> Option<KeptRows> {
        self.followed.take()
    }

    /// The state, the read model, the faults and the parsed keys, when all is fed.
    pub fn into_parts(self) -> (State, ReadModel, Faults, AdmittedKeys) {
        let known = Arc::try_unwrap(self.opener).map_or_else(|shared| shared.known().clone(), Opener::into_known);
        (self.state, self.model, self.faults, known)
    }

    /// Notes a fault that the caller found in how the entries are kept.
    pub fn add_fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// Notes that the entries that follow cannot be had: of them, and of what they would change, nothing is said.
    pub fn add_gap(&mut self, fault: Fault) {
        self.leave_unread();
        self.add_fault(fault);
    }

    /// Notes that entries are not read, and why is told elsewhere.
    pub fn leave_unread(&mut self) {
        self.gap = true;
    }

    /// Where the log's clock jumped.
    pub fn jumps(&self) -> &[ClockJump] {
        &self.jumps
    }

    /// Whether no entry is missing that somebody may still have.
    pub fn has_no_gap(&self) -> bool {
        !self.gap
    }

    /// Whether every event so far is of a version that this program knows.
    pub fn is_readable(&self) -> bool {
        !self.newer
    }

    /// The root at a size that was asked for, once the replay has passed it.
    pub fn root_at(&self, size: Size) -> Option<TreeHash> {
        self.roots.get(&size).copied().flatten()
    }

    /// The root of the rows at a size that was asked for, once the replay has passed it.
    pub fn rows_at(&self, size: Size) -> Option<RowHash> {
        self.rows.get(&size).copied().flatten()
    }

    /// The log's key in force for a checkpoint of this size.
    pub fn log_key_at(&self, size: Size) -> Option<&VerifierKey> {
        self.log_keys.iter().rev().find(|(since, _)| *since <= size).map(|(_, key)| key)
    }

    /// Every key that the log had, each with the size from which on it signs.
    pub fn log_keys(&self) -> &[(Size, VerifierKey)] {
        &self.log_keys
    }

    /// Where the expected fingerprint was found.
    pub fn expected(&self) -> Expected {
        self.expected.map_or(Expected::NotAsked, |(_, found)| found)
    }

    /// Steps over the next entries, in order.
    pub fn feed(&mut self, entries: Vec<Vec<u8>>) -> Vec<ReplayedEntry> {
        let opened = self.opener.open(entries);
        opened.into_iter().map(|entry| self.step(entry)).collect()
    }

    /// Opens the entries that come next, while `step` steps over those that were opened before. What they are opened to does
    /// not hang on what stands before them.
    pub fn open_beside<R>(&mut self, next: Vec<Vec<u8>>, step: impl FnOnce(&mut Self) -> R) -> (Vec<OpenedEntry>, R) {
        let opener = Arc::clone(&self.opener);
        let done = opener.map().beside(|| opener.open(next), || step(self));
        drop(opener);
        self.learn(Vec::new());
        done
    }

    /// Steps over the next entry.
    pub fn step(&mut self, OpenedEntry { bytes, entry }: OpenedEntry) -> ReplayedEntry {
        let place = self.tree.size().next();
        self.signatures += entry.signatures as u64;
        self.tree.push(entry.leaf);
        let recorded = match &entry.envelope {
            Ok(envelope) => {
                let before = self.head.arrival;
                self.link(envelope, entry.hash);
                let recorded = self.admit(place, envelope, entry.hash, entry.submission);
                match &recorded {
                    Some(recorded) => {
                        self.state.apply(recorded);
                        self.model.apply(recorded);
                        self.followed.iter_mut().for_each(|rows| rows.follow(&self.model, recorded));
                        self.learn_log_key(&recorded.event.statement.body);
                    }
                    None => self.state.pass_over(place, envelope.arrival),
                }
                self.note_jump(place, before, envelope.arrival);
                recorded
            }
            Err(error) => {
                self.fault(place, None, FaultKind::Envelope(*error));
                self.head = self.head.after(entry.hash, self.head.arrival);
                self.state.pass_over(place, self.head.arrival);
                None
            }
        };
        self.keep_root();
        ReplayedEntry { bytes, hash: entry.hash, leaf: entry.leaf, recorded }
    }

    /// Holds the envelope against the head, and goes on from where it claims to be, so that one lost event is one
    /// fault and not one for every event after it.
    fn link(&mut self, envelope: &Envelope, hash: EventHash) {
        for fault in self.head.link_faults(envelope) {
            self.fault(envelope.sequence, None, FaultKind::Link(fault));
        }
        let size = envelope.sequence.size();
        self.head = Head { size, hash, arrival: envelope.arrival.max(self.head.arrival) };
    }

    fn admit(
        &mut self,
        place: Sequence,
        envelope: &Envelope,
        hash: EventHash,
        submission: Result<OpenedSubmission, SubmissionError>,
    ) -> Option<RecordedEvent> {
        let sequence = envelope.sequence;
        let opened = match submission {
            Ok(opened) => opened,
            Err(error) => {
                self.newer |= matches!(&error, SubmissionError::Statement(error) if error.is_newer());
                self.fault(sequence, None, FaultKind::Submission(error));
                return None;
            }
        };
        match decide(&self.state, &opened.submission, envelope.arrival) {
            Ok(event) => {
                self.learn(opened.enrols);
                Some(RecordedEvent { event, sequence: place, hash, arrival: envelope.arrival })
            }
            Err(rejection) => {
                self.newer |= matches!(rejection, Rejection::RulesUnknown(_));
                // Without a founding act, or after an event that this program cannot read, nothing can be judged.
                let follows = self.newer && !matches!(rejection, Rejection::RulesUnknown(_));
                let unfounded = rejection == Rejection::NotFounded && place != Sequence(0);
                if !follows && !unfounded {
                    let unit = opened.submission.statement.body.unit().cloned();
                    self.fault(sequence, unit, FaultKind::Inadmissible(rejection));
                }
                None
            }
        }
    }

    /// Keeps keys, so that the opener need not parse them again. One that is at work is told later.
    fn learn(&mut self, keys: Vec<AdmittedKey>) {
        self.learned.extend(keys);
        if let Some(opener) = Arc::get_mut(&mut self.opener) {
            opener.learn(std::mem::take(&mut self.learned));
        }
    }

    /// An arrival long after all that was known before it, the event itself included, is told and no fault.
    fn note_jump(&mut self, sequence: Sequence, before: Millis, arrival: Millis) {
        let after = self.state.election().and_then(|election| held_against(before, election));
        if let Some(after) = after.filter(|after| is_jump(arrival, *after)) {
            self.jumps.push(ClockJump { sequence, arrival, after });
        }
    }

    fn fault(&mut self, sequence: Sequence, unit: Option<UnitId>, what: FaultKind) {
        self.add_fault(Fault { unit, ..Fault::of_event(sequence, what) });
    }

    fn learn_log_key(&mut self, body: &Body) {
        if matches!(body, Body::ElectionCalled(_) | Body::LogKeyRotated(_))
            && let Some(key) = self.state.election().and_then(|election| election.log_key().parse().ok())
        {
            self.log_keys.push((self.tree.size(), key));
        }
    }

    /// Keeps the root where it was asked for. With an expectation, every size is compared: about 20 hashes each.
    fn keep_root(&mut self) {
        let size = self.tree.size();
        if let Some(root) = self.roots.get_mut(&size) {
            *root = Some(self.tree.root());
        }
        if let Some(root) = self.rows.get_mut(&size) {
            *root = Some(match &mut self.followed {
                Some(rows) => rows.root(&self.model),
                None => rows::root_on(self.opener.map(), &self.model, Moment { size, clock: self.head.arrival }),
            });
        }
        if let Some((fingerprint, found @ Expected::Never)) = &mut self.expected
            && let Some(origin) =
                self.state.election().and_then(|e| e.founding().origin.as_str().parse::<Origin>().ok())
            && (Checkpoint { origin, size, root: self.tree.root() }).fingerprint() == *fingerprint
        {
            *found = Expected::At(size);
        }
    }
}
