//! A founding act, from an election folder with the members of its top unit, and the log's public key.

use std::path::Path;

use super::error::Error;
use super::observer::Observer;
use super::source::LogSource;
use crate::clerk::error::DraftError;
use crate::crypto::key::PublicKey;
use crate::crypto::vkey::VerifierKey;
use crate::domain::manifest::{ElectionCalled, Predecessor};
use crate::domain::rules::RulesVersion;
use crate::intake::folder::ElectionFolder;
use crate::intake::members;
use crate::verify::conclude::TrustAnchors;

/// Drafts the founding act of an election. `log_key` is a public key as [`keygen`](super::keygen) makes it, or a
/// verifier key; `succeeds` is where the log is that the new one continues, whose last state the anchors must take.
///
/// # Errors
/// [`Error::Tables`]; [`DraftError`]; those of [`LogSource::open`] and [`LogSource::believed`].
pub fn founding(
    folder: ElectionFolder,
    log_key: &str,
    succeeds: Option<&Path>,
    anchors: &TrustAnchors<'_>,
    observer: &dyn Observer,
) -> Result<ElectionCalled, Error> {
    let commissions = members::commissions(&folder.units, &folder.members, &folder.manifest)?;
    let top = commissions.into_iter().find(|commission| commission.parent.is_none());
    let commission = top.ok_or(DraftError::NoMembers)?;
    let origin = folder.origin.clone().unwrap_or_else(|| format!("protokol.example/{}", folder.manifest.id));
    let log_key = verifier_key(log_key, &origin)?;
    let predecessor = succeeds.map(|log| predecessor(log, &origin, anchors, observer)).transpose()?;
    Ok(ElectionCalled {
        rules: RulesVersion::FOUNDING.number(),
        origin: origin.parse().map_err(|_| DraftError::LongName)?,
        log_key: log_key.to_string().parse().map_err(|_| DraftError::LongName)?,
        predecessor,
        manifest: folder.manifest,
        commission,
    })
}

/// The last known state of the log that a new one continues. The new one needs a name of its own: witnesses know the
/// old name, and would take the new log for a fork of it.
fn predecessor(
    log: &Path,
    origin: &str,
    anchors: &TrustAnchors<'_>,
    observer: &dyn Observer,
) -> Result<Predecessor, Error> {
    let nothing = || DraftError::NoCheckpoint(log.to_owned());
    let source = LogSource::open(log, observer)?;
    let signed = source.believed(anchors)?.ok_or_else(nothing)?;
    let last = signed.checkpoint();
    if last.origin.as_str() == origin {
        return Err(DraftError::SameName(origin.to_owned()).into());
    }
    let origin = last.origin.as_str().parse().map_err(|_| nothing())?;
    Ok(Predecessor { origin, size: last.size, root: last.root })
}

/// A public key as it is printed, or a verifier key.
fn verifier_key(given: &str, origin: &str) -> Result<VerifierKey, DraftError> {
    let wrong = || DraftError::NotAKey(given.to_owned());
    if let Ok(key) = given.parse::<VerifierKey>() {
        return Ok(key);
    }
    let name = origin.parse().map_err(|_| DraftError::NotAName(origin.to_owned()))?;
    let key = given.parse::<PublicKey>().map_err(|_| wrong())?;
    VerifierKey::ed25519(name, key).map_err(|_| wrong())
}
