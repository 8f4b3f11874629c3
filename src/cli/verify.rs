//! `verify`: a ledger or a receipt, from its bytes, step by step.

use std::path::Path;

use serde_json::{Value, json};

use super::args::{Global, Verify};
use super::attachments;
use super::failure::{Exit, Failure};
use super::files;
use super::ledger;
use super::output::{Output, Tone, column};
use super::parallel::Cores;
use super::progress::Progress;
use crate::intake::render_manifest;
use crate::ledger::checkpoint::Fingerprint;
use crate::ledger::policy::Policy;
use crate::ledger::receipt::{RECEIPT_HEADER, Receipt};
use crate::store::disk::Folder;
use crate::store::{files as names, inspect as store};
use crate::text::{self, Fact, Label, Status};
use crate::verify::conclude::Brought;
use crate::verify::receipt::{self, ReceiptReport};
use crate::verify::{Fault, FaultKind, Report, Trust, Verdict};

pub fn run(global: &Global, arguments: &Verify, output: &Output) -> Result<Exit, Failure> {
    let what = arguments.what.as_deref().unwrap_or(&global.ledger);
    let expected = arguments.expect.as_deref().map(parse_fingerprint).transpose()?;
    if what.is_file() {
        if arguments.attachments {
            let act = "name the ledger's folder: `protokol verify LEDGER --attachments`";
            return Err(Failure::usage("a receipt has no attachments beside it", act));
        }
        return of_receipt(global, what, expected, output);
    }
    let policy = ledger::policy(global)?;
    if !what.join(names::SEAL).exists() && !what.join(names::JOURNAL).exists() {
        let error = crate::store::error::StoreError::NoLedger(what.to_owned());
        return Err(Failure::store(output.lang, what, error));
    }
    let brought = Brought { policy: policy.as_ref(), expected };
    let mut report = inspect_with(what, &brought, output)?;
    report.faults.extend(file_faults(what, &report));
    if arguments.attachments {
        attachments::verify(what, &mut report, output)?;
    }
    tell(global, &report, output);
    Ok(report.verdict().into())
}

/// Verifies the ledger that a rehearsal has just written, as a stranger would.
pub fn inspect(folder: &Path, output: &Output) -> Result<Report, Failure> {
    inspect_with(folder, &Brought::default(), output)
}

fn inspect_with(folder: &Path, brought: &Brought<'_>, output: &Output) -> Result<Report, Failure> {
    let sealed = crate::store::read::sealed(folder).map_or(0, |signed| signed.checkpoint().size.0);
    let mut progress = Progress::new(output, "verifying", sealed);
    store::inspect(&Folder::new(folder), Cores, brought, &mut |done| progress.at(done))
        .map_err(|error| unreadable(Failure::store(output.lang, folder, error)))
}

/// What stands where the journal or the seal should is no input that somebody mistyped: nothing can be told of it.
fn unreadable(failure: Failure) -> Failure {
    let exit = if failure.exit == Exit::Input { Exit::CannotTell } else { failure.exit };
    Failure { exit, ..failure }
}

/// The files beside the journal that repeat what the founding act says.
fn file_faults(folder: &Path, report: &Report) -> Vec<Fault> {
    let Some(election) = report.board.election() else { return Vec::new() };
    let manifest = render_manifest(&election.founding.manifest, election.founding.origin.as_str());
    let expected = [(names::MANIFEST, manifest), (names::LOG_VKEY, format!("{}\n", election.log_key))];
    let differs = |(file, expected): &(&str, String)| !files::says(&folder.join(file), expected.as_bytes());
    expected.iter().filter(|file| differs(file)).map(|(file, _)| Fault::at(file, 0, FaultKind::FileDiffers)).collect()
}

fn parse_fingerprint(text: &str) -> Result<Fingerprint, Failure> {
    let act = "give the sixteen groups of four hex digits that `protokol show checkpoint` prints, in quotes";
    text.parse().map_err(|_| Failure::usage(format!("{text:?} is not a fingerprint"), act))
}

fn tell(global: &Global, report: &Report, output: &Output) {
    if output.json {
        output.value(&report_json(output, global, report));
        return;
    }
    lines(global.policy.as_deref(), report, output);
    for fault in &report.faults {
        let code = output.paint(Tone::Bad, fault.code().as_str());
        output.line(&format!("{code:<5} {}", text::fault(output.lang, fault)));
    }
    if report.untold > 0 {
        output.line(&format!("      {}", output.fact(Fact::More(report.untold))));
    }
    output.line(&verdict_line(output, report));
    if report.verdict() != Verdict::Verified {
        let code = report.faults.first().map_or("V1", |fault| fault.code().as_str());
        output.say(&output.fact(Fact::Next { code }));
    }
}

