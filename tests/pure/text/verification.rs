//! The account of a verification is true whatever the report holds.

use super::refusals::{KEY, rejections, submission_errors};
use super::{EN, ORIGIN, founding, keeps_to_its_letters, log_key, parse, reads_well_in, recorded};
use protokol::crypto::hash::TreeHash;
use protokol::domain::code::Code;
use protokol::domain::id::EventHash;
use protokol::domain::number::{Sequence, Size};
use protokol::domain::time::Millis;
use protokol::ledger::envelope::{EnvelopeError, Head, LinkFault};
use protokol::ledger::files::frame::FrameError;
use protokol::ledger::files::seal::SlotNumber;
use protokol::ledger::note::checkpoint::{Checkpoint, Fingerprint};
use protokol::ledger::rows::node::RowHash;
use protokol::ledger::submission::SubmissionError;
use protokol::tally::read_model::ReadModel;
use protokol::text::{self, CheckLine, Lang, Status};
use protokol::verify::fault::{CheckpointPlace, Fault, FaultKind, SnapshotPlace, Verdict};
use protokol::verify::faults::Faults;
use protokol::verify::report::{Attachments, Expected, Report, Snapshots, Trust};

/// A ledger of one event, sealed, with nothing wrong.
pub fn sound() -> Report {
    let mut model = ReadModel::default();
    model.apply(&recorded(founding()));
    Report {
        trust: Trust::SelfSigned,
        expected: Expected::NotAsked,
        checkpoint: Some(Checkpoint { origin: parse(ORIGIN), size: Size(1), root: TreeHash([1; 32]) }),
        witnesses: Vec::new(),
        witnesses_asked: false,
        head: Head { size: Size(1), hash: EventHash([5; 32]), arrival: Millis::EPOCH },
        signatures: 149_776,
        faults: Faults::default(),
        model,
        snapshot: Snapshots::Agrees(Size(1)),
        tiles: None,
        attachments: None,
        passed_over: Vec::new(),
        jumps: Vec::new(),
    }
}

fn with(what: FaultKind) -> Report {
    Report { faults: vec![Fault::of_event(Sequence(17), what)].into(), ..sound() }
}

pub fn fault_kinds() -> Vec<FaultKind> {
    let (sealed, recomputed) = (TreeHash([1; 32]), TreeHash([2; 32]));
    let mut all = vec![
        FaultKind::Frame(FrameError::Incomplete),
        FaultKind::Frame(FrameError::Magic),
        FaultKind::Frame(FrameError::Range),
        FaultKind::Frame(FrameError::Checksum(None)),
        FaultKind::Frame(FrameError::Layout),
        FaultKind::FrameSequence,
        FaultKind::Missing { sealed: Size(10), found: Size(8) },
        FaultKind::Envelope(EnvelopeError::Length(3)),
        FaultKind::Envelope(EnvelopeError::Arrival),
        FaultKind::Link(LinkFault::Previous),
        FaultKind::Link(LinkFault::Sequence(Sequence(9))),
        FaultKind::Link(LinkFault::Arrival(Millis::EPOCH)),
        FaultKind::Root { size: Size(1), sealed, recomputed },
        FaultKind::NoCheckpoint,
        FaultKind::SealLength(12),
        FaultKind::Slot(SlotNumber::First),
        FaultKind::NotTheLogs(CheckpointPlace::Slot(SlotNumber::Second)),
        FaultKind::SnapshotNotTheLogs(SnapshotPlace::Kept),
        FaultKind::SnapshotNotTheLogs(SnapshotPlace::Published),
        FaultKind::SnapshotRoot { size: Size(1), stated: sealed, recomputed },
        FaultKind::SnapshotRows { size: Size(1), stated: RowHash([1; 32]), recomputed: RowHash([2; 32]) },
        FaultKind::Unsealed(Size(12)),
        FaultKind::Torn(40),
        FaultKind::NotExpected { expected: Fingerprint([9; 32]) },
        FaultKind::OtherCheckpoint { expected: Fingerprint([9; 32]) },
        FaultKind::NotTrusted,
        FaultKind::QuorumNotMet,
        FaultKind::NumbersQuorumNotMet,
        FaultKind::FileDiffers,
        FaultKind::AttachmentMissing(parse("front.jpg")),
        FaultKind::AttachmentAltered(parse("front.jpg")),
        FaultKind::Inclusion,
        FaultKind::Nothing,
    ];
    all.extend(submission_errors().into_iter().map(FaultKind::Submission));
    all.extend(rejections().into_iter().map(FaultKind::Inadmissible));
    all
}

fn line(report: &Report, name: &str) -> CheckLine {
    let lines = text::verification(EN, report, Some("keys/test.policy"));
    lines.into_iter().find(|line| line.name == name).expect("every account has this line")
}

fn told(report: &Report, name: &str) -> (Status, String) {
    let line = line(report, name);
    (line.status, line.detail)
}

