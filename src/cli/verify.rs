//! `verify`: a ledger, a published log, a receipt or evidence of a fork, from its bytes, step by step.

mod fork;
mod receipt;

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
use super::source::{LogSource, LogSourceKind, unreadable};
use crate::domain::code::Code;
use crate::intake::toml::manifest::render_manifest;
use crate::ledger::files::fork::FORK_HEADER;
use crate::ledger::files::receipt::RECEIPT_HEADER;
use crate::ledger::note::checkpoint::Fingerprint;
use crate::store::error::StoreError;
use crate::store::files as names;
use crate::store::journal::disk::Folder;
use crate::store::journal::inspect as store;
use crate::store::publish::published::PublishedFolder;
use crate::text::{self, Fact, Status};
use crate::verify::conclude::TrustAnchors;
use crate::verify::published::Inspected;
use crate::verify::{Fault, FaultKind, Published, Report, Trust, Verdict, published};

pub fn run(global: &Global, arguments: &Verify, output: &Output) -> Result<Exit, Failure> {
    let what = arguments.what.as_deref().unwrap_or(&global.ledger);
    let expected = arguments.expect.as_deref().map(parse_fingerprint).transpose()?;
    let kind = LogSourceKind::of(what, output.lang)?;
    if arguments.attachments && kind != LogSourceKind::Ledger {
        let act = "name the ledger's folder: `protokol verify LEDGER --attachments`";
        return Err(Failure::usage("only a ledger has attachments beside it", act));
    }
    if kind == LogSourceKind::File && files::begins(what, RECEIPT_HEADER.as_bytes()) {
        return receipt::verify(global, what, expected, output);
    }
    if kind == LogSourceKind::File && files::begins(what, FORK_HEADER.as_bytes()) {
        return fork::verify(global, what, expected, output);
    }
    let policy = ledger::policy(global)?;
    let anchors = TrustAnchors { policy: policy.as_ref(), expected };
    let report = match kind {
        LogSourceKind::Ledger => {
            let mut report = inspect_with(what, &anchors, output)?;
            report.faults.extend(file_faults(&PublishedFolder::new(what), &report).map_err(failed(what, output))?);
            if arguments.attachments {
                attachments::verify(what, &mut report, output)?;
            }
            report
        }
        LogSourceKind::Folder | LogSourceKind::File | LogSourceKind::Url => {
            of_log(&LogSource::open(what, output)?, &anchors, output, &mut |_| {})?.report
        }
    };
    tell(global, &report, output);
    Ok(report.verdict().into())
}

/// Verifies the ledger that a rehearsal has just written, as a stranger would.
pub fn inspect(folder: &Path, output: &Output) -> Result<Report, Failure> {
    inspect_with(folder, &TrustAnchors::default(), output)
}

fn inspect_with(folder: &Path, anchors: &TrustAnchors<'_>, output: &Output) -> Result<Report, Failure> {
    let sealed = crate::store::read::sealed(folder).map_or(0, |signed| signed.checkpoint().size.0);
    let mut progress = Progress::new(output, "verifying", sealed);
    store::inspect(&Folder::new(folder), Cores, anchors, &mut |done| progress.at(done)).map_err(failed(folder, output))
}

fn failed<'a>(what: &'a Path, output: &'a Output) -> impl FnOnce(StoreError) -> Failure + 'a {
    move |error| unreadable(Failure::store(output.lang, what, error))
}

/// Verifies a published log, wherever it is, and hands on its entries as they come.
pub fn of_log(
    source: &LogSource,
    anchors: &TrustAnchors<'_>,
    output: &Output,
    on_entries: &mut dyn FnMut(&[Vec<u8>]),
) -> Result<Inspected, Failure> {
    let claimed = published::checkpoint(source)?;
    if claimed.is_none() && !source.names_a_log()? {
        let act = "check the address: a published log has `checkpoint`, `log.vkey` and `tile/` directly in it";
        return Err(Failure::new(Exit::CannotTell, Code::U3, format!("{source} is no published log"), act));
    }
    let claimed = claimed.map_or(0, |signed| signed.checkpoint().size.0);
    let (mut progress, mut done) = (Progress::new(output, "verifying", claimed), 0);
    let mut inspected = published::inspect(source, Cores, anchors, &mut |entries| {
        on_entries(entries);
        done += entries.len() as u64;
        progress.at(done);
    })?;
    inspected.report.faults.extend(file_faults(source, &inspected.report)?);
    Ok(inspected)
}

/// The files beside the events that repeat what the founding act says.
fn file_faults<P: Published>(place: &P, report: &Report) -> Result<Vec<Fault>, P::Error> {
    let Some(election) = report.model.election() else { return Ok(Vec::new()) };
    let manifest = render_manifest(&election.founding.manifest, election.founding.origin.as_str());
    let expected = [(names::MANIFEST, manifest), (names::LOG_VKEY, format!("{}\n", election.log_key))];
    let mut faults = Vec::new();
    for (file, expected) in expected {
        if place.read(file, expected.len())?.as_deref() != Some(expected.as_bytes()) {
            faults.push(Fault::at(file, 0, FaultKind::FileDiffers));
        }
    }
    Ok(faults)
}

fn parse_fingerprint(text: &str) -> Result<Fingerprint, Failure> {
    let act = "give the sixteen groups of four hex digits that `protokol show checkpoint` prints, in quotes";
    text.parse().map_err(|_| Failure::usage(format!("{text:?} is not a fingerprint"), act))
}

pub fn tell(global: &Global, report: &Report, output: &Output) {
    if output.json {
        output.value(&report_json(output, global, report));
        return;
    }
    lines(global.policy.as_deref(), report, output);
    for fault in &report.faults {
        let code = output.paint(Tone::Bad, fault.code().as_str());
        output.line(&format!("{code:<5} {}", text::fault(output.lang, fault)));
    }
    if report.faults.untold() > 0 {
        output.line(&format!("      {}", output.fact(Fact::More(report.faults.untold()))));
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
        "untold": report.faults.untold(),
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
