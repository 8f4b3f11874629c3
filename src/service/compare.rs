//! Comparing two states of a log, each a signed checkpoint, a receipt's, a proof's, or a whole log wherever it is; and two
//! snapshots of one size, which a log may sign one of.

mod totals;

use std::path::{Path, PathBuf};

use super::error::{CompareError, Error, NotAState, ProofError};
use super::files;
use super::misconduct;
use super::observer::{Observer, Stretch, Work};
use super::parallel::Cores;
use super::setting::Setting;
use super::source::{LogSource, LogSourceKind, is_tar};
use crate::crypto::note::NOTE_BYTES_MAX;
use crate::crypto::vkey::VerifierKey;
use crate::crypto::{context, transfer};
use crate::domain::number::{Sequence, Size};
use crate::ledger::files::receipt::{RECEIPT_HEADER, Receipt};
use crate::ledger::files::rows_proof::{ROWS_PROOF_HEADER, RowsProof};
use crate::ledger::files::two_snapshots::TwoSnapshots;
use crate::ledger::logged_event::LoggedEvent;
use crate::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::ledger::note::policy::Policy;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::rows::shown::Shown;
use crate::ledger::tree::tile::bundle_of;
use crate::verify::compare::{self, Comparison, NotCompared, Side, Which};
use crate::verify::conclude::TrustAnchors;
use crate::verify::fault::Fault;
use crate::verify::handed::HEADER_BYTES_MAX;
use crate::verify::misconduct::Misconduct;
use crate::verify::published::{self, CHECKPOINT, Published, SNAPSHOT};

/// What two names are to each other.
pub enum Outcome<'a> {
    /// Two states of a log.
    States(Box<Compared<'a>>),
    /// Two snapshots of one size.
    Snapshots(Box<TwoSnapshots>),
    /// A snapshot that somebody was handed, and that the events of its log do not come to; beside it the two states.
    False(Box<(Misconduct, [Checkpoint; 2])>),
}

/// Two states of a log, and how they stand to each other.
pub struct Compared<'a> {
    /// The one that is said to be older.
    pub old: Side,
    /// The one that is said to be newer.
    pub new: Side,
    /// How they stand to each other.
    pub found: Comparison,
    opened: [OpenedSide<'a>; 2],
}

/// Where two whole logs part, and what each has there.
#[derive(Debug)]
pub struct Difference {
    /// The place in both logs.
    pub sequence: Sequence,
    /// The older and the newer log's event.
    pub events: [Option<LoggedEvent>; 2],
}

/// Reads two states and compares them. Of two logs with different names no more is read than their checkpoints. Where
/// snapshots of one size are at hand on both sides and differ, that is said and no more; and so is it where a proof or a
/// snapshot was handed to somebody, and the events of the whole log beside it come to other numbers.
///
/// # Errors
/// [`CompareError`]; those of [`LogSource::open`].
pub fn compare<'a>(
    old: &Path,
    new: &Path,
    policy: Option<&Policy>,
    observer: &'a dyn Observer,
) -> Result<Outcome<'a>, Error> {
    let paths = [old, new];
    let opened = [OpenedSide::open(old, observer)?, OpenedSide::open(new, observer)?];
    if let Some(two) = snapshots(&opened, paths, policy, observer)? {
        return Ok(Outcome::Snapshots(Box::new(two)));
    }
    if let Some(evidence) = falsely_handed(&opened, policy, observer)? {
        let states = opened.each_ref().map(|side| side.state().clone());
        return Ok(Outcome::False(Box::new((evidence, states))));
    }
    let [old, new] = read(&opened, paths, observer)?;
    let found = compare::compare(&old, &new, policy).map_err(|refused| {
        let (what, side) = match refused {
            NotCompared::NoKey => (paths[0], &old),
            NotCompared::NotTheLogs(which)
            | NotCompared::NotTrusted(which)
            | NotCompared::NoEntries(which)
            | NotCompared::SnapshotAlone(which) => match which {
                Which::Old => (paths[0], &old),
                Which::New => (paths[1], &new),
            },
        };
        CompareError::NotCompared { refused, what: what.to_owned(), size: side.size() }
    })?;
    Ok(Outcome::States(Box::new(Compared { old, new, found, opened })))
}

