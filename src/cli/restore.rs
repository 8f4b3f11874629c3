//! `restore`: a ledger from what was published of it, after all of it was verified.

<<<<<<< HEAD
use std::path::Path;
=======
use serde_json::json;
>>>>>>> main

use super::args::{Global, Restore};
use super::failure::{Exit, Failure};
use super::ledger;
use super::output::Output;
use super::talk::Talk;
use super::verify;
<<<<<<< HEAD
use crate::crypto::vkey::VerifierKey;
use crate::intake::toml::manifest::render_manifest;
use crate::ledger::files::seal::{SEAL_BYTES, Seal};
use crate::store::error::StoreError;
use crate::store::publish::restore::{Continues, Restored, Restoring, continues};
use crate::store::read;
use crate::verify::Verdict;
use crate::verify::conclude::TrustAnchors;
use crate::view::restoration::Restoration;
=======
use crate::service::restore::{Restoration, Restored, Survivor, restore};
use crate::store::publish::restore::Continues;
>>>>>>> main

pub fn run(global: &Global, arguments: &Restore, output: &Output) -> Result<Exit, Failure> {
    let failed = |error| Failure::service(output.lang, error);
    let seal = arguments.seal.as_deref().map(Survivor::read).transpose().map_err(failed)?;
    let policy = ledger::policy_file(global, output.lang)?;
    let talk = Talk::new(output);
    let setting = ledger::setting(&global.ledger, &talk);
    match restore(&setting, &arguments.from, policy.as_ref(), seal.as_ref()).map_err(failed)? {
        Restoration::NotVerified(report) => {
            output.say(&format!("{} does not verify, and nothing was restored:", arguments.from.display()));
            verify::tell(global, &report, output);
            Ok(report.verdict().into())
        }
        Restoration::Done(restored) => {
            tell(global, &restored, output);
            Ok(Exit::Done)
        }
    }
<<<<<<< HEAD
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
    let fingerprint = read::sealed(&global.ledger).map_err(failed)?.checkpoint().fingerprint();
    if output.json {
        output.value(&Restoration {
            ledger: global.ledger.display().to_string(),
            size: checkpoint.checkpoint().size.0,
            fingerprint: fingerprint.into(),
            continues: continues == Continues::Yes,
        });
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
=======
>>>>>>> main
}

fn tell(global: &Global, restored: &Restored, output: &Output) {
    let Restored { origin, checkpoint, continues } = restored;
    let (ledger, fingerprint) = (global.ledger.display().to_string(), checkpoint.fingerprint().to_string());
    if output.json {
        let goes_on = *continues == Continues::Yes;
        let size = checkpoint.size.0;
        output.value(&json!({ "ledger": ledger, "size": size, "fingerprint": fingerprint, "continues": goes_on }));
        return;
    }
    output.line(&format!("Restored     {origin} in {ledger}"));
    output.line(&format!("Size         {}", checkpoint.size));
    output.line(&format!("Fingerprint  {fingerprint}"));
    output.line(&format!("Log          {}", words(*continues, checkpoint.size.0)));
    if *continues != Continues::Yes {
        output.say(&format!("Next: protokol draft founding --succeeds {ledger} --from FOLDER --log-key PUBLIC_KEY"));
    }
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
