//! Restoring a ledger from what was published of it, after all of it was verified.

use std::path::{Path, PathBuf};

use super::error::Error;
use super::observer::{Stretch, Work};
use super::parallel::Cores;
use super::policy::PolicyFile;
use super::setting::Setting;
use super::source::LogSource;
use super::{files, verify};
use crate::crypto::parallel::Signatures;
use crate::crypto::vkey::VerifierKey;
use crate::domain::number::Size;
use crate::domain::origin::Origin;
use crate::intake::toml::manifest::render_manifest;
use crate::ledger::files::seal::{SEAL_BYTES, Seal};
use crate::ledger::note::checkpoint::Checkpoint;
use crate::store::error::StoreError;
use crate::store::publish::restore::{Continues, Restored as Parts, Restoring, continues};
use crate::store::read;
use crate::verify::conclude::TrustAnchors;
use crate::verify::fault::Verdict;
use crate::verify::report::Report;

/// A seal that survived whole.
pub struct Survivor(Vec<u8>);

/// What became of a restoration.
#[allow(clippy::large_enum_variant, reason = "there is one of these in a program")]
pub enum Restoration {
    /// A ledger stands in its place.
    Done(Restored),
    /// What was published does not verify, and nothing was written.
    NotVerified(Report),
}

/// A ledger that was restored.
#[derive(Debug)]
pub struct Restored {
    /// Whose log it is.
    pub origin: Origin,
    /// Up to where it was restored.
    pub checkpoint: Checkpoint,
    /// Whether its log may go on.
    pub continues: Continues,
}

impl Survivor {
    /// Reads a seal's file.
    ///
    /// # Errors
    /// [`Error::Store`]; [`Error::NotASeal`].
    pub fn read(file: &Path) -> Result<Self, Error> {
        let bytes = files::read(file)?;
        if bytes.len() != SEAL_BYTES || Seal::decode(&bytes).latest().is_none() {
            return Err(Error::NotASeal(PathBuf::from(file)));
        }
        Ok(Self(bytes))
    }
}

/// Restores a ledger, where nothing is, from a published log. Whether its log may go on is decided by a seal that
/// survived; one that is restored from its replica goes on with that.
///
/// # Errors
/// [`Error::Policy`]; those of [`LogSource::open`] and [`verify::log`]; [`Error::Store`].
pub fn restore(
    setting: &Setting<'_>,
    from: &Path,
    policy: Option<&PolicyFile>,
    seal: Option<&Survivor>,
) -> Result<Restoration, Error> {
    let failed = || Error::store(setting.ledger);
    let trusted = policy.map(|policy| policy.parse(setting.now())).transpose()?;
    let anchors = TrustAnchors::under(trusted.as_ref());
    let source = LogSource::open(from, setting.observer)?;
    let mut restoring = Restoring::begin(setting.ledger).map_err(failed())?;
    let mut written = Ok(());
    let verified = verify::log(&source, &anchors, Signatures::Together, setting.observer, &mut |entries| {
        if written.is_ok() {
            written = restoring.take(entries);
        }
    })?;
    written.map_err(failed())?;
    if verified.report.verdict() != Verdict::Verified {
        return Ok(Restoration::NotVerified(verified.report));
    }
    let (Some(election), Some(checkpoint)) = (verified.state.election(), &verified.checkpoint) else {
        return Err(failed()(StoreError::Seal));
    };
    let log_key: VerifierKey = election.log_key().parse().map_err(|_| failed()(StoreError::NotTheLogKey))?;
    // Nothing is signed that its replica does not have before: where the ledger goes on with it, it knows all of it.
    let (continues, replica) = match &source {
        LogSource::Replica(log, _) => (Continues::WithReplica, Some(log.place())),
        _ => (continues(seal.map(|seal| seal.0.as_slice()), checkpoint, &log_key), None),
    };
    let founding = election.founding();
    let manifest = render_manifest(&founding.manifest, founding.origin.as_str());
    let policy = policy.map(|policy| policy.text.as_str());
    let snapshot = verified.snapshot.as_ref();
    let parts = Parts { checkpoint, snapshot, election, manifest: &manifest, policy, replica, continues };
    restoring.finish(&parts).map_err(failed())?;
    // The embedded store is made now, so that the first reader does not wait for it.
    let mut stretch = Stretch::new(setting.observer, Work::Reading, checkpoint.checkpoint().size);
    read::open(setting.ledger, &anchors, Cores, &mut |done| stretch.reaches(done)).map_err(failed())?;
    drop(stretch);
    let checkpoint = read::sealed(setting.ledger).map_err(failed())?.checkpoint().clone();
    Ok(Restoration::Done(Restored { origin: checkpoint.origin.clone(), checkpoint, continues }))
}

impl Restored {
    /// Up to which size it was restored.
    pub fn size(&self) -> Size {
        self.checkpoint.size
    }
}
