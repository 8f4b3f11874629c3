//! `rehearse`: an election folder, replayed under demonstration keys, verified, and its result printed.

mod failed;
mod load;
mod machine;
mod result;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use clap::Args;

use self::failed::failed;
use self::load::Load;
use super::args::{Global, LogKey};
use super::colours;
use super::door::{Door, Opened};
use super::failure::{Exit, Failure};
use super::folder::read_folder;
use super::init::founded;
use super::ledger;
use super::output::Output;
use super::serve::{self, LISTEN};
use super::talk::Talk;
use super::typed;
use super::verify;
use super::words::{results, usage};
use crate::domain::code::Code;
use crate::intake::folder::ElectionFolder;
use crate::portal::check;
use crate::rehearsal::Script;
use crate::rehearsal::synthetic::{UNITS_MAX, Unfit, invent};
use crate::server::limits::Limits;
use crate::service::clock::ClockTrust;
use crate::service::error::Error;
use crate::service::parallel::Cores;
use crate::service::rehearse;
use crate::tally::gate::Gate;
use crate::text::Lang;
use crate::verify::fault::Verdict;
use crate::view::rehearsal::Part;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol rehearse docs/elections/georgia-2018 --serve\n  protokol rehearse docs/elections/georgia-2018 --synthetic 42 --units 400"
)]
pub struct Rehearse {
    /// The election folder
    pub folder: PathBuf,
    /// Invented figures for invented candidates in the folder's shape, drawn from this number
    #[arg(long, value_name = "SEED")]
    pub synthetic: Option<u64>,
    /// How many precincts a synthetic rehearsal has; as many as declared or listed if left out
    #[arg(long, value_name = "N", requires = "synthetic")]
    pub units: Option<usize>,
    /// Go on with a rehearsal that was interrupted
    #[arg(long = "continue")]
    pub go_on: bool,
    /// Found the ledger and record nothing else: serve it, and hand the rest in with --to
    #[arg(long, conflicts_with = "go_on")]
    pub found: bool,
    /// Serve the ledger afterwards, until Ctrl-C
    #[arg(long, conflicts_with = "json")]
    pub serve: bool,
    /// Where the service answers, on this machine alone
    #[arg(long, value_name = "ADDR", requires = "serve")]
    pub listen: Option<String>,
    #[command(flatten)]
    pub load: Load,
}

impl Rehearse {
    /// Where it is served: on this machine alone.
    fn door(&self) -> Door {
        Door { listen: self.listen.clone(), ..Door::default() }
    }

    /// Puts the folder's colours beside the ledger. Invented candidates have none.
    fn keep_colours(&self, ledger: &Path, lang: Lang) -> Result<(), Failure> {
        if self.synthetic.is_some() { Ok(()) } else { colours::copy(&self.folder, ledger, lang) }
    }
}

/// Whether Control-C ends the program at once: from when on the service hears it, it ends by itself.
static ENDS_AT_ONCE: AtomicBool = AtomicBool::new(true);

/// How long each part took.
#[derive(Debug, Default)]
struct Times(Vec<(Part, Duration)>);

pub fn run(global: &Global, arguments: &Rehearse, output: &Output) -> Result<Exit, Failure> {
    interruptible(output.lang, arguments.load.is_asked());
    if arguments.load.is_asked() {
        let folder = prepared(arguments, &mut Times::default(), output)?;
        return arguments.load.run(global, &arguments.folder, folder, output);
    }
    // Whoever cannot be asked need not rehearse.
    let door = arguments.serve.then(|| arguments.door().open(LISTEN, Limits::SERVICE, output)).transpose()?;
    let ledger_folder = &global.ledger;
    if ledger_folder.exists() && !arguments.go_on {
        let ledger = ledger_folder.display().to_string();
        let said = advise!(output.lang, usage::usage_rehearsal_exists { ledger });
        return Err(Failure::said(Exit::Input, Code::U5, said).in_file(ledger_folder));
    }
    let mut times = Times::default();
    let folder = prepared(arguments, &mut times, output)?;
    if arguments.found {
        found(global, &arguments.folder, &folder, output)?;
        arguments.keep_colours(ledger_folder, output.lang)?;
        return door.map_or(Ok(Exit::Done), |door| serve(global, door, output));
    }
    let gate = Gate::at(&folder.manifest, ledger::now());
    play(&arguments.folder, folder, ledger_folder, &mut times, output)?;
    arguments.keep_colours(ledger_folder, output.lang)?;
    let report = times.of(Part::Verifying, || verify::inspect(ledger_folder, output))?;
    result::tell(output, &report, &times.0, global, gate);
    let verdict = report.verdict();
    drop(report);
    match door {
        Some(door) if verdict == Verdict::Verified => serve(global, door, output),
        _ => Ok(verdict.into()),
    }
}

