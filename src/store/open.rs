//! Opening a ledger to write: locked, recovered, its embedded store brought up to date.

use std::path::Path;

use super::confirm::Confirm;
use super::embedded::{self, EmbeddedState, Rebuild};
use super::error::{Doing, StoreError};
use super::files;
use super::journal::disk::Folder;
use super::journal::recover::{Recovered, Torn, Unsealed, recover, recover_with};
use super::journal::{strangers, walk};
use super::lock::Lock;
use super::place::{self, Copied};
use super::presence::is_there;
use super::publish::PublishedCheckpoint;
use super::replica::error::ReplicaError;
use super::replica::{Replica, follow, noted};
use super::sled::SledStore;
use super::witness::witnessed::Witnessed;
use super::writer::Writer;
use crate::crypto::note::NoteSigner;
use crate::crypto::parallel::ParallelMap;
use crate::domain::number::{Sequence, Size};

/// A ledger held for writing.
#[derive(Debug)]
pub struct Held {
    /// The writer, recovered and ready.
    pub writer: Writer<Folder>,
    /// What recovery found and did.
    pub recovery: Recovery,
    lock: Lock,
}

/// What recovery found and did.
#[derive(Debug, Default)]
pub struct Recovery {
    /// Whole events that had not been sealed, and now are.
    pub sealed: Size,
    /// Events that only the replica had, and the journal has now.
    pub followed: Size,
    /// Whether the replica lacked the checkpoint that is sealed here, and has it again.
    pub seal_made_again: bool,
    /// A torn write that was set aside.
    pub torn: Option<Torn>,
    /// Whether a damaged slot of the seal was set aside and written again.
    pub slot_rewritten: bool,
    /// Whether something stood in the place of the published checkpoint that is none, and was set aside.
    pub published_quarantined: bool,
    /// Whether a false cosignature stood with the published checkpoint, and was left away.
    pub published_falsely: bool,
    /// Whether the embedded store was rebuilt.
    pub rebuilt: bool,
    /// What lies among the segments of the journal and is none.
    pub passed_over: Vec<String>,
    /// Whether the folder is a copy of one that was written elsewhere.
    pub copied: Option<Copied>,
    /// Why there is no embedded store, where it could not be rebuilt either.
    pub without_store: Option<StoreError>,
}

/// Opens a ledger to write. Before anything is signed, `confirm` is asked. `doing` is what others are told while it is
/// held; `progress` hears how many events are done when the embedded store must be rebuilt.
///
/// # Errors
/// [`StoreError::NoLedger`]; [`StoreError::Restored`]; [`StoreError::Locked`]; [`StoreError::LockRemoved`];
/// [`StoreError::ReadOnly`]; what `confirm` says; [`StoreError::NotTheLogKey`]; [`StoreError::Io`].
pub fn write<M: ParallelMap + Clone>(
    ledger: &Path,
    signer: NoteSigner,
    map: M,
    doing: &str,
    confirm: &mut Confirm<'_>,
    progress: &mut dyn FnMut(u64),
) -> Result<Held, StoreError> {
    write_with(ledger, signer, map, doing, None, confirm, progress)
}

/// The same with the replica that the ledger is written with, if there is one: it is asked before anything is signed.
///
/// # Errors
/// As [`write()`]; [`StoreError::Replica`].
pub fn write_with<M: ParallelMap + Clone>(
    ledger: &Path,
    signer: NoteSigner,
    map: M,
    doing: &str,
    replica: Option<Replica>,
    confirm: &mut Confirm<'_>,
    progress: &mut dyn FnMut(u64),
) -> Result<Held, StoreError> {
    let (lock, mut disk) = held(ledger, doing)?;
    let mut recovered = recover(&disk, map.clone(), Some(signer.verifier()))?;
    let found = Recovery::of(&disk, &recovered, ledger)?;
    let (followed, confirmed) = follow::confirmed(&mut disk, &mut recovered, replica.as_ref(), confirm)?;
    follow::supply(&mut disk, &recovered, replica.as_ref(), followed)?;
    // Only now: what was cosigned before this start is no answer to it.
    if let Ok(witnessed) = Witnessed::read(&disk) {
        witnessed.last().into_iter().for_each(|last| recovered.latest.join(last));
    }
    let recovery = Recovery {
        sealed: recovered.unsealed,
        followed: followed.map_or(Size(0), |followed| followed.appended),
        seal_made_again: followed.is_some_and(|followed| followed.lacked_seal),
        ..found
    };
    let writer = Writer::start_with(disk, recovered, signer, replica)?;
    let mut held = Held { writer, recovery, lock };
    held.goes_with_store(ledger, progress);
    held.writer.publish();
    held.writer.cosigned(&confirmed);
    held.writer.keep_fold();
    Ok(held)
}

