//! `rehearse`: an election folder, replayed under demonstration keys, verified, and its result printed.

use std::io::Write;
use std::ops::Range;
use std::path::Path;
use std::time::{Duration, Instant};

use super::args::{Global, LogKey, Rehearse, Secret, WITNESS_SECONDS};
use super::failure::{Exit, Failure};
use super::files;
use super::ledger;
use super::output::Output;
use super::parallel::Cores;
use super::progress::Progress;
use super::rendering;
use super::verify;
use crate::crypto::keyfile;
use crate::crypto::note::NoteSigner;
use crate::domain::Statement;
use crate::domain::code::Code;
use crate::domain::number::{Sequence, Size};
use crate::intake::error::InputError;
use crate::intake::folder::ElectionFolder;
use crate::intake::toml::manifest::render_manifest;
use crate::ledger::entry::ParallelMap;
use crate::ledger::files::frame::FRAME_EVENTS_MAX;
use crate::rehearsal::{Plan, Planned, Script, Unfit, invent};
use crate::store::founding::{Founding, found};
use crate::store::open::Held;
use crate::tally::Gate;
use crate::view::rehearsal::Part;

/// How long each part took.
#[derive(Debug, Default)]
struct Times(Vec<(Part, Duration)>);

pub fn run(global: &Global, arguments: &Rehearse, output: &Output) -> Result<Exit, Failure> {
    interruptible();
    let ledger_folder = &global.ledger;
    if ledger_folder.exists() && !arguments.go_on {
        let says = format!("{} exists already", ledger_folder.display());
        let act = "go on with it by --continue, or choose another place with --ledger DIR; nothing was touched";
        return Err(Failure::new(Exit::Input, Code::U5, says, act).in_file(ledger_folder));
    }
    let mut times = Times::default();
    let folder = times.of(Part::Reading, || read_folder(&arguments.folder))?;
    for unread in &folder.unread {
        output.say(&format!("{unread} is no table of an election folder and is not read"));
    }
    let folder = match arguments.synthetic {
        Some(seed) => times.of(Part::Inventing, || synthetic(folder, seed, arguments.units))?,
        None => folder,
    };
    let gate = Gate::at(&folder.manifest, ledger::now());
    play(folder, ledger_folder, &mut times, output)?;
    let report = times.of(Part::Verifying, || verify::inspect(ledger_folder, output))?;
    rendering::result(output, &report, &times.0, global, gate);
    Ok(report.verdict().into())
}

/// An invented election in the shape of the folder.
fn synthetic(folder: ElectionFolder, seed: u64, units: Option<usize>) -> Result<ElectionFolder, Failure> {
    let act = |error: &Unfit| match error {
        Unfit::TooMany(_) => "give a smaller number with --units N",
        Unfit::None => "say how many there are with --units N, or list them in units.csv",
        Unfit::NoRoom => "list the units that the invented ones lie below in units.csv",
        _ => "check manifest.toml and units.csv",
    };
    let unfit = |error: Unfit| Failure::usage(error.to_string(), act(&error));
    invent(&folder, seed, units, &Cores).map(|invented| invented.folder).map_err(unfit)
}

/// Plays a folder into the ledger to its end; its rows and keys are gone from memory when it returns.
fn play(folder: ElectionFolder, ledger: &Path, times: &mut Times, output: &Output) -> Result<(), Failure> {
    let script = times.of(Part::Deriving, || Script::new(&folder, &Cores));
    if !ledger.exists() {
        founding(&script, ledger, output)?;
    }
    let mut held = open(ledger, output)?;
    times.of(Part::Recording, || record(&script, &mut held, output))?;
    held.writer.close().map_err(|error| Failure::store(output.lang, ledger, error))
}

/// Reads the folder's files into memory; they are proved before anything is written.
pub fn read_folder(folder: &Path) -> Result<ElectionFolder, Failure> {
    let wanted = |name: &str| name == "manifest.toml" || name.ends_with(".csv");
    let files = files::read_folder(folder, wanted)?.into_iter().collect();
    ElectionFolder::read(&files)
        .map_err(|errors| Failure::from(errors.into_iter().map(|error| in_folder(folder, error)).collect::<Vec<_>>()))
}

/// A mistake in a table, with the table's place on the disk.
pub fn in_folder(folder: &Path, error: InputError) -> InputError {
    InputError { file: folder.join(&error.file).display().to_string(), ..error }
}

