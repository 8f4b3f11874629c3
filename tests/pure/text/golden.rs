//! Every sentence, for representative figures, held against the file of its language in `golden/`: a change of words is
//! seen there as a reader sees it, and a change of the code that chooses the words shows that it changed none.
//!
//! `FOLDER=tests/pure/text/golden cargo test --test pure text::golden` writes the files anew.

mod bodies;
mod reports;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use super::findings::built_in_of;
use super::languages::{compared, facts};
use super::refusals::{KEY, rejections, shape_flaws, submission_errors};
use super::verification::fault_kinds;
use super::{form, manifest, parse};
use crate::transparency::numbers;
use protokol::crypto::hash::FileDigest;
use protokol::crypto::hash::TreeHash;
use protokol::crypto::note::NoteRefusal;
use protokol::crypto::transfer::TransferChange;
use protokol::crypto::wire::WireError;
use protokol::domain::attachment::AttachmentFile;
use protokol::domain::code::Code;
use protokol::domain::commission::Office;
use protokol::domain::complaint::Outcome;
use protokol::domain::form::{Operand, Severity, Term};
use protokol::domain::id::StatementHash;
use protokol::domain::manifest::Manifest;
use protokol::domain::number::{BallotNumber, Count, Sequence, Size, Voting};
use protokol::domain::paper_status::PaperStatus;
use protokol::domain::protocol::{Attachment, Figures, Media, Paper, ShapeFlaw};
use protokol::domain::rejection::Rejection;
use protokol::domain::rules::{About, RulesVersion};
use protokol::domain::statement::{Kind, StatementError};
use protokol::ledger::envelope::EnvelopeError;
use protokol::ledger::files::fork::NoFork;
use protokol::ledger::files::rows_proof::{Claim, RowsUnproved};
use protokol::ledger::files::seal::SlotNumber;
use protokol::ledger::rows::node::RowHash;
use protokol::ledger::rows::shown::Misshapen;
use protokol::ledger::submission::SubmissionError;
use protokol::ledger::tree::tile::TileError;
use protokol::tally::record::PaperEvent;
use protokol::tally::rows::follows::Contradiction;
use protokol::text::{self, Column, Compared, Fact, Heading, Label, Lang, Remark, Said};
use protokol::verify::compare::Relation;
use protokol::verify::fault::{CheckpointPlace, Fault, FaultKind, SnapshotPlace, Verdict};
use protokol::verify::misconduct::NotProved;
use protokol::verify::report::Trust;

/// Every form that a noun takes after a number, in every language of Europe.
const COUNTS: [u32; 14] = [0, 1, 2, 3, 4, 5, 11, 12, 21, 22, 101, 111, 1_001, 1_000_000];

/// All counts that fit.
pub fn counts<T: TryFrom<u32>>() -> impl Iterator<Item = T> {
    COUNTS.into_iter().filter_map(|count| count.try_into().ok())
}

/// All counts, and the largest.
fn large() -> impl Iterator<Item = u64> {
    counts().chain([9_007_199_254_740_993, 10_000_000_000_000_000_001, u64::MAX])
}

/// What is told in one language, subject after subject.
struct Told {
    lang: Lang,
    text: String,
    /// The lines of this subject: each is told once.
    seen: BTreeSet<String>,
}

impl Told {
    fn new(lang: Lang) -> Self {
        Self { lang, text: format!("{lang}\n"), seen: BTreeSet::new() }
    }

    fn subject(&mut self, name: &str) {
        writeln!(self.text, "\n# {name}").expect("memory");
        self.seen.clear();
    }

    fn line(&mut self, line: impl Into<String>) {
        let line = line.into();
        if !self.seen.contains(&line) {
            writeln!(self.text, "{line}").expect("memory");
            self.seen.insert(line);
        }
    }

    fn pair(&mut self, said: &Said) {
        self.line(&said.says);
        self.line(format!("  {}", said.remedy));
    }
}

