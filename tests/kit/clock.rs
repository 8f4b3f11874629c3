//! A machine whose clock is wrong: the program run with another wall clock.

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use super::program::{Done, Machine, quiet};

/// The seconds of a day.
const DAY: i64 = 86_400;

/// The library that shifts a clock; none where nothing compiles it, and that is said.
fn library() -> Option<&'static PathBuf> {
    static LIBRARY: OnceLock<Option<PathBuf>> = OnceLock::new();
    let made = || {
        let library = std::env::temp_dir().join(format!("protokol-shift-{}.so", std::process::id()));
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/kit/shift.c");
        let done = quiet("cc", &["-shared", "-fPIC", "-o", &library.display().to_string(), source, "-ldl"]);
        if !done {
            eprintln!("SKIPPED: no C compiler makes a library that shifts a clock");
        }
        done.then_some(library)
    };
    LIBRARY.get_or_init(made).as_ref()
}

/// Runs the program on a machine whose clock is wrong by so many days; none where that cannot be tried here.
pub fn run_on_day(machine: &Machine, days: i64, typed: &str) -> Option<Done> {
    Some(Machine::done(typed, &mut on_day(machine, days, typed)?))
}

/// The program on such a machine, made ready.
pub fn on_day(machine: &Machine, days: i64, typed: &str) -> Option<Command> {
    let mut command = machine.command(typed);
    command.env("LD_PRELOAD", library()?).env("CLOCK_SHIFT", (days * DAY).to_string());
    Some(command)
}