/// Opens a ledger to stand by: another machine writes it, and this one follows the replica, signing nothing until it
/// [goes on](Writer::go_on). What nobody signed here is set aside; where it holds, the replica has it.
///
/// # Errors
/// As [`write_with`], but for `confirm`.
pub fn stand_by<M: ParallelMap + Clone>(
    ledger: &Path,
    signer: NoteSigner,
    map: M,
    doing: &str,
    replica: Replica,
    progress: &mut dyn FnMut(u64),
) -> Result<Held, StoreError> {
    let (lock, disk) = held(ledger, doing)?;
    noted::agrees(&disk, Some(&replica))?;
    replica.trial()?;
    Following { ledger, lock, disk, signer, replica }.begin(map, &mut follow::may_stand_by, progress)
}

/// What is held of a ledger that is to stand by.
struct Following<'l> {
    ledger: &'l Path,
    lock: Lock,
    disk: Folder,
    signer: NoteSigner,
    replica: Replica,
}

/// Asks whether a ledger may stand by with a replica.
type MayStandBy<'a, M> = dyn FnMut(&mut Folder, &Recovered<M>, &Replica) -> Result<(), StoreError> + 'a;

impl Following<'_> {
    fn begin<M: ParallelMap + Clone>(
        self,
        map: M,
        may_stand_by: &mut MayStandBy<'_, M>,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Held, StoreError> {
        let Self { ledger, lock, mut disk, signer, replica } = self;
        let recovered = recover_with(&disk, map, Some(signer.verifier()), Unsealed::SetAside)?;
        let recovery = Recovery::of(&disk, &recovered, ledger)?;
        may_stand_by(&mut disk, &recovered, &replica)?;
        let writer = Writer::stand_by(disk, recovered, signer, replica)?;
        let mut held = Held { writer, recovery, lock };
        held.goes_with_store(ledger, progress);
        held.writer.publish();
        Ok(held)
    }
}

/// The lock of a ledger that may be written, and its disk with the seal held.
fn held(ledger: &Path, doing: &str) -> Result<(Lock, Folder), StoreError> {
    may_be_written(ledger)?;
    let lock = Lock::write(ledger, doing)?;
    Ok((lock, with_seal(ledger)?))
}

/// The disk of a ledger, with the seal held: the lock names who writes, and anybody can take it away; without its seal, a
/// ledger is none.
fn with_seal(ledger: &Path) -> Result<Folder, StoreError> {
    let mut disk = Folder::new(ledger);
    let is_held = disk.hold(files::SEAL).map_err(StoreError::io(Doing::Lock, ledger.join(files::SEAL)))?;
    if is_held { Ok(disk) } else { Err(StoreError::LockRemoved) }
}

impl Recovery {
    /// What was found before anything was done.
    fn of<M>(disk: &Folder, recovered: &Recovered<M>, ledger: &Path) -> Result<Self, StoreError> {
        Ok(Self {
            torn: recovered.torn.clone(),
            slot_rewritten: !recovered.other_slot_is_whole,
            published_quarantined: recovered.published == PublishedCheckpoint::Unreadable,
            published_falsely: recovered.published_falsely,
            passed_over: strangers(disk).map_err(StoreError::io(Doing::ReadFolder, ledger.join(files::JOURNAL)))?,
            copied: place::copied(ledger),
            ..Self::default()
        })
    }
}

impl Held {
    /// What others are told who find the ledger held.
    ///
    /// # Errors
    /// [`StoreError::Io`].
    pub fn does(&mut self, doing: &str) -> Result<(), StoreError> {
        self.lock.does(doing)
    }