/// Beyond those of the other tests: whatever counts something, for every count.
fn more_rejections() -> Vec<Rejection> {
    let unit = || parse("01.001");
    let paper = |voting| Paper { contest: parse("round-1"), unit: unit(), voting: Voting(voting) };
    let mut all = Vec::new();
    for count in counts::<u16>() {
        let signed = usize::from(count);
        all.extend([
            Rejection::QuorumNotMet { unit: unit(), signed, needed: count + 1 },
            Rejection::QuorumNotMet { unit: unit(), signed: 3, needed: 3 + count },
            Rejection::NotAsManifest { tier: parse("precinct"), members: count, quorum: count.min(3) },
            Rejection::Shape(paper(1), ShapeFlaw::ItemCount { found: signed, expected: 3 }),
            Rejection::Shape(paper(1), ShapeFlaw::ItemCount { found: 3, expected: signed }),
            Rejection::Shape(paper(1), ShapeFlaw::CandidateMissing(BallotNumber(count))),
            Rejection::Shape(paper(1), ShapeFlaw::CandidateUnknown(BallotNumber(count))),
        ]);
    }
    for count in large() {
        all.push(Rejection::Already(StatementHash([1; 32]), Sequence(count)));
        all.push(Rejection::Commitment { made_at: Size(count), size: Size(0) });
        all.push(Rejection::Commitment { made_at: Size(u64::MAX), size: Size(count) });
    }
    all.extend([
        Rejection::Reported(paper(2)),
        Rejection::OpeningTooLate(paper(3)),
        Rejection::ListOutOfOrder("votes"),
    ]);
    all
}

fn refusals(told: &mut Told) {
    told.subject("refusals");
    for rejection in rejections().iter().chain(&more_rejections()) {
        told.pair(&text::rejection(told.lang, rejection));
    }
    told.subject("flaws of shape");
    shape_flaws().iter().for_each(|flaw| told.pair(&text::shape_flaw(told.lang, flaw)));
    told.subject("bytes that are no submission");
    let mut errors = submission_errors();
    for count in counts::<usize>() {
        let wire = [WireError::TooLong { found: count, limit: count }, WireError::Trailing(count)];
        errors.extend(wire.map(|error| SubmissionError::Statement(StatementError::Body(error))));
        errors.push(SubmissionError::TooLong(count));
    }
    errors.iter().for_each(|error| told.pair(&text::submission_error(told.lang, error)));
    told.subject("the gate");
    told.pair(&text::gate_closed(told.lang, parse("2024-02-07T19:00:00+04:00"), Some(parse("+04:00"))));
    told.subject("the desk of a service");
    let ended = text::desk_ended(told.lang, "WHY", parse("2024-02-07T19:00:00+04:00"));
    let type_of_nothing = text::desk_not_a_type(told.lang, "text/html");
    let parts = [text::desk_not_parts, text::desk_no_submission].map(|said| said(told.lang));
    let bodies =
        [text::desk_broken_body, text::desk_too_large, text::desk_too_slow, text::desk_too_often, text::desk_full];
    let all =
        [text::desk_busy(told.lang), text::desk_closing(told.lang), ended, type_of_nothing].into_iter().chain(parts);
    let all = all.chain(bodies.map(|said| said(told.lang)));
    all.for_each(|said| told.pair(&said));
}

fn attachments(told: &mut Told) {
    told.subject("attachments");
    for (bytes, media) in large().zip([Media::Jpeg, Media::Png, Media::Pdf].into_iter().cycle()) {
        let attachment = attachment(bytes, media);
        told.line(text::attachment(told.lang, &attachment));
        told.pair(&text::attachment_differs(told.lang, &attachment, "scans"));
    }
    told.pair(&text::attachment_missing(told.lang, &attachment(7, Media::Jpeg), "scans"));
    [AttachmentFile::There, AttachmentFile::Missing, AttachmentFile::Altered]
        .iter()
        .for_each(|kept| told.line(text::kept(told.lang, Some(*kept))));
}

