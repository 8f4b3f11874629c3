//! The one writer. Each turn: signatures and rules, one frame made durable, the checkpoint sealed, then the answers.

mod publishing;

use std::collections::BTreeMap;

pub use self::publishing::Unpublished;
use self::publishing::{Publishing, SealedLog};
use super::error::{Doing, Refusal, StoreError};
use super::files;
use super::journal::JournalWriter;
use super::journal::disk::{Disk, FILE_BYTES_MAX};
use super::journal::recover::{Recovered, Torn};
use super::journal::walk::{self, Span};
use super::known_keys::KnownKeys;
use super::proven;
use super::publish::PublishedCheckpoint;
use super::sled::SledStore;
use super::snapshots;
use crate::crypto::note::NoteSigner;
use crate::crypto::vkey::VerifierKey;
use crate::domain::event::RecordedEvent;
use crate::domain::id::EventHash;
use crate::domain::number::{Sequence, Size};
use crate::domain::origin::Origin;
use crate::domain::rejection::Rejection;
use crate::domain::rules::decide;
use crate::domain::state::{KeyHolder, KeyOf, State};
use crate::domain::statement::{Body, Statement};
use crate::domain::time::Millis;
use crate::ledger::entry::ParallelMap;
use crate::ledger::envelope::{Envelope, Head};
use crate::ledger::files::frame::FRAME_EVENTS_MAX;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::files::seal::{SEAL_BYTES, Seal, SlotNumber, encode_slot};
use crate::ledger::files::snapshots::SnapshotRecord;
use crate::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::ledger::note::snapshot::{SignedSnapshot, Snapshot};
use crate::ledger::rows::node::RowNode;
use crate::ledger::submission::{CheckedSubmission, SignedStatement};
use crate::ledger::tree::merkle::Tree;
use crate::ledger::tree::node::leaf_hash;
use crate::tally::moment::Moment;
use crate::tally::read_model::ReadModel;
use crate::tally::rows::{KeptRows, Settled};
use crate::verify::published::CHECKPOINT;
use crate::verify::replay::ReplayedEntry;

/// What became of a submission.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// Whether it came in now, or had come in before.
    pub status: AcceptedStatus,
    /// Its place in the ledger, from 0.
    pub sequence: Sequence,
    /// The hash of its envelope.
    pub event: EventHash,
    /// The proof, under the checkpoint that is sealed now.
    pub receipt: Receipt,
}

/// How far an accepted submission is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AcceptedStatus {
    /// It came in now, and lies under our signed checkpoint.
    Sealed,
    /// It had come in before: the same statement, whoever signed it.
    Already,
}

/// The answer to one submission.
pub type SubmissionAnswer = Result<Accepted, Refusal>;

/// What a turn made durable: where it stands, and its events.
#[derive(Debug)]
pub struct SealedFrame {
    /// Where its frame stands in the journal.
    pub span: Span,
    /// Its events, each admitted.
    pub entries: Vec<ReplayedEntry>,
}

/// The writer of a ledger. Whoever has it holds the seal.
#[derive(Debug)]
pub struct Writer<D> {
    disk: D,
    signer: NoteSigner,
    successor: Option<NoteSigner>,
    origin: Origin,
    state: State,
    model: ReadModel,
    rows: KeptRows,
    /// What there is of the rows under the last snapshot.
    settled: Settled,
    known_keys: KnownKeys,
    tree: Tree,
    head: Head,
    journal: JournalWriter,
    sealed: SignedCheckpoint,
    snapshot: Option<SignedSnapshot>,
    next_slot: SlotNumber,
    store: Option<SledStore>,
    publishing: Publishing,
    /// What the last turn sealed.
    frame: Option<SealedFrame>,
    poisoned: bool,
}

/// One turn's work before it is durable.
#[derive(Debug, Default)]
struct Turn {
    entries: Vec<ReplayedEntry>,
    answers: Vec<Result<(AcceptedStatus, Sequence), Refusal>>,
}

