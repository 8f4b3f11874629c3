//! A ledger and its replica before anything is signed: who is ahead, who disagrees, and what is done, by the table of
//! `docs/format.md`.

use super::Replica;
use super::error::ReplicaError;
use super::name::ObjectName;
use super::noted;
use crate::crypto::parallel::ParallelMap;
use crate::domain::number::{Sequence, Size};
use crate::ledger::files::frame;
use crate::ledger::files::seal::encode_slot;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::tree::merkle::Tree;
use crate::ledger::tree::node::leaf_hash;
use crate::store::aside;
use crate::store::confirm::Confirm;
use crate::store::error::{Contradiction, Doing, StoreError};
use crate::store::files;
use crate::store::journal::disk::Disk;
use crate::store::journal::recover::Recovered;
use crate::store::journal::walk::{Step, Walk};
use crate::verify::feeder::FrameFeeder;
use crate::verify::replay::{Replay, ReplayedEntry};

/// How far a replica was followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Followed {
    /// How many events it has.
    pub has: Size,
    /// How many of them the journal did not have, and has now.
    pub appended: Size,
    /// Whether it lacked the checkpoint that is sealed here, though the ledger is written with it: it took that before the
    /// seal was written.
    pub lacked_seal: bool,
}

/// Follows the chain in a replica: what the journal has must be the same there, and what it does not have is verified and
/// appended to it, with the last checkpoint that was signed over it. Nothing is signed.
///
/// # Errors
/// [`ReplicaError::Other`], [`ReplicaError::Lost`], [`ReplicaError::Silent`], [`ReplicaError::Refused`]; [`StoreError::Io`].
pub fn follow<D: Disk, M: ParallelMap + Clone>(
    disk: &mut D,
    recovered: &mut Recovered<M>,
    replica: &Replica,
) -> Result<Followed, StoreError> {
    let ours = recovered.replay.size();
    let begins = begins(recovered, replica)?;
    let (mut next, mut ends) = (begins.unwrap_or_default(), Vec::new());
    let mut feeder = FrameFeeder::default();
    loop {
        let Some(frame) = replica.frame(next)? else {
            if replica.ends_at(Size(next.0))? {
                break;
            }
            continue;
        };
        let frame_end = frame.end();
        next = frame_end.next();
        let places = frame.first.0..;
        let (known, new): (Vec<_>, Vec<_>) =
            frame.envelopes.into_iter().zip(places).partition(|(_, place)| *place < ours.0);
        if !known.iter().all(|(envelope, place)| is_at(&recovered.tree, *place, envelope)) {
            return Err(replica.other(frame.name).into());
        }
        // Of a frame that is here, too, the other may have signed the checkpoint since.
        if frame_end > recovered.latest.checkpoint().size {
            if ends.is_empty() {
                clear_the_way(disk, recovered)?;
            }
            ends.push(frame_end);
        }
        if let Some((_, first)) = new.first() {
            let (place, envelopes) =
                ((frame.name, Sequence(*first)), new.into_iter().map(|(bytes, _)| bytes).collect());
            take(disk, recovered, &mut feeder, replica, Some((place, envelopes)))?;
        }
    }
    take(disk, recovered, &mut feeder, replica, None)?;
    if !ends.is_empty() {
        take_seal(disk, recovered, replica, &ends)?;
    }
    let appended = Size(recovered.replay.size().0 - ours.0);
    Ok(Followed { has: Size(next.0), appended, lacked_seal: begins.is_none() })
}

/// Tries the replica, and follows it, where there is one; asks elsewhere then whether the log may go on from there. Whoever wrote
/// before may go on in between, and a witness may have heard of it: then there is more to follow, or it is another history.
///
/// # Errors
/// [`ReplicaError::NotThis`] where the ledger is written with another one; those of [`Replica::trial`] and [`follow()`]; what
/// `confirm` says.
pub fn confirmed<D: Disk, M: ParallelMap + Clone>(
    disk: &mut D,
    recovered: &mut Recovered<M>,
    replica: Option<&Replica>,
    confirm: &mut Confirm<'_>,
) -> Result<(Option<Followed>, SignedCheckpoint), StoreError> {
    let mut followed = tried(disk, recovered, replica)?;
    loop {
        let ahead = match confirm(&recovered.latest, &recovered.tree) {
            Err(ahead @ StoreError::Contradicted(Contradiction::Ahead { .. })) => ahead,
            confirmed => return Ok((followed, confirmed?)),
        };
        let (Some(replica), Some(before)) = (replica, followed) else { return Err(ahead) };
        let signed = recovered.latest.checkpoint().size;
        let since = follow(disk, recovered, replica)?;
        if recovered.latest.checkpoint().size == signed {
            return Err(ahead);
        }
        let appended = Size(before.appended.0 + since.appended.0);
        followed = Some(Followed { has: since.has, appended, ..before });
    }
}