fn attachment(bytes: u64, media: Media) -> Attachment {
    let (blake3, sha256) = (FileDigest([0xAB; 32]), FileDigest([0xCD; 32]));
    Attachment { name: parse("front.jpg"), media, bytes, blake3, sha256 }
}

fn codes(told: &mut Told) {
    told.subject("codes");
    for code in Code::ALL {
        let explanation = text::explain(told.lang, *code);
        told.line(format!("{code}: {}", explanation.what));
        told.line(format!("  {}", explanation.remedy));
    }
}

fn findings(told: &mut Told) {
    told.subject("findings");
    let counters = ["units", "received", "taken_as_basis", "failed", "annulled"];
    for code in Code::ALL.iter().filter(|code| !["R", "U", "V"].contains(&&code.as_str()[..1])) {
        told.line(built_in_of(told.lang, *code, &[]));
        for (stated, expected) in [(Some(1), Some(2)), (Some(2), Some(1)), (None, Some(5)), (Some(21_000), None)] {
            told.line(built_in_of(told.lang, *code, &[("valid", stated, expected), ("cand_05", stated, expected)]));
        }
    }
    let cells = counters.map(|counter| (counter, Some(11), Some(12)));
    told.line(built_in_of(told.lang, Code::S2, &cells));
    for count in COUNTS.into_iter().filter(|count| *count < 2_000) {
        told.line(built_in_of(told.lang, Code::S1, &vec![("valid", Some(1), Some(2)); 8 + count as usize]));
    }
    told.subject("checks of the form");
    let mut manifest = manifest();
    let figures = |votes: &[u32], items: [u32; 3]| Figures {
        items: items.into_iter().map(|figure| Some(Count(figure))).collect(),
        votes: (1..).map(BallotNumber).zip(votes.iter().copied().map(Count)).collect(),
    };
    let of_form = |told: &mut Told, manifest: &Manifest| {
        let figures = figures(&[1_550, 3], [1_700, 1_555, 60]);
        let (contest, unit) = (parse("round-1"), parse("01.001"));
        let about = About { form: &manifest.form, contest: &contest, unit: &unit };
        let found = RulesVersion::V1.rules().findings_of_figures(about, &figures);
        found.iter().for_each(|finding| told.line(text::finding(told.lang, finding, manifest)));
    };
    of_form(told, &manifest);
    let votes = || Term { coefficient: -2, of: Operand::Votes };
    manifest.form.checks.iter_mut().for_each(|check| {
        check.says = protokol::domain::text::Localised::default();
        check.left.insert(0, votes());
        check.left.push(votes());
    });
    of_form(told, &manifest);
    ["valid", "cand_05", "cand_112", "17:00"]
        .iter()
        .for_each(|key| told.line(text::cell_label(told.lang, &form(), key)));
}

fn differs(stated: Option<&str>, follows: Option<&str>) -> FaultKind {
    let [stated, follows] = [stated, follows].map(|value| value.map(str::to_owned));
    FaultKind::RowDiffers { size: Size(17), row: Contradiction { key: parse("total/round-1/01.001"), stated, follows } }
}

