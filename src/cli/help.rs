//! `help CODE`: what a code means and what to do, offline.

use clap::Args;

use super::args::Global;
use super::failure::{Exit, Failure};
use super::ledger;
use super::output::Output;
use super::words::usage;
use crate::domain::code::Code;
use crate::domain::form::sum_text;
use crate::text::{self, Fact, Label};
use crate::view::code::{Code as CodeView, Codes};

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  protokol help R11\n  protokol help E2")]
pub struct Help {
    /// The code; every code if left out
    pub code: Option<String>,
}

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
            output.line(&format!("    {}", explanation.remedy));
        }
        return Ok(Exit::Done);
    }
    of_form(global, asked, output)
}

/// A code that the election's own form defines.
fn of_form(global: &Global, asked: &str, output: &Output) -> Result<Exit, Failure> {
    let unknown = || Failure::usage(advise!(output.lang, usage::usage_code_unknown { code: asked }));
    let none = |failure: Failure| if failure.exit == Exit::NoLedger { unknown() } else { failure };
    let log = ledger::read(global, None, output).map_err(none)?;
    let manifest = &log.reading.model.election().ok_or_else(unknown)?.founding.manifest;
    let is_meant = |check: &&crate::domain::form::Check| check.code.as_str().eq_ignore_ascii_case(asked);
    let check = manifest.form.checks.iter().find(is_meant).ok_or_else(unknown)?;
    let rule = format!("{} {} {}", sum_text(&check.left), check.op.sign(), sum_text(&check.right));
    let says = check.says.in_language(output.lang.code());
    if output.json {
        output.value(&CodeView { code: check.code.to_string(), says: says.to_owned(), remedy: rule });
    } else {
        output.line(&format!("{}  {says}", check.code));
        output.line(&format!("    {}", output.fact(Fact::Demands { rule: &rule })));
        output.line(&format!("    {}", output.label(Label::CountFirst)));
    }
    Ok(Exit::Done)
}