fn tried<D: Disk, M: ParallelMap + Clone>(
    disk: &mut D,
    recovered: &mut Recovered<M>,
    replica: Option<&Replica>,
) -> Result<Option<Followed>, StoreError> {
    let is_noted = noted::agrees(disk, replica)?;
    let Some(replica) = replica else { return Ok(None) };
    replica.trial()?;
    let followed = follow(disk, recovered, replica)?;
    match is_noted && followed.has < recovered.replay.size() {
        true => Err(replica.lost(ObjectName::Frame(followed.has.next())).into()),
        false => Ok(Some(Followed { lacked_seal: followed.lacked_seal && is_noted, ..followed })),
    }
}

/// Whether a ledger may stand by with a replica that was tried: what is sealed here must be the same there. The ledger notes it: where it was
/// followed once, it is never written without.
///
/// # Errors
/// [`ReplicaError::NotThis`]; [`ReplicaError::Other`]; [`ReplicaError::Lost`] where it has less; [`StoreError::Io`].
pub fn may_stand_by<D: Disk, M: ParallelMap>(
    disk: &mut D,
    recovered: &Recovered<M>,
    replica: &Replica,
) -> Result<(), StoreError> {
    let is_noted = noted::agrees(disk, Some(replica))?;
    let (mut next, size) = (begins(recovered, replica)?.unwrap_or_default(), recovered.latest.checkpoint().size);
    while next < size.next() {
        let frame = replica.frame(next)?.ok_or_else(|| replica.lost(ObjectName::Frame(next)))?;
        let mut places = frame.envelopes.iter().zip(frame.first.0..size.0);
        if !places.all(|(envelope, place)| is_at(&recovered.tree, place, envelope)) {
            return Err(replica.other(frame.name).into());
        }
        next = frame.end().next();
    }
    // A frame that begins before our seal and ends behind it, nobody wrote who had that.
    if next > size.next() {
        return Err(replica.other(ObjectName::Frame(size.next())).into());
    }
    if is_noted { Ok(()) } else { noted::note(disk, replica.place()) }
}

/// Has in the replica what the journal has more, notes that the ledger is written with it, and has the last seal there.
/// Nothing is signed.
///
/// # Errors
/// [`StoreError::Replica`]; [`StoreError::Io`].
pub fn supply<D: Disk, M: ParallelMap>(
    disk: &mut D,
    recovered: &Recovered<M>,
    replica: Option<&Replica>,
    followed: Option<Followed>,
) -> Result<(), StoreError> {
    let (Some(replica), Some(followed)) = (replica, followed) else { return Ok(()) };
    let latest = &recovered.latest;
    if followed.has < recovered.replay.size() {
        create_frames(disk, replica, followed.has, latest.checkpoint().size)?;
    }
    // Before the seal: a ledger that others can go on from is written with its replica alone.
    if noted::noted(disk)?.is_none() {
        noted::note(disk, replica.place())?;
    }
    replica.claim(ObjectName::Seal(latest.checkpoint().size), latest.to_string().as_bytes())?;
    Ok(())
}

/// Where the comparison begins: behind our own seal, if it is there, since its root is that of everything before; none where it
/// is not.
fn begins<M>(recovered: &Recovered<M>, replica: &Replica) -> Result<Option<Sequence>, ReplicaError> {
    let ours = recovered.latest.checkpoint();
    match replica.sealed(ours.size)? {
        Some(there) if there.checkpoint() == ours => Ok(Some(ours.size.next())),
        Some(_) => Err(replica.other(ObjectName::Seal(ours.size))),
        None => Ok(None),
    }
}

