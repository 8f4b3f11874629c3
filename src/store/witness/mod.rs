//! The state of a witness: what it cosigned last of each log, so that it never cosigns two histories.
//!
//! ```text
//! state/
//!   witness.vkey               whose state it is
//!   lock                       one process
//!   logs/<hash of origin>      the last cosigned checkpoint, and which of all cosignatures that was
//!   evidence/<hash of origin>/ what a log signed that does not agree with what it signed before
//! KEYFILE.mark                 beside the key: how far the state has come
//! ```
//! **Durable, then marked, then answered.** A state that was replaced by an older copy of itself would cosign a second
//! history in good faith. So every cosignature has a number, the state is written with it, then the mark beside the
//! key, and then the answer goes out:
//!
//! | the power fails | state | mark | at the next start |
//! | --- | --- | --- | --- |
//! | before the state is written | n | n | as if nobody had asked |
//! | between the two | n + 1 | n | the mark is written; nobody has the cosignature, and the log asks again |
//! | before the answer | n + 1 | n + 1 | the log asks again |
//! | *never* | less than the mark | n | refused: an older copy of the state, or none |
//! | *never* | more than n + 1 | n | refused: an older copy of the mark, with a state that may be anybody's |
//! | *never* | used | none | refused: the key was moved without its mark |
//!
//! Both are written by rename, so each is whole or not there. After a failed write nothing is known about the disk: the
//! process answers no more until it has read again. Who copies key, mark and state together to a second machine has a
//! second witness under one key, which only monitors can see.

mod error;
mod evidence;
mod last_cosigned;
mod mark;
pub mod witnessed;

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

pub use self::error::{StateFlaw, WitnessStateError};
pub use self::evidence::{EVIDENCE_MAX, EvidenceKeeping};
pub use self::last_cosigned::origin_hash;
use self::last_cosigned::{LastCosigned, Logs};
use self::mark::Mark;
use super::error::{Doing, LockHolder, StoreError};
use super::journal::disk::{Disk, Folder};
use super::lock::Lock;
use crate::crypto::note::{NoteSignature, NoteSigner};
use crate::crypto::vkey::{KeyKind, PosixSeconds, VerifierKey};
use crate::domain::origin::Origin;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::note::witness::{AddCheckpoint, Weight, WitnessRefusal, decide};

/// Whose state it is.
const VKEY: &str = "witness.vkey";

/// A witness with its key and its state. Many threads may ask it; it answers one after the other.
#[derive(Debug)]
pub struct WitnessState<D> {
    signer: NoteSigner,
    inner: Mutex<Inner<D>>,
}

/// The state in its folder, held against other processes until dropped.
#[derive(Debug)]
pub struct HeldState {
    state: WitnessState<Folder>,
    _key: File,
    _lock: Lock,
}

#[derive(Debug)]
struct Inner<D> {
    state: D,
    /// Where the key is.
    beside: D,
    mark: Mark,
    logs: Logs,
    failed: bool,
}

/// What a witness answers.
#[derive(Debug)]
pub enum CosignAnswer {
    /// It cosigned, and has stored so.
    Cosigned(NoteSignature),
    /// It does not; what the log signed in contradiction to itself is kept.
    Refused(WitnessRefusal, Option<EvidenceKeeping>),
}

impl HeldState {
    /// Opens the state in a folder, which begins to exist if it must, for the key in a file.
    ///
    /// # Errors
    /// [`WitnessStateError`].
    pub fn open(folder: &Path, key_file: &Path, signer: NoteSigner) -> Result<Self, WitnessStateError> {
        let key = hold(key_file)?;
        fs::create_dir_all(folder).map_err(StoreError::io(Doing::Create, folder))?;
        let lock = Lock::write(folder, "witness")?;
        let mark = mark_of(key_file);
        let name = mark.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let beside = Folder::new(mark.parent().unwrap_or(Path::new("")));
        let state = WitnessState::on(Folder::new(folder), beside, &name, signer)?;
        Ok(Self { state, _key: key, _lock: lock })
    }
}