impl<D: Disk> Writer<D> {
    /// Goes on from a recovery: sets a torn write aside, and seals whole events that were not sealed.
    ///
    /// # Errors
    /// [`StoreError::NotTheLogKey`]; [`StoreError::Io`].
    pub fn start<M: ParallelMap>(disk: D, recovered: Recovered<M>, signer: NoteSigner) -> Result<Self, StoreError> {
        let log_key = recovered.replay.log_key_at(recovered.replay.size());
        if log_key.is_none_or(|key| key != signer.verifier()) {
            return Err(StoreError::NotTheLogKey);
        }
        let Recovered { replay, tree, journal, latest, slot, other_slot_is_whole, unsealed, published, torn, .. } =
            recovered;
        let head = replay.head();
        let (state, model, _, admitted_keys) = replay.into_parts();
        let mut rows = KeptRows::of(&model, Moment { size: tree.size(), clock: head.arrival });
        let settled = rows.settle();
        let mut writer = Self {
            disk,
            signer,
            successor: None,
            origin: latest.checkpoint().origin.clone(),
            state,
            model,
            rows,
            settled,
            known_keys: KnownKeys::new(admitted_keys),
            tree,
            head,
            journal,
            sealed: latest,
            snapshot: None,
            next_slot: slot.other(),
            store: None,
            publishing: Publishing::Off,
            frame: None,
            poisoned: false,
        };
        match published {
            PublishedCheckpoint::Nothing => {}
            // It may have cosignatures, and then says more than the seal.
            PublishedCheckpoint::Checkpoint(signed) if signed.checkpoint() == writer.sealed.checkpoint() => {
                writer.sealed = *signed
            }
            PublishedCheckpoint::Checkpoint(_) => {}
            PublishedCheckpoint::Unreadable => {
                writer.quarantine_copy(&format!("{}/{CHECKPOINT}", files::PUBLISHED), 0, "unreadable")?;
            }
        }
        if let Some(torn) = torn {
            writer.quarantine_torn(&torn)?;
        }
        if !other_slot_is_whole {
            writer.quarantine_copy(files::SEAL, 0, "damaged-slot")?;
            let io = StoreError::io(Doing::Cut, files::SEAL);
            writer.disk.cut(files::SEAL, SEAL_BYTES as u64).map_err(io)?;
        }
        if unsealed > Size(0) || !other_slot_is_whole {
            writer.seal()?;
        }
        writer.renew_log_vkey()?;
        writer.make_up_snapshot()?;
        Ok(writer)
    }

    /// Has the key to which the log's key may be changed: the checkpoint that covers the change is signed with it. A
    /// writer without it refuses the change, because it could not seal it.
    pub fn succeeded_by(&mut self, successor: NoteSigner) {
        self.successor = Some(successor);
    }

    /// Whether a store holds all that is sealed, and its rows.
    pub fn is_kept_in(&self, store: &SledStore) -> bool {
        proven::is_whole(store, self.sealed.checkpoint(), &self.settled.root)
    }

    /// The nodes of the rows that are new since the last snapshot; when the writer starts, all of them.
    pub fn nodes(&self) -> &[RowNode] {
        &self.settled.nodes
    }

    /// Lets go of the nodes, where a store has them.
    pub fn forget_nodes(&mut self) {
        self.settled.nodes = Vec::new();
    }

    /// Keeps the embedded store up to date from now on.
    pub fn attach(&mut self, store: SledStore) {
        self.store = Some(store);
    }

    /// Keeps the published folder current from now on, beginning with what it lacks. What goes wrong there is told by
    /// [`unpublished`](Self::unpublished), and no reason not to write.
    pub fn publish(&mut self) {
        self.publishing = Publishing::Beginning;
        self.publish_turn(&[]);
    }