/// Whether an envelope stands at a place of the tree.
fn is_at(tree: &Tree, place: u64, envelope: &[u8]) -> bool {
    usize::try_from(place).ok().and_then(|at| tree.leaves().get(at)) == Some(&leaf_hash(envelope))
}

/// What was judged bad is set aside before anything is written behind it.
fn clear_the_way<D: Disk, M>(disk: &mut D, recovered: &mut Recovered<M>) -> Result<(), StoreError> {
    if let Some(torn) = recovered.torn.take() {
        aside::torn(disk, &torn)?;
    }
    if !std::mem::replace(&mut recovered.other_slot_is_whole, true) {
        aside::damaged_slot(disk)?;
    }
    Ok(())
}

/// Where a frame stands in the replica and in the journal.
type Place = (ObjectName, Sequence);

/// Verifies frames as any auditor would, and appends those that hold to the journal; the last call, without a frame, does so
/// with all that still waits.
fn take<D: Disk, M: ParallelMap>(
    disk: &mut D,
    recovered: &mut Recovered<M>,
    feeder: &mut FrameFeeder<Place>,
    replica: &Replica,
    frame: Option<(Place, Vec<Vec<u8>>)>,
) -> Result<(), StoreError> {
    let Recovered { replay, tree, journal, .. } = recovered;
    let mut on_frame = |replay: &mut Replay<M>, (name, first): Place, entries: Vec<ReplayedEntry>| {
        if !replay.faults().is_empty() {
            return Err(StoreError::from(replica.other(name)));
        }
        entries.iter().for_each(|entry| tree.push(entry.leaf));
        let envelopes: Vec<_> = entries.into_iter().map(|entry| entry.bytes).collect();
        journal.append(disk, first, &envelopes).map_err(StoreError::io(Doing::Write, journal.file.clone()))
    };
    match frame {
        Some((place, envelopes)) => feeder.take(replay, place, envelopes, &mut on_frame),
        None => feeder.rest(replay, &mut on_frame),
    }
}

/// Writes the last checkpoint that was signed over what was appended into the older slot. The end of a frame may lack its
/// own: whoever wrote it ended before it signed.
fn take_seal<D: Disk, M: ParallelMap>(
    disk: &mut D,
    recovered: &mut Recovered<M>,
    replica: &Replica,
    ends: &[Size],
) -> Result<(), StoreError> {
    for end in ends.iter().rev() {
        let Some(signed) = replica.sealed(*end)? else { continue };
        let other = || replica.other(ObjectName::Seal(*end));
        let key = recovered.replay.log_key_at(*end).ok_or_else(other)?;
        let is_ours = signed.verify(key).is_ok_and(|checkpoint| Ok(checkpoint.root) == recovered.tree.root_at(*end));
        let signed = signed.signed_alone_by(key).filter(|_| is_ours).ok_or_else(other)?;
        let io = || StoreError::io(Doing::Write, files::SEAL);
        let slot = encode_slot(&signed).ok_or(StoreError::Seal)?;
        recovered.slot = recovered.slot.other();
        disk.write_at(files::SEAL, recovered.slot.offset(), &slot).map_err(io())?;
        disk.sync(files::SEAL).map_err(io())?;
        recovered.latest = signed;
        break;
    }
    recovered.unsealed = Size(recovered.replay.size().0 - recovered.latest.checkpoint().size.0);
    Ok(())
}

/// Creates the journal's frames there, from an event on.
fn create_frames<D: Disk>(disk: &D, replica: &Replica, from: Size, sealed: Size) -> Result<(), StoreError> {
    let io = || StoreError::io(Doing::Read, files::JOURNAL);
    let mut end = 0;
    for step in Walk::begin(disk, Some(sealed)).map_err(io())? {
        let (_, Step::Frame(envelopes)) = step.map_err(io())? else { break };
        let begin = end;
        end += envelopes.len() as u64;
        if end > from.0 {
            let known = usize::try_from(from.0.saturating_sub(begin)).unwrap_or(usize::MAX);
            let first = Sequence(begin.max(from.0));
            replica.claim(ObjectName::Frame(first), &frame::encode(first, &envelopes[known..]))?;
        }
    }
    Ok(())
}