#[test]
fn every_fault_reads_well() {
    for what in fault_kinds() {
        for fault in [
            Fault::of_ledger(what.clone()),
            Fault::of_event(Sequence(17), what.clone()),
            Fault { unit: Some(parse("01.001")), ..Fault::of_event(Sequence(17), what.clone()) },
            Fault::at("journal/000", 4096, what.clone()),
        ] {
            Lang::ALL.iter().for_each(|lang| reads_well_in(*lang, &text::fault(*lang, &fault)));
        }
    }
    let at = Fault::at("journal/000", 4096, FaultKind::Frame(FrameError::Magic));
    assert_eq!(text::fault(EN, &at), "journal/000 at byte 4096: no batch of events begins here, and one should.");
    let of_unit = Fault {
        unit: Some(parse("01.001")),
        ..Fault::of_event(Sequence(17), FaultKind::Submission(SubmissionError::Signature(KEY)))
    };
    assert!(text::fault(EN, &of_unit).starts_with("Event 17 (01.001): the signature of the key abababababababab… "));
}

/// A step fails exactly if the verdict is no; whatever else is wrong shows as a note or as skipped.
#[test]
fn the_account_and_the_verdict_agree() {
    for trust in [Trust::SelfSigned, Trust::Policy, Trust::Expected] {
        for what in fault_kinds() {
            let report = Report { trust, witnesses_asked: true, expected: Expected::At(Size(1)), ..with(what.clone()) };
            let sound = Report { faults: Faults::default(), ..report.clone() };
            let steps = |lines: &[CheckLine]| lines.iter().map(|line| (line.step, line.status)).collect::<Vec<_>>();
            for lang in Lang::ALL.iter().copied() {
                let lines = text::verification(lang, &report, None);
                let failed = lines.iter().any(|line| line.status == Status::Failed);
                assert_eq!(failed, report.verdict() == Verdict::Failed, "{what:?}");
                assert_ne!(lines, text::verification(lang, &sound, None), "nothing is told of {what:?}");
                lines.iter().for_each(|line| keeps_to_its_letters(lang, &line.detail));
                assert_eq!(steps(&lines), steps(&text::verification(EN, &report, None)), "as JSON has it");
            }
        }
    }
}

#[test]
fn a_sound_ledger() {
    let key = log_key();
    let expected = [
        ("Trust", "self", "key taken from the ledger itself: consistent, but whose is not proved".to_owned()),
        ("Checkpoint", "ok", format!("size 1 · signed by {}+{}", key.name(), key.key_id())),
        ("Witnesses", "note", "no policy was given: a rollback to an older seal could not be noticed".to_owned()),
        ("Chain", "ok", "1 event, the first".to_owned()),
        ("Signatures", "ok", "149 776 of 149 776".to_owned()),
        ("Rules", "ok", "every event was admissible when accepted (rules version 1)".to_owned()),
        ("Totals", "ok", "recomputed from the events".to_owned()),
        ("Findings", "ok", "nothing that does not add up, and nothing unusual".to_owned()),
        ("Rows", "ok", "every number can be proved under the snapshot that the log signed at size 1".to_owned()),
    ];
    let lines = text::verification(EN, &sound(), None);
    let told: Vec<_> = lines.into_iter().map(|line| (line.name, line.word, line.detail)).collect();
    assert_eq!(told, expected);
}

#[test]
fn whose_word_the_checkpoint_is_taken_on() {
    let policy = Report { trust: Trust::Policy, ..sound() };
    let trust = line(&policy, "Trust");
    assert_eq!((trust.status, trust.word, trust.detail.as_str()), (Status::Ok, "policy", "keys/test.policy"));
    let none = "none in the policy: a rollback to an older seal could not be noticed".to_owned();
    assert_eq!(told(&policy, "Witnesses"), (Status::Note, none));
    let met = Report { witnesses_asked: true, witnesses: vec!["red".into(), "blue".into()], ..policy.clone() };
    let detail = "as many as the policy asks for · cosigned by red, blue".to_owned();
    assert_eq!(told(&met, "Witnesses"), (Status::Ok, detail));
    let refused = Report { faults: vec![Fault::of_ledger(FaultKind::NotTrusted)].into(), ..policy };
    assert_eq!((line(&refused, "Trust").status, line(&refused, "Trust").word), (Status::Failed, "failed"));
    assert_eq!(line(&refused, "Witnesses").status, Status::Skipped);
    let expected = Report { trust: Trust::Expected, expected: Expected::At(Size(1)), ..sound() };
    assert_eq!(told(&expected, "Trust"), (Status::Ok, "the expected fingerprint is that of size 1".to_owned()));
    let grown = Report { head: Head { size: Size(2), ..expected.head }, ..expected };
    assert_eq!(line(&grown, "Trust").status, Status::Note, "what came after rests on the ledger's own key");
}