    /// Steps back where another machine has gone on: reads again what is here, without anything that was not acknowledged,
    /// and stands by. `doing` is what others are told from now on. While the replica gives no clear answer, `waits` is told, and
    /// says whether it is asked again.
    ///
    /// # Errors
    /// As [`stand_by`].
    pub fn steps_back<M: ParallelMap + Clone>(
        self,
        ledger: &Path,
        map: M,
        doing: &str,
        waits: &mut dyn FnMut(&ReplicaError) -> bool,
    ) -> Result<Self, StoreError> {
        let Self { writer, mut lock, .. } = self;
        lock.does(doing)?;
        let (signer, replica, pages) = writer.lets_go();
        let replica = replica.ok_or(ReplicaError::Needed)?;
        let following = Following { ledger, lock, disk: with_seal(ledger)?, signer, replica };
        // It was tried when this process began to write with it.
        let mut may_stand_by = |disk: &mut Folder, recovered: &Recovered<M>, replica: &Replica| loop {
            match follow::may_stand_by(disk, recovered, &replica.asked_once()) {
                Err(StoreError::Replica(silent @ ReplicaError::Silent { .. })) if waits(&silent) => {}
                answered => break answered,
            }
        };
        let mut held = following.begin(map, &mut may_stand_by, &mut |_| {})?;
        held.writer.publish_pages(&pages);
        Ok(held)
    }

    /// Brings the embedded store up to what is sealed, where it can be had, and notes where the ledger stands.
    fn goes_with_store(&mut self, ledger: &Path, progress: &mut dyn FnMut(u64)) {
        let Self { writer, recovery, .. } = self;
        // Where it cannot be noted, a copy is not told; what must be written tells that the disk is full.
        let _ = place::note(ledger);
        let size = writer.checkpoint().checkpoint().size;
        let held = match embedded::open(ledger) {
            EmbeddedState::Open(store) if writer.is_kept_in(&store) => Some(Ok(store)),
            EmbeddedState::Open(store) if writer.is_ahead_of(&store) => {
                brought_up(store, writer, size, progress).ok().map(Ok)
            }
            // It is never the only copy, and so never a reason not to write: readers fold the journal.
            EmbeddedState::Closed(error) => Some(Err(error)),
            // Two of one folder are never open: here it is closed.
            EmbeddedState::Open(_) | EmbeddedState::InDoubt | EmbeddedState::Nothing => None,
        };
        let held = held.unwrap_or_else(|| {
            let rebuilt = rebuilt(ledger, writer, size, progress);
            recovery.rebuilt = rebuilt.is_ok();
            rebuilt
        });
        match held {
            Ok(store) => writer.attach(store),
            Err(error) => recovery.without_store = Some(error),
        }
        writer.forget_rows();
    }
}

fn may_be_written(ledger: &Path) -> Result<(), StoreError> {
    if !stands(&ledger.join(files::SEAL))? {
        return Err(StoreError::NoLedger(ledger.to_owned()));
    }
    if stands(&ledger.join(files::RESTORED))? {
        return Err(StoreError::Restored);
    }
    Ok(())
}

fn stands(path: &Path) -> Result<bool, StoreError> {
    is_there(path).map_err(StoreError::io(Doing::Read, path))
}

fn brought_up(
    mut store: SledStore,
    writer: &mut Writer<Folder>,
    size: Size,
    progress: &mut dyn FnMut(u64),
) -> Result<SledStore, StoreError> {
    let (rows, pages) = writer.rows_ahead_of(&store)?;
    embedded::fill(&mut store, size, &mut entries(writer, progress), (&rows, pages))?;
    Ok(store)
}

/// The writer has the ledger's lock from the beginning to the end.
fn rebuilt(
    ledger: &Path,
    writer: &mut Writer<Folder>,
    size: Size,
    progress: &mut dyn FnMut(u64),
) -> Result<SledStore, StoreError> {
    let (rebuild, (rows, pages)) = (Rebuild::begin(ledger)?, writer.all_rows());
    rebuild.fill(size, &mut entries(writer, progress), (&rows, pages), || Some(()))
}

fn entries(
    writer: &Writer<Folder>,
    progress: &mut dyn FnMut(u64),
) -> impl FnMut(Sequence, Size) -> Result<Vec<Vec<u8>>, StoreError> {
    move |first, size| {
        progress(size.0);
        walk::entries(writer.disk(), first, size).map_err(StoreError::io(Doing::Read, files::JOURNAL))
    }
}