fn faults(told: &mut Told) {
    told.subject("faults");
    let mut kinds = fault_kinds();
    for count in large() {
        kinds.extend([
            FaultKind::Missing { sealed: Size(count), found: Size(count / 2) },
            FaultKind::Unsealed(Size(count)),
            FaultKind::Torn(count),
        ]);
    }
    for count in counts::<usize>() {
        kinds.extend([FaultKind::Envelope(EnvelopeError::Length(count)), FaultKind::SealLength(count)]);
    }
    let tile = [FaultKind::TileForged, FaultKind::FileMissing, FaultKind::TileFormat(TileError::Bundle(3))];
    let changes = [
        TransferChange::Utf16,
        TransferChange::ByteOrderMark,
        TransferChange::LineEnds,
        TransferChange::LastLineEnd,
        TransferChange::Dash,
    ];
    kinds.extend(tile.into_iter().chain(changes.map(FaultKind::Changed)));
    kinds.extend([
        FaultKind::NotTheLogs(CheckpointPlace::Published),
        FaultKind::SnapshotNotTheLogs(SnapshotPlace::Kept),
        FaultKind::SnapshotNotTheLogs(SnapshotPlace::Published),
        FaultKind::SnapshotRoot { size: Size(17), stated: TreeHash([1; 32]), recomputed: TreeHash([2; 32]) },
        FaultKind::SnapshotRows { size: Size(17), stated: RowHash([1; 32]), recomputed: RowHash([2; 32]) },
        FaultKind::NotTheLogs(CheckpointPlace::Slot(SlotNumber::First)),
        FaultKind::Slot(SlotNumber::Second),
        FaultKind::ProofNotTheLogs,
        FaultKind::Unproved(RowsUnproved::OtherState),
        FaultKind::Unproved(RowsUnproved::Misshapen(Misshapen)),
        FaultKind::Unproved(RowsUnproved::OtherRoot),
        FaultKind::Unproved(RowsUnproved::NotShown(Claim::All("below/01/".to_owned()))),
        FaultKind::Unproved(RowsUnproved::StrangeEvent(Sequence(1_017))),
        differs(Some("expected 1\nvotes 5 26738\n"), Some("expected 1\nvotes 5 26737\n")),
        differs(None, Some("D2 warning -\n")),
    ]);
    // Every place of one fault, and of the others each in turn.
    let unit = || Some(parse("01.001"));
    let places = |what: &FaultKind| {
        [
            Fault::of_ledger(what.clone()),
            Fault { unit: unit(), ..Fault::of_event(Sequence(1_017), what.clone()) },
            Fault::of_event(Sequence(1_017), what.clone()),
            Fault { unit: unit(), ..Fault::of_ledger(what.clone()) },
            Fault::at("journal/000", 4096, what.clone()),
        ]
    };
    places(&kinds[0]).iter().for_each(|fault| told.line(text::fault(told.lang, fault)));
    for (at, what) in kinds.iter().enumerate() {
        told.line(text::fault(told.lang, &places(what)[at % 5]));
        if matches!(what, FaultKind::AttachmentMissing(_) | FaultKind::AttachmentAltered(_) | FaultKind::TileForged) {
            places(what).iter().for_each(|fault| told.line(text::fault(told.lang, fault)));
        }
    }
}

fn verifications(told: &mut Told) {
    told.subject("verifications");
    for (name, report) in reports::reports() {
        let files = if name.starts_with("policy") { [None, Some("keys/test.policy")].as_slice() } else { &[None] };
        for policy_file in files {
            for line in text::verification(told.lang, &report, *policy_file) {
                told.line(format!("{} ({}, {:?}): {}: {}", line.name, line.step, line.status, line.word, line.detail));
            }
        }
    }
}

fn numbers(told: &mut Told) {
    told.subject("numbers");
    for count in large() {
        told.line(format!("{} {}", text::number(told.lang, count), text::words(told.lang, count)));
    }
    told.line(text::number(told.lang, -1_234_567_i64));
    for (votes, of) in [(0, 0), (0, 3), (1, 3), (2, 3), (3_864, 10_000), (u64::MAX, u64::MAX), (5, 1)] {
        told.line(text::share(told.lang, votes, of));
    }
}

