//! `restore`: a ledger from what was published of it, after all of it was verified.

use std::path::Path;

use serde_json::json;

use super::args::{Global, Restore};
use super::failure::{Exit, Failure};
use super::files;
use super::ledger;
use super::output::Output;
use super::source::LogSource;
use super::verify;
use crate::crypto::vkey::VerifierKey;
use crate::intake::toml::manifest::render_manifest;
use crate::ledger::files::seal::{SEAL_BYTES, Seal};
use crate::store::error::StoreError;
use crate::store::publish::restore::{Continues, Restored, Restoring, continues};
use crate::store::read;
use crate::verify::Verdict;
use crate::verify::conclude::TrustAnchors;

pub fn run(global: &Global, arguments: &Restore, output: &Output) -> Result<Exit, Failure> {
    let failed = |error: StoreError| Failure::store(output.lang, &global.ledger, error);
    let seal = arguments.seal.as_deref().map(read_seal).transpose()?;
    let policy = ledger::policy(global)?;
    let anchors = TrustAnchors { policy: policy.as_ref(), expected: None };
    let source = LogSource::open(&arguments.from, output)?;
    let mut restoring = Restoring::begin(&global.ledger).map_err(failed)?;
    let mut written = Ok(());
    let verified = verify::of_log(&source, &anchors, output, &mut |entries| {
        if written.is_ok() {
            written = restoring.take(entries);
        }
    })?;
    written.map_err(failed)?;
    if verified.report.verdict() != Verdict::Verified {
        output.say(&format!("{} does not verify, and nothing was restored:", arguments.from.display()));
        verify::tell(global, &verified.report, output);
        return Ok(verified.report.verdict().into());
    }
    let (election, checkpoint) = (verified.state.election(), &verified.checkpoint);
    let (Some(election), Some(checkpoint)) = (election, checkpoint) else { return Err(failed(StoreError::Seal)) };
    let log_key: VerifierKey = election.log_key().parse().map_err(|_| failed(StoreError::NotTheLogKey))?;
    let continues = continues(seal.as_deref(), checkpoint, &log_key);
    let founding = election.founding();
    let manifest = render_manifest(&founding.manifest, founding.origin.as_str());
    let policy = global.policy.as_deref().map(files::read_text).transpose()?;
    let restored = Restored { checkpoint, election, manifest: &manifest, policy: policy.as_deref(), continues };
    restoring.finish(&restored).map_err(failed)?;
    // The embedded store is made now, so that the first reader does not wait for it.
    ledger::read(global, output)?;
    let fingerprint = read::sealed(&global.ledger).map_err(failed)?.checkpoint().fingerprint().to_string();
    if output.json {
        let (ledger, size) = (global.ledger.display().to_string(), checkpoint.checkpoint().size.0);
        let goes_on = continues == Continues::Yes;
        output.value(&json!({ "ledger": ledger, "size": size, "fingerprint": fingerprint, "continues": goes_on }));
        return Ok(Exit::Done);
    }
    output.line(&format!("Restored     {} in {}", founding.origin, global.ledger.display()));
    output.line(&format!("Size         {}", checkpoint.checkpoint().size));
    output.line(&format!("Fingerprint  {fingerprint}"));
    output.line(&format!("Log          {}", words(continues, checkpoint.checkpoint().size.0)));
    if continues != Continues::Yes {
        let ledger = global.ledger.display();
        output.say(&format!("Next: protokol draft founding --succeeds {ledger} --from FOLDER --log-key PUBLIC_KEY"));
    }
    Ok(Exit::Done)
}

/// A file that is a seal, be it damaged.
fn read_seal(file: &Path) -> Result<Vec<u8>, Failure> {
    let bytes = files::read(file)?;
    if bytes.len() != SEAL_BYTES || Seal::decode(&bytes).latest().is_none() {
        let act = "give the file `seal` of the lost ledger, or leave --seal away: the log then signs nothing more";
        return Err(Failure::format(file, format!("{} is no seal", file.display()), act));
    }
    Ok(bytes)
}

fn words(continues: Continues, here: u64) -> String {
    match continues {
        Continues::Yes => "goes on: the seal says that nothing came after this".to_owned(),
        Continues::Unknown => {
            "signs nothing more here: it may have signed more than was published, and no whole seal says otherwise"
                .to_owned()
        }
        Continues::SealDiffers(size) if size.0 > here => {
            format!("signs nothing more here: the seal covers {size} events, so {} are lost", size.0 - here)
        }
        Continues::SealDiffers(size) => {
            format!(
                "signs nothing more here: the seal is of size {size}, and does not say the same as what was published"
            )
        }
    }
}
