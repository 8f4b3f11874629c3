//! Floor 5: words for people. The only place that holds sentences a citizen reads; pure, like everything below.
//!
//! Each function takes a [`Lang`] and a value, chooses the message by an exhaustive match, once for every language, and
//! gives it what it tells of; the sentences are the languages' Fluent files. Counts are grouped by threes (`33 498`);
//! what people copy and type again (event numbers, unit ids, bytes of a file) is not.

#[macro_use]
pub(crate) mod fluent;

mod account;
mod action;
mod attachments;
mod clock;
mod codes;
mod columns;
mod compare;
mod desk;
mod events;
mod facts;
mod faults;
mod figures;
mod findings;
mod follow;
mod founding;
mod gate;
#[cfg(feature = "intake")]
mod intake;
#[cfg(feature = "keys")]
mod keys;
mod labels;
mod lang;
mod letters;
mod misconduct;
mod names;
mod numbers;
mod page;
mod parts;
mod print;
mod proofs;
mod refusals;
mod remedy;
mod requests;
mod said;
mod shape;
mod share;
mod submissions;
pub mod unreadable;

pub use account::{CheckLine, Status};
pub use action::Action;
pub use columns::{Column, TableTopic};
pub use compare::Compared;
pub use facts::Fact;
pub use fluent::{Message, REMEDY};
pub use labels::Label;
pub use lang::{Lang, NotALang};
pub use letters::{lower, order, upper};
pub use page::Row;
pub use print::{Heading, Remark};
pub use remedy::{Part, Remedy};
pub use requests::Unserved;
pub use said::{Explanation, Said};

use crate::crypto::transfer::TransferChange;
use crate::domain::attachment::AttachmentFile;
use crate::domain::closing::ResultCertified;
use crate::domain::code::Code;
use crate::domain::commission::Office;
use crate::domain::complaint::Outcome;
use crate::domain::event::RecordedEvent;
use crate::domain::finding::Finding;
use crate::domain::form::{Form, Severity};
use crate::domain::manifest::Manifest;
use crate::domain::number::{BallotNumber, Size};
use crate::domain::observer::ObserverRole;
use crate::domain::paper_status::PaperStatus;
use crate::domain::protocol::{Attachment, ShapeFlaw};
use crate::domain::rejection::Rejection;
use crate::domain::statement::{Body, Kind};
use crate::domain::time::{Millis, Offset};
use crate::ledger::files::rows_proof::RowsProof;
use crate::ledger::submission::SubmissionError;
use crate::tally::record::PaperEvent;
use crate::verify::fault::{Fault, Verdict};
use crate::verify::misconduct::{MisconductReport, NotProved};
use crate::verify::report::{Report, Trust};

/// Every message that this room says, and what it is given: what the Fluent files of each language must have.
pub fn messages() -> impl Iterator<Item = Message> {
    let lists = [
        account::MESSAGES,
        attachments::MESSAGES,
        compare::MESSAGES,
        events::MESSAGES,
        facts::MESSAGES,
        faults::MESSAGES,
        findings::MESSAGES,
        founding::MESSAGES,
        desk::MESSAGES,
        follow::MESSAGES,
        gate::MESSAGES,
        letters::MESSAGES,
        names::MESSAGES,
        parts::MESSAGES,
        print::MESSAGES,
        misconduct::MESSAGES,
        proofs::MESSAGES,
        refusals::MESSAGES,
        requests::MESSAGES,
        shape::MESSAGES,
        share::MESSAGES,
        submissions::MESSAGES,
        Column::MESSAGES,
        Heading::MESSAGES,
        Label::MESSAGES,
        TableTopic::MESSAGES,
    ];
    let lists = lists.into_iter().chain(page::ALL).chain(unreadable::MESSAGES.iter().copied());
    #[cfg(feature = "keys")]
    let lists = lists.chain([keys::MESSAGES]);
    #[cfg(feature = "intake")]
    let lists = lists.chain(intake::MESSAGES);
    lists.flatten().copied().chain(codes::messages())
}

/// What a built-in code means and what to do, without anything at hand but the code.
pub fn explain(lang: Lang, code: Code) -> Explanation {
    codes::explain(lang, code)
}

/// Why a submission is refused, and what to do. A key is named by its first 16 hex digits.
pub fn rejection(lang: Lang, rejection: &Rejection) -> Said {
    refusals::rejection(lang, rejection)
}