    /// Why the log is not published as far as it is sealed; nothing if it is, or is not to be.
    pub fn unpublished(&self) -> Option<&Unpublished> {
        self.publishing.unpublished()
    }

    /// Takes over the cosignatures of the checkpoint that is sealed, and publishes them. Of another checkpoint nothing
    /// is taken: it is published no more.
    pub fn cosigned(&mut self, signed: &SignedCheckpoint) {
        if signed.checkpoint() != self.sealed.checkpoint() {
            return;
        }
        // What is handed in was checked, and what stood in the folder was not: of two lines of one key the checked one
        // stays.
        let mut joined = signed.clone();
        joined.join(&self.sealed);
        if joined != self.sealed {
            self.sealed = joined;
            self.publishing.point(&mut self.disk, &self.sealed);
        }
    }

    /// Takes over the cosignatures of the snapshot of what is sealed, keeps and publishes them. Of another one nothing is
    /// taken.
    ///
    /// # Errors
    /// [`StoreError::Io`]; what came in is not lost by it.
    pub fn cosigned_numbers(&mut self, signed: &SignedSnapshot) -> Result<(), StoreError> {
        let Some(own) = self.snapshot.as_mut().filter(|own| own.snapshot() == signed.snapshot()) else { return Ok(()) };
        // As for the checkpoint: of two lines of one key the one that was checked stays.
        let mut joined = signed.clone();
        joined.join(own);
        if joined != *own {
            let text = joined.to_string();
            *own = joined;
            self.publishing.point_numbers(&mut self.disk, own);
            let io = StoreError::io(Doing::Write, files::SNAPSHOT);
            self.disk.put(files::SNAPSHOT, text.as_bytes()).map_err(io)?;
        }
        Ok(())
    }

