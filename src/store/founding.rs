//! Founding a ledger: made whole beside its place, then put there by one rename.

use std::fs;
use std::path::Path;

use super::beside::{Among, Beside};
use super::error::{Doing, Refusal, StoreError};
use super::files;
use super::journal::JournalWriter;
use super::journal::disk::{Disk, Folder, sync_folder};
use super::place;
use crate::crypto::admitted::AdmittedKeys;
use crate::crypto::note::NoteSigner;
use crate::crypto::vkey::VerifierKey;
use crate::domain::event::RecordedEvent;
use crate::domain::number::{Sequence, Size};
use crate::domain::origin::Origin;
use crate::domain::rejection::Rejection;
use crate::domain::rules::decide;
use crate::domain::state::State;
use crate::domain::statement::Body;
use crate::domain::time::Millis;
use crate::ledger::envelope::{Envelope, Head};
use crate::ledger::files::seal::{SEAL_BYTES, encode_slot};
use crate::ledger::files::snapshots::SnapshotRecord;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::snapshot::Snapshot;
use crate::ledger::rows::node::RowHash;
use crate::ledger::submission::SignedStatement;
use crate::ledger::tree::merkle::CompactRange;
use crate::ledger::tree::node::leaf_hash;
use crate::tally::moment::Moment;
use crate::tally::read_model::ReadModel;
use crate::tally::rows;

/// What a ledger is founded from.
#[derive(Debug)]
pub struct Founding<'a> {
    /// The founding act, signed by its quorum.
    pub submission: &'a SignedStatement,
    /// When the act arrives, by the writer's clock.
    pub clock: Millis,
    /// The log's key, with which the first checkpoint is signed.
    pub signer: &'a NoteSigner,
    /// The manifest as people read it.
    pub manifest: &'a str,
    /// The log's secret key as a file, in a rehearsal only.
    pub rehearsal_key: Option<&'a str>,
}

/// Founds a ledger at a place where nothing is.
///
/// # Errors
/// [`StoreError::Exists`]; [`StoreError::Founding`] when the act is refused; [`StoreError::NotTheLogKey`];
/// [`StoreError::Io`]. Nothing is left behind at the place.
pub fn found(ledger: &Path, founding: &Founding<'_>) -> Result<(), StoreError> {
    let beside = begin(ledger)?;
    make(beside.path(), founding)?;
    finish(beside, ledger)
}

/// The first event of a ledger, and the rows after it.
struct First {
    envelope: Vec<u8>,
    rows: RowHash,
}

fn first(founding: &Founding<'_>) -> Result<First, StoreError> {
    let opened = founding.submission.open(&AdmittedKeys::default()).map_err(Refusal::Bytes)?;
    let Body::ElectionCalled(called) = &opened.submission.statement.body else {
        return Err(Refusal::Rule(Rejection::NotFounded).into());
    };
    let event = decide(&State::default(), &opened.submission, founding.clock).map_err(Refusal::Rule)?;
    let key = called.log_key.as_str().parse::<VerifierKey>().map_err(|_| StoreError::NotTheLogKey)?;
    if key != *founding.signer.verifier() {
        return Err(StoreError::NotTheLogKey);
    }
    let envelope = Head::START.seal(founding.clock, founding.submission.encode());
    let (sequence, arrival, bytes) = (envelope.sequence, envelope.arrival, envelope.encode());
    let mut model = ReadModel::default();
    model.apply(&RecordedEvent { event, sequence, hash: Envelope::hash(&bytes), arrival });
    Ok(First { envelope: bytes, rows: rows::root(&model, Moment { size: sequence.size(), clock: arrival }) })
}

/// Writes a founded ledger's files on a disk that has none: seal, snapshot, journal, and the two renderings beside them.
///
/// # Errors
/// [`StoreError::Founding`] when the act is refused; [`StoreError::NotTheLogKey`]; [`StoreError::Io`].
pub fn found_on<D: Disk>(disk: &mut D, founding: &Founding<'_>) -> Result<(), StoreError> {
    let First { envelope, rows } = first(founding)?;
    let checkpoint = first_checkpoint(founding.signer, &envelope)?;
    let mut write = |file: &str, bytes: &[u8]| {
        disk.append(file, bytes).and_then(|()| disk.sync(file)).map_err(StoreError::io(Doing::Write, file))
    };
    write(files::MANIFEST, founding.manifest.as_bytes())?;
    write(files::LOG_VKEY, format!("{}\n", founding.signer.verifier()).as_bytes())?;
    write(files::SEAL, &first_seal(founding.signer, &checkpoint)?)?;
    write(files::SNAPSHOTS, &first_snapshot(founding.signer, Snapshot { checkpoint, rows })?.encode())?;
    if let Some(key) = founding.rehearsal_key {
        write(files::LOG_KEY, key.as_bytes())?;
    }
    let io = StoreError::io(Doing::Write, files::JOURNAL);
    JournalWriter::start().append(disk, Sequence(0), &[envelope]).map_err(io)
}

fn make(folder: &Path, founding: &Founding<'_>) -> Result<(), StoreError> {
    found_on(&mut Folder::new(folder), founding)?;
    founding.rehearsal_key.map_or(Ok(()), |_| restrict(&folder.join(files::LOG_KEY)))
}

fn first_checkpoint(signer: &NoteSigner, envelope: &[u8]) -> Result<Checkpoint, StoreError> {
    let mut tree = CompactRange::default();
    tree.push(leaf_hash(envelope));
    let origin = signer.verifier().name().as_str().parse::<Origin>().map_err(|_| StoreError::Seal)?;
    Ok(Checkpoint { origin, size: Size(1), root: tree.root() })
}

fn first_snapshot(signer: &NoteSigner, snapshot: Snapshot) -> Result<SnapshotRecord, StoreError> {
    let signed = snapshot.sign(signer).map_err(|_| StoreError::Seal)?;
    SnapshotRecord::of(&signed, signer.verifier()).ok_or(StoreError::Seal)
}

fn first_seal(signer: &NoteSigner, checkpoint: &Checkpoint) -> Result<Vec<u8>, StoreError> {
    let signed = checkpoint.sign(signer).map_err(|_| StoreError::Seal)?;
    let mut seal = encode_slot(&signed).ok_or(StoreError::Seal)?;
    seal.resize(SEAL_BYTES, 0);
    Ok(seal)
}

/// A key file is for its owner's eyes alone.
fn restrict(path: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).map_err(StoreError::io(Doing::Protect, path))
}

/// Begins the folder in which a ledger is made before it is put in its place.
pub(super) fn begin(ledger: &Path) -> Result<Beside, StoreError> {
    if ledger.exists() {
        return Err(StoreError::Exists(ledger.to_owned()));
    }
    if let Some(parent) = ledger.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        fs::create_dir_all(parent).map_err(StoreError::io(Doing::Create, parent))?;
    }
    Beside::folder(ledger, Among::Peoples).map_err(StoreError::io(Doing::Create, ledger))
}

/// Puts a ledger that was made in its place, durably, and notes where it stands.
pub(super) fn finish(beside: Beside, ledger: &Path) -> Result<(), StoreError> {
    beside.put().map_err(StoreError::io(Doing::Create, ledger))?;
    let _ = place::note(ledger);
    let parent = ledger.parent().unwrap_or(ledger);
    sync_folder(parent).map_err(StoreError::io(Doing::Write, parent))
}