/// Why no figure is told yet, and what to do; `clock` is the election's.
pub fn gate_closed(lang: Lang, until: Millis, clock: Option<Offset>) -> Said {
    gate::closed(lang, until, clock)
}

/// What comes after more events than a log has was asked for, and what to do.
pub fn follow_ahead(lang: Lang, after: Size, size: Size) -> Said {
    follow::ahead(lang, after, size)
}

/// As many follow a log as may, and what to do.
pub fn follow_full(lang: Lang) -> Said {
    follow::full(lang)
}

/// As many wait at the desk of a service as may, and what to do.
pub fn desk_busy(lang: Lang) -> Said {
    desk::busy(lang)
}

/// A service is being stopped and takes nothing any more, and what to do.
pub fn desk_closing(lang: Lang) -> Said {
    desk::ending(lang)
}

/// Since when and why a service writes nothing any more, and what to do.
pub fn desk_ended(lang: Lang, why: &str, since: Millis) -> Said {
    desk::ended(lang, why, since)
}

/// What was sent is of no type that a submission has, and what to do.
pub fn desk_not_a_type(lang: Lang, given: &str) -> Said {
    desk::not_a_type(lang, given)
}

/// What was sent in parts cannot be read, and what to do.
pub fn desk_not_parts(lang: Lang) -> Said {
    desk::not_parts(lang)
}

/// What was sent in parts has no submission, or more than one, and what to do.
pub fn desk_no_submission(lang: Lang) -> Said {
    desk::no_submission(lang)
}

/// What was sent ended before its end, and what to do.
pub fn desk_broken_body(lang: Lang) -> Said {
    desk::broken_body(lang)
}

/// What was sent is larger than anything that is taken, and what to do.
pub fn desk_too_large(lang: Lang) -> Said {
    desk::too_large(lang)
}

/// What was sent took too long, and what to do.
pub fn desk_too_slow(lang: Lang) -> Said {
    desk::too_slow(lang)
}

/// Whoever asks, or a key of what is handed in, did so too often, and what to do.
pub fn desk_too_often(lang: Lang) -> Said {
    desk::too_often(lang)
}

/// A service has as much on its way as it may, and what to do.
pub fn desk_full(lang: Lang) -> Said {
    desk::full(lang)
}

/// Why a request to a server is not served, and what to do.
pub fn unserved(lang: Lang, why: &Unserved<'_>) -> Said {
    requests::unserved(lang, why)
}

/// Why a key file cannot be opened, and what to do; none where nothing is wrong but that a passphrase is missing.
#[cfg(feature = "keys")]
pub fn key_file(lang: Lang, error: &crate::crypto::keyfile::KeyFileError, file: &str) -> Option<Said> {
    keys::refused(lang, error, file)
}

/// What a library of others says, marked as its own words.
pub fn library_says(lang: Lang, words: &str) -> String {
    parts::library_says(lang, words)
}

/// What is told in English alone, marked as that.
pub fn in_english(lang: Lang, words: &str) -> String {
    parts::in_english(lang, words)
}

/// What the system says, marked as its own words.
pub fn system_says(lang: Lang, words: &str) -> String {
    parts::system_says(lang, words)
}

/// An instant on the clock of an election; in UTC, which its `Z` says, where no election is known.
pub fn moment(_: Lang, at: Millis, clock: Option<Offset>) -> String {
    clock::moment(at, clock)
}

/// How figures miss the shape of their paper, and what to do.
pub fn shape_flaw(lang: Lang, flaw: &ShapeFlaw) -> Said {
    let said = shape::flaw(lang, flaw);
    Said { says: parts::sentence(lang, &said.says), ..said }
}

/// Why bytes are not a submission, and what to do.
pub fn submission_error(lang: Lang, error: &SubmissionError) -> Said {
    submissions::error(lang, error)
}

/// What is wrong in a paper that somebody wrote, and what to do: a clause each. The place is the caller's to name.
#[cfg(feature = "intake")]
pub fn mistake(lang: Lang, mistake: &crate::intake::mistake::Mistake) -> Said {
    intake::mistake(lang, mistake)
}

/// What is said of two texts that differ, and besides how they do where a reader does not see it.
#[cfg(feature = "intake")]
pub fn telling_two(lang: Lang, said: Said, one: &str, other: &str) -> Said {
    intake::telling_two(lang, said, one, other)
}

/// What is said of a name that is not known, and besides which of its characters is in no name of this program.
#[cfg(feature = "intake")]
pub fn telling_one(lang: Lang, said: Said, name: &str) -> Said {
    intake::telling_one(lang, said, name)
}