impl std::ops::Deref for HeldState {
    type Target = WitnessState<Folder>;

    fn deref(&self) -> &WitnessState<Folder> {
        &self.state
    }
}

/// Where the mark of a key is.
pub fn mark_of(key_file: &Path) -> PathBuf {
    let name = key_file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    key_file.with_file_name(format!("{name}.mark"))
}

/// Holds a key file, so that two states under one key are not used at once.
fn hold(key_file: &Path) -> Result<File, StoreError> {
    let file = File::open(key_file).map_err(StoreError::io(Doing::Read, key_file))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::Locked(LockHolder {
            process: "unknown".to_owned(),
            doing: "witness with this key".to_owned(),
        })),
        Err(TryLockError::Error(error)) => Err(StoreError::io(Doing::Lock, key_file)(error)),
    }
}

impl<D: Disk> WitnessState<D> {
    /// Reads the state on one disk and the mark of that name on another, and holds one against the other.
    ///
    /// # Errors
    /// [`WitnessStateError`].
    pub fn on(mut state: D, mut beside: D, mark: &str, signer: NoteSigner) -> Result<Self, WitnessStateError> {
        let key = signer.verifier().spelled(KeyKind::Cosigner);
        let bound = is_bound(&state, &key)?;
        let logs = Logs::read(&state, &key)?;
        let (found, now) = (Mark::read(&beside, mark)?, Mark::new(mark, &key, &logs));
        match &found {
            Some(found) => now.continues(found)?,
            None if logs.is_empty() => {}
            None => return Err(WitnessStateError::Unmarked(mark.to_owned())),
        }
        if !bound {
            bind(&mut state, &logs, &key)?;
        }
        if found.as_ref() != Some(&now) {
            now.write(&mut beside)?;
        }
        Ok(Self { signer, inner: Mutex::new(Inner { state, beside, mark: now, logs, failed: false }) })
    }

    /// Who cosigns, as type 0x01.
    pub fn key(&self) -> &VerifierKey {
        self.signer.verifier()
    }

    /// The last cosigned checkpoint of a log, under the log's and this witness's signatures.
    pub fn last(&self, origin: &Origin) -> Option<SignedCheckpoint> {
        self.of_hash(&origin_hash(origin))
    }

    /// The same, by the hash of its origin.
    pub fn of_hash(&self, origin_hash: &str) -> Option<SignedCheckpoint> {
        self.inner().logs.get(origin_hash).map(|kept| kept.signed.clone())
    }

    /// Decides on a request by the keys of the logs that are watched, and cosigns at `now`: nobody else is between the
    /// look at what was cosigned last and what is stored.
    ///
    /// # Errors
    /// [`WitnessStateError::Store`] when a write fails, and then [`WitnessStateError::Failed`] for ever: what is on the
    /// disk must be read again.
    pub fn add(
        &self,
        logs: &[VerifierKey],
        request: &AddCheckpoint,
        now: PosixSeconds,
    ) -> Result<CosignAnswer, WitnessStateError> {
        let inner = &mut *self.inner();
        if inner.failed {
            return Err(WitnessStateError::Failed);
        }
        let hash = origin_hash(&request.checkpoint().checkpoint().origin);
        let last = inner.logs.get(&hash);
        match decide(logs, last.map(|kept| kept.signed.checkpoint()), request) {
            Ok(signed) => match last.and_then(|last| last.same_second(&signed, self.key(), now)) {
                Some(line) => Ok(CosignAnswer::Cosigned(line)),
                None => self.cosign(inner, &hash, signed, now).map(CosignAnswer::Cosigned),
            },
            Err(refusal) => {
                let held = last.map(|kept| kept.signed.clone());
                let evidence =
                    evidence::of(&refusal).map(|weight| inner.keep(&hash, weight, request, held.as_ref(), logs));
                Ok(CosignAnswer::Refused(refusal, evidence))
            }
        }
    }

