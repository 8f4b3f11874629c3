//! Reading a ledger: from the embedded store where it can be had, else by folding the journal up to the seal.

mod folding;
mod reading;
mod receipts;

use std::path::Path;

use self::folding::journal;
pub use self::folding::{Folded, fold, from_journal, state};
pub use self::reading::{ReadFrom, ReadNotice, Reading};
pub use self::receipts::{receipt, receipts};
use super::embedded::{self, EmbeddedState, Rebuild};
use super::error::StoreError;
use super::events::Events;
use super::journal_events::JournalEvents;
use super::lock::Lock;
use super::proven;
use super::proven::rows::ProvenRows;
use super::sealed::{Sealed, refused};
use super::sled::SledStore;
use crate::crypto::parallel::ParallelMap;
use crate::crypto::vkey::VerifierKey;
use crate::domain::number::{Sequence, Size};
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::snapshot::Snapshot;
use crate::ledger::tree::merkle::Tree;
use crate::tally::moment::Moment;
use crate::tally::read_model::ReadModel;
use crate::tally::rows::KeptRows;
use crate::verify::conclude::TrustAnchors;

/// Opens a ledger for reading, under the seal and the snapshot that the log signed, and what the reader brought. The
/// embedded store answers where it proves itself; else it is set aside and built again from the journal, whose
/// signatures are all checked. While a writer holds the ledger, while another reader has the store open, or when its
/// folder cannot be written, the journal is folded instead. One that a killed writer left behind is brought up. Neither keeps a writer out.
///
/// # Errors
/// [`StoreError::NoLedger`]; [`StoreError::ReadOnly`] when the seal has no whole slot, when the log did not sign it or the
/// snapshot, when it signed other numbers than its events give, or the policy does not take it; [`StoreError::Io`].
pub fn open<M: ParallelMap + Clone>(
    ledger: &Path,
    anchors: &TrustAnchors<'_>,
    map: M,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, StoreError> {
    let sealed = Sealed::read(ledger)?;
    let judged = sealed.judged(anchors)?;
    let found = match proven(ledger, &sealed) {
        Found::Proven(reading) => {
            judged.fault.map_or(Ok(()), |what| Err(refused(what)))?;
            return Ok(*reading);
        }
        found => found,
    };
    let (sealed, replay, events, tree) = journal(ledger, anchors, map, progress)?;
    let snapshot = sealed.snapshot_of(&replay);
    let (_, model, _, _) = replay.into_parts();
    let mended = match &snapshot {
        Some(snapshot) if !matches!(found, Found::Closed) => mend(ledger, snapshot.snapshot(), &model, &events, &tree),
        _ => None,
    };
    let told = match (found, &mended) {
        _ if snapshot.is_none() => Some(ReadNotice::NoSnapshot),
        // A writer that was killed left it so.
        (_, Some(Mended::BroughtUp(_))) => None,
        (Found::Unproved, Some(Mended::Rebuilt(_))) => Some(ReadNotice::Rebuilt),
        (Found::Unproved, None) => Some(ReadNotice::Unproved),
        // That one is made where there was none is no news, nor that it cannot be.
        (Found::Nothing | Found::Closed | Found::Proven(_), _) => None,
    };
    let (events, source): (Box<dyn Events>, _) = match mended {
        Some(Mended::BroughtUp(store) | Mended::Rebuilt(store)) => (Box::new(events.kept_in(store)), ReadFrom::Sled),
        None => (Box::new(events), ReadFrom::Journal),
    };
    Ok(Reading { checkpoint: sealed.signed, snapshot, model, events, source, told })
}

/// What an embedded store turned out to be.
enum Found {
    /// It proves all that is read.
    Proven(Box<Reading>),
    /// It does not prove itself.
    Unproved,
    /// There is none.
    Nothing,
    /// It cannot be asked: nothing is known that it could prove itself by, or it cannot be opened now.
    Closed,
}

fn proven(ledger: &Path, sealed: &Sealed) -> Found {
    let Some(key) = sealed.log_key(ledger) else { return Found::Closed };
    let Some(snapshot) = sealed.snapshot(&key) else { return Found::Closed };
    let Ok(_lock) = Lock::read(ledger) else { return Found::Closed };
    match embedded::open(ledger) {
        EmbeddedState::Open(store) => match proven::read(store, snapshot.snapshot()) {
            Ok((model, events)) if names(&model, &key, sealed) => Found::Proven(Box::new(Reading {
                checkpoint: sealed.signed.clone(),
                snapshot: Some(snapshot),
                model,
                events: Box::new(events),
                source: ReadFrom::Sled,
                told: None,
            })),
            // The log has another key by now, and did not sign this: the journal tells so.
            Ok(_) => Found::Closed,
            Err(_) => Found::Unproved,
        },
        EmbeddedState::Closed(_) => Found::Closed,
        EmbeddedState::InDoubt => Found::Unproved,
        EmbeddedState::Nothing => Found::Nothing,
    }
}

/// Whether a read model names the key as the log's, and from when on the seal is. What a slot says of the time before the
/// key changed is for the replay to judge.
fn names(model: &ReadModel, key: &VerifierKey, sealed: &Sealed) -> bool {
    let Some(election) = model.election() else { return false };
    election.log_key == key.to_string() && sealed.is_since(election.rotated.last().map(|by| by.sequence))
}

/// An embedded store that has everything again.
enum Mended {
    /// It had the first events, and nothing else.
    BroughtUp(SledStore),
    /// It was built again from nothing.
    Rebuilt(SledStore),
}

/// Gives the embedded store everything that the journal gave; none where that cannot be, where somebody wrote on meanwhile, or
/// did it.
fn mend(ledger: &Path, snapshot: &Snapshot, model: &ReadModel, events: &JournalEvents, tree: &Tree) -> Option<Mended> {
    let Snapshot { checkpoint, rows } = snapshot;
    let lock = Lock::read(ledger).ok()?;
    let behind = match embedded::open(ledger) {
        EmbeddedState::Open(store) if proven::is_whole(&store, checkpoint, rows) => return None,
        EmbeddedState::Closed(_) => return None,
        EmbeddedState::Open(store) => proven::is_behind(&store, tree).then_some(store),
        EmbeddedState::InDoubt | EmbeddedState::Nothing => None,
    };
    if sealed(ledger).ok()?.checkpoint() != checkpoint {
        return None;
    }
    let mut kept = KeptRows::of(model, Moment { size: checkpoint.size, clock: events.last_arrival() });
    let (rows, pages) = (kept.settle(model).rows, kept.pages());
    let mut entries = |first: Sequence, size: Size| {
        let entry = |place| events.envelope(Sequence(place)).map(Option::unwrap_or_default);
        (first.0..size.0).map(entry).collect()
    };
    // What is left to do may take long: no writer waits for it.
    match behind {
        Some(mut store) => {
            drop(lock);
            let rows = embedded::differing(&store, &rows, &pages).ok()?;
            embedded::fill(&mut store, checkpoint.size, &mut entries, (&rows, pages)).ok()?;
            Some(Mended::BroughtUp(store))
        }
        None => {
            let rebuild = Rebuild::begin(ledger).ok()?;
            drop(lock);
            let may_put_back = || Lock::read(ledger).ok();
            rebuild.fill(checkpoint.size, &mut entries, (&rows, pages), may_put_back).ok().map(Mended::Rebuilt)
        }
    }
}

/// The rows of a ledger, proved one by one under what the log signed and what the reader brought, so that nothing is
/// folded; none where the embedded store does not prove itself, or cannot be asked: [`open`] answers then, and tells why.
///
/// # Errors
/// As [`open`].
pub fn rows(ledger: &Path, anchors: &TrustAnchors<'_>) -> Result<Option<ProvenRows>, StoreError> {
    let sealed = Sealed::read(ledger)?;
    let judged = sealed.judged(anchors)?;
    judged.fault.map_or(Ok(()), |what| Err(refused(what)))?;
    // Nothing is held against the events' root here, so under a policy the key must be one of the policy's: a folder may
    // name another one, which signs beside it.
    let Some(key) = sealed.log_key(ledger).filter(|key| anchors.take(key)) else { return Ok(None) };
    let Some(snapshot) = sealed.snapshot(&key) else { return Ok(None) };
    let Ok(_lock) = Lock::read(ledger) else { return Ok(None) };
    let EmbeddedState::Open(store) = embedded::open(ledger) else { return Ok(None) };
    let is_since = |since| sealed.is_since(since);
    Ok(ProvenRows::under(sealed.signed.clone(), snapshot, &key, &is_since, store).ok())
}

/// The last checkpoint of a ledger, with the cosignatures that it was published with. Its signatures are not checked.
///
/// # Errors
/// [`StoreError::NoLedger`], and never of what is there and cannot be read; [`StoreError::ReadOnly`];
/// [`StoreError::Io`].
pub fn sealed(ledger: &Path) -> Result<SignedCheckpoint, StoreError> {
    Ok(Sealed::read(ledger)?.signed)
}