    /// Takes submissions, as many as there are: checked in parallel, decided in order, made durable and sealed in
    /// turns of at most [`FRAME_EVENTS_MAX`]. The answers come in the order of the submissions.
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
        let mut answers = Vec::with_capacity(submissions.len());
        let mut rest = submissions.into_iter().peekable();
        while rest.peek().is_some() {
            let turn = rest.by_ref().take(FRAME_EVENTS_MAX).collect();
            answers.extend(self.turn(turn, map)?);
        }
        Ok(answers)
    }

    /// Takes submissions in one turn: at most [`FRAME_EVENTS_MAX`].
    ///
    /// # Errors
    /// As [`Writer::commit`].
    pub fn turn<M: ParallelMap>(
        &mut self,
        submissions: Vec<(SignedStatement, Millis)>,
        map: &M,
    ) -> Result<Vec<SubmissionAnswer>, StoreError> {
        let known_keys = &self.known_keys;
        let checked = map.map(submissions, |(submission, clock)| (known_keys.check(&submission), clock));
        self.turn_checked(checked)
    }

    /// Takes submissions in one turn that were checked before: at most [`FRAME_EVENTS_MAX`].
    ///
    /// # Errors
    /// As [`Writer::commit`].
    pub fn turn_checked(
        &mut self,
        submissions: Vec<(CheckedSubmission, Millis)>,
    ) -> Result<Vec<SubmissionAnswer>, StoreError> {
        if self.poisoned {
            return Err(StoreError::Poisoned);
        }
        self.frame = None;
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
            let (file, offset) = (self.journal.file.clone(), self.journal.length);
            let io = StoreError::io(Doing::Write, file.clone());
            self.journal.append(&mut self.disk, first, &envelopes).map_err(io)?;
            span = Some(Span { file, offset, bytes: self.journal.length - offset });
            self.seal()?;
            self.keep_snapshot()?;
            if turn.entries.iter().any(ReplayedEntry::changes_log_key) {
                self.renew_log_vkey()?;
            }
            self.index(&turn.entries);
            self.publish_turn(&turn.entries);
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
        let answers = turn.answers.into_iter().map(answer).collect();
        self.frame = span.map(|span| SealedFrame { span, entries: turn.entries });
        answers
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
        self.state.apply(&recorded);
        self.model.apply(&recorded);
        self.rows.follow(&self.model, &recorded);
        entries.push(ReplayedEntry { bytes, hash, leaf, recorded: Some(recorded) });
        Ok((AcceptedStatus::Sealed, envelope.sequence))
    }

    /// Where the log's key has changed, `log.vkey` names the new one. Only an earlier key of this very log is written
    /// over: whatever else stands there is for `verify` to tell.
    fn renew_log_vkey(&mut self) -> Result<(), StoreError> {
        let Some(election) = self.state.election() else { return Ok(()) };
        let standing = self.disk.read(files::LOG_VKEY).unwrap_or_default();
        let named = std::str::from_utf8(&standing).ok().and_then(|text| text.trim_end().parse::<VerifierKey>().ok());
        let is_earlier = |holder: &KeyHolder| holder.of == KeyOf::Log && !holder.in_force;
        if !named.and_then(|named| election.holder(&named.public())).is_some_and(is_earlier) {
            return Ok(());
        }
        let text = format!("{}\n", election.log_key());
        self.disk.put(files::LOG_VKEY, text.as_bytes()).map_err(StoreError::io(Doing::Write, files::LOG_VKEY))
    }

    /// Signs the checkpoint over everything that is durable, and writes it into the older slot.
    fn seal(&mut self) -> Result<(), StoreError> {
        let checkpoint = Checkpoint { origin: self.origin.clone(), size: self.tree.size(), root: self.tree.root() };
        let signed = checkpoint.sign(&self.signer).map_err(|_| StoreError::Seal)?;
        let slot = encode_slot(&signed).ok_or(StoreError::Seal)?;
        let io = |e| StoreError::io(Doing::Write, files::SEAL)(e);
        self.stands()?;
        self.disk.write_at(files::SEAL, self.next_slot.offset(), &slot).map_err(io)?;
        self.disk.sync(files::SEAL).map_err(io)?;
        (self.sealed, self.next_slot) = (signed, self.next_slot.other());
        // Once more, so that nothing is acknowledged that another writer wrote over meanwhile.
        self.stands()
    }

    /// Signs the snapshot of what is sealed, and gives the record to keep. A key signs the same again, byte for byte: of
    /// one size there are never two.
    fn sign_snapshot(&mut self) -> Result<SnapshotRecord, StoreError> {
        let snapshot = Snapshot { checkpoint: self.sealed.checkpoint().clone(), rows: self.settled.root };
        let signed = snapshot.sign(&self.signer).map_err(|_| StoreError::Seal)?;
        let record = SnapshotRecord::of(&signed, self.signer.verifier()).ok_or(StoreError::Seal)?;
        self.snapshot = Some(signed);
        Ok(record)
    }

    fn keep_snapshot(&mut self) -> Result<(), StoreError> {
        self.settled = self.rows.settle();
        let record = self.sign_snapshot()?;
        snapshots::keep(&mut self.disk, &record).map_err(StoreError::io(Doing::Write, files::SNAPSHOTS))
    }

    /// Keeps the snapshot of what is sealed where it is not kept yet: it was lost in a crash, or never signed. Recovery
    /// held the one that is kept against the events.
    fn make_up_snapshot(&mut self) -> Result<(), StoreError> {
        let io = || StoreError::io(Doing::Write, files::SNAPSHOTS);
        snapshots::trim(&mut self.disk).map_err(io())?;
        let record = self.sign_snapshot()?;
        self.snapshot.iter_mut().for_each(|signed| snapshots::join_cosignatures(&self.disk, signed));
        if snapshots::kept(&self.disk).map_err(io())? != Some(record) {
            snapshots::keep(&mut self.disk, &record).map_err(io())?;
        }
        Ok(())
    }

    /// That journal and seal are as this writer left them: the files that it holds, no byte more in the segment, its own
    /// checkpoint in the slot that rules. Whoever holds the seal writes alone, unless somebody put other files there.
    fn stands(&self) -> Result<(), StoreError> {
        let io = |file: &str| StoreError::io(Doing::Read, file.to_owned());
        if !self.journal.is_as_left(&self.disk).map_err(io(&self.journal.file))? {
            return Err(StoreError::NotAsLeft(self.journal.file.clone()));
        }
        let is_ours = self.disk.standing(files::SEAL).map_err(io(files::SEAL))?.is_some();
        let seal = Seal::decode(&self.disk.read(files::SEAL).map_err(io(files::SEAL))?);
        let rules = seal.latest().is_some_and(|(_, ruling)| ruling.checkpoint() == self.sealed.checkpoint());
        if is_ours && rules { Ok(()) } else { Err(StoreError::NotAsLeft(files::SEAL.to_owned())) }
    }

    /// The embedded store follows. If it fails, it is left behind: the next start rebuilds it, and nothing is lost.
    fn index(&mut self, entries: &[ReplayedEntry]) {
        let envelopes = entries.iter().map(|entry| entry.bytes.as_slice());
        if let Some(store) = &mut self.store
            && store.apply(envelopes, &self.settled.gone, &self.settled.nodes).is_err()
        {
            self.store = None;
        }
    }

    fn publish_turn(&mut self, entries: &[ReplayedEntry]) {
        let snapshot = self.snapshot.as_ref();
        let log = SealedLog { state: &self.state, head: self.head, tree: &self.tree, signed: &self.sealed, snapshot };
        self.publishing.follow(&mut self.disk, &log, entries);
    }

    fn accepted(&self, status: AcceptedStatus, sequence: Sequence, bytes: Vec<u8>) -> Result<Accepted, StoreError> {
        let event = Envelope::hash(&bytes);
        Ok(Accepted { status, sequence, event, receipt: self.receipt(sequence, bytes)? })
    }

    fn receipt(&self, sequence: Sequence, envelope: Vec<u8>) -> Result<Receipt, StoreError> {
        let proof = self.tree.prove_inclusion(sequence, self.tree.size()).map_err(|_| StoreError::Seal)?;
        Receipt::new(Some(envelope), sequence, proof, self.sealed.clone()).map_err(|_| StoreError::Seal)
    }

    /// The bytes of an envelope, which the tree has: from the embedded store or the journal.
    fn envelope(&self, sequence: Sequence) -> Result<Vec<u8>, StoreError> {
        let leaf = usize::try_from(sequence.0).ok().and_then(|at| self.tree.leaves().get(at));
        let is_it = |bytes: &Vec<u8>| Some(&leaf_hash(bytes)) == leaf;
        let kept = self.store.as_ref().and_then(|store| store.envelope(sequence).ok().flatten());
        if let Some(bytes) = kept.filter(is_it) {
            return Ok(bytes);
        }
        let io = StoreError::io(Doing::Read, files::JOURNAL);
        let found = walk::entries(&self.disk, sequence, sequence.size()).map_err(io)?;
        found.into_iter().next().filter(is_it).ok_or(StoreError::NotFound(sequence))
    }

    fn quarantine_torn(&mut self, torn: &Torn) -> Result<(), StoreError> {
        self.quarantine_copy(&torn.file, torn.offset, "torn")?;
        self.disk.cut(&torn.file, torn.offset).map_err(StoreError::io(Doing::Cut, torn.file.clone()))
    }

    /// Copies a file, from an offset on, to the quarantine, `aside/`, whole or not at all, under a name that was
    /// never used.
    fn quarantine_copy(&mut self, file: &str, offset: u64, why: &str) -> Result<(), StoreError> {
        let io = || StoreError::io(Doing::SetAside, file.to_owned());
        let bytes = self.disk.read(file).map_err(io())?;
        if bytes.len() as u64 > FILE_BYTES_MAX {
            // What would be cut off must be kept whole, and so much was never one write.
            let error = std::io::Error::new(std::io::ErrorKind::InvalidData, "it is longer than any segment");
            return Err(io()(error));
        }
        let name = file.replace('/', "-");
        let taken = self.disk.list(files::QUARANTINE).map_err(io())?;
        let candidate = |n: u64| format!("{}/{name}-{offset}-{why}-{n}", files::QUARANTINE);
        let free = (1..).map(candidate).find(|name| !taken.contains(name));
        let quarantine = free.expect("there are more numbers than files");
        let from = usize::try_from(offset).unwrap_or(bytes.len()).min(bytes.len());
        self.disk.put(&quarantine, &bytes[from..]).map_err(io())
    }

    /// The keys that it admitted, for whoever checks the next turn's signatures while this one is made durable.
    pub fn known_keys(&self) -> KnownKeys {
        self.known_keys.clone()
    }

    /// What the last turn sealed; none where nothing of it came in, and after the start.
    pub fn frame(&self) -> Option<&SealedFrame> {
        self.frame.as_ref()
    }

    /// The root over the rows of what is sealed, and what of the tree the last turn changed. Of what the writer started
    /// with, the nodes are forgotten once a store has them.
    pub fn settled(&self) -> &Settled {
        &self.settled
    }

    /// The disk, as the writer left it.
    pub fn disk(&self) -> &D {
        &self.disk
    }

    /// Whether it has failed, and takes nothing any more.
    pub fn is_poisoned(&self) -> bool {
        self.poisoned
    }

    /// The state after the last event that is durable.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The read model after the last event that is durable.
    pub fn model(&self) -> &ReadModel {
        &self.model
    }

    /// The end of the chain.
    pub fn head(&self) -> Head {
        self.head
    }

    /// The checkpoint that is sealed.
    pub fn checkpoint(&self) -> &SignedCheckpoint {
        &self.sealed
    }

    /// The snapshot of what is sealed, with its cosignatures.
    pub fn snapshot(&self) -> Option<&SignedSnapshot> {
        self.snapshot.as_ref()
    }

    /// The tree over the events.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// The receipt of an accepted submission under the checkpoint that is sealed now, with its cosignatures.
    ///
    /// # Errors
    /// [`StoreError::Seal`].
    pub fn renewed(&self, receipt: &Receipt) -> Result<Receipt, StoreError> {
        self.receipt(receipt.index(), receipt.entry().map(<[u8]>::to_vec).unwrap_or_default())
    }

    /// Whether a statement is in already, and where.
    pub fn admitted(&self, statement: &SignedStatement) -> Option<Sequence> {
        self.state.admitted(Statement::hash(statement.statement_bytes()))
    }

    /// What would become of a submission now, without any trace of the question.
    ///
    /// # Errors
    /// The refusal. A statement that is in already is none.
    pub fn ask(&self, submission: &SignedStatement, clock: Millis) -> Result<(), Refusal> {
        self.ask_checked(&self.known_keys.check(submission), clock)
    }

    /// As [`Writer::ask`], of a submission that was checked before.
    ///
    /// # Errors
    /// As [`Writer::ask`].
    pub fn ask_checked(&self, checked: &CheckedSubmission, clock: Millis) -> Result<(), Refusal> {
        let opened = checked.opened().map_err(Clone::clone)?;
        match decide(&self.state, &opened.submission, clock.max(self.head.arrival)) {
            Ok(_) | Err(Rejection::Already(..)) => Ok(()),
            Err(rejection) => Err(Refusal::Rule(rejection)),
        }
    }

    /// Ends the writer, with the embedded store handed to the system.
    ///
    /// # Errors
    /// [`StoreError::Index`]; nothing is lost by it.
    pub fn close(self) -> Result<(), StoreError> {
        self.store.as_ref().map_or(Ok(()), SledStore::flush)
    }
}
