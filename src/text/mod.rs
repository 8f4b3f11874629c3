//! Floor 3: words for people. The only place that holds sentences a citizen reads; pure, like everything below.
//!
//! Each function takes a [`Lang`] and dispatches by an exhaustive match. What must be decided before it can be said is
//! decided once, for all languages, in `account`; a language only puts it into words. Counts are grouped by threes
//! (`33 498`); what people copy and type again (event numbers, unit ids, bytes of a file) is not.

mod account;
mod en;
mod lang;

pub use account::Status;
pub use lang::{Lang, NotALang, Planned};

use crate::domain::attachment::Kept;
use crate::domain::code::Code;
use crate::domain::commission::Office;
use crate::domain::event::Recorded;
use crate::domain::form::{Form, Severity};
use crate::domain::manifest::Manifest;
use crate::domain::protocol::{Attachment, ShapeFlaw};
use crate::domain::{Body, Kind, Rejection};
use crate::ledger::submission::SubmissionError;
use crate::tally::Finding;
use crate::tally::paper::Standing;
use crate::verify::{Fault, Report};

/// What a code means, and what to do: `protokol help CODE`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Explanation {
    /// What it means, in one to three sentences.
    pub what: &'static str,
    /// What to do, in one to three sentences.
    pub act: &'static str,
}

/// An error as people are told it: always a pair.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    /// What is wrong.
    pub says: String,
    /// What to do.
    pub act: String,
}

/// One line of the account of a verification.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CheckLine {
    /// What was checked: `Chain`. At most 12 letters.
    pub name: &'static str,
    /// How it ended.
    pub status: Status,
    /// What stands between name and detail: the status, or, of the first line, whose word the checkpoint is taken on
    /// (`policy`, `expected`, `self`), unless that line failed or was skipped.
    pub word: &'static str,
    /// What was found.
    pub detail: String,
}

/// What a built-in code means and what to do, without anything at hand but the code.
pub fn explain(lang: Lang, code: Code) -> Explanation {
    match lang {
        Lang::En => en::codes::explain(code),
    }
}

/// Why a submission is refused, and what to do. A key is named by its first 16 hex digits.
pub fn rejection(lang: Lang, rejection: &Rejection) -> Said {
    match lang {
        Lang::En => en::refusals::rejection(rejection),
    }
}

/// How figures miss the shape of their paper, and what to do.
pub fn shape_flaw(lang: Lang, flaw: &ShapeFlaw) -> Said {
    match lang {
        Lang::En => en::shape::flaw(flaw),
    }
}

/// Why bytes are not a submission, and what to do.
pub fn submission_error(lang: Lang, error: &SubmissionError) -> Said {
    match lang {
        Lang::En => en::submissions::error(error),
    }
}

/// What a finding says: under a code of the form the manifest's own sentence and the two sums, under a built-in code
/// ours and the figures that disagree. Contest and unit are the caller's to name.
pub fn finding(lang: Lang, finding: &Finding, manifest: &Manifest) -> String {
    match lang {
        Lang::En => en::findings::finding(lang, finding, manifest),
    }
}

/// What is wrong, and where: event, unit, file and byte, as far as they are known.
pub fn fault(lang: Lang, fault: &Fault) -> String {
    match lang {
        Lang::En => en::faults::fault(fault),
    }
}

/// What a verification proved, step by step. A step is [`Status::Failed`] exactly if it is a reason why the verdict is
/// "no"; what is only not enough is a note. `policy_file` is what the reader called the trust file.
pub fn verification(lang: Lang, report: &Report, policy_file: Option<&str>) -> Vec<CheckLine> {
    let lines = account::account(report, policy_file);
    match lang {
        Lang::En => lines.iter().map(en::account::line).collect(),
    }
}

/// What an attachment is: name, kind, length and the first digits of its digest.
pub fn attachment(lang: Lang, attachment: &Attachment) -> String {
    match lang {
        Lang::En => en::attachments::line(attachment),
    }
}

/// How the file of an attachment stands beside the ledger: `missing`.
pub fn kept(lang: Lang, kept: Kept) -> &'static str {
    match lang {
        Lang::En => en::attachments::kept(kept),
    }
}

/// A scan that a submission names is not in the folder, and what to do.
pub fn attachment_missing(lang: Lang, attachment: &Attachment, folder: &str) -> Said {
    match lang {
        Lang::En => en::attachments::missing(attachment, folder),
    }
}

/// A file under a scan's name is not the one that was signed, and what to do.
pub fn attachment_differs(lang: Lang, attachment: &Attachment, folder: &str) -> Said {
    match lang {
        Lang::En => en::attachments::differs(attachment, folder),
    }
}

/// A whole number in figures, grouped by threes with a space: `33 498`.
pub fn number(lang: Lang, value: impl Into<i128>) -> String {
    match lang {
        Lang::En => en::numbers::number(value.into()),
    }
}

/// A whole number in words: `one thousand three hundred ninety-one`.
pub fn words(lang: Lang, value: u64) -> String {
    match lang {
        Lang::En => en::numbers::words(value),
    }
}

/// A share as a percentage with two decimals, rounded half up in integers: `38.64 %`. A share of nothing is a dash.
pub fn share(lang: Lang, votes: u64, of: u64) -> String {
    match lang {
        Lang::En => en::numbers::share(votes, of),
    }
}

/// What happened, by kind: `protocol submitted`.
pub fn event_kind(lang: Lang, kind: Kind) -> &'static str {
    match lang {
        Lang::En => en::names::event_kind(kind),
    }
}

/// Whose signatures make a statement of this kind.
pub fn signed_by(lang: Lang, kind: Kind) -> &'static str {
    match lang {
        Lang::En => en::names::signers(kind),
    }
}

/// How far a paper is: `awaited`.
pub fn standing(lang: Lang, standing: Standing) -> &'static str {
    match lang {
        Lang::En => en::names::standing(standing),
    }
}

/// How grave a finding is: `unusual`.
pub fn severity(lang: Lang, severity: Severity) -> &'static str {
    match lang {
        Lang::En => en::names::severity(severity),
    }
}

/// A member's office: `secretary`.
pub fn office(lang: Lang, office: Office) -> &'static str {
    match lang {
        Lang::En => en::names::office(office),
    }
}

/// What a statement says, on one line, when its form is not at hand.
pub fn statement_line(lang: Lang, body: &Body) -> String {
    match lang {
        Lang::En => en::events::line(body, None),
    }
}

/// What an event says, on one line. The form tells which figures are voters and which papers were invalid.
pub fn event_line(lang: Lang, event: &Recorded, form: &Form) -> String {
    match lang {
        Lang::En => en::events::line(&event.event.statement.body, Some(form)),
    }
}
