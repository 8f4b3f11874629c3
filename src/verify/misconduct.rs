//! Evidence of what a log signed about its numbers, checked without any log: two snapshots that contradict each other, or
//! one that is not what its events come to, or that leaves one of them out.

mod not_proved;
mod unnamed;

pub use self::not_proved::NotProved;

use std::fmt;

use super::conclude::TrustAnchors;
use super::fault::{Fault, FaultKind, Verdict};
use super::replay::Replay;
use super::report::Trust;
use crate::crypto::note::NoteRefusal;
use crate::crypto::parallel::ParallelMap;
use crate::crypto::vkey::{KeyKind, VerifierKey};
use crate::domain::number::Size;
use crate::ledger::files::fold::FoldEvidence;
use crate::ledger::files::two_snapshots::TwoSnapshots;
use crate::ledger::files::unnamed::UnnamedEvidence;
use crate::ledger::note::policy::Policy;
use crate::ledger::note::snapshot::{SignedSnapshot, Snapshot};
use crate::ledger::rows::node::RowHash;
use crate::tally::moment::Moment;
use crate::tally::rows;

/// How many entries are opened at once.
const ENTRIES_AT_ONCE: usize = 1024;

/// Evidence of what a log signed about its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misconduct {
    /// Two snapshots of one size.
    Snapshots(TwoSnapshots),
    /// A snapshot, and the events under it.
    Fold(FoldEvidence),
    /// A snapshot, and an event under it that its rows do not name.
    Unnamed(Box<UnnamedEvidence>),
}

/// What evidence proves, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct MisconductReport {
    /// The evidence, as its file has it.
    pub evidence: Misconduct,
    /// Whether it proves what it says.
    pub proved: Result<(), NotProved>,
    /// The root of the rows that the events come to, where they are in it and were replayed.
    pub recomputed: Option<RowHash>,
    /// What does not agree with what the reader brought.
    pub faults: Vec<Fault>,
    /// Whose word the log's keys are taken on.
    pub trust: Trust,
}

/// Checks evidence, and holds it against what the reader brought. Entries are opened by `map`.
pub fn check<M: ParallelMap>(evidence: Misconduct, anchors: &TrustAnchors<'_>, map: M) -> MisconductReport {
    let (proved, recomputed) = match &evidence {
        Misconduct::Snapshots(two) => (contradict(two), None),
        Misconduct::Fold(fold) => judge(fold, map),
        Misconduct::Unnamed(unnamed) => (unnamed::judge(unnamed), None),
    };
    let faults = faults(&evidence, anchors);
    MisconductReport { evidence, proved, recomputed, faults, trust: anchors.trust() }
}

impl MisconductReport {
    /// The answer: evidence is never half right, and what a newer program made cannot be told.
    pub fn verdict(&self) -> Verdict {
        match &self.proved {
            _ if !self.faults.is_empty() => Verdict::Failed,
            Ok(()) => Verdict::Verified,
            Err(NotProved::Newer) => Verdict::Unreadable,
            Err(_) => Verdict::Failed,
        }
    }
}

impl fmt::Display for Misconduct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Snapshots(two) => two.fmt(f),
            Self::Fold(fold) => fold.fmt(f),
            Self::Unnamed(unnamed) => unnamed.fmt(f),
        }
    }
}

impl Misconduct {
    /// The name of a file for it.
    pub fn file_name(&self) -> String {
        match self {
            Self::Snapshots(two) => two.file_name(),
            Self::Fold(fold) => fold.file_name(),
            Self::Unnamed(unnamed) => unnamed.file_name(),
        }
    }

    /// The snapshots that it is about.
    pub fn snapshots(&self) -> Vec<&SignedSnapshot> {
        match self {
            Self::Snapshots(two) => two.both().into(),
            Self::Fold(fold) => vec![fold.snapshot()],
            Self::Unnamed(unnamed) => vec![unnamed.snapshot()],
        }
    }

    /// What the newest of them states.
    pub fn stated(&self) -> &Snapshot {
        match self {
            Self::Snapshots(two) => two.both()[1].snapshot(),
            Self::Fold(fold) => fold.snapshot().snapshot(),
            Self::Unnamed(unnamed) => unnamed.snapshot().snapshot(),
        }
    }

