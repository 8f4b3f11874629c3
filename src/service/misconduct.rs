//! What convicts a log that signed numbers which its events do not come to: the snapshot and every event under it, in one
//! file that needs neither ledger nor server; or, where the log's own rows are at hand, a few of them that contradict each
//! other, or that leave an event out.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use super::error::{Error, SourceError};
use super::observer::Observer;
use super::parallel::Cores;
use super::proofs::Sources;
use super::proven::rows::prove;
use super::source::{LogSource, LogSourceKind};
use crate::crypto::note::NOTE_BYTES_MAX;
use crate::crypto::vkey::VerifierKey;
use crate::domain::number::{Sequence, Size};
use crate::ledger::files::fold::FoldEvidence;
use crate::ledger::files::rows_proof::RowsProof;
use crate::ledger::files::unnamed::{EventsInLog, InLog, UnnamedEvidence};
use crate::ledger::logged_event::LoggedEvent;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::policy::Policy;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::node::RowHash;
use crate::ledger::rows::prove::Asked;
use crate::ledger::rows::shown::Shown;
use crate::ledger::tree::merkle::Tree;
use crate::ledger::tree::node::leaf_hash;
use crate::ledger::tree::tile::bundles;
use crate::store::error::{Doing, StoreError};
use crate::store::files;
use crate::store::journal::disk::Folder;
use crate::store::journal::walk;
use crate::store::proven::rows::ProvenRows;
use crate::store::read;
use crate::store::snapshots;
use crate::tally::moment::Moment;
use crate::tally::rows;
use crate::tally::rows::event_line::{self, EventLine};
use crate::tally::rows::follows::{contradictions, determining};
use crate::tally::rows::naming::{is_named, row_naming};
use crate::verify::claimed_snapshot::ClaimedSnapshot;
use crate::verify::conclude::TrustAnchors;
use crate::verify::fault::FaultKind;
use crate::verify::misconduct::{Misconduct, check};
use crate::verify::published::{self, Published, SNAPSHOT};
use crate::verify::replay::Replay;
use crate::verify::report::Report;

/// What convicts a log of false numbers.
#[derive(Clone, Debug)]
pub enum Conviction {
    /// Rows that it signed and that contradict each other: a few.
    Rows(RowsProof),
    /// A snapshot that its events do not come to, or that leaves one of them out.
    Snapshot(Misconduct),
}

impl fmt::Display for Conviction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rows(proof) => proof.fmt(f),
            Self::Snapshot(evidence) => evidence.fmt(f),
        }
    }
}

/// The evidence that a false snapshot is, where the verification of this place found one; none where it did not, or where
/// the file would not prove it.
///
/// # Errors
/// Those of the place.
pub fn of_report(what: &Path, report: &Report, observer: &dyn Observer) -> Result<Option<Conviction>, Error> {
    let falsely = report.faults.iter().find_map(|fault| match fault.what {
        FaultKind::SnapshotRows { size, stated, .. } => Some((size, stated)),
        _ => None,
    });
    let Some((size, stated)) = falsely else { return Ok(None) };
    let is_ledger = LogSourceKind::of(what)? == LogSourceKind::Ledger;
    let (entries, notes) = if is_ledger { of_ledger(what, size)? } else { of_log(what, size, observer)? };
    let mut replay = Replay::new(Cores);
    replay.feed(entries.clone());
    let Some((key, origin)) =
        replay.log_key_at(size).and_then(|key| Some((key.clone(), key.name().as_str().parse().ok()?)))
    else {
        return Ok(None);
    };
    let checkpoint = Checkpoint { origin, size, root: replay.root() };
    let kept = if is_ledger { snapshots::all(what).map_err(Error::store(what))? } else { Vec::new() };
    let kept = kept.iter().filter_map(|record| record.signed(&checkpoint, &key));
    let is_false = |signed: &SignedSnapshot| signed.verify(&key).is_ok() && is_of(signed, &checkpoint, &stated);
    let Some(snapshot) = kept.chain(notes).find(is_false) else { return Ok(None) };
    let under = Under { right: rows::all(replay.model(), moment(&replay)), keys: replay.log_keys(), entries, snapshot };
    if let Some(signed) = is_ledger.then(|| signed_rows(what, &stated)).flatten() {
        if let Some(few) = of_rows(&signed, &under.right) {
            return Ok(Some(Conviction::Rows(few)));
        }
        let stated: BTreeMap<_, _> = signed.all("").map_or_else(|_| BTreeMap::new(), |rows| rows.into_iter().collect());
        let differs = |key: &RowKey, value: &String| stated.get(key) != Some(value);
        if let Some(unnamed) = under.unnamed(differs, |asked| signed.shown(&[asked]).ok()) {
            return Ok(Some(Conviction::Snapshot(unnamed)));
        }
    }
    Ok(under.fold().map(Conviction::Snapshot))
}

