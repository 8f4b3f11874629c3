//! Floor 5: words for people. The only place that holds sentences a citizen reads; pure, like everything below.
//!
//! Each function takes a [`Lang`] and asks that language's folder by an exhaustive match. What must be decided before
//! it can be said is decided once, for all languages, in the files beside the folders; a language only puts it into
//! words. Counts are grouped by threes (`33 498`); what people copy and type again (event numbers, unit ids, bytes of
//! a file) is not.

/// Asks the language. Each has the same rooms with the same doors: one that lacks a door does not compile.
macro_rules! words_of {
    ($lang:expr, $($door:ident)::+ ( $($given:expr),* $(,)? )) => {
        match $lang {
            $crate::text::Lang::En => $crate::text::en::$($door)::+($($given),*),
            $crate::text::Lang::Az => $crate::text::az::$($door)::+($($given),*),
            $crate::text::Lang::Ru => $crate::text::ru::$($door)::+($($given),*),
        }
    };
}

mod account;
#[macro_use]
mod codes;
mod az;
mod compare;
mod en;
mod events;
mod faults;
mod figures;
mod findings;
mod labels;
mod lang;
mod letters;
mod parts;
mod print;
mod ru;

pub use account::Status;
pub use compare::Compared;
pub use labels::{Fact, Label};
pub use lang::{Lang, NotALang};
pub use letters::{lower, order, upper};
pub use print::{Heading, Remark};

use crate::domain::attachment::AttachmentFile;
use crate::domain::code::Code;
use crate::domain::commission::Office;
use crate::domain::complaint::Outcome;
use crate::domain::event::RecordedEvent;
use crate::domain::finding::Finding;
use crate::domain::form::{Form, Severity};
use crate::domain::manifest::Manifest;
use crate::domain::paper_status::PaperStatus;
use crate::domain::protocol::{Attachment, ShapeFlaw};
use crate::domain::time::Millis;
use crate::domain::{Body, Kind, Rejection};
use crate::ledger::submission::SubmissionError;
use crate::tally::record::PaperEvent;
use crate::verify::{Fault, Report, Verdict};

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

/// What a built-in code means and what to do, without anything at hand but the code.
pub fn explain(lang: Lang, code: Code) -> Explanation {
    words_of!(lang, codes::explain(code))
}

/// Why a submission is refused, and what to do. A key is named by its first 16 hex digits.
pub fn rejection(lang: Lang, rejection: &Rejection) -> Said {
    words_of!(lang, refusals::rejection(rejection))
}

/// Why no figure is told yet, and what to do.
pub fn gate_closed(lang: Lang, until: Millis) -> Said {
    let (says, act) = words_of!(lang, gate::closed(until));
    parts::said(says, act)
}

/// How figures miss the shape of their paper, and what to do.
pub fn shape_flaw(lang: Lang, flaw: &ShapeFlaw) -> Said {
    let (clause, act) = words_of!(lang, shape::clause(flaw));
    parts::said(parts::sentence(lang, &clause), act)
}

/// Why bytes are not a submission, and what to do.
pub fn submission_error(lang: Lang, error: &SubmissionError) -> Said {
    words_of!(lang, submissions::error(error))
}

/// What a finding says: under a code of the form the manifest's own sentence and the two sums, under a built-in code
/// ours and the figures that disagree. Contest and unit are the caller's to name.
pub fn finding(lang: Lang, finding: &Finding, manifest: &Manifest) -> String {
    findings::finding(lang, finding, manifest)
}

/// What is wrong, and where: event, unit, file and byte, as far as they are known.
pub fn fault(lang: Lang, fault: &Fault) -> String {
    faults::fault(lang, fault)
}

/// What a verification proved, step by step. A step is [`Status::Failed`] exactly if it is a reason why the verdict is
/// "no"; what is only not enough is a note. `policy_file` is what the reader called the trust file.
pub fn verification(lang: Lang, report: &Report, policy_file: Option<&str>) -> Vec<CheckLine> {
    account::account(report, policy_file).iter().map(|line| account::line(lang, line)).collect()
}

/// What an attachment is: name, kind, length and the first digits of its digest.
pub fn attachment(lang: Lang, attachment: &Attachment) -> String {
    words_of!(lang, attachments::line(attachment))
}