fn founding(script: &Script<'_>, folder: &Path, output: &Output) -> Result<(), Failure> {
    let broken = || Failure::format(folder, "the founding act cannot be made from this folder", "check manifest.toml");
    let planned = script.founding().ok_or_else(broken)?;
    let submission = script.sign(&planned).ok_or_else(broken)?;
    let key = script.log_key();
    let rehearsal_key = keyfile::seal_plain(&key);
    let name = script.origin().parse().map_err(|_| broken())?;
    let founding = Founding {
        submission: &submission,
        clock: planned.clock,
        signer: &NoteSigner::new(name, key),
        manifest: &render_manifest(script.manifest(), script.origin()),
        rehearsal_key: Some(&rehearsal_key),
    };
    found(folder, &founding).map_err(|error| Failure::store(output.lang, folder, error))
}

fn open(folder: &Path, output: &Output) -> Result<Held, Failure> {
    let log = LogKey {
        log_key: None,
        witness_seconds: WITNESS_SECONDS,
        secret: Secret { passphrase_file: None, yes: false },
    };
    ledger::write(folder, &log, None, "rehearse", output)
}

/// Plays the phases after the founding. What is in already is passed over, if it is what the folder says.
fn record(script: &Script<'_>, held: &mut Held, output: &Output) -> Result<(), Failure> {
    let Some(founding) = script.founding() else { return Err(another_folder()) };
    check_recorded(held, std::iter::once(founding), Size(0))?;
    let (id, mut start) = (held.writer.state().election().ok_or_else(another_folder)?.ledger(), Size(1));
    for phase in script.phases() {
        let plan = script.plan(&phase, id, start);
        let mut progress = Progress::new(output, phase.name(), plan.len() as u64);
        let done = held.writer.head().size.0.saturating_sub(start.0);
        let mut done = usize::try_from(done).unwrap_or(usize::MAX).min(plan.len());
        check_recorded(held, plan.all(held.writer.model()).take(done), start)?;
        while done < plan.len() {
            let turn = done..(done + 4 * FRAME_EVENTS_MAX).min(plan.len());
            done = turn.end;
            commit(script, held, &plan, turn, output)?;
            progress.at(done as u64);
        }
        start = Size(start.0 + plan.len() as u64);
    }
    if held.writer.head().size > start { Err(another_folder()) } else { Ok(()) }
}

fn commit(
    script: &Script<'_>,
    held: &mut Held,
    plan: &Plan<'_, '_>,
    turn: Range<usize>,
    output: &Output,
) -> Result<(), Failure> {
    let model = held.writer.model();
    let signed = Cores.map(turn.collect(), |index| {
        let planned = plan.say(index, model)?;
        Some((script.sign(&planned)?, planned.clock))
    });
    let too_long =
        || Failure::new(Exit::Refused, Code::R37, "a statement is longer than an entry", "shorten its texts");
    let timed = signed.into_iter().collect::<Option<Vec<_>>>().ok_or_else(too_long)?;
    let stored = |error| Failure::store(output.lang, Path::new("the ledger"), error);
    for answer in held.writer.commit_timed(timed, &Cores).map_err(stored)? {
        answer.map_err(|refusal| Failure::refusal(output.lang, &refusal))?;
    }
    Ok(())
}

/// What is in already, from a size on, must be what the folder says: every statement at its place.
fn check_recorded(held: &Held, planned: impl Iterator<Item = Planned>, start: Size) -> Result<(), Failure> {
    let is_in = |(planned, place): (Planned, u64)| {
        let bytes = planned.statement.encode().ok();
        bytes.and_then(|bytes| held.writer.state().admitted(Statement::hash(&bytes))) == Some(Sequence(place))
    };
    if planned.zip(start.0..).all(is_in) { Ok(()) } else { Err(another_folder()) }
}

fn another_folder() -> Failure {
    let says = "this ledger was not rehearsed from this folder";
    Failure::new(
        Exit::Input,
        Code::U5,
        says,
        "give the folder it began with, or choose another place with --ledger DIR",
    )
}

/// Control-C ends the program with the code for it. The ledger stands as it is: `--continue` goes on.
fn interruptible() {
    let handler = || {
        let talk = "\nInterrupted. Nothing acknowledged is lost: run the same command with --continue.";
        // Whether anybody hears it or not, this ends here.
        let _ = writeln!(std::io::stderr(), "{talk}");
        std::process::exit(Exit::Interrupted as i32);
    };
    // Without the handler the system's own way of ending is as safe.
    let _ = ctrlc::set_handler(handler);
}

impl Times {
    fn of<T>(&mut self, part: Part, work: impl FnOnce() -> T) -> T {
        let since = Instant::now();
        let done = work();
        self.0.push((part, since.elapsed()));
        done
    }
}
