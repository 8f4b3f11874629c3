//! Comparing two states of a log, each a signed checkpoint, a receipt's, or a whole log wherever it is.

use std::path::{Path, PathBuf};

use super::error::{CompareError, Error, NotAState};
use super::files;
use super::observer::{Observer, Stretch, Work};
use super::parallel::Cores;
use super::source::{LogSource, LogSourceKind, is_tar};
use crate::crypto::transfer;
use crate::domain::number::{Sequence, Size};
use crate::ledger::files::receipt::{RECEIPT_HEADER, Receipt};
use crate::ledger::logged_event::LoggedEvent;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::policy::Policy;
use crate::ledger::tree::tile::bundle_of;
use crate::verify::compare::{self, Comparison, NotCompared, Side, Which};
use crate::verify::fault::Fault;
use crate::verify::published::{self, CHECKPOINT};

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

/// Reads two states and compares them. Of two logs with different names no more is read than their checkpoints.
///
/// # Errors
/// [`CompareError`]; those of [`LogSource::open`].
pub fn compare<'a>(
    old: &Path,
    new: &Path,
    policy: Option<&Policy>,
    observer: &'a dyn Observer,
) -> Result<Compared<'a>, Error> {
    let paths = [old, new];
    let opened = [OpenedSide::open(old, observer)?, OpenedSide::open(new, observer)?];
    let [old, new] = read(&opened, observer)?;
    let found = compare::compare(&old, &new, policy).map_err(|refused| {
        let (what, side) = match refused {
            NotCompared::NoKey => (paths[0], &old),
            NotCompared::NotTheLogs(which) | NotCompared::NotTrusted(which) | NotCompared::NoEntries(which) => {
                match which {
                    Which::Old => (paths[0], &old),
                    Which::New => (paths[1], &new),
                }
            }
        };
        CompareError::NotCompared { refused, what: what.to_owned(), size: side.size() }
    })?;
    Ok(Compared { old, new, found, opened })
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
}

fn read(opened: &[OpenedSide<'_>; 2], observer: &dyn Observer) -> Result<[Side; 2], Error> {
    let [old, new] = opened;
    let checkpoints = [old, new].map(|one| one.signed().checkpoint());
    if checkpoints[0].origin != checkpoints[1].origin {
        return Ok([old, new].map(|one| Side::checkpoint(one.signed().clone())));
    }
    let since = checkpoints[0].size.min(checkpoints[1].size);
    Ok([old.read(since, observer)?, new.read(since, observer)?])
}

/// A state whose checkpoint is known.
#[allow(clippy::large_enum_variant, reason = "there are two of these in a program")]
enum OpenedSide<'a> {
    Checkpoint(SignedCheckpoint),
    Log { source: LogSource<'a>, signed: SignedCheckpoint, path: PathBuf },
}

impl<'a> OpenedSide<'a> {
    fn open(what: &Path, observer: &'a dyn Observer) -> Result<Self, Error> {
        if LogSourceKind::of(what)? == LogSourceKind::File && !is_tar(what)? {
            return checkpoint(what).map(Self::Checkpoint);
        }
        let source = LogSource::open(what, observer)?;
        let signed = published::checkpoint(&source)?;
        let signed = signed.map_err(|why| broken(Fault::at(CHECKPOINT, 0, why.fault()), what))?;
        Ok(Self::Log { source, signed, path: what.to_owned() })
    }

    fn signed(&self) -> &SignedCheckpoint {
        match self {
            Self::Checkpoint(signed) | Self::Log { signed, .. } => signed,
        }
    }

    /// Reads the entries, where there are any, and keeps those from the size `since` on.
    fn read(&self, since: Size, observer: &dyn Observer) -> Result<Side, Error> {
        let Self::Log { source, signed, path } = self else { return Ok(Side::checkpoint(self.signed().clone())) };
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

/// The checkpoint in a file: a signed note, or the one that a receipt is under.
fn checkpoint(what: &Path) -> Result<SignedCheckpoint, Error> {
    let bytes = files::read(what)?;
    let signed = if transfer::begins(&bytes, RECEIPT_HEADER) {
        Receipt::parse(&bytes).map(|receipt| receipt.checkpoint().clone()).map_err(NotAState::Receipt)
    } else {
        SignedCheckpoint::parse(&bytes).map_err(NotAState::Checkpoint)
    };
    Ok(signed.map_err(|error| CompareError::NotAState { what: what.to_owned(), error })?)
}