/// The account and the verdict, as a rehearsal ends with them.
pub fn account(report: &Report, output: &Output) {
    lines(None, report, output);
    output.line(&verdict_line(output, report));
}

/// The account, step by step.
fn lines(policy: Option<&Path>, report: &Report, output: &Output) {
    let policy = policy.map(|path| path.display().to_string());
    let checks = text::verification(output.lang, report, policy.as_deref());
    let width = column(8, checks.iter().map(|check| check.word));
    for check in checks {
        let word = format!("{:<width$}", check.word);
        let status = match check.status {
            Status::Ok => output.paint(Tone::Good, &word),
            Status::Failed => output.paint(Tone::Bad, &word),
            Status::Note => output.paint(Tone::Note, &word),
            Status::Skipped => word,
        };
        output.named(check.name, &format!("{status} {}", check.detail));
    }
}

/// The last line: the verdict, and the fingerprint it is about.
fn verdict_line(output: &Output, report: &Report) -> String {
    let fingerprint = report.checkpoint.as_ref().map_or_else(String::new, |c| c.fingerprint().to_string());
    format!("{} {fingerprint}", shown(report.verdict(), output)).trim_end().to_owned()
}

/// The verdict in words and colour.
fn shown(verdict: Verdict, output: &Output) -> String {
    let tone = match verdict {
        Verdict::Verified => Tone::Good,
        Verdict::Insufficient | Verdict::Unreadable => Tone::Note,
        Verdict::Failed => Tone::Bad,
    };
    output.paint(tone, text::verdict(output.lang, verdict))
}

/// The verdict's word in JSON.
pub fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Verified => "verified",
        Verdict::Insufficient => "insufficient",
        Verdict::Unreadable => "unreadable",
        Verdict::Failed => "failed",
    }
}

fn trust_word(trust: Trust) -> &'static str {
    match trust {
        Trust::Policy => "policy",
        Trust::Expected => "expected",
        Trust::SelfSigned => "self",
    }
}

fn report_json(output: &Output, global: &Global, report: &Report) -> Value {
    let policy = global.policy.as_ref().map(|path| path.display().to_string());
    let checks: Vec<Value> = text::verification(output.lang, report, policy.as_deref())
        .into_iter()
        .map(|check| json!({ "name": check.step, "status": check.status.as_str(), "detail": check.detail }))
        .collect();
    let checkpoint = report.checkpoint.as_ref();
    json!({
        "verdict": verdict_word(report.verdict()),
        "trust": trust_word(report.trust),
        "size": checkpoint.map(|c| c.size.0),
        "root": checkpoint.map(|c| crate::crypto::base64::encode(&c.root.0)),
        "fingerprint": checkpoint.map(|c| c.fingerprint().to_string()),
        "head": report.head.hash.to_string(),
        "events": report.head.size.0,
        "signatures": report.signatures,
        "checks": checks,
        "faults": report.faults.iter().map(|fault| fault_json(output, fault)).collect::<Vec<_>>(),
        "untold": report.untold,
    })
}

fn fault_json(output: &Output, fault: &Fault) -> Value {
    json!({
        "code": fault.code().as_str(),
        "sequence": fault.sequence.map(|sequence| sequence.0),
        "unit": fault.unit.as_ref().map(ToString::to_string),
        "file": fault.place.as_ref().map(|place| place.file.clone()),
        "offset": fault.place.as_ref().map(|place| place.offset),
        "says": text::fault(output.lang, fault),
    })
}

fn of_receipt(global: &Global, path: &Path, expected: Option<Fingerprint>, output: &Output) -> Result<Exit, Failure> {
    let bytes = files::read(path)?;
    let cannot = |says: String| Failure {
        exit: Exit::CannotTell,
        ..Failure::format(path, says, "give a ledger's folder or a receipt")
    };
    if !bytes.starts_with(RECEIPT_HEADER.as_bytes()) {
        return Err(cannot(format!("{} is neither a ledger nor a receipt", path.display())));
    }
    let receipt = Receipt::parse(&bytes).map_err(|error| cannot(format!("{}: {error}", path.display())))?;
    let (policy, trust) = receipt_policy(global, &receipt)?;
    let report = receipt::check(&receipt, &policy).expecting(expected);
    tell_receipt(&report, trust, output);
    let verdict = receipt_verdict(&report);
    Ok(verdict.into())
}

/// A receipt names no key of its own: the policy does, or the ledger beside it.
fn receipt_policy(global: &Global, receipt: &Receipt) -> Result<(Policy, Trust), Failure> {
    if let Some(policy) = ledger::policy(global)? {
        return Ok((policy, Trust::Policy));
    }
    let act = "give --policy FILE, or the ledger that it is from with --ledger DIR";
    let needed = || Failure::usage("a receipt does not say whose key to trust", act);
    let vkey = ledger::log_vkey(&global.ledger).map_err(|_| needed())?;
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
