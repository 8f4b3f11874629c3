//! One side: a signed checkpoint, a receipt's, or a whole log, wherever it is.

use std::path::{Path, PathBuf};

use super::super::failure::{Exit, Failure};
use super::super::files;
use super::super::output::Output;
use super::super::progress::Progress;
use super::super::talk::Talk;
use crate::domain::number::{Sequence, Size};
use crate::ledger::files::receipt::{RECEIPT_HEADER, Receipt};
use crate::ledger::logged_event::LoggedEvent;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::tree::tile::bundle_of;
use crate::service::parallel::Cores;
use crate::service::source::{LogSource, LogSourceKind, is_tar};
use crate::text;
use crate::verify::compare::Side;
use crate::verify::{Fault, FaultKind, published};

/// A side whose checkpoint is known.
#[allow(clippy::large_enum_variant, reason = "there are two of these in a program")]
pub enum OpenedSide {
    Checkpoint(SignedCheckpoint),
    Log { source: LogSource, signed: SignedCheckpoint, path: PathBuf },
}

impl OpenedSide {
    pub fn open(what: &Path, output: &Output) -> Result<Self, Failure> {
        let failed = |error| Failure::service(output.lang, error);
        if LogSourceKind::of(what).map_err(failed)? == LogSourceKind::File && !is_tar(what) {
            return checkpoint(what).map(Self::Checkpoint);
        }
        let source = LogSource::open(what, &Talk::new(output)).map_err(failed)?;
        let none = || failure(&Fault::of_ledger(FaultKind::NoCheckpoint), what, output);
        let signed = published::checkpoint(&source).map_err(failed)?.ok_or_else(none)?;
        Ok(Self::Log { source, signed, path: what.to_owned() })
    }

    pub fn signed(&self) -> &SignedCheckpoint {
        match self {
            Self::Checkpoint(signed) | Self::Log { signed, .. } => signed,
        }
    }

    /// Reads the entries, where there are any, and keeps those from the size `since` on.
    pub fn read(&self, since: Size, output: &Output) -> Result<Side, Failure> {
        let Self::Log { source, signed, path } = self else { return Ok(Side::checkpoint(self.signed().clone())) };
        let mut progress = Progress::new(output, "comparing", signed.checkpoint().size.0);
        let read = Side::read(source, Cores, signed.clone(), since, &mut |done| progress.at(done))?;
        read.map_err(|fault| failure(&fault, path, output))
    }

    /// One event of the log, as it was published; none of a checkpoint alone.
    pub fn event(&self, sequence: Sequence) -> Result<Option<LoggedEvent>, Failure> {
        let Self::Log { source, signed, .. } = self else { return Ok(None) };
        let Some((bundle, at)) = bundle_of(sequence, signed.checkpoint().size) else { return Ok(None) };
        let entries = published::read_bundle(source, bundle)?.unwrap_or_default();
        Ok(entries.into_iter().nth(at).map(|bytes| LoggedEvent::read(sequence, bytes)))
    }
}

/// The checkpoint in a file: a signed note, or the one that a receipt is under.
fn checkpoint(what: &Path) -> Result<SignedCheckpoint, Failure> {
    let bytes = files::read(what)?;
    let signed = if files::begins(what, RECEIPT_HEADER.as_bytes()) {
        Receipt::parse(&bytes).map(|receipt| receipt.checkpoint().clone()).map_err(|error| error.to_string())
    } else {
        SignedCheckpoint::parse(&bytes).map_err(|error| error.to_string())
    };
    signed.map_err(|error| {
        let says = format!("{} is neither a published log, a receipt nor a checkpoint: {error}", what.display());
        let act = "give a ledger, a published folder, its tar or URL, a receipt, or a signed checkpoint";
        Failure { exit: Exit::CannotTell, ..Failure::format(what, says, act) }
    })
}

/// A log that does not give its own checkpoint is no side of a comparison.
fn failure(fault: &Fault, path: &Path, output: &Output) -> Failure {
    let says = format!("{}: {}", path.display(), text::fault(output.lang, fault));
    let act = "run `protokol verify` on it for every fault, and compare a copy from elsewhere";
    Failure::new(fault.verdict().into(), fault.code(), says, act).in_file(path)
}
