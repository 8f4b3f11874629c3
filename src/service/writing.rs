//! Opening a ledger to write, with the log's key and under the witnesses of its policy.

use std::path::Path;
use std::time::Duration;

use super::error::Error;
use super::files;
use super::observer::{Notice, Stretch, Work};
use super::parallel::Cores;
use super::policy::PolicyFile;
use super::replica;
use super::setting::Setting;
use super::witnessing::Witnesses;
use crate::crypto::key::SecretKey;
use crate::crypto::note::NoteSigner;
use crate::crypto::vkey::VerifierKey;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::tree::merkle::Tree;
use crate::store::confirm;
use crate::store::files as names;
use crate::store::open::{self, Held};
use crate::store::publish::Page;
use crate::store::read;
use crate::store::writer::Unpublished;

/// What a writer brings.
pub struct Writing<'a> {
    /// The log's secret key.
    pub key: SecretKey,
    /// The policy that names the witnesses; without one, the ledger's own.
    pub policy: Option<&'a PolicyFile>,
    /// Where the replica is that is asked before anything is signed; without one, the ledger's own, if it has any.
    pub replica: Option<&'a str>,
    /// How long witnesses are waited for.
    pub patience: Duration,
    /// What others are told who find the ledger held: a verb.
    pub doing: &'static str,
    /// What goes for readers beside the published log.
    pub pages: &'a [Page],
}

/// A ledger that is held to write, and who witnesses it.
pub struct Open<'a> {
    /// The ledger, held for writing.
    pub held: Held,
    /// Its witnesses, where the policy names any who can be asked.
    pub witnesses: Option<Witnesses<'a>>,
}

impl<'a> Open<'a> {
    /// Opens a ledger to write under the witnesses of the policy, which is kept with it from then on.
    ///
    /// # Errors
    /// Those of [`Witnesses::of`] and of [`write()`].
    pub fn new(setting: Setting<'a>, writing: Writing<'_>) -> Result<Self, Error> {
        Self::knowing(setting, writing, None)
    }

    /// The same, where witnesses handed cosignatures over by other ways: `by_hand` is the sealed checkpoint with them,
    /// each checked.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn knowing(
        setting: Setting<'a>,
        writing: Writing<'_>,
        by_hand: Option<&SignedCheckpoint>,
    ) -> Result<Self, Error> {
        let Writing { key, policy, replica, patience, doing, pages } = writing;
        let witnesses = Witnesses::of(setting, policy, patience)?.map(|witnesses| witnesses.heard_by_hand(by_hand));
        let mut held = write(setting, key, replica, witnesses.as_ref(), doing)?;
        if let Some(witnesses) = &witnesses {
            if let Some(policy) = policy {
                witnesses.keep_policy(policy)?;
            }
            // With the policy, what the log proposes may have changed.
            held.writer.publish();
        }
        held.writer.publish_pages(pages);
        Ok(Self { held, witnesses })
    }
}

/// Opens a ledger to write, and tells what recovery did. Witnesses, where there are any, are asked before anything is
/// signed.
///
/// # Errors
/// [`Error::Store`]; [`Error::LogVkey`]; [`Error::NotText`].
pub fn write(
    setting: Setting<'_>,
    key: SecretKey,
    replica: Option<&str>,
    witnesses: Option<&Witnesses<'_>>,
    doing: &'static str,
) -> Result<Held, Error> {
    let failed = || Error::store(setting.ledger);
    let total = read::sealed(setting.ledger).map_err(failed())?.checkpoint().size;
    let signer = signer(setting.ledger, key)?;
    let had_store = files::is_there(&setting.ledger.join(names::SLED))?;
    let mut stretch = Stretch::new(setting.observer, Work::Opening, total);
    let mut confirm = |signed: &SignedCheckpoint, tree: &Tree| match witnesses {
        Some(witnesses) => witnesses.confirm(signed, tree),
        None => confirm::without_witnesses(signed, tree),
    };
    let progress = &mut |done| stretch.reaches(done);
    let replica = replica::of(setting.ledger, replica).map_err(failed())?;
    let held = open::write_with(setting.ledger, signer, Cores, doing, replica, &mut confirm, progress);
    let mut held = held.map_err(failed())?;
    drop(stretch);
    // Where there was none, that it was made is no news.
    held.recovery.rebuilt &= had_store;
    setting.observer.notices(&Notice::Opened(&held.recovery));
    if held.writer.replica().is_some() && witnesses.is_none() {
        setting.observer.notices(&Notice::ReplicaUnwitnessed);
    }
    // The gate is no news while it is closed.
    if let Some(Unpublished::Failed(why)) = held.writer.unpublished() {
        setting.observer.notices(&Notice::NotPublished(why));
    }
    Ok(held)
}

/// The signer with a key, under the log's name.
///
/// # Errors
/// Those of [`log_vkey`].
pub fn signer(ledger: &Path, key: SecretKey) -> Result<NoteSigner, Error> {
    Ok(NoteSigner::new(log_vkey(ledger)?.name().clone(), key))
}

/// The verifier key in a ledger's `log.vkey`.
///
/// # Errors
/// [`Error::Store`]; [`Error::NotText`]; [`Error::LogVkey`].
pub fn log_vkey(ledger: &Path) -> Result<VerifierKey, Error> {
    let file = ledger.join(names::LOG_VKEY);
    let text = files::read_text(&file)?;
    text.trim_end().parse().map_err(|error| Error::LogVkey { file, error })
}