/// The folder, or the figures that are invented in its shape.
fn prepared(arguments: &Rehearse, times: &mut Times, output: &Output) -> Result<ElectionFolder, Failure> {
    let folder = times.of(Part::Reading, || read_folder(&arguments.folder, output))?;
    match arguments.synthetic {
        Some(seed) => times.of(Part::Inventing, || synthetic(folder, seed, arguments.units, output)),
        None => Ok(folder),
    }
}

/// Founds the ledger alone, and publishes its founding act.
fn found(global: &Global, from: &Path, folder: &ElectionFolder, output: &Output) -> Result<(), Failure> {
    let (ledger, talk, script) = (&global.ledger, Talk::new(output), Script::new(folder, &Cores));
    let setting = ledger::setting(ledger, &talk);
    rehearse::begin(&setting, &script).map_err(|error| failed(output.lang, from, error))?;
    let held = rehearse::open(setting, &script, check::files()).map_err(|error| failed(output.lang, from, error))?;
    let fingerprint = held.writer.checkpoint().checkpoint().fingerprint();
    held.writer.close().map_err(|error| Failure::store(output.lang, ledger, error))?;
    founded(output, script.origin(), ledger, fingerprint);
    output.say(&say!(output.lang, results::said_next { command: format!("protokol serve{}", typed::ledger(global)) }));
    Ok(())
}

/// Serves what was rehearsed, and tells what to try.
fn serve(global: &Global, door: Opened, output: &Output) -> Result<Exit, Failure> {
    let (lang, url) = (output.lang, door.url());
    let tried = |path: &str| format!("{url}{path}");
    let told = || {
        output.line("");
        output.rows(&[
            (say!(lang, results::result_address), url.clone()),
            (say!(lang, results::result_pages), tried("/")),
            (say!(lang, results::result_answers), tried("/v1")),
            (say!(lang, results::result_totals), tried("/v1/totals")),
            (say!(lang, results::result_log), tried("/log/checkpoint")),
        ]);
        output.say(say!(lang, results::said_ends_with_control_c));
    };
    ENDS_AT_ONCE.store(false, Ordering::Relaxed);
    serve::answer(global, &LogKey::kept(), &serve::Stand::default(), ClockTrust::Compared, door, output, told)
}

/// An invented election in the shape of the folder.
fn synthetic(
    folder: ElectionFolder,
    seed: u64,
    units: Option<usize>,
    output: &Output,
) -> Result<ElectionFolder, Failure> {
    let lang = output.lang;
    let unfit = |error: Unfit| match error {
        Unfit::Folder(errors) => Failure { exit: Exit::Usage, code: Code::U1, ..Failure::inputs(lang, errors) },
        Unfit::TooMany(units) => Failure::usage(advise!(lang, usage::usage_too_many_units { units, max: UNITS_MAX })),
        Unfit::None => Failure::usage(advise!(lang, usage::usage_no_units)),
        Unfit::NoRoom => Failure::usage(advise!(lang, usage::usage_no_room)),
        Unfit::Origin => Failure::usage(advise!(lang, usage::usage_synthetic_origin)),
    };
    invent(&folder, seed, units, &Cores).map(|invented| invented.folder).map_err(unfit)
}

/// Plays a folder into the ledger to its end; its rows and keys are gone from memory when it returns.
fn play(from: &Path, folder: ElectionFolder, ledger: &Path, times: &mut Times, output: &Output) -> Result<(), Failure> {
    let failed = |error: Error| failed(output.lang, from, error);
    let talk = Talk::new(output);
    let setting = ledger::setting(ledger, &talk);
    let script = times.of(Part::Deriving, || Script::new(&folder, &Cores));
    if !ledger.exists() {
        rehearse::begin(&setting, &script).map_err(failed)?;
    }
    let mut held = rehearse::open(setting, &script, check::files()).map_err(failed)?;
    times.of(Part::Recording, || rehearse::record(&setting, &script, &mut held)).map_err(failed)?;
    held.writer.close().map_err(|error| Failure::store(output.lang, ledger, error))
}

/// Control-C ends the program with the code for it. The ledger stands as it is: `--continue` goes on, or whoever hands in
/// again.
fn interruptible(lang: Lang, hands_in: bool) {
    let handler = move || {
        if !ENDS_AT_ONCE.load(Ordering::Relaxed) {
            return;
        }
        let talk =
            if hands_in { say!(lang, results::said_hand_in_again) } else { say!(lang, results::said_interrupted) };
        // Whether anybody hears it or not, this ends here.
        let _ = writeln!(std::io::stderr(), "\n{talk}");
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
