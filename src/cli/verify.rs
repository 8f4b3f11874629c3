//! `verify`: a ledger, a published log, a receipt, a proof or evidence, from its bytes, step by step.

mod fork;
mod misconduct;
mod proof;
mod receipt;
mod report;

use std::path::{Path, PathBuf};

use clap::Args;

pub use self::report::{account, tell};
use super::args::Global;
use super::compare::write;
use super::failure::{Exit, Failure};
use super::ledger;
use super::output::Output;
use super::talk::Talk;
use super::words::{proofs, usage};
use crate::crypto::parallel::Signatures;
use crate::domain::code::Code;
use crate::ledger::note::checkpoint::Fingerprint;
use crate::service::misconduct as misconduct_of;
use crate::service::source::LogSource;
use crate::service::verify::{self, Attachments, Subject};
use crate::text::{Action, Compared, Lang};
use crate::verify::conclude::TrustAnchors;
use crate::verify::report::Report;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol verify https://elections.example/2026/ --policy keys/georgia-2018.policy\n  protokol verify 01.001.tlog-proof --policy keys/georgia-2018.policy"
)]
pub struct Verify {
    /// A ledger's folder, a published folder, its tar or its URL, a receipt, a proof, or evidence; the ledger of
    /// --ledger if left out
    pub what: Option<PathBuf>,
    /// A fingerprint from elsewhere that the ledger must have, or have had
    #[arg(long, value_name = "FINGERPRINT")]
    pub expect: Option<String>,
    /// Where to write what convicts a log whose own events do not come to the numbers that it signed (V30)
    #[arg(long, value_name = "FILE")]
    pub evidence: Option<PathBuf>,
    /// Read the attachments too, and hold each against its digests
    #[arg(long)]
    pub attachments: bool,
    /// Check signatures one by one, and never many at once: slower, and the same verdict
    #[arg(long)]
    pub one_by_one: bool,
}

pub fn run(global: &Global, arguments: &Verify, output: &Output) -> Result<Exit, Failure> {
    let what = arguments.what.as_deref().unwrap_or(&global.ledger);
    let expected = arguments.expect.as_deref().map(|text| parse_fingerprint(output.lang, text)).transpose()?;
    let subject = Subject::of(what).map_err(|error| Failure::service(output.lang, error))?;
    if arguments.attachments && subject != Subject::Ledger {
        return Err(Failure::usage(advise!(output.lang, usage::usage_attachments_of_ledger)));
    }
    if arguments.evidence.is_some() && !matches!(subject, Subject::Ledger | Subject::Log) {
        return Err(Failure::usage(advise!(output.lang, usage::usage_evidence_of_log)));
    }
    match subject {
        Subject::Receipt => receipt::verify(global, what, expected, output),
        Subject::Evidence => fork::verify(global, what, expected, output),
        Subject::Misconduct => misconduct::verify(global, what, expected, output),
        Subject::Proof => proof::verify(global, what, expected, output),
        Subject::Ledger | Subject::Log => {
            let report = log(global, arguments, subject, expected, output)?;
            tell(global, &report, output);
            convict(what, &report, arguments.evidence.as_deref(), output)?;
            Ok(report.verdict().into())
        }
    }
}

/// Of a log that signed false numbers, writes what convicts it, or says how it is had.
fn convict(what: &Path, report: &Report, named: Option<&Path>, output: &Output) -> Result<(), Failure> {
    if !report.has(&[Code::V30]) {
        return Ok(());
    }
    let Some(file) = named else {
        output.say(say!(output.lang, proofs::proof_evidence_option));
        return Ok(());
    };
    let evidence = misconduct_of::of_report(what, report, &Talk::new(output));
    if let Some(evidence) = evidence.map_err(|error| Failure::service(output.lang, error))? {
        let file = write("", &evidence.to_string(), Some(file), output)?;
        let (file, command) = (file.display().to_string(), format!("`{}`", Action::Verify));
        output.say(&output.compared(Compared::Written { file: &file, command: &command }));
    }
    Ok(())
}

/// Verifies a whole log.
fn log(
    global: &Global,
    arguments: &Verify,
    subject: Subject,
    expected: Option<Fingerprint>,
    output: &Output,
) -> Result<Report, Failure> {
    let what = arguments.what.as_deref().unwrap_or(&global.ledger);
    let policy = ledger::policy(global, output.lang)?;
    let anchors = TrustAnchors { policy: policy.as_ref(), expected };
    let signatures = if arguments.one_by_one { Signatures::OneByOne } else { Signatures::Together };
    let (talk, failed) = (Talk::new(output), |error| Failure::service(output.lang, error));
    if subject == Subject::Ledger {
        let attachments = if arguments.attachments { Attachments::Asked } else { Attachments::Unasked };
        return verify::ledger(what, &anchors, signatures, attachments, &talk).map_err(failed);
    }
    let source = LogSource::open(what, &talk).map_err(failed)?;
    Ok(verify::log(&source, &anchors, signatures, &talk, &mut |_| {}).map_err(failed)?.report)
}

/// Verifies the ledger that a rehearsal has just written, as a stranger would.
pub fn inspect(folder: &Path, output: &Output) -> Result<Report, Failure> {
    let (anchors, talk) = (TrustAnchors::default(), Talk::new(output));
    let report = verify::ledger(folder, &anchors, Signatures::Together, Attachments::Unasked, &talk);
    report.map_err(|error| Failure::service(output.lang, error))
}

fn parse_fingerprint(lang: Lang, text: &str) -> Result<Fingerprint, Failure> {
    let wrong = |_| Failure::usage(advise!(lang, usage::usage_no_fingerprint { text: format!("{text:?}") }));
    text.parse().map_err(wrong)
}