fn names(told: &mut Told) {
    let lang = told.lang;
    told.subject("names");
    for kind in Kind::ALL {
        told.line(format!("{}; {}", text::event_kind(lang, *kind), text::signed_by(lang, *kind)));
    }
    let standings = [
        PaperStatus::Awaited,
        PaperStatus::Opened,
        PaperStatus::Reported(()),
        PaperStatus::Annulled,
        PaperStatus::Failed,
    ];
    standings.iter().for_each(|standing| told.line(text::standing(lang, *standing)));
    let verdicts = [Verdict::Verified, Verdict::Insufficient, Verdict::Unreadable, Verdict::Failed];
    verdicts.iter().for_each(|verdict| told.line(text::verdict(lang, *verdict, Trust::Policy)));
    let offices = [Office::Chair, Office::Deputy, Office::Secretary, Office::Member];
    offices.iter().for_each(|office| told.line(text::office(lang, *office)));
    [Severity::Error, Severity::Warning].iter().for_each(|severity| told.line(text::severity(lang, *severity)));
    let outcomes = [Outcome::Upheld, Outcome::UpheldInPart, Outcome::Rejected, Outcome::NotHeard];
    outcomes.iter().for_each(|outcome| told.line(text::outcome(lang, *outcome)));
    let steps = [
        PaperEvent::Opened(bodies::opening(3)),
        PaperEvent::Reported(bodies::protocol(1, 0, 0)),
        PaperEvent::Corrected(Box::new(bodies::correction(""))),
        PaperEvent::Annulled(bodies::annulment("", "")),
        PaperEvent::Failed(bodies::failure("", "")),
        PaperEvent::RepeatCalled(bodies::repeat("")),
    ];
    steps.iter().for_each(|step| told.line(text::step(lang, step)));
}

fn results(told: &mut Told) {
    let lang = told.lang;
    told.subject("labels");
    Label::ALL.iter().for_each(|label| told.line(text::label(lang, *label)));
    told.subject("facts");
    facts().iter().for_each(|fact| told.line(text::fact(lang, fact)));
    for count in large() {
        let few = usize::try_from(count).expect("64 bits");
        let counted = [
            Fact::InForce { protocols: count, of: count },
            Fact::Awaited(count),
            Fact::Annulled(count),
            Fact::Failed(count),
            Fact::Corrected(count),
            Fact::Late(count),
            Fact::Missing(count),
            Fact::Hour { hour: "12:00", voters: count, stations: count, of: count },
            Fact::Bulletin { hour: "12:00", voters: count, stations: None },
            Fact::Bulletin { hour: "12:00", voters: 7, stations: Some(count) },
            Fact::WithoutResult { units: count, units_of: 5, voters: 6, voters_of: count },
            Fact::WithoutResult { units: 5, units_of: count, voters: count, voters_of: 5 },
            Fact::At { at: Size(count), of: Size(count) },
            Fact::Findings { shown: few, size: Size(count) },
            Fact::Commission { members: few, quorum: 4 },
            Fact::TurnoutAt { hour: "12:00", voters: count },
            Fact::Signatures(few),
            Fact::Owed { owed: few, named: 5, names: "b, c", paper: "a" },
            Fact::Owed { owed: 5, named: few, names: "b, c", paper: "a" },
            Fact::More(count),
            Fact::SizeOf { size: Size(count), origin: "example" },
            Fact::Arrived { event: "a", arrival: "now", signatures: few },
            Fact::Seconds { name: "a", tenths: count },
        ];
        counted.iter().for_each(|fact| told.line(text::fact(lang, fact)));
    }
    told.subject("comparisons");
    compared().iter().for_each(|line| told.line(text::compared(lang, line)));
    for count in large() {
        let few = usize::try_from(count).expect("64 bits");
        let not_signed = NoFork::NotSigned(Size(count), NoteRefusal::NoKnownSignature);
        let counted = [
            Compared::Means { relation: Relation::Continuation, events: count },
            Compared::Means { relation: Relation::Rollback, events: count },
            Compared::State { size: Size(count), fingerprint: "560c" },
            Compared::NotApplied { events: count, command: "`protokol verify`" },
            Compared::TwoRoots { size: Size(count), one: "a", other: "b" },
            Compared::LeadsTo { size: Size(count), hashes: few },
            Compared::FirstDifference(Sequence(count)),
            Compared::ProvesNothing(&not_signed),
        ];
        counted.iter().for_each(|line| told.line(text::compared(lang, line)));
    }
    let other = NoFork::OtherOrigin { old: parse("one.example/a"), new: parse("other.example/b") };
    told.line(text::compared(lang, &Compared::ProvesNothing(&other)));
    let key = NoFork::NotALogKey(parse("other.example/b"));
    told.line(text::compared(lang, &Compared::ProvesNothing(&key)));
    proofs(told);
    told.subject("the printed page");
    Column::ALL.iter().for_each(|column| told.line(text::column(told.lang, *column)));
    Heading::ALL.iter().for_each(|heading| told.line(text::heading(lang, *heading)));
    let unit = parse("01.001");
    let remarks =
        [Remark::SignedFor(&unit), Remark::ReceiptElsewhere(Sequence(1_007)), Remark::CheckPage("64ae 7db3 341e a09f")];
    remarks.iter().for_each(|remark| told.line(text::remark(lang, remark)));
}

