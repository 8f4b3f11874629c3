//! Opening the ledger that a verb is about: to read, or to write with the log's key.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use super::args::{Global, LogKey, Secret};
use super::failure::Failure;
use super::files::{self, Readers};
use super::keys;
use super::output::Output;
use super::parallel::Cores;
use super::progress::Progress;
use super::witnessing::Witnesses;
use crate::crypto::note::NoteSigner;
use crate::crypto::vkey::{PosixSeconds, VerifierKey};
use crate::domain::State;
use crate::domain::state::{KeyHolder, KeyOf};
use crate::domain::time::Millis;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::policy::Policy;
use crate::ledger::tree::merkle::Tree;
use crate::store::files as names;
use crate::store::open::{self, Held};
use crate::store::read::{self, Reading};
use crate::store::writer::Unpublished;

/// The wall clock; before 1970 it is the epoch.
pub fn now() -> Millis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).ok().and_then(|ms| Millis::try_from(ms).ok()).unwrap_or(Millis::EPOCH)
}

/// Opens the ledger to read.
pub fn read(global: &Global, output: &Output) -> Result<Reading, Failure> {
    let ledger = &global.ledger;
    let failed = |error| Failure::store(output.lang, ledger, error);
    let total = read::sealed(ledger).map_err(failed)?.checkpoint().size.0;
    let mut progress = Progress::new(output, "reading", total);
    read::open(ledger, &mut |done| progress.at(done)).map_err(failed)
}

/// Opens the ledger to write, and tells what recovery did.
pub fn write(
    ledger: &Path,
    log: &LogKey,
    witnesses: Option<&Witnesses<'_>>,
    doing: &str,
    output: &Output,
) -> Result<Held, Failure> {
    let failed = |error| Failure::store(output.lang, ledger, error);
    let total = read::sealed(ledger).map_err(failed)?.checkpoint().size.0;
    let signer = signer(ledger, log)?;
    let mut progress = Progress::new(output, "opening", total);
    let had_store = ledger.join(names::SLED).exists();
    let mut confirm = |signed: &SignedCheckpoint, tree: &Tree| match witnesses {
        Some(witnesses) => witnesses.confirm(signed, tree),
        None => open::without_witnesses(signed, tree),
    };
    let held =
        open::write(ledger, signer, Cores, doing, &mut confirm, &mut |done| progress.at(done)).map_err(failed)?;
    drop(progress);
    tell(&held, had_store, output);
    renew_log_vkey(ledger, held.writer.state())?;
    Ok(held)
}

fn tell(held: &Held, had_store: bool, output: &Output) {
    let recovery = &held.recovery;
    if recovery.sealed.0 > 0 {
        output.say(&format!("Recovered: {} events that had not been sealed are sealed now.", recovery.sealed));
    }
    if let Some(torn) = &recovery.torn {
        output.say(&format!(
            "Recovered: a write that did not end, in {} from byte {}, was set aside in aside/. It was never acknowledged.",
            torn.file, torn.offset
        ));
    }
    if recovery.slot_rewritten {
        output.say("Recovered: a damaged slot of the seal was set aside in aside/ and written again.");
    }
    if recovery.published_quarantined {
        output.say("Recovered: what stood in published/checkpoint was no checkpoint. It was set aside in aside/, and published again.");
    }
    if recovery.rebuilt && had_store {
        output.say("The embedded store was rebuilt from the journal.");
    }
    match held.writer.unpublished() {
        Some(Unpublished::Failed(why)) => output.say(&format!(
            "Not published: {why}. Nothing is lost; the next command that writes makes up for it, once that is put right."
        )),
        // The gate is no news while it is closed.
        Some(Unpublished::Until(_)) | None => {}
    }
    if let Some(reason) = &recovery.without_store {
        output.say(&format!("There is no embedded store ({reason}); the journal is read instead. Nothing is lost."));
    }
}

/// The log's signer: of `--log-key`, or the one that a rehearsal keeps.
pub fn signer(ledger: &Path, log: &LogKey) -> Result<NoteSigner, Failure> {
    let kept = ledger.join(names::LOG_KEY);
    let file = match &log.log_key {
        Some(file) => file.clone(),
        None if kept.exists() => kept,
        None => {
            return Err(Failure::usage(
                "writing to a ledger needs the log's key",
                "give it with --log-key FILE; only a rehearsal keeps its own",
            ));
        }
    };
    signer_of(ledger, &file, &log.secret)
}

/// The signer with a key, under the log's name.
pub fn signer_of(ledger: &Path, file: &Path, secret: &Secret) -> Result<NoteSigner, Failure> {
    let vkey = log_vkey(ledger)?;
    Ok(NoteSigner::new(vkey.name().clone(), keys::open(file, secret)?))
}

/// The verifier key in a ledger's `log.vkey`.
pub fn log_vkey(ledger: &Path) -> Result<VerifierKey, Failure> {
    let path = ledger.join(names::LOG_VKEY);
    let text = files::read_text(&path)?;
    text.trim_end().parse().map_err(|error| {
        Failure::format(
            &path,
            format!("{}: {error}", path.display()),
            "restore the file: its key stands in the founding act",
        )
    })
}

/// Where the log's key has changed, `log.vkey` names the new one. Only an earlier key of this very log is written over:
/// whatever else stands there is for `verify` to tell.
pub fn renew_log_vkey(ledger: &Path, state: &State) -> Result<(), Failure> {
    let Some(election) = state.election() else { return Ok(()) };
    let named = log_vkey(ledger)?.public();
    let is_earlier = |holder: &KeyHolder| holder.of == KeyOf::Log && !holder.in_force;
    if !election.holder(&named).is_some_and(is_earlier) {
        return Ok(());
    }
    files::write(&ledger.join(names::LOG_VKEY), format!("{}\n", election.log_key()).as_bytes(), Readers::All)
}

/// The policy of `--policy`.
pub fn policy(global: &Global) -> Result<Option<Policy>, Failure> {
    global.policy.as_deref().map(policy_of).transpose()
}

/// A policy's file, for a reader of today.
pub fn policy_of(path: &Path) -> Result<Policy, Failure> {
    let policy = Policy::parse(&files::read_text(path)?).map_err(|error| Failure {
        line: u64::try_from(error.line).ok(),
        ..Failure::format(path, error.fault.to_string(), "a policy is in C2SP tlog-policy form; see keys/README.md")
    })?;
    Ok(match PosixSeconds::try_from(now().value() / 1000) {
        Ok(now) => policy.at(now),
        Err(_) => policy,
    })
}
