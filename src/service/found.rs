//! Founding a ledger from a founding act that its quorum signed.

use super::error::{Error, FoundError};
use super::parallel::Cores;
use super::setting::Setting;
use crate::clerk::check::founding_keys;
use crate::crypto::key::SecretKey;
use crate::crypto::note::NoteSigner;
use crate::domain::manifest::ElectionCalled;
use crate::domain::statement::Body;
use crate::intake::toml::manifest::render_manifest;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::submission::SignedStatement;
use crate::rehearsal::is_demonstration_log_key;
use crate::store::confirm;
use crate::store::error::{Refusal, StoreError};
use crate::store::founding::{Founding, found as make};
use crate::store::{open, read};

/// The founding act in a submission.
///
/// # Errors
/// [`FoundError::NotAFoundingAct`].
pub fn founding_act(submission: &SignedStatement) -> Result<ElectionCalled, FoundError> {
    match submission.statement().map(|statement| statement.body) {
        Ok(Body::ElectionCalled(called)) => Ok(called),
        _ => Err(FoundError::NotAFoundingAct),
    }
}

/// Founds a ledger where nothing is, and publishes its founding act. Gives the first checkpoint.
///
/// # Errors
/// [`FoundError`]; [`Error::Refused`]; [`Error::Store`]. Nothing is left behind at the place.
pub fn found(setting: &Setting<'_>, submission: &SignedStatement, key: SecretKey) -> Result<SignedCheckpoint, Error> {
    let failed = || Error::store(setting.ledger);
    let called = founding_act(submission)?;
    if setting.ledger.exists() {
        return Err(failed()(StoreError::Exists(setting.ledger.to_owned())));
    }
    let name = called.origin.as_str().parse().map_err(|_| FoundError::NotAFoundingAct)?;
    if !called.manifest.rehearsal && is_demonstration_log_key(&key.public(), called.origin.as_str()) {
        return Err(FoundError::DemonstrationLogKey.into());
    }
    if let Some(rejection) = founding_keys(&called).into_iter().next() {
        return Err(Refusal::Rule(rejection).into());
    }
    let signer = NoteSigner::new(name, key);
    let founding = Founding {
        submission,
        clock: setting.now(),
        signer: &signer,
        manifest: &render_manifest(&called.manifest, called.origin.as_str()),
        rehearsal_key: None,
    };
    make(setting.ledger, &founding).map_err(failed())?;
    // The first writer publishes the founding act. Witnesses cannot know the log before it is published.
    let opened = open::write(setting.ledger, signer, Cores, "init", &mut confirm::without_witnesses, &mut |_| {});
    opened.and_then(|held| held.writer.close()).map_err(failed())?;
    read::sealed(setting.ledger).map_err(failed())
}
