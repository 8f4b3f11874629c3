//! Floor 10: the `protokol` program. Arguments in, one file a verb, results on stdout and talk on stderr.
#![allow(clippy::result_large_err, reason = "a failure ends the run; boxing it would only hide its fields")]

mod args;
mod attachments;
mod checking;
mod compare;
mod drafting;
mod enrol;
mod export;
mod failure;
mod files;
mod findings;
mod formats;
mod gate;
mod help;
mod init;
mod keygen;
mod keys;
mod kit;
mod ledger;
mod log;
mod output;
mod paper;
mod prefill;
mod print;
mod progress;
mod publish;
mod receipts;
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
use args::{Arguments, Verb};
use failure::Failure;
use output::Output;

/// Runs the program with the process's arguments.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    let output = Output::new(&arguments.global);
    let done = dispatch(&arguments, &output).and_then(|exit| output.end().map(|()| exit));
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
                let failure = Failure::io(crate::text::Lang::default(), Doing::Write, Path::new("stdout"), &error);
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
    let (says, act) = words.split_once("\n\n").unwrap_or((words, ""));
    let act: Vec<_> = act.split("\n\n").map(on_one_line).filter(|part| !part.is_empty()).collect();
    Failure::usage(on_one_line(says.trim_start_matches("error: ")), act.join("; "))
}

fn dispatch(arguments: &Arguments, output: &Output) -> Result<failure::Exit, Failure> {
    let global = &arguments.global;
    match &arguments.verb {
        Verb::Rehearse(rehearse) => rehearse::run(global, rehearse, output),
        Verb::Keygen(keygen) => keygen::run(keygen, output),
        Verb::Draft(draft) => drafting::run(global, draft, output),
        Verb::Check(check) => checking::run(global, check, output),
        Verb::Sign(sign) => sign::run(global, sign, output),
        Verb::Submit(submit) => submit::run(global, submit, output),
        Verb::Init(init) => init::run(global, init, output),
        Verb::Enrol(enrol) => enrol::run(global, enrol, output),
        Verb::Restore(restore) => restore::run(global, restore, output),
        Verb::Publish(publish) => publish::run(global, publish, output),
        Verb::Export(export) => export::run(global, export, output),
        Verb::Verify(verify) => verify::run(global, verify, output),
        Verb::Witness(witness) => witness::run(global, witness, output),
        Verb::Compare(compare) => compare::run(global, compare, output),
        Verb::Tally(tally) => tally::run(global, tally, output),
        Verb::Findings(findings) => findings::run(global, findings, output),
        Verb::Log(log) => log::run(global, log, output),
        Verb::Show(show) => show::run(global, show, output),
        Verb::Help(help) => help::run(global, help, output),
        Verb::Completions(completions) => help::completions(completions, output),
        Verb::Manual(manual) => help::manual(manual, output),
    }
}