/// What is proved of rows of every kind, and evidence of what a log signed of them.
fn proofs(told: &mut Told) {
    told.subject("proofs");
    text::claims(told.lang, &numbers::every_kind()).concat().into_iter().for_each(|line| told.line(line));
    let unproved = [
        NotProved::OtherState,
        NotProved::NotALogKey(parse("other.example/b")),
        NotProved::IdleKey,
        NotProved::NotSigned(NoteRefusal::NoKnownSignature.into()),
        NotProved::Order,
        NotProved::Agree,
        NotProved::Entries { stated: Size(33_498), found: Size(1) },
        NotProved::OtherEvents,
        NotProved::OtherKey,
        NotProved::Newer,
        NotProved::SameRows,
    ];
    unproved.iter().for_each(|error| told.line(text::not_proved(told.lang, error)));
    for report in numbers::convictions() {
        text::misconduct(told.lang, &report).into_iter().for_each(|line| told.line(line));
    }
}

/// What pages are made of: each label once, beside the first value that it has.
fn pages(told: &mut Told) {
    told.subject("pages to read before signing");
    let mut labels = std::collections::BTreeSet::new();
    for body in bodies::bodies() {
        for row in text::page(told.lang, &body, None) {
            if labels.insert(row.label.clone()) {
                told.line(format!("{}: {}", row.label, row.value));
            }
        }
    }
}

fn events(told: &mut Told) {
    told.subject("statements");
    for body in bodies::bodies() {
        told.line(text::statement_line(told.lang, &body));
    }
    told.subject("events");
    for body in bodies::bodies() {
        told.line(text::event_line(told.lang, &super::recorded(body), &form()));
    }
}

/// Everything that a language can say of the cases at hand.
fn everything(lang: Lang) -> String {
    let mut told = Told::new(lang);
    let subjects =
        [codes, refusals, attachments, findings, faults, verifications, numbers, names, results, events, pages];
    subjects.iter().for_each(|subject| subject(&mut told));
    told.text
}

#[test]
fn golden_every_sentence_is_as_it_was() {
    for lang in Lang::ALL {
        hold(&format!("{lang}.txt"), &everything(*lang));
    }
}

#[cfg(feature = "intake")]
#[test]
fn golden_every_mistake_is_as_it_was() {
    for lang in Lang::ALL.iter().copied() {
        let mut told = Told::new(lang);
        for (subject, mistakes) in super::mistakes::mistakes() {
            told.subject(subject);
            mistakes.iter().for_each(|mistake| told.pair(&text::mistake(lang, mistake)));
        }
        hold(&format!("intake-{lang}.txt"), &told.text);
    }
}

/// Holds what is said against a file of `golden/`, or writes it anew.
fn hold(file: &str, said: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pure/text/golden").join(file);
    if std::env::var_os("FOLDER").is_some() {
        std::fs::write(&file, said).expect("the folder of this test is writable");
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    for (number, (said, kept)) in said.lines().zip(kept.lines()).enumerate() {
        assert_eq!(said, kept, "{}, line {}", file.display(), number + 1);
    }
    assert_eq!(said.lines().count(), kept.lines().count(), "{}", file.display());
}