/// The evidence that a snapshot is which somebody was handed, beside the log that it is of: where the log signed it, and its
/// events do not come to it. Of its rows, those are taken that are at hand. None where they do come to it, where the
/// log is of another history, and where a policy knows another log.
///
/// # Errors
/// Those of the place.
pub fn of_handed(
    signed: &SignedSnapshot,
    shown: Option<&Shown>,
    log: &Path,
    policy: Option<&Policy>,
    observer: &dyn Observer,
) -> Result<Option<Misconduct>, Error> {
    let stated = signed.snapshot();
    let size = stated.checkpoint.size;
    let is_ledger = LogSourceKind::of(log)? == LogSourceKind::Ledger;
    let (entries, _) = if is_ledger { of_ledger(log, size)? } else { of_log(log, size, observer)? };
    let mut replay = Replay::new(Cores);
    replay.feed(entries.clone());
    let is_of_log = replay.log_key_at(size).is_some_and(|key| signed.verify(key).is_ok());
    let knows = |policy: &Policy| policy.logs().iter().any(|log| signed.verify(&log.key).is_ok());
    if !is_of_log || replay.root() != stated.checkpoint.root || !policy.is_none_or(knows) {
        return Ok(None);
    }
    if rows::root(replay.model(), moment(&replay)) == stated.rows {
        return Ok(None);
    }
    let right = rows::all(replay.model(), moment(&replay));
    let under = Under { right, keys: replay.log_keys(), entries, snapshot: signed.clone() };
    let unnamed = shown.and_then(|shown| under.unnamed(|_, _| true, |_| Some(shown.clone())));
    Ok(unnamed.or_else(|| under.fold()))
}

fn moment(replay: &Replay<Cores>) -> Moment {
    Moment { size: replay.size(), clock: replay.head().arrival }
}

/// A snapshot, the events under it, and the rows that they come to.
struct Under<'a> {
    right: BTreeMap<RowKey, String>,
    /// The keys that the log had, each with the size from which on.
    keys: &'a [(Size, VerifierKey)],
    entries: Vec<Vec<u8>>,
    snapshot: SignedSnapshot,
}

impl Under<'_> {
    /// The evidence of all of them, where it proves something.
    fn fold(self) -> Option<Misconduct> {
        let (_, key) = self.keys.last()?;
        convicting(Misconduct::Fold(FoldEvidence::new(key.clone(), self.entries, self.snapshot)))
    }

    /// The evidence of one event that the rows do not name: of those in the rows that are asked for, with what shows the row
    /// that would.
    fn unnamed(
        &self,
        is_asked: impl Fn(&RowKey, &String) -> bool,
        shown: impl Fn(Asked) -> Option<Shown>,
    ) -> Option<Misconduct> {
        let mut tree = Tree::default();
        self.entries.iter().for_each(|entry| tree.push(leaf_hash(entry)));
        let in_log = |sequence: Sequence| {
            let proof = tree.prove_inclusion(sequence, tree.size()).ok()?;
            Some(InLog { sequence, entry: self.entries.get(usize::try_from(sequence.0).ok()?)?.clone(), proof })
        };
        let (since, key) = self.keys.last()?;
        let rotated = Some(Sequence(since.0.checked_sub(1)?)).filter(|at| *at != Sequence(0));
        let unnamed = |EventLine { sequence, event, .. }: EventLine| {
            let left_out = in_log(sequence)?;
            let logged = LoggedEvent::read(sequence, left_out.entry.clone());
            let shown = shown(row_naming(logged.body()?, event))?;
            if is_named(&shown, sequence, event, logged.body()?) != Some(false) {
                return None;
            }
            let events = EventsInLog { founding: in_log(Sequence(0))?, rotated: rotated.and_then(in_log), left_out };
            let evidence = UnnamedEvidence::new(key.clone(), events, shown, self.snapshot.clone());
            convicting(Misconduct::Unnamed(Box::new(evidence)))
        };
        let asked = self.right.iter().filter(|(key, value)| is_asked(key, value));
        asked.filter_map(|(_, value)| event_line::parse(value).ok()).flatten().find_map(unnamed)
    }
}