impl Compared<'_> {
    /// The larger of the two.
    pub fn larger(&self) -> &Side {
        if self.old.size() > self.new.size() { &self.old } else { &self.new }
    }

    /// The smaller size and the larger.
    pub fn sizes(&self) -> (Size, Size) {
        let (old, new) = (self.old.size(), self.new.size());
        (old.min(new), old.max(new))
    }

    /// The first place where two whole logs differ, and what each has there; none where one of them is a checkpoint
    /// alone.
    ///
    /// # Errors
    /// Those of the log that cannot be read any more.
    pub fn first_difference(&self) -> Result<Option<Difference>, Error> {
        let (Some(old), Some(new)) = (&self.old.whole, &self.new.whole) else { return Ok(None) };
        let Some(sequence) = old.first_difference(new) else { return Ok(None) };
        let [old, new] = &self.opened;
        Ok(Some(Difference { sequence, events: [old.event(sequence)?, new.event(sequence)?] }))
    }

    /// The proof of what every contest came to in one of the two states, of which neither contradicts the other: by the log
    /// itself, or by the larger one, which may have kept the smaller one's snapshot. Of the setting, the ledger is not asked.
    ///
    /// # Errors
    /// [`ProofError`] of the state's own log, or where neither is a whole log; [`Error::OtherLog`] of one that changed since it
    /// was compared.
    pub fn proof(&self, which: Which, setting: &Setting<'_>, anchors: &TrustAnchors<'_>) -> Result<RowsProof, Error> {
        let [old, new] = self.opened.each_ref().map(OpenedSide::place);
        let larger = if self.old.size() > self.new.size() { old } else { new };
        let (side, own) = match which {
            Which::Old => (&self.old, old),
            Which::New => (&self.new, new),
        };
        let state = side.signed.checkpoint();
        let mut refused = Error::from(ProofError::NoSnapshot(state.size));
        for place in [own, larger.filter(|larger| Some(*larger) != own)].into_iter().flatten() {
            match totals::prove(&Setting { ledger: place, ..*setting }, anchors, state) {
                Err(error @ Error::Proof(ProofError::NoSnapshot(_) | ProofError::OtherSizes { .. })) => refused = error,
                proved => return proved,
            }
        }
        Err(refused)
    }
}