/// What is said of a name that is not known, and besides how it differs from a known one that looks the same.
#[cfg(feature = "intake")]
pub fn telling_twin(lang: Lang, said: Said, name: &str, twin: Option<&str>) -> Said {
    intake::telling_twin(lang, said, name, twin)
}

/// What stands beside a field of a draft, in the language of these letters; in the default one if nobody here speaks it.
#[cfg(feature = "intake")]
pub fn hint(language: &str, hint: crate::intake::draft::hint::Hint) -> &'static str {
    intake::hint(language.parse().unwrap_or_default(), hint)
}

/// What a finding says: under a code of the form the manifest's own sentence and the two sums, under a built-in code
/// ours and the figures that disagree. Contest and unit are the caller's to name.
pub fn finding(lang: Lang, finding: &Finding, manifest: &Manifest) -> String {
    findings::finding(lang, finding, manifest)
}

/// What a program changed on the way of a text, a clause without a full stop.
pub fn transfer_change(lang: Lang, change: TransferChange) -> &'static str {
    faults::change(lang, change)
}

/// The same, with what to do about a file that was changed on its way, whatever file it is.
pub fn get_again(lang: Lang, said: Said) -> Said {
    Said { remedy: explain(lang, Code::V29).remedy, ..said }
}

/// Why an enrolment slip enrols nobody, and what to do: clauses without a full stop.
#[cfg(feature = "intake")]
pub fn slip_mistake(lang: Lang, mistake: &crate::intake::mistake::SlipMistake) -> Said {
    intake::slip_mistake(lang, mistake)
}

/// What is wrong, and where: event, unit, file and byte, as far as they are known.
pub fn fault(lang: Lang, fault: &Fault) -> String {
    faults::fault(lang, fault, None)
}

/// The same on the clock of the election whose ledger it is.
pub fn fault_on_clock(lang: Lang, fault: &Fault, clock: Option<Offset>) -> String {
    faults::fault(lang, fault, clock)
}

/// What each line of a proof of rows proves, without full stops: of a total each of its numbers, of others one sentence.
pub fn claims(lang: Lang, proof: &RowsProof) -> Vec<Vec<String>> {
    proofs::claims(lang, proof)
}

/// Why evidence proves nothing against a log's snapshot, without a full stop.
pub fn not_proved(lang: Lang, error: &NotProved) -> String {
    misconduct::not_proved(lang, error)
}

/// What evidence against a log's snapshot shows, and what it means, without full stops.
pub fn misconduct(lang: Lang, report: &MisconductReport) -> Vec<String> {
    misconduct::misconduct(lang, report)
}

/// What a verification proved, step by step. A step is [`Status::Failed`] exactly if it is a reason why the verdict is
/// "no"; what is only not enough is a note. `policy_file` is what the reader called the trust file.
pub fn verification(lang: Lang, report: &Report, policy_file: Option<&str>) -> Vec<CheckLine> {
    account::told(lang, report, policy_file)
}

/// How a step ended: `ok`.
pub fn status(lang: Lang, status: Status) -> &'static str {
    account::status(lang, status)
}

/// What an attachment is: name, kind, length and the first digits of its digest.
pub fn attachment(lang: Lang, attachment: &Attachment) -> String {
    attachments::line(lang, attachment)
}

/// How the file of an attachment stands beside the ledger: `missing`; none where no ledger is read.
pub fn kept(lang: Lang, kept: Option<AttachmentFile>) -> &'static str {
    attachments::kept(lang, kept)
}

/// A scan that a submission names is not in the folder, and what to do.
pub fn attachment_missing(lang: Lang, attachment: &Attachment, folder: &str) -> Said {
    attachments::missing(lang, attachment, folder)
}

/// A file under a scan's name is not the one that was signed, and what to do.
pub fn attachment_differs(lang: Lang, attachment: &Attachment, folder: &str) -> Said {
    attachments::differs(lang, attachment, folder)
}

/// The verdict that a verification ends with: `VERIFIED`, or `CONSISTENT, owner not proved` where nobody but the log
/// itself says whose it is.
pub fn verdict(lang: Lang, verdict: Verdict, trust: Trust) -> &'static str {
    match (verdict, trust) {
        (Verdict::Verified, Trust::SelfSigned) => label(lang, Label::Consistent),
        _ => names::verdict(lang, verdict),
    }
}

/// A whole number in figures, grouped by threes with a space in every language: `33 498`.
pub fn number(_: Lang, value: impl Into<i128>) -> String {
    figures::number(value.into())
}