    /// The log's keys under which it proves something.
    pub fn keys(&self) -> &[VerifierKey] {
        match self {
            Self::Snapshots(two) => two.keys(),
            Self::Fold(fold) => std::slice::from_ref(fold.key()),
            Self::Unnamed(unnamed) => std::slice::from_ref(unnamed.key()),
        }
    }
}

/// Whether the keys listed signed two snapshots that contradict each other.
fn contradict(two: &TwoSnapshots) -> Result<(), NotProved> {
    let [one, other] = two.both();
    let [stated, stated_too] = two.both().map(|signed| &signed.snapshot().checkpoint);
    if (&stated.origin, stated.size) != (&stated_too.origin, stated_too.size) {
        return Err(NotProved::OtherState);
    }
    let is_of_log =
        |key: &&VerifierKey| key.kind() == KeyKind::Ed25519 && key.name().as_str() == stated.origin.as_str();
    if let Some(strange) = two.keys().iter().find(|key| !is_of_log(key)) {
        return Err(NotProved::NotALogKey(strange.name().clone()));
    }
    let signers = [signers(one, two.keys())?, signers(other, two.keys())?].concat();
    if two.keys().iter().any(|key| !signers.contains(&key)) {
        return Err(NotProved::IdleKey);
    }
    if one.snapshot() == other.snapshot() {
        return Err(NotProved::Agree);
    }
    if two.is_in_order() { Ok(()) } else { Err(NotProved::Order) }
}

/// The listed keys that signed a snapshot.
fn signers<'a>(signed: &SignedSnapshot, keys: &'a [VerifierKey]) -> Result<Vec<&'a VerifierKey>, NotProved> {
    let refused = |refusal: NoteRefusal| NotProved::NotSigned(refusal.into());
    let verified = signed.note().verified_by(keys).map_err(refused)?;
    let is_by = |key: &&VerifierKey| verified.iter().any(|one| one.key == *key);
    Ok(keys.iter().filter(is_by).collect())
}

/// Whether the events come to other rows than the log signed, and the root of those that they come to.
fn judge<M: ParallelMap>(fold: &FoldEvidence, map: M) -> (Result<(), NotProved>, Option<RowHash>) {
    let stated = match fold.snapshot().verify(fold.key()) {
        Ok(stated) => stated,
        Err(refusal) => return (Err(NotProved::NotSigned(refusal)), None),
    };
    let (size, found) = (stated.checkpoint.size, Size(fold.entries().len() as u64));
    if size != found {
        return (Err(NotProved::Entries { stated: size, found }), None);
    }
    let mut replay = Replay::new(map);
    for entries in fold.entries().chunks(ENTRIES_AT_ONCE) {
        replay.feed(entries.to_vec());
    }
    if replay.root() != stated.checkpoint.root {
        return (Err(NotProved::OtherEvents), None);
    }
    if !replay.is_readable() {
        return (Err(NotProved::Newer), None);
    }
    if replay.log_key_at(size) != Some(fold.key()) {
        return (Err(NotProved::OtherKey), None);
    }
    let rows = rows::root(replay.model(), Moment { size, clock: replay.head().arrival });
    (if rows == stated.rows { Err(NotProved::SameRows) } else { Ok(()) }, Some(rows))
}

/// What the reader brought, held against the snapshots: the policy must know each signer, and the fingerprint be one's.
fn faults(evidence: &Misconduct, anchors: &TrustAnchors<'_>) -> Vec<Fault> {
    let snapshots = evidence.snapshots();
    let trusts = |policy: &Policy| {
        snapshots.iter().all(|signed| policy.logs().iter().any(|log| signed.verify(&log.key).is_ok()))
    };
    let distrusted = anchors.policy.filter(|policy| !trusts(policy)).map(|_| FaultKind::NotTrusted);
    let is_one = |expected| snapshots.iter().any(|one| one.snapshot().checkpoint.fingerprint() == expected);
    let unexpected = anchors.expected.filter(|expected| !is_one(*expected));
    let unexpected = unexpected.map(|expected| FaultKind::NotExpected { expected });
    distrusted.into_iter().chain(unexpected).map(Fault::of_ledger).collect()
}