/// Evidence that proves something.
fn convicting(evidence: Misconduct) -> Option<Misconduct> {
    let judged = check(evidence, &TrustAnchors::default(), Cores);
    judged.proved.is_ok().then_some(judged.evidence)
}

/// The rows that the log signed, where its embedded store still has them.
fn signed_rows(ledger: &Path, stated: &RowHash) -> Option<ProvenRows> {
    let signed = read::rows(ledger, &TrustAnchors::default()).ok().flatten()?;
    (signed.snapshot.snapshot().rows == *stated).then_some(signed)
}

/// A few of the rows that the log signed and that contradict each other: beside those that its events come to, one that is
/// another is among them.
fn of_rows(signed: &ProvenRows, right: &BTreeMap<RowKey, String>) -> Option<RowsProof> {
    let differing = ["finding/", "total/"].into_iter().filter_map(|kind| signed.all(kind).ok()).flatten();
    let differing = differing.filter(|(key, value)| right.get(key) != Some(value)).map(|(key, _)| key);
    let proof = |key: RowKey| prove(signed, &determining(&key, right)?, Sources::Within).ok();
    let convicts = |proof: &RowsProof| {
        let size = proof.snapshot().snapshot().checkpoint.size;
        !contradictions(proof.rows(), proof.events(), size).is_empty()
    };
    differing.filter_map(proof).find(convicts)
}

fn is_of(signed: &SignedSnapshot, checkpoint: &Checkpoint, stated: &RowHash) -> bool {
    signed.snapshot().checkpoint == *checkpoint && signed.snapshot().rows == *stated
}

/// The events of a ledger up to a size, and the notes that lie beside them.
fn of_ledger(ledger: &Path, size: Size) -> Result<(Vec<Vec<u8>>, Vec<SignedSnapshot>), Error> {
    let disk = Folder::new(ledger);
    let failed = |error| Error::store(ledger)(StoreError::io(Doing::Read, ledger.join(files::JOURNAL))(error));
    let entries = walk::entries(&disk, Sequence(0), size).map_err(failed)?;
    let notes = [snapshots::published(&disk, files::PUBLISHED), snapshots::cosigned(&disk)];
    let notes = notes.into_iter().filter_map(|read| match read {
        Ok(Some(ClaimedSnapshot::Published(signed))) => Some(signed),
        _ => None,
    });
    Ok((entries, notes.collect()))
}

/// The events of a published log up to a size, and its snapshot.
fn of_log(what: &Path, size: Size, observer: &dyn Observer) -> Result<(Vec<Vec<u8>>, Vec<SignedSnapshot>), Error> {
    let source = LogSource::open(what, observer)?;
    let whole = published::checkpoint(&source)?.map_or(size, |signed| signed.checkpoint().size);
    let mut entries = Vec::new();
    for bundle in bundles(Size(0), whole) {
        let read = published::read_bundle(&source, bundle)?;
        entries.extend(read.map_err(|_| SourceError::NoLog(source.to_string()))?);
    }
    entries.truncate(usize::try_from(size.0).unwrap_or(usize::MAX));
    let note = source.read(SNAPSHOT, NOTE_BYTES_MAX)?.and_then(|bytes| SignedSnapshot::parse(&bytes).ok());
    Ok((entries, note.into_iter().collect()))
}
