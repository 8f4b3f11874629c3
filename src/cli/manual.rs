//! `manual`: a man page for the program and one for each verb; or the schemas of what is answered.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Command};

use super::failure::{Exit, Failure};
use super::files;
use super::output::Output;
use super::schema::{self, SCHEMA};
use super::words::usage;
use crate::service::files::Readers;
use crate::store::error::Doing;
use crate::view::manual::Manual as Pages;

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  protokol manual man\n  protokol manual schema tally")]
pub struct Manual {
    /// The folder for man pages; or the word schema, for the JSON Schemas of what --json answers
    #[arg(value_name = "FOLDER|schema")]
    pub what: PathBuf,
    /// One schema only: tally
    pub name: Option<String>,
}

/// Writes the pages of `program`, the whole command line, into a folder.
pub fn run(arguments: &Manual, mut program: Command, output: &Output) -> Result<Exit, Failure> {
    let folder = &arguments.what;
    if folder == Path::new(SCHEMA) {
        return schema::run(arguments.name.as_deref(), output);
    }
    if arguments.name.is_some() {
        return Err(Failure::usage(advise!(output.lang, usage::usage_only_schema_named)));
    }
    fs::create_dir_all(folder).map_err(|error| Failure::io(output.lang, Doing::Create, folder, &error))?;
    program.build();
    let verbs: Vec<_> = program.get_subcommands().cloned().collect();
    let mut pages = Vec::new();
    for command in verbs.into_iter().chain([program]) {
        let page = clap_mangen::Man::new(command);
        let (path, mut text) = (folder.join(page.get_filename()), Vec::new());
        page.render(&mut text).map_err(|error| Failure::io(output.lang, Doing::Make, &path, &error))?;
        files::write(output.lang, &path, &text, Readers::All)?;
        pages.push(path.display().to_string());
    }
    if output.json {
        output.value(&Pages { pages });
    }
    Ok(Exit::Done)
}
