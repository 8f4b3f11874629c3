//! `init`: a ledger is founded from a founding act that its quorum signed.

use std::path::{Path, PathBuf};

use clap::Args;

use super::args::{Clock, Global, LogKey};
use super::failure::{Exit, Failure};
use super::files::read_submission;
use super::keys;
use super::ledger;
use super::output::Output;
use super::talk::Talk;
use super::words::{self, results, usage};
use crate::domain::code::Code;
use crate::ledger::note::checkpoint::Fingerprint;
use crate::service::clock::{ClockTrust, compare_founding};
use crate::service::error::{Error, FoundError};
use crate::service::found::{found, founding_act};
use crate::text::{Label, Said};
use crate::view::founding::Founding as FoundingView;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol init founding.submission --log-key log.key\n  protokol init founding.submission --log-key log.key --ledger /srv/ledger"
)]
pub struct Init {
    /// The founding act, signed by its quorum
    pub submission: PathBuf,
    #[command(flatten)]
    pub clock: Clock,
    #[command(flatten)]
    pub log: LogKey,
}

pub fn run(global: &Global, arguments: &Init, output: &Output) -> Result<Exit, Failure> {
    let submission = read_submission(&arguments.submission, output)?;
    let called = founding_act(&submission).map_err(|error| failed(arguments, error.into(), output))?;
    let Some(key_file) = &arguments.log.log_key else {
        return Err(Failure::usage(advise!(output.lang, usage::usage_founding_needs_key)));
    };
    if global.ledger.exists() {
        let said = advise!(output.lang, usage::usage_ledger_exists { ledger: global.ledger.display().to_string() });
        return Err(Failure::said(Exit::Input, Code::U5, said).in_file(&global.ledger));
    }
    if arguments.clock.trust() == ClockTrust::Compared {
        compare_founding(ledger::now(), &called).map_err(|error| Failure::service(output.lang, error))?;
    }
    let key = keys::open(output.lang, key_file, &arguments.log.secret)?;
    let talk = Talk::new(output);
    let checkpoint = found(&ledger::setting(&global.ledger, &talk), &submission, key);
    let checkpoint = checkpoint.map_err(|error| failed(arguments, error, output))?;
    let fingerprint = checkpoint.checkpoint().fingerprint();
    founded(output, called.origin.as_str(), &global.ledger, fingerprint);
    if !output.json {
        let command = "protokol enrol FOLDER/members.csv --out drafts";
        output.say(&say!(output.lang, results::said_next { command }));
    }
    Ok(Exit::Done)
}

/// Tells of a ledger that was founded.
pub fn founded(output: &Output, origin: &str, ledger: &Path, fingerprint: Fingerprint) {
    let ledger = ledger.display().to_string();
    if output.json {
        return output.value(&FoundingView::of(ledger, fingerprint));
    }
    let (lang, origin) = (output.lang, origin.to_owned());
    output.rows(&[
        (say!(lang, results::result_founded), say!(lang, results::result_place { origin, ledger })),
        (output.label(Label::Fingerprint), fingerprint.to_string()),
    ]);
}

/// Why the ledger is not founded, with the file that it is about.
fn failed(arguments: &Init, error: Error, output: &Output) -> Failure {
    let file = match &error {
        Error::Found(FoundError::NotAFoundingAct) | Error::Refused(_) => Some(&arguments.submission),
        Error::Found(FoundError::DemonstrationLogKey) => arguments.log.log_key.as_ref(),
        _ => None,
    };
    let said = match (&error, file) {
        (Error::Found(error), Some(file)) => Some(words::service::not_founded(output.lang, error, file)),
        _ => None,
    };
    let failure = Failure::service(output.lang, error);
    let failure = match said {
        Some(Said { says, remedy }) => Failure { says, remedy, ..failure },
        None => failure,
    };
    match file {
        Some(file) => failure.in_file(file),
        None => failure,
    }
}
