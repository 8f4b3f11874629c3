//! Floor 11: the `protokol` program. Arguments in, one file a verb, results on stdout and talk on stderr.
#![allow(clippy::result_large_err, reason = "a failure ends the run; boxing it would only hide its fields")]

mod args;
mod attachments;
mod check;
mod colours;
mod compare;
mod completions;
mod defect;
mod door;
mod draft;
mod drafts;
mod enrol;
mod export;
mod failure;
mod files;
mod findings;
mod folder;
mod gate;
mod help;
mod init;
mod keygen;
mod keys;
mod kit;
mod ledger;
mod log;
mod manual;
mod memory;
mod mirror;
mod output;
mod paper;
mod passphrase;
mod prefill;
mod print;
mod progress;
mod proof;
mod publish;
mod rehearse;
mod rendering;
mod restore;
mod scans;
mod schema;
mod serve;
mod show;
mod sign;
mod submit;
mod takeover;
mod talk;
mod tally;
mod typed;
mod verb;
mod verify;
mod witness;
mod words;

pub use words::messages;

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use crate::store::error::Doing;
use crate::text::Lang;
use failure::Failure;
use output::Output;
use verb::Arguments;

/// Runs the program with the process's arguments.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    let output = Output::new(&arguments.global);
    let done = defect::caught(output.lang, || {
        memory::provide(output.lang)?;
        verb::run(arguments, &output).and_then(|exit| output.end().map(|()| exit))
    });
    match done {
        Ok(exit) => exit.into(),
        Err(failure) => {
            output.failure(&failure);
            failure.exit.into()
        }
    }
}

/// Wrong usage, in the language asked for and with our exit codes; or a question about usage, which the parser answers.
fn usage(error: &clap::Error) -> ExitCode {
    let lang = asked_language();
    if !error.use_stderr() {
        let printed = error.print().and_then(|()| std::io::stdout().flush());
        return match printed {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                let failure = Failure::io(lang, Doing::Write, Path::new("stdout"), &error);
                Output::plain(lang, false).failure(&failure);
                failure.exit.into()
            }
            _ => failure::Exit::Done.into(),
        };
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        // Nobody is left to tell when the terminal is gone.
        let _ = error.print();
        return failure::Exit::Usage.into();
    }
    let json = std::env::args_os().any(|argument| argument == "--json");
    Output::plain(lang, json).failure(&Failure::usage(words::parser::said(lang, error)));
    failure::Exit::Usage.into()
}

/// The language that was asked for, of a command line that could not be parsed; the default one if it names none.
fn asked_language() -> Lang {
    let mut typed = std::env::args_os().map(|argument| argument.to_string_lossy().into_owned());
    let named = typed.find_map(|argument| match argument.strip_prefix("--lang")? {
        "" => Some(String::new()),
        value => value.strip_prefix('=').map(str::to_owned),
    });
    let value = named.map(|value| if value.is_empty() { typed.next().unwrap_or_default() } else { value });
    value.and_then(|value| value.parse().ok()).unwrap_or_default()
}