/// A whole number in words: `one thousand three hundred ninety-one`.
pub fn words(lang: Lang, value: u64) -> String {
    numbers::words(lang, value)
}

/// A share as a percentage with two decimals, rounded half up in integers: `38.64 %`, with a decimal comma where the
/// language has one. A share of nothing is a dash.
pub fn share(lang: Lang, votes: u64, of: u64) -> String {
    share::share(lang, votes, of)
}

/// What happened, by kind: `protocol submitted`.
pub fn event_kind(lang: Lang, kind: Kind) -> &'static str {
    names::event_kind(lang, kind)
}

/// Whose signatures make a statement of this kind.
pub fn signed_by(lang: Lang, kind: Kind) -> &'static str {
    names::signers(lang, kind)
}

/// How far a paper is: `awaited`.
pub fn standing(lang: Lang, standing: PaperStatus<()>) -> &'static str {
    names::standing(lang, standing)
}

/// A step in the history of a paper: `correction`.
pub fn step(lang: Lang, step: &PaperEvent) -> &'static str {
    names::step(lang, step)
}

/// How grave a finding is: `unusual`.
pub fn severity(lang: Lang, severity: Severity) -> &'static str {
    names::severity(lang, severity)
}

/// A member's office: `secretary`.
pub fn office(lang: Lang, office: Office) -> &'static str {
    names::office(lang, office)
}

/// In which role somebody is accredited: `agent`.
pub fn observer_role(lang: Lang, role: ObserverRole) -> &'static str {
    names::role(lang, role)
}

/// What was decided on a complaint: `upheld in part`.
pub fn outcome(lang: Lang, outcome: Outcome) -> &'static str {
    names::outcome(lang, outcome)
}

/// What the paper calls an item; a candidate by number; an hour as it is.
pub fn cell_label(lang: Lang, form: &Form, key: &str) -> String {
    findings::label(lang, form, key)
}

/// What a column of an exported table means.
pub fn column(lang: Lang, column: Column) -> &'static str {
    columns::column(lang, column)
}

/// What the rows of an exported table are.
pub fn table(lang: Lang, topic: TableTopic) -> &'static str {
    columns::table(lang, topic)
}

/// A heading, or a line that is the same whatever the figures.
pub fn label(lang: Lang, label: Label) -> &'static str {
    labels::label(lang, label)
}

/// A line of a result that tells of figures.
pub fn fact(lang: Lang, fact: &Fact<'_>) -> String {
    facts::fact(lang, fact)
}

/// A heading or a line of a comparison of two states of a log.
pub fn compared(lang: Lang, told: &Compared<'_>) -> String {
    compare::compared(lang, told)
}

/// A heading or fixed line of the printed protocol.
pub fn heading(lang: Lang, heading: Heading) -> &'static str {
    print::heading(lang, heading)
}

/// A line of the printed protocol that names something.
pub fn remark(lang: Lang, remark: &Remark<'_>) -> String {
    print::remark(lang, remark)
}

/// By whom a result is certified, and for whom: each who is elected with number and name.
pub fn certified(lang: Lang, result: &ResultCertified, elected: &[(BallotNumber, &str)]) -> String {
    events::certified(lang, result, elected)
}

/// What a statement ends for ever; none of what can be put right afterwards.
pub fn ends_for_ever(lang: Lang, body: &Body) -> Option<String> {
    events::ends_for_ever(lang, body)
}

/// What a statement says, on one line, when its form is not at hand.
pub fn statement_line(lang: Lang, body: &Body) -> String {
    events::line(lang, body, None)
}

/// What a statement says, on one line. The form, where it is at hand, tells which figures are voters.
pub fn body_line(lang: Lang, body: &Body, form: Option<&Form>) -> String {
    events::line(lang, body, form)
}

/// All that a statement says besides figures, a row each, for whoever is asked to sign it.
pub fn page(lang: Lang, body: &Body, clock: Option<Offset>) -> Vec<Row> {
    page::rows(lang, body, clock)
}

/// Of figures that are missing on one paper, all at once; none where it is not several.
pub fn figures_missing(lang: Lang, refusals: &[Rejection], form: &Form) -> Option<Said> {
    refusals::figures_missing(lang, refusals, form)
}

/// What an event says, on one line. The form tells which figures are voters and which papers were invalid.
pub fn event_line(lang: Lang, event: &RecordedEvent, form: &Form) -> String {
    events::line(lang, &event.event.statement.body, Some(form))
}
