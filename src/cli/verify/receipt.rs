//! `verify RECEIPT`: one event, under one checkpoint.

use std::path::Path;

use super::super::args::Global;
use super::super::failure::{Exit, Failure};
use super::super::ledger;
use super::super::output::Output;
use super::report::shown;
use crate::ledger::note::checkpoint::Fingerprint;
use crate::service::verify as service;
use crate::text::{self, Fact, Label};
use crate::verify::receipt::ReceiptReport;
use crate::verify::report::Trust;
use crate::view::receipt::Receipt as View;

pub fn verify(global: &Global, path: &Path, expected: Option<Fingerprint>, output: &Output) -> Result<Exit, Failure> {
    let receipt = service::read_receipt(path).map_err(|error| Failure::service(output.lang, error))?;
    let policy = ledger::policy(global, output.lang)?;
    let checked = service::receipt(&receipt, policy.as_ref(), &global.ledger);
    let (report, trust) = checked.map_err(|error| Failure::service(output.lang, error))?;
    let report = report.expecting(expected);
    // A fingerprint from elsewhere proves whose the checkpoint is, whatever key it was held against.
    let proved_by = if expected.is_some() { Trust::Expected } else { trust };
    tell_receipt(&report, trust, proved_by, output);
    let verdict = report.verdict();
    Ok(verdict.into())
}

fn tell_receipt(report: &ReceiptReport, trust: Trust, proved_by: Trust, output: &Output) {
    let verdict = report.verdict();
    let fingerprint = report.checkpoint.fingerprint();
    if output.json {
        output.value(&View::of(report, trust, output.lang));
        return;
    }
    let whose = match trust {
        Trust::Policy => Label::TrustPolicy,
        Trust::Expected | Trust::SelfSigned => Label::TrustLedger,
    };
    output.named(output.label(Label::Trust), output.label(whose));
    let (size, origin) = (report.checkpoint.size, report.checkpoint.origin.to_string());
    output.named(output.label(Label::Checkpoint), &output.fact(Fact::SizeOf { size, origin: &origin }));
    if let Some(statement) = &report.statement {
        let (sequence, event) = (report.sequence, text::statement_line(output.lang, &statement.body));
        output.named(output.label(Label::Event), &output.fact(Fact::Within { sequence, event: &event }));
    }
    if let (Some(event), Some(arrival)) = (report.event, report.arrival) {
        let (event, arrival, signatures) = (event.to_string(), arrival.to_string(), report.signatures);
        output.named("", &output.fact(Fact::Arrived { event: &event, arrival: &arrival, signatures }));
        output.named("", &output.fact(Fact::AskTheLedger { command: "`protokol verify LEDGER`" }));
    }
    for fault in &report.faults {
        output.line(&format!("{:<5} {}", fault.code().as_str(), text::fault(output.lang, fault)));
    }
    output.line(&format!("{} {fingerprint}", shown(verdict, proved_by, output)));
}
