//! `draft election`: an election folder to begin with, its remarks in the language asked for.

use std::path::{Path, PathBuf};

use super::super::failure::{Exit, Failure};
use super::super::files;
use super::super::output::Output;
use super::super::typed::word;
use super::super::words::{results, usage};
use crate::service::files::Readers;
use crate::view::draft as view;

/// What is asked for in the place of a kind.
pub const ELECTION: &str = "election";

/// Writes the folder: all of its files or none, and none over another.
pub fn write(folder: Option<&Path>, output: &Output) -> Result<Exit, Failure> {
    let folder = folder.ok_or_else(|| Failure::usage(advise!(output.lang, usage::usage_election_folder)))?;
    let papers: Vec<(PathBuf, &[u8])> =
        output.lang.election().iter().map(|(name, text)| (folder.join(name), text.as_bytes())).collect();
    files::write_all_new(output.lang, folder, &papers, Readers::All)?;
    if output.json {
        let files = papers.iter().map(|(path, _)| path.display().to_string()).collect();
        output.value(&view::Draft::Election { files });
    }
    let (place, command) = (folder.display().to_string(), format!("protokol rehearse {} --ledger trial", word(folder)));
    output.say(&say!(output.lang, results::said_election_written { place, command }));
    Ok(Exit::Done)
}
