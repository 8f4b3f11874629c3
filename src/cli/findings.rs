//! `findings`: what does not add up.

use clap::Args;

use super::args::{Global, Insider, ReadFrom};
use super::failure::{Exit, Failure};
use super::gate;
use super::ledger;
use super::output::Output;
use super::proof::ProofTo;
use super::words::usage;
use crate::domain::code::Code;
use crate::domain::finding::Finding;
use crate::domain::manifest::Manifest;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::prove::Asked;
use crate::service::proofs::{Prover, Sources, of_findings};
use crate::tally::findings::findings;
use crate::text::{self, Fact, Lang};
use crate::view::finding::Finding as FindingView;

#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  protokol findings --code E2\n  protokol findings --unit 87.002 --json")]
pub struct Findings {
    #[command(flatten)]
    pub from: ReadFrom,
    /// One code only
    #[arg(long, value_name = "CODE")]
    pub code: Option<String>,
    /// One unit only
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    #[command(flatten)]
    pub proof: ProofTo,
    #[command(flatten)]
    pub insider: Insider,
}

pub fn run(global: &Global, arguments: &Findings, output: &Output) -> Result<Exit, Failure> {
    let log = ledger::read(global, arguments.from.log.as_deref(), output)?;
    let reading = &log.reading;
    gate::pass(&reading.model, &arguments.insider, output)?;
    let Some(manifest) = reading.model.manifest() else { return Ok(Exit::Done) };
    let query = log.query();
    let unit = arguments.unit.as_deref().map(|unit| query.unit(unit)).transpose();
    let unit = unit.map_err(|error| Failure::service(output.lang, error))?;
    if let Some(code) = &arguments.code {
        check_code(output.lang, code, manifest)?;
    }
    let of_code = |finding: &Finding| {
        arguments.code.as_deref().is_none_or(|code| finding.code.to_string().eq_ignore_ascii_case(code))
    };
    let of_unit = |finding: &Finding| unit.is_none_or(|unit| finding.unit == *unit);
    let now = reading.now().map_err(|error| Failure::store(output.lang, &log.place, error))?;
    let found = findings(&reading.model, now);
    let prover = arguments.proof.is_asked().then(|| Prover::at(&log, now)).transpose();
    let prover = prover.map_err(|error| Failure::service(output.lang, error))?;
    let prove = |asked: &[Asked]| {
        let make = |prover: &Prover<'_>| arguments.proof.put(|| prover.prove(asked, Sources::LeftOut), output);
        prover.as_ref().map_or(Ok(None), make)
    };
    if !arguments.proof.is_in_answer() {
        prove(&of_findings(&reading.model, unit))?;
    }
    let mut shown = 0;
    for finding in found.iter().filter(|finding| of_code(finding) && of_unit(finding)) {
        shown += 1;
        if output.json {
            let row = Asked::Row(RowKey::of(&[&"finding", &finding.contest, &finding.unit]));
            let proof = if arguments.proof.is_in_answer() { prove(&[row])? } else { None };
            output.value(&FindingView::of(finding, manifest, output.lang).proved(proof));
        } else {
            let says = text::finding(output.lang, finding, manifest);
            output.line(&format!("{:<4} {:<12} {:<10} {says}", finding.code, finding.contest, finding.unit));
        }
    }
    if !output.json {
        let checkpoint = reading.checkpoint.checkpoint();
        let findings = output.fact(Fact::Findings { shown, size: checkpoint.size });
        output.say(&format!("{findings}, {}", checkpoint.fingerprint()));
    }
    Ok(Exit::Done)
}

/// A misspelt code would find nothing, and look like good news.
fn check_code(lang: Lang, text: &str, manifest: &Manifest) -> Result<(), Failure> {
    let checks = &manifest.form.checks;
    if text.parse::<Code>().is_ok() || checks.iter().any(|check| check.code.as_str().eq_ignore_ascii_case(text)) {
        return Ok(());
    }
    let known: Vec<_> = checks.iter().map(|check| check.code.as_str()).collect();
    Err(Failure::usage(advise!(lang, usage::usage_no_code { code: text, codes: known.join(", ") })))
}