    /// Cosigns a snapshot of the checkpoint that was cosigned last, stating the same time: the caller has computed its rows
    /// from the events. None where another checkpoint was.
    pub fn cosign_numbers(&self, snapshot: &SignedSnapshot) -> Option<NoteSignature> {
        let checkpoint = &snapshot.snapshot().checkpoint;
        let inner = self.inner();
        let last = inner.logs.get(&origin_hash(&checkpoint.origin))?;
        (last.signed.checkpoint() == checkpoint).then(|| snapshot.cosign(&self.signer, last.time))
    }

    /// Keeps a request that is told elsewhere to be inconsistent: a log that shows less than it did before.
    pub fn suspect(&self, request: &AddCheckpoint) -> EvidenceKeeping {
        let inner = &mut *self.inner();
        let hash = origin_hash(&request.checkpoint().checkpoint().origin);
        let held = inner.logs.get(&hash).map(|kept| kept.signed.clone());
        inner.keep(&hash, Weight::Suspicion, request, held.as_ref(), &[])
    }

    /// Stores, marks, and gives the line. The time never goes backwards for a log, whatever the clock does: a larger
    /// tree was not seen before a smaller one.
    fn cosign(
        &self,
        inner: &mut Inner<D>,
        hash: &str,
        mut signed: SignedCheckpoint,
        now: PosixSeconds,
    ) -> Result<NoteSignature, WitnessStateError> {
        let time = inner.logs.get(hash).map_or(now, |last| last.time.max(now));
        let line = signed.cosign(&self.signer, time);
        let room = WitnessStateError::Damaged { file: hash.to_owned(), why: StateFlaw::Keys };
        signed.add_cosignature(line.clone(), self.key()).map_err(|_| room)?;
        let kept = LastCosigned { number: inner.logs.given() + 1, time, signed };
        inner.store(hash, kept).inspect_err(|_| inner.failed = true)?;
        Ok(line)
    }

    fn inner(&self) -> MutexGuard<'_, Inner<D>> {
        // A panic between the two writes leaves what a power cut leaves; the memory is changed after them.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<D: Disk> Inner<D> {
    fn store(&mut self, hash: &str, kept: LastCosigned) -> Result<(), StoreError> {
        kept.write(&mut self.state, hash)?;
        let mut marked = self.mark.clone();
        marked.add(hash, &kept);
        marked.write(&mut self.beside)?;
        self.mark = marked;
        self.logs.insert(hash, kept);
        Ok(())
    }

    fn keep(
        &mut self,
        hash: &str,
        weight: Weight,
        request: &AddCheckpoint,
        held: Option<&SignedCheckpoint>,
        logs: &[VerifierKey],
    ) -> EvidenceKeeping {
        evidence::keep(&mut self.state, hash, weight, request, held, logs)
    }
}

/// Refuses a state that is bound to another key or name. Says whether it is bound at all.
fn is_bound<D: Disk>(state: &D, key: &VerifierKey) -> Result<bool, WitnessStateError> {
    match state.read(VKEY) {
        Ok(bytes) if bytes == format!("{key}\n").as_bytes() => Ok(true),
        Ok(bytes) => {
            let found = String::from_utf8_lossy(&bytes).trim_end().to_owned();
            Err(WitnessStateError::OtherWitness { file: VKEY.to_owned(), found, given: key.to_string() })
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(StoreError::io(Doing::Read, VKEY)(error).into()),
    }
}

/// Binds an unused state to this key and name.
fn bind<D: Disk>(state: &mut D, logs: &Logs, key: &VerifierKey) -> Result<(), WitnessStateError> {
    if !logs.is_empty() {
        return Err(WitnessStateError::Damaged { file: VKEY.to_owned(), why: StateFlaw::Missing });
    }
    Ok(state.put(VKEY, format!("{key}\n").as_bytes()).map_err(StoreError::io(Doing::Write, VKEY))?)
}
