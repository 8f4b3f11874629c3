//! The ledger that a verb is about, and what it takes to write to it.

use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::args::{Global, LogKey};
use super::failure::Failure;
use super::keys;
use super::output::Output;
use super::talk::Talk;
use super::words::usage;
use crate::crypto::key::SecretKey;
use crate::domain::time::Millis;
use crate::ledger::note::policy::Policy;
use crate::portal::check;
use crate::service::error::Error;
use crate::service::files::is_there;
use crate::service::policy::PolicyFile;
use crate::service::reading::Log;
use crate::service::setting::Setting;
use crate::service::writing::Writing;
use crate::store::files as names;
use crate::store::read;
use crate::text::Lang;
use crate::verify::conclude::TrustAnchors;

/// The wall clock; before 1970 it is the epoch.
pub fn now() -> Millis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).ok().and_then(|ms| Millis::try_from(ms).ok()).unwrap_or(Millis::EPOCH)
}

/// What an operation is handed by this program.
pub fn setting<'a>(ledger: &'a Path, talk: &'a Talk<'a>) -> Setting<'a> {
    Setting { ledger, clock: &now, observer: talk }
}

/// Opens the ledger to read, or the published log that is named instead, which is verified first.
pub fn read(global: &Global, log: Option<&Path>, output: &Output) -> Result<Log, Failure> {
    opened(global, log, output, Log::open)
}

/// What the ledger proves by itself, without being folded; none where it does not, and of a published log.
pub fn proven<T>(
    global: &Global,
    log: Option<&Path>,
    output: &Output,
    ask: impl FnOnce(&Setting<'_>, &TrustAnchors<'_>) -> Option<T>,
) -> Result<Option<T>, Failure> {
    if log.is_some() {
        return Ok(None);
    }
    opened(global, None, output, |setting, anchors| Ok(ask(setting, anchors)))
}

/// Opens again what was read, where it has grown; says whether it has. What keeps it from being asked for a moment comes
/// as it is: whoever follows it asks again.
pub fn read_again(global: &Global, read: &mut Log, output: &Output) -> Result<Result<bool, Error>, Failure> {
    let passing = |error: Error| {
        if error.is_passing() { Ok(Err(error)) } else { Err(Failure::service(output.lang, error)) }
    };
    match read.size_now() {
        Ok(size) if size <= read.checkpoint().size => return Ok(Ok(false)),
        Ok(_) => {}
        Err(error) => return passing(error),
    }
    let place = read.place.clone();
    let again = opened(global, Some(&place), output, |setting, anchors| Ok(read.again(setting, anchors)))?;
    again.map_or_else(passing, |()| Ok(Ok(true)))
}

fn opened<T>(
    global: &Global,
    log: Option<&Path>,
    output: &Output,
    open: impl FnOnce(&Setting<'_>, &TrustAnchors<'_>) -> Result<T, Error>,
) -> Result<T, Failure> {
    let (talk, policy) = (Talk::new(output), policy(global, output.lang)?);
    let anchors = TrustAnchors::under(policy.as_ref());
    let opened = open(&setting(log.unwrap_or(&global.ledger), &talk), &anchors);
    opened.map_err(|error| Failure::service(output.lang, error))
}

/// The log's key: of `--log-key`, or the one that a rehearsal keeps.
pub fn log_key(ledger: &Path, log: &LogKey, lang: Lang) -> Result<SecretKey, Failure> {
    // Where there is no ledger, nobody is asked for a passphrase.
    read::sealed(ledger).map_err(|error| Failure::store(lang, ledger, error))?;
    let kept = ledger.join(names::LOG_KEY);
    let keeps = || is_there(&kept).map_err(|error| Failure::service(lang, error));
    match &log.log_key {
        Some(file) => keys::open(lang, file, &log.secret),
        None if keeps()? => keys::open(lang, &kept, &log.secret),
        None => Err(Failure::usage(advise!(lang, usage::usage_log_key_needed))),
    }
}

/// What a writer brings, from its arguments.
pub fn writing<'p>(
    ledger: &Path,
    log: &'p LogKey,
    policy: Option<&'p PolicyFile>,
    doing: &'static str,
    lang: Lang,
) -> Result<Writing<'p>, Failure> {
    let patience = Duration::from_secs(log.witness_seconds);
    let (key, replica) = (log_key(ledger, log, lang)?, log.replica.as_deref());
    Ok(Writing { key, policy, replica, patience, doing, pages: check::files() })
}

/// Reads the file of `--policy`, whatever verb it is given to: one that is no policy is an error of each.
pub fn read_policy(global: &Global, lang: Lang) -> Result<Option<PolicyFile>, Failure> {
    let read = |path: &Path| PolicyFile::read(path).and_then(|file| file.parse(now()).map(|_| file));
    global.policy.as_deref().map(read).transpose().map_err(|error| Failure::service(lang, error))
}

/// The policy of `--policy`, for a reader of today.
pub fn policy(global: &Global, lang: Lang) -> Result<Option<Policy>, Failure> {
    let parsed = global.policy_file.as_ref().map(|file| file.parse(now())).transpose();
    parsed.map_err(|error| Failure::service(lang, error))
}