/// How the file of an attachment stands beside the ledger: `missing`.
pub fn kept(lang: Lang, kept: AttachmentFile) -> &'static str {
    words_of!(lang, attachments::kept(kept))
}

/// A scan that a submission names is not in the folder, and what to do.
pub fn attachment_missing(lang: Lang, attachment: &Attachment, folder: &str) -> Said {
    words_of!(lang, attachments::missing(attachment, folder))
}

/// A file under a scan's name is not the one that was signed, and what to do.
pub fn attachment_differs(lang: Lang, attachment: &Attachment, folder: &str) -> Said {
    words_of!(lang, attachments::differs(attachment, folder))
}

/// The verdict that a verification ends with: `VERIFIED`.
pub fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    words_of!(lang, names::verdict(verdict))
}

/// A whole number in figures, grouped by threes with a space in every language: `33 498`.
pub fn number(_: Lang, value: impl Into<i128>) -> String {
    figures::number(value.into())
}

/// A whole number in words: `one thousand three hundred ninety-one`.
pub fn words(lang: Lang, value: u64) -> String {
    words_of!(lang, numbers::words(value))
}

/// A share as a percentage with two decimals, rounded half up in integers: `38.64 %`, with a decimal comma where the
/// language has one. A share of nothing is a dash.
pub fn share(lang: Lang, votes: u64, of: u64) -> String {
    figures::share(votes, of, words_of!(lang, numbers::decimal_mark()))
}

/// What happened, by kind: `protocol submitted`.
pub fn event_kind(lang: Lang, kind: Kind) -> &'static str {
    words_of!(lang, names::event_kind(kind))
}

/// Whose signatures make a statement of this kind.
pub fn signed_by(lang: Lang, kind: Kind) -> &'static str {
    words_of!(lang, names::signers(kind))
}

/// How far a paper is: `awaited`.
pub fn standing(lang: Lang, standing: PaperStatus<()>) -> &'static str {
    words_of!(lang, names::standing(standing))
}

/// A step in the history of a paper: `correction`.
pub fn step(lang: Lang, step: &PaperEvent) -> &'static str {
    words_of!(lang, names::step(step))
}

/// How grave a finding is: `unusual`.
pub fn severity(lang: Lang, severity: Severity) -> &'static str {
    words_of!(lang, names::severity(severity))
}

/// A member's office: `secretary`.
pub fn office(lang: Lang, office: Office) -> &'static str {
    words_of!(lang, names::office(office))
}

/// What was decided on a complaint: `upheld in part`.
pub fn outcome(lang: Lang, outcome: Outcome) -> &'static str {
    words_of!(lang, names::outcome(outcome))
}

/// What the paper calls an item; a candidate by number; an hour as it is.
pub fn cell_label(lang: Lang, form: &Form, key: &str) -> String {
    findings::label(lang, form, key)
}

/// A heading, or a line that is the same whatever the figures.
pub fn label(lang: Lang, label: Label) -> &'static str {
    words_of!(lang, labels::label(label))
}

/// A line of a result that tells of figures.
pub fn fact(lang: Lang, fact: &Fact<'_>) -> String {
    words_of!(lang, labels::fact(fact))
}

/// A heading or a line of a comparison of two states of a log.
pub fn compared(lang: Lang, told: &Compared<'_>) -> String {
    words_of!(lang, compare::compared(told))
}

/// A heading or fixed line of the printed protocol.
pub fn heading(lang: Lang, heading: Heading) -> &'static str {
    words_of!(lang, print::heading(heading))
}

/// A line of the printed protocol that names something.
pub fn remark(lang: Lang, remark: &Remark<'_>) -> String {
    words_of!(lang, print::remark(remark))
}

/// What a statement says, on one line, when its form is not at hand.
pub fn statement_line(lang: Lang, body: &Body) -> String {
    words_of!(lang, events::line(body, None))
}

/// What an event says, on one line. The form tells which figures are voters and which papers were invalid.
pub fn event_line(lang: Lang, event: &RecordedEvent, form: &Form) -> String {
    words_of!(lang, events::line(&event.event.statement.body, Some(form)))
}
