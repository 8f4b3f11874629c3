//! `verify`: a ledger, a published log, a receipt or evidence of a fork, from its bytes, step by step.

mod fork;
mod receipt;

use std::path::{Path, PathBuf};

use clap::Args;

use super::args::Global;
use super::failure::{Exit, Failure};
use super::files;
use super::ledger;
use super::output::{Output, Tone, column};
use super::talk::Talk;
use crate::ledger::files::fork::FORK_HEADER;
use crate::ledger::files::receipt::RECEIPT_HEADER;
use crate::ledger::note::checkpoint::Fingerprint;
use crate::service::source::{LogSource, LogSourceKind};
use crate::service::verify::{self, Attachments};
use crate::text::{self, Fact, Status};
use crate::verify::conclude::TrustAnchors;
use crate::verify::{Report, Verdict};
use crate::view::report::Report as ReportView;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol verify https://elections.example/2026/ --policy keys/georgia-2018.policy\n  protokol verify 01.001.tlog-proof --policy keys/georgia-2018.policy"
)]
pub struct Verify {
    /// A ledger's folder, a published folder, its tar or its URL, a receipt, or evidence of a fork; the ledger of --ledger
    /// if left out
    pub what: Option<PathBuf>,
    /// A fingerprint from elsewhere that the ledger must have, or have had
    #[arg(long, value_name = "FINGERPRINT")]
    pub expect: Option<String>,
    /// Read the attachments too, and hold each against its digests
    #[arg(long)]
    pub attachments: bool,
}

pub fn run(global: &Global, arguments: &Verify, output: &Output) -> Result<Exit, Failure> {
    let what = arguments.what.as_deref().unwrap_or(&global.ledger);
    let expected = arguments.expect.as_deref().map(parse_fingerprint).transpose()?;
    let kind = LogSourceKind::of(what).map_err(|error| Failure::service(output.lang, error))?;
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
    let policy = ledger::policy(global, output.lang)?;
    let anchors = TrustAnchors { policy: policy.as_ref(), expected };
    let (talk, failed) = (Talk::new(output), |error| Failure::service(output.lang, error));
    let report = match kind {
        LogSourceKind::Ledger => {
            let attachments = if arguments.attachments { Attachments::Asked } else { Attachments::Unasked };
            verify::ledger(what, &anchors, attachments, &talk).map_err(failed)?
        }
        LogSourceKind::Folder | LogSourceKind::File | LogSourceKind::Url => {
            let source = LogSource::open(what, &talk).map_err(failed)?;
            verify::log(&source, &anchors, &talk, &mut |_| {}).map_err(failed)?.report
        }
    };
    tell(global, &report, output);
    Ok(report.verdict().into())
}

/// Verifies the ledger that a rehearsal has just written, as a stranger would.
pub fn inspect(folder: &Path, output: &Output) -> Result<Report, Failure> {
    let report = verify::ledger(folder, &TrustAnchors::default(), Attachments::Unasked, &Talk::new(output));
    report.map_err(|error| Failure::service(output.lang, error))
}

fn parse_fingerprint(text: &str) -> Result<Fingerprint, Failure> {
    let act = "give the sixteen groups of four hex digits that `protokol show checkpoint` prints, in quotes";
    text.parse().map_err(|_| Failure::usage(format!("{text:?} is not a fingerprint"), act))
}

pub fn tell(global: &Global, report: &Report, output: &Output) {
    if output.json {
        let policy = global.policy.as_ref().map(|path| path.display().to_string());
        output.value(&ReportView::of(report, policy.as_deref(), output.lang));
        return;
    }
    lines(global.policy.as_deref(), report, output);
    for fault in &report.faults {
        let code = output.paint(Tone::Bad, fault.code().as_str());
        output.line(&format!("{code:<5} {}", text::fault(output.lang, fault)));
    }
    if report.faults.not_listed() > 0 {
        output.line(&format!("      {}", output.fact(Fact::More(report.faults.not_listed()))));
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
