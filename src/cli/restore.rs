//! `restore`: a ledger from what was published of it, after all of it was verified.

use std::path::PathBuf;

use clap::Args;

use super::args::Global;
use super::failure::{Exit, Failure};
use super::ledger;
use super::output::Output;
use super::talk::Talk;
use super::verify;
use super::words::results;
use crate::domain::number::Size;
use crate::service::restore::{Restoration, Restored, Survivor, restore};
use crate::store::publish::restore::Continues;
use crate::text::{self, Label, Lang};
use crate::view::restoration::Restoration as View;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol restore https://elections.example/2026/ --ledger restored\n  protokol restore published.tar --seal old/seal --ledger restored"
)]
pub struct Restore {
    /// What it is restored from: a published folder, a tar or a URL, or its replica
    pub from: PathBuf,
    /// The seal of the lost ledger, if it survived: only where it says that nothing came after may the log go on
    #[arg(long, value_name = "FILE")]
    pub seal: Option<PathBuf>,
}

pub fn run(global: &Global, arguments: &Restore, output: &Output) -> Result<Exit, Failure> {
    let failed = |error| Failure::service(output.lang, error);
    let seal = arguments.seal.as_deref().map(Survivor::read).transpose().map_err(failed)?;
    let policy = global.policy_file.as_ref();
    let talk = Talk::new(output);
    let setting = ledger::setting(&global.ledger, &talk);
    match restore(&setting, &arguments.from, policy, seal.as_ref()).map_err(failed)? {
        Restoration::NotVerified(report) => {
            let place = arguments.from.display().to_string();
            output.say(&say!(output.lang, results::said_not_restored { place }));
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
        let (size, continues) = (checkpoint.size.0, continues.may());
        output.value(&View { ledger, size, fingerprint: fingerprint.into(), continues });
        return;
    }
    let (lang, origin, from_here) = (output.lang, origin.to_string(), global.ledger.display());
    output.rows(&[
        (say!(lang, results::result_restored), say!(lang, results::result_place { origin, ledger })),
        (say!(lang, results::result_size), text::number(lang, checkpoint.size.0)),
        (output.label(Label::Fingerprint), fingerprint.to_string()),
        (say!(lang, results::result_log), goes_on(lang, *continues, checkpoint.size)),
    ]);
    if !continues.may() {
        let command = format!("protokol draft founding --succeeds {from_here} --from FOLDER --log-key PUBLIC_KEY");
        output.say(&say!(lang, results::said_next { command }));
    }
}

/// Whether the log goes on where it was restored at a size.
fn goes_on(lang: Lang, continues: Continues, here: Size) -> String {
    match continues {
        Continues::Yes => say!(lang, results::result_goes_on).to_owned(),
        Continues::WithReplica => say!(lang, results::result_goes_on_with_replica).to_owned(),
        Continues::Unknown => say!(lang, results::result_log_unknown).to_owned(),
        Continues::SealDiffers(size) if size > here => {
            say!(lang, results::result_events_lost { size: size.0, lost: size.0 - here.0 })
        }
        Continues::SealDiffers(size) => say!(lang, results::result_seal_differs { size }),
    }
}
