//! A verifier's way through a ledger folder: the journal streamed, the seal read, nothing written, no lock taken.

use super::Pieces;
use super::disk::Disk;
use crate::domain::number::{Sequence, Size};
use crate::ledger::entry::ParallelMap;
use crate::ledger::files::frame::FrameError;
use crate::ledger::files::seal::Seal;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::submission::SignatureCheck;
use crate::store::error::StoreError;
use crate::store::files;
use crate::store::publish::{PublishedCheckpoint, published_checkpoint};
use crate::verify::conclude::{ClaimedCheckpoints, TrustAnchors, conclude};
use crate::verify::{Fault, FaultKind, FilePlace, Replay, Report};

/// How many entries are opened at once: enough for every core, and a few megabytes of them.
const CHUNK_ENTRIES: usize = 1024;

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
    let seal = Seal::decode(
        &disk.read(files::SEAL).or_else(missing_is_empty).map_err(StoreError::io("cannot read", files::SEAL))?,
    );
    let claimed = ClaimedCheckpoints::of_seal(&seal).with_published(published(disk)?);
    let mut replay =
        Replay::new(map, SignatureCheck::Verify).keeping_roots_at(claimed.sizes()).looking_for(anchors.expected);
    let io = || StoreError::io("cannot read", files::JOURNAL);
    let mut chunk = Vec::new();
    let mut sealed = seal.latest().map_or(Size(0), |(_, signed)| signed.checkpoint().size);
    let mut next = Sequence(0);
    // The first chunks are small: the keys that they enrol are then parsed once for all that they sign.
    let mut room = 1;
    // A torn write is one stretch: whole fragments inside it belong to it.
    let mut torn: Option<(FilePlace, u64)> = None;
    for piece in Pieces::open(disk).map_err(io())? {
        let piece = piece.map_err(io())?;
        if let Some((_, bytes)) = &mut torn {
            *bytes += piece.bytes;
            continue;
        }
        let known = Size(replay.size().0 + chunk.len() as u64);
        let fault = match piece.frame {
            Ok(frame) => {
                // A lost frame is one fault, and not one for every frame after it.
                let claims_right = frame.first == next;
                next = Sequence(frame.first.0.saturating_add(frame.envelopes.len() as u64));
                chunk.extend(frame.envelopes);
                (!claims_right).then_some(FaultKind::FrameSequence)
            }
            Err(_) if known >= sealed && sealed.0 > 0 && !piece.segments_follow => {
                torn = Some((FilePlace { file: piece.file, offset: piece.offset }, piece.bytes));
                continue;
            }
            Err(mut error) => {
                let readable = match &mut error {
                    FrameError::Checksum(frame) => frame.take(),
                    _ => None,
                };
                if let Some(frame) = &readable {
                    next = Sequence(next.0.saturating_add(frame.envelopes.len() as u64));
                }
                chunk.extend(readable.into_iter().flat_map(|frame| frame.envelopes));
                sealed = Size(u64::MAX);
                Some(FaultKind::Frame(error))
            }
        };
        if let Some(what) = fault {
            replay.note(Fault::at(&piece.file, piece.offset, what));
        }
        if chunk.len() >= room {
            replay.feed(std::mem::take(&mut chunk));
            room = (room * 2).min(CHUNK_ENTRIES);
            progress(replay.size().0);
        }
    }
    replay.feed(chunk);
    progress(replay.size().0);
    if let Some((place, bytes)) = torn {
        replay.note(Fault::at(&place.file, place.offset, FaultKind::Torn(bytes)));
    }
    if replay.size() == Size(0) {
        replay.note(Fault::of_ledger(FaultKind::Nothing));
    }
    Ok(conclude(replay, &claimed, anchors))
}

/// The checkpoint that was published too, where one stands that can be read.
fn published<D: Disk>(disk: &D) -> Result<Option<SignedCheckpoint>, StoreError> {
    match published_checkpoint(disk, files::PUBLISHED).map_err(StoreError::io("cannot read", files::PUBLISHED))? {
        PublishedCheckpoint::Checkpoint(signed) => Ok(Some(*signed)),
        PublishedCheckpoint::Nothing | PublishedCheckpoint::Unreadable => Ok(None),
    }
}

/// A file that is not there has no bytes; what that means is for the verifier to say.
fn missing_is_empty(error: std::io::Error) -> std::io::Result<Vec<u8>> {
    if error.kind() == std::io::ErrorKind::NotFound { Ok(Vec::new()) } else { Err(error) }
}
