//! `completions`: a script by which a shell completes the program's arguments.

use clap::{Args, Command};

use super::failure::{Exit, Failure};
use super::output::Output;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol completions bash > protokol.bash\n  protokol completions zsh > _protokol"
)]
pub struct Completions {
    /// For which shell
    pub shell: clap_complete::Shell,
}

/// Writes the script for `program`, the whole command line, to stdout.
pub fn run(arguments: &Completions, mut program: Command, output: &Output) -> Result<Exit, Failure> {
    // By way of memory: the generator itself panics where stdout takes no more.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut program, "protokol", &mut script);
    output.bytes(&script);
    Ok(Exit::Done)
}
