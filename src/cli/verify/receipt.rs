//! `verify RECEIPT`: one event, under one checkpoint.

use std::path::Path;

use serde_json::{Value, json};

use super::super::args::Global;
use super::super::failure::{Exit, Failure};
use super::super::files;
use super::super::ledger;
use super::super::output::Output;
use super::{fault_json, shown, trust_word, verdict_word};
use crate::ledger::files::receipt::Receipt;
use crate::ledger::note::checkpoint::Fingerprint;
use crate::ledger::note::policy::Policy;
use crate::service::writing::log_vkey;
use crate::text::{self, Fact, Label, Status};
use crate::verify::receipt::{self, ReceiptReport};
use crate::verify::{Fault, FaultKind, Trust, Verdict};

pub fn verify(global: &Global, path: &Path, expected: Option<Fingerprint>, output: &Output) -> Result<Exit, Failure> {
    let bytes = files::read(path)?;
    let cannot = |says: String| Failure {
        exit: Exit::CannotTell,
        ..Failure::format(path, says, "give a ledger's folder or a receipt")
    };
    let receipt = Receipt::parse(&bytes).map_err(|error| cannot(format!("{}: {error}", path.display())))?;
    let (policy, trust) = receipt_policy(global, &receipt, output)?;
    let report = receipt::check(&receipt, &policy).expecting(expected);
    tell_receipt(&report, trust, output);
    let verdict = receipt_verdict(&report);
    Ok(verdict.into())
}

/// A receipt names no key of its own: the policy does, or the ledger beside it.
fn receipt_policy(global: &Global, receipt: &Receipt, output: &Output) -> Result<(Policy, Trust), Failure> {
    if let Some(policy) = ledger::policy(global, output.lang)? {
        return Ok((policy, Trust::Policy));
    }
    let act = "give --policy FILE, or the ledger that it is from with --ledger DIR";
    let needed = || Failure::usage("a receipt does not say whose key to trust", act);
    let vkey = log_vkey(&global.ledger).map_err(|_| needed())?;
    let (log, origin) = (vkey.name().as_str(), receipt.checkpoint().checkpoint().origin.as_str());
    if log != origin {
        let ledger = global.ledger.display();
        return Err(Failure::usage(format!("the receipt is of the log {origin}, and {ledger} is of {log}"), act));
    }
    let policy = Policy::parse(&format!("log {vkey}\nquorum none\n")).map_err(|_| needed())?;
    Ok((policy, Trust::SelfSigned))
}

fn receipt_verdict(report: &ReceiptReport) -> Verdict {
    report.faults.iter().map(Fault::verdict).max().unwrap_or(Verdict::Verified)
}

/// What a receipt is asked, step by step. It knows nothing of the chain before its event.
fn receipt_checks(report: &ReceiptReport, trust: Trust) -> Vec<Value> {
    let status = |is_meant: fn(&FaultKind) -> bool| {
        if report.faults.iter().any(|fault| is_meant(&fault.what)) { Status::Failed } else { Status::Ok }
    };
    let of_checkpoint = |kind: &FaultKind| {
        matches!(kind, FaultKind::NotTrusted | FaultKind::QuorumNotMet | FaultKind::OtherCheckpoint { .. })
    };
    let of_event = |kind: &FaultKind| {
        matches!(kind, FaultKind::Inclusion | FaultKind::Nothing | FaultKind::Envelope(_) | FaultKind::Link(_))
    };
    let trusted = if trust == Trust::Policy { Status::Ok } else { Status::Note };
    let signed = if report.event.is_some() {
        status(|kind| matches!(kind, FaultKind::Submission(_) | FaultKind::Envelope(_)))
    } else {
        Status::Skipped
    };
    let check = |name: &str, status: Status, detail: String| json!({ "name": name, "status": status.as_str(), "detail": detail });
    vec![
        check("trust", trusted, trust_word(trust).to_owned()),
        check("checkpoint", status(of_checkpoint), report.checkpoint.origin.to_string()),
        check("inclusion", status(of_event), format!("{} / {}", report.sequence, report.checkpoint.size)),
        check("signatures", signed, report.signatures.to_string()),
    ]
}

fn tell_receipt(report: &ReceiptReport, trust: Trust, output: &Output) {
    let verdict = receipt_verdict(report);
    let fingerprint = report.checkpoint.fingerprint();
    if output.json {
        output.value(&json!({
            "verdict": verdict_word(verdict),
            "trust": trust_word(trust),
            "size": report.checkpoint.size.0,
            "root": crate::crypto::base64::encode(&report.checkpoint.root.0),
            "fingerprint": fingerprint.to_string(),
            "head": Value::Null,
            "events": u64::from(report.event.is_some()),
            "sequence": report.sequence.0,
            "event": report.event.map(|event| event.to_string()),
            "arrival": report.arrival.map(|arrival| arrival.to_string()),
            "signatures": report.signatures,
            "checks": receipt_checks(report, trust),
            "faults": report.faults.iter().map(|fault| fault_json(output, fault)).collect::<Vec<_>>(),
        }));
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
        output.named("", output.label(Label::AskTheLedger));
    }
    for fault in &report.faults {
        output.line(&format!("{:<5} {}", fault.code().as_str(), text::fault(output.lang, fault)));
    }
    output.line(&format!("{} {fingerprint}", shown(verdict, output)));
}
