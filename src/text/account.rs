//! The account of a verification: which steps there are, how each ended, and what is to be told of it; and then, in the
//! reader's language.

mod line;
mod look;
mod words;

pub use line::Status;
pub(super) use words::MESSAGES;

use self::line::{Line, Step};
use self::look::Look;
use super::Lang;
use crate::verify::report::Report;

/// One line of the account of a verification.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CheckLine {
    /// What was checked, as JSON names it in every language: `Chain`.
    pub step: &'static str,
    /// What was checked, in the reader's language.
    pub name: &'static str,
    /// How it ended.
    pub status: Status,
    /// What stands between name and detail: the status, or, of the first line, whose word the checkpoint is taken on
    /// (`policy`, `expected`, `self`), unless that line failed or was skipped.
    pub word: &'static str,
    /// What was found.
    pub detail: String,
}

/// How a step ended, in a language.
pub(super) fn status(lang: Lang, status: Status) -> &'static str {
    words::status(lang, status)
}

/// The account in a language.
pub(super) fn told(lang: Lang, report: &Report, policy_file: Option<&str>) -> Vec<CheckLine> {
    account(report, policy_file).iter().map(|told| line(lang, told)).collect()
}

/// The account, step by step.
fn account<'a>(report: &'a Report, policy_file: Option<&'a str>) -> Vec<Line<'a>> {
    let look = Look { report, policy_file };
    let line = |step, (status, detail)| Line { step, status, detail, trust: None };
    let (status, detail) = look.trust();
    let mut lines = vec![Line { step: Step::Trust, status, detail, trust: Some(report.trust) }];
    lines.push(line(Step::Checkpoint, look.checkpoint()));
    lines.push(line(Step::Witnesses, look.witnesses()));
    lines.extend(look.tiles().map(|told| line(Step::Tiles, told)));
    lines.push(line(Step::Chain, look.chain()));
    lines.extend(look.clock().map(|told| line(Step::Clock, told)));
    lines.push(line(Step::Signatures, look.signatures()));
    lines.push(line(Step::Rules, look.rules()));
    lines.push(line(Step::Totals, look.totals()));
    lines.push(line(Step::Findings, look.findings()));
    lines.push(line(Step::Rows, look.rows()));
    lines.extend(look.files().map(|told| line(Step::Files, told)));
    lines.extend(look.attachments().map(|told| line(Step::Attachments, told)));
    lines
}

/// A step in words.
fn line(lang: Lang, line: &Line<'_>) -> CheckLine {
    let word = match (line.trust, line.status) {
        (Some(trust), Status::Ok | Status::Note) => words::trusted(lang, trust),
        (_, status) => words::status(lang, status),
    };
    CheckLine {
        step: line.step.as_str(),
        name: words::step(lang, line.step),
        status: line.status,
        word,
        detail: words::detail(lang, &line.detail),
    }
}
