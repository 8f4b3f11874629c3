//! The one writer: what it holds, and how it stands. How it starts, takes its turns and seals them are files of its folder.

mod catching_up;
mod folds;
mod following;
mod keeping;
mod publishing;
mod replicating;
mod sealing;
mod start;
mod turn;

use std::time::Instant;

pub use self::following::GoneOn;
use self::keeping::Keeping;
use self::publishing::Publishing;
pub use self::publishing::Unpublished;
use super::error::{Doing, Refusal, StoreError};
use super::journal::JournalWriter;
use super::journal::disk::Disk;
use super::journal::recover::Beginning;
use super::journal::walk::{self, Span};
use super::known_keys::KnownKeys;
use super::publish::{Page, Stamps};
use super::replica::Replica;
use super::sled::SledStore;
use super::{embedded, files, proven};
use crate::crypto::note::NoteSigner;
use crate::crypto::vkey::VerifierKey;
use crate::domain::id::EventHash;
use crate::domain::number::{Sequence, Size};
use crate::domain::origin::Origin;
use crate::domain::rejection::Rejection;
use crate::domain::rules::decide;
use crate::domain::state::State;
use crate::domain::statement::Statement;
use crate::domain::time::Millis;
use crate::ledger::envelope::Head;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::files::seal::SlotNumber;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::rows::held::HeldRows;
use crate::ledger::rows::page::RowPage;
use crate::ledger::submission::{CheckedSubmission, SignedStatement};
use crate::ledger::tree::merkle::Tree;
use crate::ledger::tree::node::leaf_hash;
use crate::tally::moment::Moment;
use crate::tally::read_model::ReadModel;
use crate::tally::rows::{ChangedRows, KeptRows, Settled};
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
    /// What is asked before anything is signed, where the ledger has one.
    replica: Option<Replica>,
    /// The checkpoint that the replica has for the turn that is being made durable here.
    promised: Option<SignedCheckpoint>,
    signer: NoteSigner,
    successor: Option<NoteSigner>,
    origin: Origin,
    state: State,
    model: ReadModel,
    rows: KeptRows,
    /// The root over the rows under the last snapshot, and what the last turn changed of them.
    settled: Settled,
    known_keys: KnownKeys,
    /// Every key that the log had, each with the size from which on it signs.
    log_keys: Vec<(Size, VerifierKey)>,
    tree: Tree,
    head: Head,
    journal: JournalWriter,
    sealed: SignedCheckpoint,
    snapshot: Option<SignedSnapshot>,
    next_slot: SlotNumber,
    /// The seal file's bytes when this checkpoint was last seen to be its latest; none before the first look.
    seal: Option<Vec<u8>>,
    keeping: Keeping,
    /// From where this one began.
    began: Beginning,
    /// How many events are in the fold that is kept for the next writer.
    kept: Size,
    /// And how many there were when one was tried to be kept last.
    fold_tried: Size,
    publishing: Publishing,
    /// How far the log was published under the fold, and how the files stood, until publishing begins.
    publication: Option<(Size, Stamps)>,
    pages: Vec<Page>,
    /// What the last turn sealed, or what was taken over last.
    frames: Vec<SealedFrame>,
    /// The envelopes that are sealed and not published yet.
    behind: Vec<Vec<u8>>,
    /// When the published folder caught up last.
    caught_up: Option<Instant>,
    poisoned: bool,
    /// Whether another writes, and this one follows the replica.
    stands_by: bool,
}

impl<D: Disk> Writer<D> {
    /// Has the key to which the log's key may be changed: the checkpoint that covers the change is signed with it. A
    /// writer without it refuses the change, because it could not seal it.
    pub fn succeeded_by(&mut self, successor: NoteSigner) {
        self.successor = Some(successor);
    }

    /// Whether a store holds all that is sealed, and its rows. Behind a fold that was kept it is taken by its word: what it gives
    /// is held against the root whenever it is read.
    pub fn is_kept_in(&self, store: &SledStore) -> bool {
        let (checkpoint, rows) = (self.sealed.checkpoint(), &self.settled.root);
        match self.began {
            Beginning::First => proven::is_whole(store, checkpoint, rows),
            Beginning::Fold(_) => store.size() == checkpoint.size && store.pages().root() == *rows,
        }
    }

