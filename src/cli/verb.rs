//! The command line: every verb there is, and the file that does it.

use clap::{CommandFactory, Parser, Subcommand};

use super::args::Global;
use super::check::{self, Check};
use super::compare::{self, Compare};
use super::completions::{self, Completions};
use super::draft::{self, Draft};
use super::enrol::{self, Enrol};
use super::export::{self, Export};
use super::failure::{Exit, Failure};
use super::findings::{self, Findings};
use super::help::{self, Help};
use super::init::{self, Init};
use super::keygen::{self, Keygen};
use super::ledger;
use super::log::{self, Log};
use super::manual::{self, Manual};
use super::mirror::{self, Mirror};
use super::output::Output;
use super::publish::{self, Publish};
use super::rehearse::{self, Rehearse};
use super::restore::{self, Restore};
use super::serve::{self, Serve};
use super::show::{self, Show};
use super::sign::{self, Sign};
use super::submit::{self, Submit};
use super::takeover::{self, Takeover};
use super::tally::{self, Tally};
use super::verify::{self, Verify};
use super::witness::{self, Witness};

/// The whole command line: one definition, from which help, completions and man pages are made.
#[derive(Debug, Parser)]
#[command(
    name = "protokol",
    version,
    about = "An event-sourced audit ledger for election result protocols",
    before_help = "Examples:\n  protokol rehearse docs/elections/georgia-2018\n  protokol verify ledger --policy keys/georgia-2018.policy",
    disable_help_subcommand = true,
    propagate_version = true
)]
pub struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub verb: Verb,
}

/// What the program is asked to do: a verb, with its arguments.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Replay an election folder under demonstration keys into a fresh ledger, verify it, print the result
    Rehearse(Rehearse),
    /// Make a sealed key (PKCS#8 PEM) and print its public half
    Keygen(Keygen),
    /// Make a TOML draft of any event kind, with what is known filled in
    Draft(Draft),
    /// Run the rules on a draft; nothing is signed, nothing leaves the room
    Check(Check),
    /// Show a draft or submission in figures and words, ask, and add one signature
    Sign(Sign),
    /// Hand in one submission or a queue, in any order, any number of times; keep the receipts
    Submit(Submit),
    /// Found a ledger from a signed founding act
    Init(Init),
    /// Make unsigned drafts in bulk from members.csv, candidates.csv or observers.csv
    Enrol(Enrol),
    /// Rebuild a ledger from published tiles, after verifying all of it
    Restore(Restore),
    /// Bring the published folder up to date, and ask the witnesses again
    Publish(Publish),
    /// Write the log as static files, its data, receipts or an offline kit
    Export(Export),
    /// Put the pages, the log and the data where readers ask for them: a web server's folder, or an object store
    Mirror(Mirror),
    /// Prove a ledger or a receipt; tell every fault, not only the first
    Verify(Verify),
    /// Watch the logs of a policy, and cosign what grew from what was cosigned before: once, or as a server
    Witness(Witness),
    /// Serve the ledger: take submissions over HTTP, seal and publish them, and answer whoever asks
    Serve(Serve),
    /// Have whoever stands by on this machine (serve --standby) write from now on
    Takeover(Takeover),
    /// Whether a newer state of a log grew from an older one, and what changed; a fork becomes an evidence file
    Compare(Compare),
    /// The numbers at one checkpoint
    Tally(Tally),
    /// What does not add up
    Findings(Findings),
    /// The events
    Log(Log),
    /// One thing, completely: a unit, an event, the checkpoint; or how far the copies are
    Show(Show),
    /// What a code means and what to do, offline
    Help(Help),
    /// Print a completion script for a shell
    Completions(Completions),
    /// Write man pages into a folder, or print the JSON Schemas of what --json answers
    Manual(Manual),
}

/// Does what is asked for, once the policy is read that it is to be done under.
pub fn run(arguments: Arguments, output: &Output) -> Result<Exit, Failure> {
    let Arguments { mut global, verb } = arguments;
    global.policy_file = ledger::read_policy(&global, output.lang)?;
    let global = &global;
    match &verb {
        Verb::Rehearse(rehearse) => rehearse::run(global, rehearse, output),
        Verb::Keygen(keygen) => keygen::run(keygen, output),
        Verb::Draft(draft) => draft::run(global, draft, output),
        Verb::Check(check) => check::run(global, check, output),
        Verb::Sign(sign) => sign::run(global, sign, output),
        Verb::Submit(submit) => submit::run(global, submit, output),
        Verb::Init(init) => init::run(global, init, output),
        Verb::Enrol(enrol) => enrol::run(global, enrol, output),
        Verb::Restore(restore) => restore::run(global, restore, output),
        Verb::Publish(publish) => publish::run(global, publish, output),
        Verb::Export(export) => export::run(global, export, output),
        Verb::Mirror(mirror) => mirror::run(global, mirror, output),
        Verb::Verify(verify) => verify::run(global, verify, output),
        Verb::Witness(witness) => witness::run(global, witness, output),
        Verb::Serve(serve) => serve::run(global, serve, output),
        Verb::Takeover(_) => takeover::run(global, output),
        Verb::Compare(compare) => compare::run(global, compare, output),
        Verb::Tally(tally) => tally::run(global, tally, output),
        Verb::Findings(findings) => findings::run(global, findings, output),
        Verb::Log(log) => log::run(global, log, output),
        Verb::Show(show) => show::run(global, show, output),
        Verb::Help(help) => help::run(global, help, output),
        Verb::Completions(completions) => completions::run(completions, Arguments::command(), output),
        Verb::Manual(manual) => manual::run(manual, Arguments::command(), output),
    }
}
