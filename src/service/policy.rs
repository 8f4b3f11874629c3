//! The policy that an operation goes by: one that was handed in, or the one that a ledger keeps since it was told one; and
//! what is told where a reader brought none.

use std::path::{Path, PathBuf};

use super::error::Error;
use super::files;
use super::observer::{Notice, Observer};
use super::setting::Setting;
use crate::crypto::vkey::PosixSeconds;
use crate::domain::time::Millis;
use crate::ledger::note::policy::Policy;
use crate::store::files as names;
use crate::tally::read_model::ReadModel;
use crate::verify::conclude::TrustAnchors;

/// A policy as it was handed in: its bytes, and where they stood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PolicyFile {
    /// Where it stood: what messages name.
    pub path: PathBuf,
    /// The policy, as its file has it.
    pub text: String,
}

impl PolicyFile {
    /// Reads a file.
    ///
    /// # Errors
    /// [`Error::Store`]; [`Error::NotText`].
    pub fn read(path: &Path) -> Result<Self, Error> {
        Ok(Self { path: path.to_owned(), text: files::read_text(path)? })
    }

    /// The policy, for a reader of today: a cosignature of the future counts for nothing.
    ///
    /// # Errors
    /// [`Error::Policy`].
    pub fn parse(&self, now: Millis) -> Result<Policy, Error> {
        let policy = Policy::parse(&self.text).map_err(|error| Error::Policy { file: self.path.clone(), error })?;
        Ok(match PosixSeconds::try_from(now.value() / 1000) {
            Ok(now) => policy.at(now),
            Err(_) => policy,
        })
    }
}

/// The policy that was handed in, or else the one that the ledger keeps.
///
/// # Errors
/// [`Error::Store`]; [`Error::NotText`].
pub fn given_or_kept(setting: &Setting<'_>, given: Option<&PolicyFile>) -> Result<Option<PolicyFile>, Error> {
    let kept = setting.ledger.join(names::POLICY);
    match given {
        Some(given) => Ok(Some(given.clone())),
        None if files::is_there(&kept)? => PolicyFile::read(&kept).map(Some),
        None => Ok(None),
    }
}

/// Tells whose key a ledger's seal was believed under, where nobody brought a policy.
pub(super) fn tell_believed(observer: &dyn Observer, anchors: &TrustAnchors<'_>, model: &ReadModel) {
    let key = model.election().and_then(|election| election.log_key.parse().ok());
    if let (None, Some(key)) = (anchors.policy, &key) {
        observer.notices(&Notice::Believed(key));
    }
}