#[test]
fn what_the_log_signed_of_its_numbers() {
    let told_of = |snapshot| told(&Report { snapshot, ..sound() }, "Rows");
    let none = "no snapshot: numbers cannot be proved one by one".to_owned();
    assert_eq!(told_of(Snapshots::Nothing), (Status::Note, none));
    let unasked = "the snapshot cannot be held against these events".to_owned();
    assert_eq!(told_of(Snapshots::NotAsked), (Status::Skipped, unasked));
    assert_eq!(told_of(Snapshots::Agrees(Size(0))).0, Status::Note, "what came after it has none");
    let (stated, recomputed) = (RowHash([1; 32]), RowHash([2; 32]));
    let lie = Fault::of_ledger(FaultKind::SnapshotRows { size: Size(1), stated, recomputed });
    let report = Report { faults: vec![lie].into(), ..sound() };
    assert_eq!(told(&report, "Rows"), (Status::Failed, "not what the events give: V30".to_owned()));
    assert_eq!(report.verdict(), Verdict::Failed);
    let forged = Fault::of_ledger(FaultKind::SnapshotNotTheLogs(SnapshotPlace::Kept));
    assert_eq!(told(&Report { faults: vec![forged].into(), ..sound() }, "Rows").1, "not what the events give: V8");
}

#[test]
fn what_is_wrong_is_counted_and_placed() {
    let broken = |faults: Vec<Fault>| told(&Report { faults: faults.into(), ..sound() }, "Chain");
    let first = Fault::of_event(Sequence(17), FaultKind::Link(LinkFault::Previous));
    let second = Fault::at("journal/000", 4096, FaultKind::Frame(FrameError::Magic));
    assert_eq!(broken(vec![first.clone()]), (Status::Failed, "broken: event 17 (V4)".to_owned()));
    let detail = "broken: in 2 places, the first is event 17 (V4)".to_owned();
    assert_eq!(broken(vec![first.clone(), second]), (Status::Failed, detail));
    let unsealed = with(FaultKind::Unsealed(Size(12)));
    let detail = format!("size 1 · signed by {ORIGIN} · unsealed: 12 events after it");
    assert_eq!(told(&unsealed, "Checkpoint"), (Status::Note, detail));
    assert_eq!(unsealed.verdict(), Verdict::Insufficient);
    let file = Fault::at("manifest.toml", 0, FaultKind::FileDiffers);
    let differs = Report { faults: vec![file].into(), ..sound() };
    assert!(line(&differs, "Files").detail.ends_with(": manifest.toml"));
    assert!(differs.has(&[Code::V14]));
    let chain_only = Report { faults: vec![first].into(), ..sound() };
    assert!(line(&chain_only, "Rules").detail.contains("that could be judged"), "not every event was seen");
}

#[test]
fn an_empty_folder_proves_nothing() {
    let nothing = Report {
        checkpoint: None,
        head: Head::START,
        signatures: 0,
        model: ReadModel::default(),
        faults: vec![Fault::of_ledger(FaultKind::NoCheckpoint)].into(),
        ..sound()
    };
    let lines = text::verification(EN, &nothing, None);
    assert!(lines.iter().all(|line| line.status != Status::Ok), "{lines:?}");
}

#[test]
fn a_ledger_that_fails_is_not_called_consistent() {
    let forged = with(FaultKind::NotTheLogs(CheckpointPlace::Slot(SlotNumber::First)));
    let detail = "key taken from the ledger itself: whose is not proved".to_owned();
    assert_eq!(told(&forged, "Trust"), (Status::Note, detail));
    let unsigned = with(FaultKind::Submission(SubmissionError::Signature(KEY)));
    assert!(line(&unsigned, "Rules").detail.contains("that could be judged"), "the rules were not asked");
}

#[test]
fn attachments_are_counted() {
    let asked = |faults: Vec<Fault>, unnamed| {
        let attachments = Some(Attachments { there: 0, unnamed });
        Report { faults: faults.into(), attachments, ..sound() }
    };
    let says = |report: &Report| told(report, "Attachments");
    assert_eq!(says(&asked(Vec::new(), 0)), (Status::Ok, "no event names any".to_owned()));
    assert_eq!(says(&asked(Vec::new(), 2)), (Status::Note, "0 of 0 · besides 2 files that no event names".to_owned()));
    let fault = |sequence, what| Fault { unit: Some(parse("01.001")), ..Fault::of_event(Sequence(sequence), what) };
    let missing = fault(17, FaultKind::AttachmentMissing(parse("front.jpg")));
    let altered = fault(19, FaultKind::AttachmentAltered(parse("back.pdf")));
    let report = asked(vec![missing.clone()], 0);
    assert_eq!(says(&report), (Status::Note, "1 missing: event 17 (01.001) (V19)".to_owned()));
    assert_eq!(report.verdict(), Verdict::Insufficient);
    let report = asked(vec![missing, altered], 0);
    let both = "1 not what was signed, 1 missing: the first is event 19 (01.001) (V20)".to_owned();
    assert_eq!(says(&report), (Status::Failed, both));
    assert_eq!(report.verdict(), Verdict::Failed);
}
