//! `verify PROOF`: what some numbers were, and what was not there, under one signed snapshot.

use std::path::Path;

use super::super::args::Global;
use super::super::failure::{Exit, Failure};
use super::super::ledger;
use super::super::output::{Output, Tone};
use super::report::shown;
use crate::ledger::logged_event::LoggedEvent;
use crate::ledger::note::checkpoint::Fingerprint;
use crate::service::verify as service;
use crate::text::{self, Fact, Label};
use crate::verify::fault::Verdict;
use crate::verify::report::Trust;
use crate::verify::rows_proof::RowsProofReport;
use crate::view::proof::Proof as View;

pub fn verify(global: &Global, path: &Path, expected: Option<Fingerprint>, output: &Output) -> Result<Exit, Failure> {
    let failed = |error| Failure::service(output.lang, error);
    let proof = service::read_proof(path).map_err(failed)?;
    let policy = ledger::policy(global, output.lang)?;
    let (report, trust) = service::proof(proof, policy.as_ref(), &global.ledger).map_err(failed)?;
    let report = report.expecting(expected);
    // A fingerprint from elsewhere proves whose the checkpoint is, whatever key it was held against.
    let proved_by = if expected.is_some() { Trust::Expected } else { trust };
    tell(&report, trust, proved_by, output);
    Ok(report.verdict().into())
}

fn tell(report: &RowsProofReport, trust: Trust, proved_by: Trust, output: &Output) {
    let proof = &report.proof;
    let events: Vec<_> =
        proof.events().iter().map(|(sequence, bytes)| LoggedEvent::read(*sequence, bytes.clone())).collect();
    if output.json {
        output.value(&View::of(report, &events, trust, output.lang));
        return;
    }
    let whose = match trust {
        Trust::Policy => Label::TrustPolicy,
        Trust::Expected | Trust::SelfSigned => Label::TrustLedger,
    };
    output.named(output.label(Label::Trust), output.label(whose));
    let checkpoint = proof.checkpoint().checkpoint();
    let (size, origin) = (checkpoint.size, checkpoint.origin.to_string());
    output.named(output.label(Label::Checkpoint), &output.fact(Fact::SizeOf { size, origin: &origin }));
    // Of what is not proved nothing is told.
    if report.verdict() != Verdict::Failed {
        text::claims(output.lang, proof).iter().flatten().for_each(|line| output.line(line));
        for event in &events {
            if let Some(body) = event.body() {
                let (sequence, event) = (event.sequence, text::statement_line(output.lang, body));
                let of_all = Fact::Within { sequence, event: &event };
                output.named(output.label(Label::Event), &output.fact(of_all));
            }
        }
    }
    for fault in &report.faults {
        let code = output.paint(Tone::Bad, fault.code().as_str());
        output.line(&format!("{code:<5} {}", text::fault(output.lang, fault)));
    }
    output.line(&format!("{} {}", shown(report.verdict(), proved_by, output), checkpoint.fingerprint()));
}
