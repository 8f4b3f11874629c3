//! What a verification found, for people and programs.

use std::path::Path;

use super::super::args::Global;
use super::super::output::{Output, Tone, column};
use crate::text::{self, Fact, Status};
use crate::verify::fault::Verdict;
use crate::verify::report::{Report, Trust};
use crate::view::report::Report as ReportView;

/// Tells a report: the account, each fault, the verdict.
pub fn tell(global: &Global, report: &Report, output: &Output) {
    if output.json {
        let policy = global.policy.as_ref().map(|path| path.display().to_string());
        output.value(&ReportView::of(report, policy.as_deref(), output.lang));
        return;
    }
    lines(global.policy.as_deref(), report, output);
    let clock = output.clock(report.model.manifest());
    for fault in &report.faults {
        let code = output.paint(Tone::Bad, fault.code().as_str());
        output.line(&format!("{code:<5} {}", text::fault_on_clock(output.lang, fault, clock)));
    }
    if report.faults.not_listed() > 0 {
        output.line(&format!("      {}", output.fact(Fact::More(report.faults.not_listed()))));
    }
    output.line(&verdict_line(output, report, report.trust));
    if report.verdict() != Verdict::Verified {
        let code = report.faults.first().map_or("V1", |fault| fault.code().as_str());
        output.say(&output.fact(Fact::Next { command: &format!("protokol help {code}") }));
    }
}

/// The account and the verdict, as a rehearsal ends with them: whose key it is, who made it knows.
pub fn account(report: &Report, output: &Output) {
    lines(None, report, output);
    output.line(&verdict_line(output, report, Trust::Policy));
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
fn verdict_line(output: &Output, report: &Report, trust: Trust) -> String {
    let fingerprint = report.checkpoint.as_ref().map_or_else(String::new, |c| c.fingerprint().to_string());
    format!("{} {fingerprint}", shown(report.verdict(), trust, output)).trim_end().to_owned()
}

/// The verdict in words and colour. On the log's own word it is no more than consistent.
pub fn shown(verdict: Verdict, trust: Trust, output: &Output) -> String {
    let tone = match verdict {
        Verdict::Verified if trust == Trust::SelfSigned => Tone::Note,
        Verdict::Verified => Tone::Good,
        Verdict::Insufficient | Verdict::Unreadable => Tone::Note,
        Verdict::Failed => Tone::Bad,
    };
    output.paint(tone, text::verdict(output.lang, verdict, trust))
}