fn read(opened: &[OpenedSide<'_>; 2], paths: [&Path; 2], observer: &dyn Observer) -> Result<[Side; 2], Error> {
    let [old, new] = opened;
    let [one, other] = [old.checkpoint(Which::Old, paths[0])?, new.checkpoint(Which::New, paths[1])?];
    let [stated, stated_too] = [one, other].map(SignedCheckpoint::checkpoint);
    if stated.origin != stated_too.origin {
        return Ok([one, other].map(|signed| Side::checkpoint(signed.clone())));
    }
    let since = stated.size.min(stated_too.size);
    Ok([old.read(one, since, observer)?, new.read(other, since, observer)?])
}

/// What convicts the log of one side, where a proof or a snapshot that it signed is the other, and its events do not come to
/// those numbers.
fn falsely_handed(
    opened: &[OpenedSide<'_>; 2],
    policy: Option<&Policy>,
    observer: &dyn Observer,
) -> Result<Option<Misconduct>, Error> {
    let [old, new] = opened;
    for (one, other) in [(old, new), (new, old)] {
        let (Some((snapshot, rows)), Some(log)) = (one.handed(), other.place()) else { continue };
        let (stated, whole) = (&snapshot.snapshot().checkpoint, other.state());
        if stated.origin == whole.origin && stated.size <= whole.size {
            return misconduct::of_handed(snapshot, rows, log, policy, observer);
        }
    }
    Ok(None)
}

/// Two snapshots of one size that differ, each signed by the log; or that are all that there is on one side. None where
/// the states are what is to be compared.
fn snapshots(
    opened: &[OpenedSide<'_>; 2],
    paths: [&Path; 2],
    policy: Option<&Policy>,
    observer: &dyn Observer,
) -> Result<Option<TwoSnapshots>, Error> {
    let [Some(one), Some(other)] = opened.each_ref().map(OpenedSide::snapshot) else { return Ok(None) };
    let [stated, stated_too] = [one, other].map(|signed| &signed.snapshot().checkpoint);
    let is_one_size = (&stated.origin, stated.size) == (&stated_too.origin, stated_too.size);
    let is_alone = opened.iter().any(|side| matches!(side, OpenedSide::Snapshot(_)));
    // Of two roots over the events the states tell more.
    let differs = stated.root == stated_too.root && one.snapshot().rows != other.snapshot().rows;
    if !is_one_size || !(differs || is_alone) {
        return Ok(None);
    }
    let keys = log_keys(opened, stated.size, policy, observer)?;
    for (signed, (what, which)) in [one, other].into_iter().zip(paths.into_iter().zip([Which::Old, Which::New])) {
        if signed.note().verified_by(&keys).is_ok() {
            continue;
        }
        // What lies beside a whole log and is not its own is nothing that it said.
        if !is_alone && opened.iter().any(|side| matches!(side, OpenedSide::Log { .. })) {
            return Ok(None);
        }
        let refused = match (policy, keys.is_empty()) {
            (Some(_), _) => NotCompared::NotTrusted(which),
            (None, true) => NotCompared::NoKey,
            (None, false) => NotCompared::NotTheLogs(which),
        };
        return Err(CompareError::NotCompared { refused, what: what.to_owned(), size: stated.size }.into());
    }
    Ok(Some(TwoSnapshots::new(&keys, one.clone(), other.clone())))
}

/// The keys under which the log may have signed at a size: those of the policy; without one, that of a whole log.
fn log_keys(
    opened: &[OpenedSide<'_>; 2],
    size: Size,
    policy: Option<&Policy>,
    observer: &dyn Observer,
) -> Result<Vec<VerifierKey>, Error> {
    if let Some(policy) = policy {
        return Ok(policy.logs().iter().map(|log| log.key.clone()).collect());
    }
    for side in opened {
        if let OpenedSide::Log { signed, .. } = side {
            let whole = side.read(signed, size, observer)?.whole;
            return Ok(whole.and_then(|whole| whole.log_key_at(size).cloned()).into_iter().collect());
        }
    }
    Ok(Vec::new())
}

/// A state whose checkpoint is known, or a snapshot.
#[allow(clippy::large_enum_variant, reason = "there are two of these in a program")]
enum OpenedSide<'a> {
    Snapshot(SignedSnapshot),
    Checkpoint { signed: SignedCheckpoint, snapshot: Option<SignedSnapshot>, rows: Option<Shown> },
    Log { source: LogSource<'a>, signed: SignedCheckpoint, snapshot: Option<SignedSnapshot>, path: PathBuf },
}

impl<'a> OpenedSide<'a> {
    fn open(what: &Path, observer: &'a dyn Observer) -> Result<Self, Error> {
        if LogSourceKind::of(what)? == LogSourceKind::File && !is_tar(what)? {
            return Self::of_file(what);
        }
        let source = LogSource::open(what, observer)?;
        let signed = published::checkpoint(&source)?;
        let signed = signed.map_err(|why| broken(Fault::at(CHECKPOINT, 0, why.fault()), what))?;
        // One that cannot be read is told by whoever verifies.
        let snapshot = source.read(SNAPSHOT, NOTE_BYTES_MAX)?.and_then(|bytes| SignedSnapshot::parse(&bytes).ok());
        Ok(Self::Log { source, signed, snapshot, path: what.to_owned() })
    }

    /// The state in a file: a signed note, or those that a receipt or a proof is under.
    fn of_file(what: &Path) -> Result<Self, Error> {
        let bytes = files::read(what)?;
        let head = &bytes[..bytes.len().min(HEADER_BYTES_MAX)];
        let read = if transfer::begins(head, RECEIPT_HEADER) {
            let receipt = Receipt::parse(&bytes).map_err(NotAState::Receipt);
            receipt.map(|receipt| Self::Checkpoint { signed: receipt.checkpoint().clone(), snapshot: None, rows: None })
        } else if transfer::begins(head, ROWS_PROOF_HEADER) {
            RowsProof::parse(&bytes).map_err(NotAState::Proof).map(|proof| {
                let (signed, snapshot) = (proof.checkpoint().clone(), Some(proof.snapshot().clone()));
                Self::Checkpoint { signed, snapshot, rows: Some(proof.rows().clone()) }
            })
        } else if transfer::begins(head, context::SNAPSHOT) {
            SignedSnapshot::parse(&bytes).map_err(NotAState::Snapshot).map(Self::Snapshot)
        } else {
            let signed = SignedCheckpoint::parse(&bytes).map_err(NotAState::Checkpoint);
            signed.map(|signed| Self::Checkpoint { signed, snapshot: None, rows: None })
        };
        Ok(read.map_err(|error| CompareError::NotAState { what: what.to_owned(), error })?)
    }

    /// Where a whole log is; of a note alone there is none.
    fn place(&self) -> Option<&Path> {
        match self {
            Self::Log { path, .. } => Some(path),
            Self::Snapshot(_) | Self::Checkpoint { .. } => None,
        }
    }

    fn snapshot(&self) -> Option<&SignedSnapshot> {
        match self {
            Self::Snapshot(snapshot) => Some(snapshot),
            Self::Checkpoint { snapshot, .. } | Self::Log { snapshot, .. } => snapshot.as_ref(),
        }
    }

    /// What the log signed of its numbers in a file that somebody was handed, and the rows that are in it.
    fn handed(&self) -> Option<(&SignedSnapshot, Option<&Shown>)> {
        match self {
            Self::Snapshot(alone) => Some((alone, None)),
            Self::Checkpoint { snapshot, rows, .. } => Some((snapshot.as_ref()?, rows.as_ref())),
            Self::Log { .. } => None,
        }
    }

    /// The state that it is of.
    fn state(&self) -> &Checkpoint {
        match self {
            Self::Snapshot(alone) => &alone.snapshot().checkpoint,
            Self::Checkpoint { signed, .. } | Self::Log { signed, .. } => signed.checkpoint(),
        }
    }

    /// The signed checkpoint; of a snapshot alone there is none.
    fn checkpoint(&self, which: Which, what: &Path) -> Result<&SignedCheckpoint, CompareError> {
        match self {
            Self::Snapshot(alone) => {
                let (refused, size) = (NotCompared::SnapshotAlone(which), alone.snapshot().checkpoint.size);
                Err(CompareError::NotCompared { refused, what: what.to_owned(), size })
            }
            Self::Checkpoint { signed, .. } | Self::Log { signed, .. } => Ok(signed),
        }
    }

    /// Reads the entries, where there are any, and keeps those from the size `since` on.
    fn read(&self, signed: &SignedCheckpoint, since: Size, observer: &dyn Observer) -> Result<Side, Error> {
        let Self::Log { source, path, .. } = self else { return Ok(Side::checkpoint(signed.clone())) };
        let mut stretch = Stretch::new(observer, Work::Comparing, signed.checkpoint().size);
        let read = Side::read(source, Cores, signed.clone(), since, &mut |done| stretch.reaches(done))?;
        Ok(read.map_err(|fault| broken(fault, path))?)
    }

    /// One event of the log, as it was published; none of a checkpoint alone.
    fn event(&self, sequence: Sequence) -> Result<Option<LoggedEvent>, Error> {
        let Self::Log { source, signed, .. } = self else { return Ok(None) };
        let Some((bundle, at)) = bundle_of(sequence, signed.checkpoint().size) else { return Ok(None) };
        let entries = published::read_bundle(source, bundle)?.unwrap_or_default();
        Ok(entries.into_iter().nth(at).map(|bytes| LoggedEvent::read(sequence, bytes)))
    }
}

/// A log that does not give its own checkpoint is no side of a comparison.
fn broken(fault: Fault, what: &Path) -> CompareError {
    CompareError::Broken { what: what.to_owned(), fault: Box::new(fault) }
}
