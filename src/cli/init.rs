//! `init`: a ledger is founded from a founding act that its quorum signed.

use std::path::Path;

use super::args::{Global, Init};
use super::checking;
use super::failure::{Exit, Failure};
use super::files;
use super::keys;
use super::ledger::now;
use super::output::Output;
use super::parallel::Cores;
use crate::crypto::note::NoteSigner;
use crate::domain::Body;
use crate::domain::code::Code;
use crate::intake::toml::manifest::render_manifest;
use crate::ledger::submission::SignedStatement;
use crate::rehearsal::is_demonstration_log_key;
use crate::store::error::Refusal;
use crate::store::founding::{Founding, found};
use crate::store::{open, read};
use crate::text;
use crate::view::founding::Founding as FoundingView;

pub fn run(global: &Global, arguments: &Init, output: &Output) -> Result<Exit, Failure> {
    let submission = read_submission(&arguments.submission, output)?;
    let not_founding = || {
        let says = format!("{} is not a founding act", arguments.submission.display());
        Failure::format(&arguments.submission, says, "make one with `protokol draft founding`")
    };
    let statement = submission.statement().map_err(|_| not_founding())?;
    let Body::ElectionCalled(called) = &statement.body else { return Err(not_founding()) };
    let Some(key_file) = &arguments.log.log_key else {
        let act = "give the one whose public half stands in the founding act: --log-key FILE";
        return Err(Failure::usage("founding a ledger needs the log's key", act));
    };
    if global.ledger.exists() {
        let says = format!("{} exists already", global.ledger.display());
        let act = "choose another place with --ledger DIR; nothing was touched";
        return Err(Failure { act: act.to_owned(), says, ..Failure::exists(&global.ledger) });
    }
    let name = called.origin.as_str().parse().map_err(|_| not_founding())?;
    let key = keys::open(key_file, &arguments.log.secret)?;
    if !called.manifest.rehearsal && is_demonstration_log_key(&key.public(), called.origin.as_str()) {
        let says = format!("{} is the log's demonstration key, which anybody has", key_file.display());
        let act = "make a key with `protokol keygen`, and draft the founding act with its public half";
        return Err(Failure::new(Exit::Refused, Code::R27, says, act).in_file(key_file));
    }
    if let Some(rejection) = checking::founding_keys(called).into_iter().next() {
        return Err(Failure::refusal(output.lang, &Refusal::Rule(rejection)).in_file(&arguments.submission));
    }
    let signer = NoteSigner::new(name, key);
    let founding = Founding {
        submission: &submission,
        clock: now(),
        signer: &signer,
        manifest: &render_manifest(&called.manifest, called.origin.as_str()),
        rehearsal_key: None,
    };
    let failed = |error| Failure::store(output.lang, &global.ledger, error);
    found(&global.ledger, &founding).map_err(failed)?;
    // The first writer publishes the founding act. Witnesses cannot know the log before it is published.
    let opened = open::write(&global.ledger, signer, Cores, "init", &mut open::without_witnesses, &mut |_| {});
    opened.and_then(|held| held.writer.close()).map_err(failed)?;
    let checkpoint = read::sealed(&global.ledger).map_err(failed)?;
    let fingerprint = checkpoint.checkpoint().fingerprint();
    if output.json {
        output.value(&FoundingView::of(global.ledger.display().to_string(), fingerprint));
    } else {
        output.line(&format!("Founded      {} in {}", called.origin, global.ledger.display()));
        output.line(&format!("Fingerprint  {fingerprint}"));
        output.say("Next: protokol enrol FOLDER/members.csv --out drafts");
    }
    Ok(Exit::Done)
}

/// A submission file.
pub fn read_submission(path: &Path, output: &Output) -> Result<SignedStatement, Failure> {
    SignedStatement::from_file(&files::read(path)?).map_err(|error| {
        let said = text::submission_error(output.lang, &error);
        Failure { code: error.code(), ..Failure::format(path, format!("{}: {}", path.display(), said.says), said.act) }
    })
}
