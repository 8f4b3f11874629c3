//! `findings`: what does not add up.

use std::path::Path;

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
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::rows::prove::Asked;
use crate::service::proofs::{Prover, Sources, WithProof, of_finding, of_findings};
use crate::service::proven::findings::{ProvenFindings, proven};
use crate::service::setting::Setting;
use crate::tally::findings::findings;
use crate::text::{self, Fact, Lang};
use crate::verify::conclude::TrustAnchors;
use crate::view::finding::Finding as FindingView;
use crate::view::proof_text::ProofText;

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
    arguments.proof.check(output)?;
    let unit = arguments.unit.as_deref();
    let proof = if arguments.proof.is_in_answer() { WithProof::No } else { arguments.proof.with_proof() };
    let ask = |setting: &Setting<'_>, anchors: &TrustAnchors<'_>| proven(setting, anchors, unit, proof);
    if let Some(proven) = ledger::proven(global, arguments.from.log.as_deref(), output, ask)? {
        let proven = gate::pass_missing(proven, &arguments.insider, output)?;
        return of_proven(&proven, arguments, &global.ledger, output);
    }
    let log = ledger::read(global, arguments.from.log.as_deref(), output)?;
    let (model, failed) = (&log.reading.model, |error| Failure::service(output.lang, error));
    gate::pass(model, &arguments.insider, output)?;
    let Some(manifest) = model.manifest() else { return Ok(Exit::Done) };
    let unit = unit.map(|unit| log.query().unit(unit)).transpose().map_err(failed)?;
    let told = Told { arguments, manifest, checkpoint: log.checkpoint(), output };
    told.check_code()?;
    let now = log.reading.now().map_err(|error| Failure::store(output.lang, &log.place, error))?;
    let found = findings(model, now);
    let found = found.iter().filter(|finding| unit.is_none_or(|unit| finding.unit == *unit));
    if !arguments.proof.is_asked() {
        return told.tell(found, |_| Ok(None));
    }
    let prover = Prover::at(&log, now).map_err(failed)?;
    let prove = |asked: &[Asked]| arguments.proof.put(|| prover.prove(asked, Sources::LeftOut), output);
    if !arguments.proof.is_in_answer() {
        prove(&of_findings(model, unit))?;
        return told.tell(found, |_| Ok(None));
    }
    told.tell(found, |finding| prove(&[of_finding(finding)]))
}

fn of_proven(proven: &ProvenFindings, arguments: &Findings, ledger: &Path, output: &Output) -> Result<Exit, Failure> {
    gate::pass(&proven.model, &arguments.insider, output)?;
    let Some(manifest) = proven.model.manifest() else { return Ok(Exit::Done) };
    let told = Told { arguments, manifest, checkpoint: proven.checkpoint().checkpoint(), output };
    told.check_code()?;
    arguments.proof.put_made(proven.proof.as_ref(), output)?;
    if !arguments.proof.is_in_answer() {
        return told.tell(&proven.found, |_| Ok(None));
    }
    told.tell(&proven.found, |finding| arguments.proof.put(|| proven.proof_of(finding, ledger), output))
}

/// What is told, and of what.
struct Told<'a> {
    arguments: &'a Findings,
    manifest: &'a Manifest,
    checkpoint: &'a Checkpoint,
    output: &'a Output,
}

impl Told<'_> {
    /// A misspelt code would find nothing, and look like good news.
    fn check_code(&self) -> Result<(), Failure> {
        self.arguments.code.as_deref().map_or(Ok(()), |code| check_code(self.output.lang, code, self.manifest))
    }

    fn tell<'f>(
        &self,
        found: impl IntoIterator<Item = &'f Finding>,
        proof: impl Fn(&Finding) -> Result<Option<ProofText>, Failure>,
    ) -> Result<Exit, Failure> {
        let Self { arguments, manifest, checkpoint, output } = self;
        let of_code = |finding: &&Finding| {
            arguments.code.as_deref().is_none_or(|code| finding.code.to_string().eq_ignore_ascii_case(code))
        };
        let mut shown = 0;
        for finding in found.into_iter().filter(of_code) {
            shown += 1;
            if output.json {
                output.value(&FindingView::of(finding, manifest, output.lang).proved(proof(finding)?));
            } else {
                let says = text::finding(output.lang, finding, manifest);
                output.line(&format!("{:<4} {:<12} {:<10} {says}", finding.code, finding.contest, finding.unit));
            }
        }
        if !output.json {
            let findings = output.fact(Fact::Findings { shown, size: checkpoint.size });
            output.say(&format!("{findings}, {}", checkpoint.fingerprint()));
        }
        Ok(Exit::Done)
    }
}

fn check_code(lang: Lang, text: &str, manifest: &Manifest) -> Result<(), Failure> {
    let checks = &manifest.form.checks;
    if text.parse::<Code>().is_ok() || checks.iter().any(|check| check.code.as_str().eq_ignore_ascii_case(text)) {
        return Ok(());
    }
    let known: Vec<_> = checks.iter().map(|check| check.code.as_str()).collect();
    Err(Failure::usage(advise!(lang, usage::usage_no_code { code: text, codes: known.join(", ") })))
}
