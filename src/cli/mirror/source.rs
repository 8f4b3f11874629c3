//! What a mirror is made from.

use std::path::{Path, PathBuf};

use crate::cli::ledger;
use crate::cli::talk::Talk;
use crate::portal::beside::BESIDE;
use crate::service::error::{Error, SourceError};
use crate::service::files::is_there;
use crate::service::reading::Log;
use crate::service::source::LogSourceKind;
use crate::store::files as names;
use crate::tally::gate::Gate;
use crate::verify::conclude::TrustAnchors;
use crate::verify::published;

/// What a mirror is made from.
pub enum Source {
    /// What a ledger publishes; until figures may be, the ledger itself.
    Ledger(PathBuf),
    /// A published log.
    Log(PathBuf),
}

impl Source {
    /// What `--from` names, or the ledger at hand.
    pub fn of(ledger: &Path, from: Option<&Path>) -> Result<Self, Error> {
        let Some(log) = from else { return Ok(Self::Ledger(ledger.to_owned())) };
        Ok(match LogSourceKind::of(log)? {
            LogSourceKind::Ledger => Self::Ledger(log.to_owned()),
            _ => Self::Log(log.to_owned()),
        })
    }

    /// The ledger, if it is one.
    pub fn ledger(&self) -> Option<&Path> {
        match self {
            Self::Ledger(ledger) => Some(ledger),
            Self::Log(_) => None,
        }
    }

    /// Where the log is published.
    pub fn published(&self) -> PathBuf {
        match self {
            Self::Ledger(ledger) => ledger.join(names::PUBLISHED),
            Self::Log(log) => log.clone(),
        }
    }

    /// What is published, or, until figures may be, the ledger itself.
    pub fn read(&self, anchors: &TrustAnchors<'_>, talk: &Talk<'_>) -> Result<Log, Error> {
        let (published, read) = (self.published(), |log: &Path| Log::open(&ledger::setting(log, talk), anchors));
        let Self::Ledger(ledger) = self else { return read(&published) };
        if is_there(&published.join(published::CHECKPOINT))? {
            return read(&published);
        }
        let log = read(ledger)?;
        // What comes in next is published with all that came before.
        match Gate::of(&log.reading.model, ledger::now()) {
            Gate::Closed { .. } => Ok(log),
            Gate::Open => Err(SourceError::NoLog(published.display().to_string()).into()),
        }
    }
}

/// What stands beside a published log's tiles, as it stands there.
pub fn beside(log: &Log) -> Result<Vec<(&'static str, String)>, Error> {
    let beside = BESIDE.into_iter().map(|name| Ok(log.beside(name)?.map(|text| (name, text))));
    Ok(beside.collect::<Result<Vec<_>, Error>>()?.into_iter().flatten().collect())
}
