//! `restore`: a ledger from what was published of it, after all of it was verified.

use std::path::PathBuf;

use clap::Args;

use super::args::Global;
use super::failure::{Exit, Failure};
use super::ledger;
use super::output::Output;
use super::talk::Talk;
use super::verify;
use crate::service::restore::{Restoration, Restored, Survivor, restore};
use crate::store::publish::restore::Continues;
use crate::view::restoration::Restoration as View;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol restore https://elections.example/2026/ --ledger restored\n  protokol restore published.tar --seal old/seal --ledger restored"
)]
pub struct Restore {
    /// What it is restored from: a published folder, a tar or a URL
    pub from: PathBuf,
    /// The seal of the lost ledger, if it survived: only where it says that nothing came after may the log go on
    #[arg(long, value_name = "FILE")]
    pub seal: Option<PathBuf>,
}

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
}

fn tell(global: &Global, restored: &Restored, output: &Output) {
    let Restored { origin, checkpoint, continues } = restored;
    let (ledger, fingerprint) = (global.ledger.display().to_string(), checkpoint.fingerprint());
    if output.json {
        let (size, continues) = (checkpoint.size.0, *continues == Continues::Yes);
        output.value(&View { ledger, size, fingerprint: fingerprint.into(), continues });
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
