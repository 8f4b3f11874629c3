//! `check`: the rules, run on a draft. Nothing is signed and nothing leaves the room.

mod folder;
mod told;

use std::path::PathBuf;

use clap::Args;

pub use self::told::{tell, warn};
use super::args::{BackgroundSource, Global};
use super::drafts::{is_founding, read_draft};
use super::failure::{Exit, Failure};
use super::files;
use super::kit;
use super::ledger::now;
use super::output::Output;
use crate::clerk::background::Background;
use crate::clerk::check::check;
use crate::text::Label;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol check 01.001.toml --kit kit.protokol\n  protokol check 01.001.toml --json"
)]
pub struct Check {
    /// The draft, or a folder of them
    pub draft: PathBuf,
    #[command(flatten)]
    pub background: BackgroundSource,
}

pub fn run(global: &Global, arguments: &Check, output: &Output) -> Result<Exit, Failure> {
    if arguments.draft.is_dir() {
        return folder::check_all(global, &arguments.draft, &arguments.background, output);
    }
    let background = background_of(global, arguments, output)?;
    let draft = read_draft(&arguments.draft, background.as_ref(), output)?;
    let checked = check(&draft.body, background.as_ref(), now());
    tell(&checked, background.as_ref(), output);
    warn(&draft.body, background.as_ref(), output);
    if !checked.sums_are_checked {
        output.say(output.label(Label::KitHasNoSums));
    }
    Ok(told::exit(&checked))
}

/// A founding act needs nothing to be held against.
fn background_of(global: &Global, arguments: &Check, output: &Output) -> Result<Option<Background>, Failure> {
    let text = files::read_text(output.lang, &arguments.draft)?;
    if is_founding(&text) { Ok(None) } else { kit::load(global, &arguments.background, output).map(Some) }
}