    /// Whether a store holds the first events of what is sealed, and nothing else; behind a fold that was kept, by its word, at
    /// least those of the fold.
    pub fn is_ahead_of(&self, store: &SledStore) -> bool {
        match self.began {
            Beginning::First => proven::is_behind(store, &self.tree),
            Beginning::Fold(kept) => kept <= store.size() && store.size() < self.tree.size(),
        }
    }

    /// The rows that such a store does not have, and the pages over all of them.
    ///
    /// # Errors
    /// [`StoreError::Index`].
    pub fn rows_ahead_of(&mut self, store: &SledStore) -> Result<(ChangedRows, Vec<RowPage>), StoreError> {
        let pages = self.rows.pages();
        let rows = match self.began {
            Beginning::First => embedded::differing(store, &self.settled.rows, &pages)?,
            Beginning::Fold(_) => self.settled.rows.clone(),
        };
        Ok((rows, pages))
    }

    /// All rows as the embedded store has them, if they are those under the last snapshot.
    pub fn stored_rows(&self) -> Option<HeldRows> {
        let mut rows = self.keeping.rows()?;
        (rows.root() == self.settled.root).then_some(rows)
    }

    /// All rows, and the pages over them.
    pub fn all_rows(&mut self) -> (ChangedRows, Vec<RowPage>) {
        let rows = match self.began {
            Beginning::First => self.settled.rows.clone(),
            Beginning::Fold(_) => {
                let now = Moment { size: self.tree.size(), clock: self.head.arrival };
                KeptRows::of(&self.model, now).settle(&self.model).rows
            }
        };
        (rows, self.rows.pages())
    }

    /// Lets go of the rows that the writer began with, where a store has them.
    pub fn forget_rows(&mut self) {
        self.settled.rows.clear();
    }

    /// Keeps the embedded store up to date from now on.
    pub fn attach(&mut self, store: SledStore) {
        self.keeping = Keeping::of(store);
    }

    fn receipt(&self, sequence: Sequence, envelope: Vec<u8>) -> Result<Receipt, StoreError> {
        let proof = self.tree.prove_inclusion(sequence, self.tree.size()).map_err(|_| StoreError::Seal)?;
        Receipt::new(Some(envelope), sequence, proof, self.sealed.clone()).map_err(|_| StoreError::Seal)
    }

    /// The bytes of an envelope, which the tree has: from the embedded store or the journal.
    fn envelope(&self, sequence: Sequence) -> Result<Vec<u8>, StoreError> {
        let leaf = usize::try_from(sequence.0).ok().and_then(|at| self.tree.leaves().get(at));
        let is_it = |bytes: &Vec<u8>| Some(&leaf_hash(bytes)) == leaf;
        if let Some(bytes) = self.keeping.envelope(sequence).filter(is_it) {
            return Ok(bytes);
        }
        let io = StoreError::io(Doing::Read, files::JOURNAL);
        let found = walk::entries(&self.disk, sequence, sequence.size()).map_err(io)?;
        found.into_iter().next().filter(is_it).ok_or(StoreError::NotFound(sequence))
    }

    /// The keys that it admitted, for whoever checks the next turn's signatures while this one is made durable.
    pub fn known_keys(&self) -> KnownKeys {
        self.known_keys.clone()
    }

    /// What the last turn sealed, or what was taken over last; none where nothing of it came in, and after the start.
    pub fn frames(&self) -> &[SealedFrame] {
        &self.frames
    }

    /// The root over the rows of what is sealed, and the rows that the last turn changed; when the writer starts, all of them,
    /// until a store has them.
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

    /// The replica that it is written with, if there is one.
    pub fn replica(&self) -> Option<&Replica> {
        self.replica.as_ref()
    }

    /// Lets everything go but what it takes to begin again: the key, the replica and the pages.
    pub fn lets_go(self) -> (NoteSigner, Option<Replica>, Vec<Page>) {
        (self.signer, self.replica, self.pages)
    }

    /// Ends the writer, with the published folder and the embedded store brought up to what is sealed, the store handed to the
    /// system, and the fold of many events kept for the next one.
    ///
    /// # Errors
    /// [`StoreError::Index`]; nothing is lost by it.
    pub fn close(mut self) -> Result<(), StoreError> {
        self.catch_up();
        self.keeping.end(|| self.rows.pages())?;
        self.keep_fold_at_end();
        Ok(())
    }
}
