//! `help CODE`: what a code means and what to do, offline; and what is generated from the arguments' definition.

use std::fs;
use std::path::Path;

use super::args::{Arguments, Completions, Global, Help, Manual};
use super::failure::{Exit, Failure};
use super::files::{self, Readers};
use super::ledger;
use super::output::Output;
use super::schema::{self, SCHEMA};
use crate::domain::code::Code;
use crate::domain::form::sum_text;
use crate::store::error::Doing;
use crate::text::{self, Fact, Label};
use crate::view::code::{Code as CodeView, Codes};
use crate::view::manual::Manual as Pages;
use clap::CommandFactory;

pub fn run(global: &Global, arguments: &Help, output: &Output) -> Result<Exit, Failure> {
    let Some(asked) = &arguments.code else {
        if output.json {
            output.value(&Codes::all(output.lang));
            return Ok(Exit::Done);
        }
        for code in Code::ALL {
            output.line(&format!("{:<4} {}", code, text::explain(output.lang, *code).what));
        }
        return Ok(Exit::Done);
    };
    if let Ok(code) = asked.parse::<Code>() {
        let explanation = text::explain(output.lang, code);
        if output.json {
            output.value(&CodeView::of(code, output.lang));
        } else {
            output.line(&format!("{code}  {}", explanation.what));
            output.line(&format!("    {}", explanation.act));
        }
        return Ok(Exit::Done);
    }
    of_form(global, asked, output)
}

/// A code that the election's own form defines.
fn of_form(global: &Global, asked: &str, output: &Output) -> Result<Exit, Failure> {
    let unknown = || {
        let act = "built-in codes are of the families T, S, O, C, D, R, V and U; E and W codes are the election's own: \
                   name its ledger with --ledger";
        Failure::usage(format!("the code {asked} is not known here"), act)
    };
    let reading = ledger::read(global, output).map_err(|_| unknown())?;
    let manifest = &reading.model.election().ok_or_else(unknown)?.founding.manifest;
    let is_meant = |check: &&crate::domain::form::Check| check.code.as_str().eq_ignore_ascii_case(asked);
    let check = manifest.form.checks.iter().find(is_meant).ok_or_else(unknown)?;
    let rule = format!("{} {} {}", sum_text(&check.left), check.op.sign(), sum_text(&check.right));
    let says = check.says.in_language(output.lang.code());
    if output.json {
        output.value(&CodeView { code: check.code.to_string(), says: says.to_owned(), act: rule });
    } else {
        output.line(&format!("{}  {says}", check.code));
        output.line(&format!("    {}", output.fact(Fact::Demands { rule: &rule })));
        output.line(&format!("    {}", output.label(Label::CountFirst)));
    }
    Ok(Exit::Done)
}

/// A completion script on stdout.
pub fn completions(arguments: &Completions, output: &Output) -> Result<Exit, Failure> {
    // By way of memory: the generator itself panics where stdout takes no more.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Arguments::command(), "protokol", &mut script);
    output.bytes(&script);
    Ok(Exit::Done)
}

/// A man page for the program and one for each verb; or the schemas of what is answered.
pub fn manual(arguments: &Manual, output: &Output) -> Result<Exit, Failure> {
    let folder = &arguments.what;
    if folder == Path::new(SCHEMA) {
        return schema::run(arguments.name.as_deref(), output);
    }
    if arguments.name.is_some() {
        return Err(Failure::usage("only a schema has a name", "`protokol manual schema NAME`, or one folder"));
    }
    fs::create_dir_all(folder).map_err(|error| Failure::io(output.lang, Doing::Create, folder, &error))?;
    let mut program = Arguments::command();
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
