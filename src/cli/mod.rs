//! Floor 10: the `protokol` program. Arguments in, one file a verb, results on stdout and talk on stderr.
#![allow(clippy::result_large_err, reason = "a failure ends the run; boxing it would only hide its fields")]

mod args;
mod attachments;
mod check;
mod compare;
mod completions;
mod defect;
mod draft;
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
mod output;
mod paper;
mod passphrase;
mod prefill;
mod print;
mod progress;
mod publish;
mod rehearse;
mod rendering;
mod restore;
mod scans;
mod schema;
mod show;
mod sign;
mod submit;
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
use crate::text::{Lang, Said};
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
    let done =
        defect::caught(output.lang, || verb::run(&arguments, &output).and_then(|exit| output.end().map(|()| exit)));
    match done {
        Ok(exit) => exit.into(),
        Err(failure) => {
            output.failure(&failure);
            failure.exit.into()
        }
    }
}

/// Wrong usage, or a question about usage: clap's words, in our form and with our exit codes.
fn usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        let printed = error.print().and_then(|()| std::io::stdout().flush());
        return match printed {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                let failure = Failure::io(Lang::default(), Doing::Write, Path::new("stdout"), &error);
                Output::plain(false).failure(&failure);
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
    Output::plain(json).failure(&wrong_usage(&error.render().to_string()));
    failure::Exit::Usage.into()
}

/// The parser's words as a pair: its first paragraph says what is wrong, the others what to do.
fn wrong_usage(words: &str) -> Failure {
    let on_one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (says, remedy) = words.split_once("\n\n").unwrap_or((words, ""));
    let remedy: Vec<_> = remedy.split("\n\n").map(on_one_line).filter(|part| !part.is_empty()).collect();
    let says = on_one_line(says.trim_start_matches("error: "));
    Failure::usage(Said { says, remedy: remedy.join("; ").into() })
}
