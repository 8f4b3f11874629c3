//! A verifier's way through a ledger folder: the journal streamed, the seal read, nothing written, no lock taken.

use super::disk::Disk;
use super::strangers;
use super::walk::{Span, Step, Walk};
use crate::crypto::parallel::ParallelMap;
use crate::domain::number::Size;
use crate::ledger::files::seal::Seal;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::store::error::{Doing, StoreError};
use crate::store::files;
use crate::store::publish::{PublishedCheckpoint, published_checkpoint};
use crate::store::snapshots;
use crate::verify::claimed_snapshot::ClaimedSnapshot;
use crate::verify::conclude::{ClaimedCheckpoints, TrustAnchors, conclude};
use crate::verify::fault::{Fault, FaultKind};
use crate::verify::feeder::Feeder;
use crate::verify::report::Report;

/// Verifies a ledger from its bytes, as a stranger would. `progress` is told how many entries are done.
///
/// # Errors
/// [`StoreError::Io`], when a file cannot be read: that is no verdict.
pub fn inspect<D: Disk, M: ParallelMap>(
    disk: &D,
    map: M,
    anchors: &TrustAnchors<'_>,
    progress: &mut dyn FnMut(u64),
) -> Result<Report, StoreError> {
    // Before the seal: a writer writes it after that.
    let kept = snapshots::kept(disk).map_err(StoreError::io(Doing::Read, files::SNAPSHOTS))?;
    let seal = Seal::decode(
        &disk.read(files::SEAL).or_else(missing_is_empty).map_err(StoreError::io(Doing::Read, files::SEAL))?,
    );
    let claimed = ClaimedCheckpoints::of_seal(&seal).with_published(published(disk)?);
    let io = StoreError::io(Doing::Read, files::PUBLISHED);
    let claimed = claimed
        .with_snapshot(kept.map(ClaimedSnapshot::Kept))
        .with_snapshot(snapshots::cosigned(disk).map_err(StoreError::io(Doing::Read, files::SNAPSHOT))?)
        .with_snapshot(snapshots::published(disk, files::PUBLISHED).map_err(io)?);
    let mut replay = claimed.replay(map).looking_for(anchors.expected);
    let io = || StoreError::io(Doing::Read, files::JOURNAL);
    let sealed = seal.latest().map(|(_, signed)| signed.checkpoint().size);
    let mut feeder = Feeder::default();
    for step in Walk::begin(disk, sealed).map_err(io())? {
        let (Span { file, offset, bytes }, step) = step.map_err(io())?;
        let replayed = match step {
            Step::Frame(envelopes) => feeder.take(&mut replay, envelopes),
            Step::Damage { what, envelopes } => {
                replay.add_fault(Fault::at(&file, offset, what));
                feeder.take(&mut replay, envelopes)
            }
            Step::TornTail => {
                let replayed = feeder.rest(&mut replay);
                replay.add_fault(Fault::at(&file, offset, FaultKind::Torn(bytes)));
                replayed
            }
        };
        if !replayed.is_empty() {
            progress(replay.size().0);
        }
    }
    feeder.rest(&mut replay);
    progress(replay.size().0);
    if replay.size() == Size(0) {
        replay.add_fault(Fault::of_ledger(FaultKind::Nothing));
    }
    let passed_over = strangers(disk).map_err(io())?;
    Ok(Report { passed_over, ..conclude(replay, &claimed, anchors) })
}

/// The checkpoint that was published too, where one stands that can be read.
fn published<D: Disk>(disk: &D) -> Result<Option<SignedCheckpoint>, StoreError> {
    match published_checkpoint(disk, files::PUBLISHED).map_err(StoreError::io(Doing::Read, files::PUBLISHED))? {
        PublishedCheckpoint::Checkpoint(signed) => Ok(Some(*signed)),
        PublishedCheckpoint::Nothing | PublishedCheckpoint::Unreadable => Ok(None),
    }
}

/// A file that is not there has no bytes; what that means is for the verifier to say.
fn missing_is_empty(error: std::io::Error) -> std::io::Result<Vec<u8>> {
    if error.kind() == std::io::ErrorKind::NotFound { Ok(Vec::new()) } else { Err(error) }
}
