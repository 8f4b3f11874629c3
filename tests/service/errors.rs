//! What an operation answers instead: a code and a kind, and never a word. "No", "not enough" and "cannot tell" are
//! three.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use protokol::clerk::draft;
use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile::{self, KeyFileSeed};
use protokol::crypto::note::NoteSigner;
use protokol::crypto::parallel::Signatures;
use protokol::domain::code::Code;
use protokol::domain::number::Sequence;
use protokol::domain::protocol::Attachment;
use protokol::domain::statement::{Body, Kind as Says};
use protokol::intake::folder::ElectionFolder;
use protokol::ledger::files::fork::FORK_HEADER;
use protokol::ledger::files::receipt::RECEIPT_HEADER;
use protokol::ledger::note::policy::Policy;
use protokol::ledger::submission::SignedStatement;
use protokol::service::compare::{Compared, Outcome, compare};
use protokol::service::error::{Error, Kind, QueryError, ScanFound};
use protokol::service::found::found;
use protokol::service::founding;
use protokol::service::keygen::{KeySeed, keygen};
use protokol::service::kit;
use protokol::service::observer::Nobody;
use protokol::service::paper::HandedIn;
use protokol::service::policy::PolicyFile;
use protokol::service::publish::{Cosignatures, publish, write_log};
use protokol::service::query::Query;
use protokol::service::reading::read;
use protokol::service::receipts::{self, Wanted};
use protokol::service::restore::{Survivor, restore};
use protokol::service::scans::ScansAre;
use protokol::service::source::LogSource;
use protokol::service::verify::{self, Subject};
use protokol::service::witness::{Looking, Watch, hold, watched, witness};
use protokol::service::writing::{self, Writing};
use protokol::verify::compare::Relation;
use protokol::verify::conclude::TrustAnchors;
use protokol::verify::report::Trust;

use super::desk::{Desk, log_key, submit, writing};
use super::kit::small::{ORIGIN, SMALL, after, figures, log_signer, of, paper, protocol, quorum, signed};

#[track_caller]
fn answers<T>(asked: Result<T, Error>, code: Code, kind: Kind) {
    let error = asked.err().expect("it is refused");
    assert_eq!((error.code(), error.kind()), (code, kind), "{error}");
}

/// A founding act that says something else.
fn founding(change: impl FnOnce(&mut protokol::domain::manifest::ElectionCalled)) -> SignedStatement {
    let statement = SMALL.founding().statement().expect("ours");
    let Body::ElectionCalled(mut called) = statement.body else { unreachable!("a founding act is one") };
    change(&mut called);
    signed(statement.ledger, after(0), Body::ElectionCalled(called), &quorum("T"))
}

#[test]
fn what_cannot_be_founded() {
    let desk = Desk::founded();
    let (there, fresh) = (desk.path("ledger"), desk.path("fresh"));
    let asked = |at: &Path, act: &SignedStatement, key: SecretKey| found(&desk.setting_of(at, &Nobody), act, key);
    answers(asked(&there, &SMALL.founding(), log_key()), Code::U5, Kind::Input);
    answers(asked(&fresh, &SMALL.structure()[0], log_key()), Code::U3, Kind::Input);
    answers(asked(&fresh, &SMALL.founding(), SecretKey::from_seed(&[3; 32])), Code::R38, Kind::Refused);
    // Nobody's real election is founded under keys that anybody has.
    let real = founding(|called| called.manifest.rehearsal = false);
    answers(asked(&fresh, &real, log_key()), Code::R27, Kind::Refused);
    let real = founding(|called| {
        called.manifest.rehearsal = false;
        called.log_key = of(&NoteSigner::new(of(ORIGIN), SecretKey::from_seed(&[3; 32])).verifier().to_string());
    });
    answers(asked(&fresh, &real, SecretKey::from_seed(&[3; 32])), Code::R27, Kind::Refused);
    assert!(!fresh.exists(), "nothing is left behind");
}

#[test]
fn who_may_not_write() {
    let desk = Desk::founded();
    let (ledger, nowhere) = (desk.path("ledger"), desk.path("nowhere"));
    let asked = |at: &Path, key: SecretKey| {
        let writing = Writing { key, ..writing() };
        submit(desk.setting_of(at, &Nobody), writing, SMALL.structure())
    };
    answers(asked(&nowhere, log_key()), Code::V18, Kind::NoLedger);
    answers(read(&desk.setting_of(&nowhere, &Nobody), &TrustAnchors::default()), Code::V18, Kind::NoLedger);
    answers(asked(&ledger, SecretKey::from_seed(&[3; 32])), Code::R38, Kind::Refused);
    let held =
        writing::write(desk.setting_of(&ledger, &Nobody), log_key(), None, None, "another").expect("nobody holds it");
    answers(asked(&ledger, log_key()), Code::U7, Kind::Locked);
    held.writer.close().expect("its disk is sound");
    fs::write(ledger.join("log.vkey"), "no key").expect("it can be written");
    answers(asked(&ledger, log_key()), Code::U3, Kind::Input);
}

#[test]
fn a_policy_that_cannot_be_gone_by() {
    let desk = Desk::founded();
    let ledger = desk.path("ledger");
    let asked = |text: &str| {
        let policy = PolicyFile::read(&desk.write("policy", text.as_bytes())).expect("UTF-8");
        let writing = Writing { policy: Some(&policy), ..writing() };
        publish(desk.setting_of(&ledger, &Nobody), writing, &[]).map(|published| published.quorum)
    };
    let log = format!("log {}\n", log_signer().verifier());
    let witness = NoteSigner::new(of("witness.example/w"), SecretKey::from_seed(&[5; 32]));
    let of_witness = |url: &str| format!("{log}witness w {} {url}\nquorum w\n", witness.verifier());
    answers(asked("log nothing\n"), Code::U3, Kind::Input);
    answers(asked(&of_witness("ftp://w.example")), Code::U3, Kind::Input);
    // It could be asked, and nobody answers there: before it does, nothing is signed.
    answers(asked(&of_witness("http://127.0.0.1:1")), Code::V13, Kind::Insufficient);
    assert!(!ledger.join("policy").exists(), "a policy is kept only once it was gone by");
    answers(PolicyFile::read(&desk.write("latin", b"\xe9")), Code::U3, Kind::Input);
    answers(PolicyFile::read(&desk.path("missing")), Code::U2, Kind::Input);
}

#[test]
fn cosignatures_that_do_not_count() {
    let desk = Desk::founded();
    let ledger = desk.path("ledger");
    let witness = NoteSigner::new(of("witness.example/w"), SecretKey::from_seed(&[5; 32]));
    let text = format!("log {}\nwitness w {}\nquorum w\n", log_signer().verifier(), witness.verifier());
    let policy = PolicyFile::read(&desk.write("policy", text.as_bytes())).expect("UTF-8");
    let asked = |lines: &str| {
        let cosignatures = [Cosignatures { file: "line".into(), lines: lines.to_owned() }];
        let writing = Writing { policy: Some(&policy), ..writing() };
        publish(desk.setting_of(&ledger, &Nobody), writing, &cosignatures)
    };
    answers(asked("not a line\n"), Code::U3, Kind::Input);
    let checkpoint = read(&desk.setting_of(&ledger, &Nobody), &TrustAnchors::default()).expect("a ledger").checkpoint;
    let own = checkpoint.note().signatures()[0].clone();
    answers(asked(&format!("{own}\n")), Code::U3, Kind::Input);
}

/// In a queue, whoever lacks a scan is answered alone, and the others are in.
#[test]
fn a_scan_that_is_not_there_keeps_one_submission_out_and_no_other() {
    let desk = Desk::enrolled();
    let scan = b"\xff\xd8\xff the paper, as it was signed";
    let attachment = Attachment::of(of("01.001.jpg"), scan).expect("a small JPEG");
    let mut with_scan = protocol(paper("round-1", "01.001"), figures([1, 2, 3]));
    with_scan.attachments.push(attachment.clone());
    let with_scan = || signed(SMALL.ledger(), after(9), Body::ProtocolSubmitted(with_scan.clone()), &quorum("01.001"));
    let handed_in = || {
        let folder = desk.path("scans");
        let first = HandedIn { submission: with_scan(), scans: ScansAre::In(folder) };
        let second = HandedIn { submission: SMALL.protocols()[1].clone(), scans: ScansAre::Owed };
        vec![first, second]
    };
    let found = |error: &Error| match error {
        Error::Scan { attachment: named, found, .. } if **named == attachment => Some(*found),
        _ => None,
    };
    let outcome = || {
        let (submitted, receipts) = desk.submit(handed_in(), None).expect("the queue is heard");
        let of_first = submitted.answers.iter().find(|answer| answer.place == 0).expect("it is answered");
        let refused = of_first.outcome.as_ref().err().map(|error| (found(error), error.code(), error.kind()));
        (refused, receipts.len())
    };
    assert_eq!(outcome(), (Some((Some(ScanFound::Nothing), Code::U10, Kind::Refused)), 1));
    desk.write("scans/01.001.jpg", b"another paper");
    assert_eq!(outcome(), (Some((Some(ScanFound::Other), Code::U11, Kind::Refused)), 1));
    desk.write("scans/01.001.jpg", scan);
    assert_eq!(outcome(), (None, 2));
}

#[test]
fn what_is_no_log_cannot_be_told() {
    let desk = Desk::founded();
    let opened = |what: &Path| LogSource::open(what, &Nobody);
    answers(opened(&desk.path("nowhere")), Code::V18, Kind::NoLedger);
    answers(opened(&desk.write("letter.txt", b"Dear commission")), Code::U3, Kind::CannotTell);
    let mut tar = vec![0; 512];
    tar[257..262].copy_from_slice(b"ustar");
    tar[0] = b'x';
    answers(opened(&desk.write("broken.tar", &tar)), Code::U3, Kind::CannotTell);
    answers(opened(Path::new("http://")), Code::U1, Kind::Usage);
    desk.write("folder/checkpoint", b"no checkpoint");
    let folder = opened(&desk.path("folder")).expect("it might be one");
    let anchors = TrustAnchors::default();
    answers(verify::log(&folder, &anchors, Signatures::Together, &Nobody, &mut |_| {}), Code::U3, Kind::CannotTell);
    answers(receipts::of_log(&folder, &TrustAnchors::default(), &[]), Code::U3, Kind::CannotTell);
    answers(Survivor::read(&desk.write("half", b"half a seal")), Code::U3, Kind::Input);
    let ledger = desk.path("ledger");
    let published = ledger.join("published");
    answers(restore(&desk.setting_of(&ledger, &Nobody), &published, None, None), Code::U5, Kind::Input);
}

/// Two states, where no snapshots contradict each other.
fn states(outcome: Outcome<'_>) -> Compared<'_> {
    match outcome {
        Outcome::States(compared) => *compared,
        Outcome::Snapshots(_) | Outcome::False(_) => panic!("false numbers"),
    }
}

#[test]
fn two_states_that_cannot_be_compared() {
    let (older, desk) = (Desk::founded(), Desk::enrolled());
    let (older, newer) = (older.path("ledger/published/checkpoint"), desk.path("ledger/published/checkpoint"));
    let asked = |old: &Path, new: &Path, policy: Option<&str>| {
        let policy = policy.map(|text| Policy::parse(text).expect("a policy"));
        compare(old, new, policy.as_ref(), &Nobody).map(|outcome| states(outcome).found.relation)
    };
    let trusted = format!("log {}\nquorum none\n", log_signer().verifier());
    let other = NoteSigner::new(of("log.example/other"), SecretKey::from_seed(&[3; 32]));
    let distrusted = format!("log {}\nquorum none\n", other.verifier());
    answers(asked(&older, &newer, None), Code::U1, Kind::Usage);
    answers(asked(&older, &newer, Some(&trusted)), Code::U3, Kind::CannotTell);
    answers(asked(&older, &newer, Some(&distrusted)), Code::V12, Kind::No);
    answers(asked(&desk.write("letter", b"Dear commission"), &newer, None), Code::U3, Kind::CannotTell);
    let published = desk.path("ledger/published");
    assert_eq!(asked(&older, &published, None).expect("it has its entries"), Relation::Continuation);
    fs::remove_dir_all(published.join("tile")).expect("it is there");
    answers(asked(&older, &published, None), Code::V22, Kind::Insufficient);
}

#[test]
fn a_receipt_is_checked_under_a_key_that_somebody_trusts() {
    let desk = Desk::enrolled();
    let (ledger, nowhere) = (desk.path("ledger"), desk.path("nowhere"));
    let wanted = [Wanted::Sequence(of("3"))];
    let receipt = receipts::of_ledger(&desk.setting_of(&ledger, &Nobody), &TrustAnchors::default(), &wanted)
        .expect("it is there")
        .remove(0);
    let (report, trust) = verify::receipt(&receipt, None, &ledger).expect("the ledger names its key");
    assert_eq!((report.faults, trust), (Vec::new(), Trust::SelfSigned));
    let policy = format!("log {}\nquorum none\n", log_signer().verifier());
    let policy = Policy::parse(&policy).expect("a policy");
    let (report, trust) = verify::receipt(&receipt, Some(&policy), &nowhere).expect("the policy names its key");
    assert_eq!((report.faults, trust), (Vec::new(), Trust::Policy));
    let asked = |ledger: &Path| verify::receipt(&receipt, None, ledger);
    answers(asked(&nowhere), Code::U1, Kind::Usage);
    let other = NoteSigner::new(of("log.example/other"), SecretKey::from_seed(&[3; 32]));
    fs::write(ledger.join("log.vkey"), format!("{}\n", other.verifier())).expect("it can be written");
    answers(asked(&ledger), Code::U1, Kind::Usage);
}

#[test]
fn who_may_be_a_witness() {
    let desk = Desk::founded();
    let name = |looking: Looking, name: &str| looking.name(name);
    assert_eq!(name(Looking::Growth, "party.example/w").expect("a name").as_str(), "party.example/w");
    assert!(name(Looking::Election, "party.example/recomputed").is_ok());
    answers(name(Looking::Growth, "party.example/recomputed"), Code::U1, Kind::Usage);
    answers(name(Looking::Election, "party.example/w"), Code::U1, Kind::Usage);
    answers(name(Looking::Growth, "no name"), Code::U1, Kind::Usage);

    let watches = |text: &str| watched(&Policy::parse(text).expect("a policy"));
    assert_eq!(watches(&format!("log {}\nquorum none\n", log_signer().verifier())).expect("one").len(), 1);
    answers(watches("quorum none\n"), Code::U1, Kind::Usage);

    // One key, one signer: who holds the log's key is no witness of it.
    let logs = [log_signer().verifier().clone()];
    let asked = |place: &str, key: SecretKey| {
        let signer = NoteSigner::new(of("party.example/w"), key);
        hold(&desk.path(place), &desk.write("w.key", b"held, not read"), signer, &logs)
    };
    answers(asked("state", log_key()), Code::U1, Kind::Usage);
    drop(asked("state", SecretKey::from_seed(&[5; 32])).expect("a key of its own"));
    answers(asked("state", SecretKey::from_seed(&[6; 32])), Code::U1, Kind::Usage);
}

/// Two writers of one key: one log, two histories. Whoever has seen one of them says no to the other.
#[test]
fn a_second_history_is_answered_with_no() {
    let (one, other) = (Desk::founded(), Desk::founded());
    one.hand_in(SMALL.structure());
    let mut backwards = SMALL.structure();
    backwards.reverse();
    other.hand_in(backwards);
    let [ours, theirs] = [&one, &other].map(|desk| desk.path("ledger"));

    // A place that holds the other history is not written over.
    let out = one.path("out");
    write_log(&one.setting_of(&ours, &Nobody), None, &[], &out).expect("it leaves");
    answers(write_log(&other.setting_of(&theirs, &Nobody), None, &[], &out), Code::V24, Kind::No);

    // A receipt of one is none of the other.
    let last = [Wanted::Sequence(of("3"))];
    let receipt = receipts::of_ledger(&one.setting_of(&ours, &Nobody), &TrustAnchors::default(), &last)
        .expect("the event is there")
        .remove(0);
    let older = [Wanted::Older("receipt".to_owned(), Box::new(receipt))];
    answers(
        receipts::of_ledger(&other.setting_of(&theirs, &Nobody), &TrustAnchors::default(), &older),
        Code::V24,
        Kind::No,
    );
    let beyond = [Wanted::Sequence(of("999"))];
    let published = LogSource::open(&ours.join("published"), &Nobody).expect("it is published");
    answers(receipts::of_log(&published, &TrustAnchors::default(), &beyond), Code::U9, Kind::Usage);

    // Compared, they are a fork; the evidence needs neither of them.
    let compared = states(compare(&ours, &theirs, None, &Nobody).expect("each says whose it is"));
    assert_eq!(compared.found.relation, Relation::Fork);
    assert!(compared.found.evidence.as_ref().expect("two histories").verify().is_ok());
    let difference = compared.first_difference().expect("both can be read").expect("two whole logs");
    assert_eq!(difference.sequence, of("1"), "they part after the founding act");
    assert!(difference.events.iter().all(|event| event.as_ref().is_some_and(|event| event.body().is_some())));

    // A witness of one does not cosign the other.
    let signer = NoteSigner::new(of("witness.example/w"), SecretKey::from_seed(&[5; 32]));
    let (state, key) = (one.path("state"), one.write("key", b"held, not read"));
    let logs = [log_signer().verifier().clone()];
    let held = hold(&state, &key, signer, &logs).expect("nobody else holds it");
    let look = |at: &Path| {
        let source = LogSource::open(at, &Nobody).expect("a published log");
        let watch = Watch { logs: &logs, state: &held, place: &state };
        witness(&one.setting_of(Path::new(""), &Nobody), &source, watch, Looking::Growth)
    };
    look(&ours.join("published")).expect("the first it sees");
    answers(look(&theirs.join("published")), Code::V24, Kind::No);
    // Nor what shows less than it did.
    answers(look(&Desk::founded().path("ledger/published")), Code::V24, Kind::No);
}

#[test]
fn what_is_looked_for_and_not_there() {
    let desk = Desk::enrolled();
    let ledger = desk.path("ledger");
    let reading = read(&desk.setting_of(&ledger, &Nobody), &TrustAnchors::default()).expect("a sound ledger");
    let query = Query { ledger: &ledger, reading: &reading };
    answers(query.unit("99"), Code::U9, Kind::Usage);
    answers(query.contests(Some("round-9")), Code::U9, Kind::Usage);
    answers(query.tier("village"), Code::U1, Kind::Usage);
    answers(query.find("999"), Code::U9, Kind::Usage);
    answers(query.event(Sequence(999)), Code::U9, Kind::Usage);
    answers(query.paper("0"), Code::U1, Kind::Usage);
    let error = query.unit("99").expect_err("there is no such unit");
    assert!(matches!(error, Error::Query(QueryError::NoUnit { lowest: Some(_), .. })), "{error}");
    assert_eq!(query.unit("01.001").expect("it is formed"), &of("01.001"));
    assert_eq!(query.contests(None).expect("all of them").len(), 2);
}

/// The folder of an election whose top unit has so many members; its manifest asks for eighteen.
fn folder(members: u8) -> ElectionFolder {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders/two-boxes");
    let file = |name: &str| (name.to_owned(), fs::read(root.join(name)).expect("it is there"));
    let mut files = BTreeMap::from(["manifest.toml", "units.csv", "candidates.csv"].map(file));
    let row = |seat: u8| {
        let office = if seat == 1 { "chair" } else { "member" };
        format!("CEC,{seat},Member {seat},{office},,{}\n", SecretKey::from_seed(&[seat; 32]).public())
    };
    let rows: String = (1..=members).map(row).collect();
    files.insert(
        "members.csv".to_owned(),
        format!("unit,seat,name,office,nominated_by,public_key\n{rows}").into_bytes(),
    );
    ElectionFolder::read(&files).expect("a folder without a mistake")
}

#[test]
fn what_cannot_be_drafted() {
    let desk = Desk::enrolled();
    let background = kit::of_ledger(&desk.setting_of(&desk.path("ledger"), &Nobody), &TrustAnchors::default())
        .expect("a sound ledger");
    let unit = |kind, name| draft::unit(kind, name, &background).map_err(Error::from);
    answers(unit(Says::ProtocolSubmitted, "99"), Code::U9, Kind::Usage);
    assert_eq!(unit(Says::CommissionFormed, "99").expect("it is to be formed"), of("99"));
    let contest = |name| draft::contest(Says::ProtocolSubmitted, name, &background).map_err(Error::from);
    answers(contest(Some("round-9")), Code::U9, Kind::Usage);
    answers(contest(None), Code::U1, Kind::Usage);
    assert_eq!(contest(Some("local")).expect("it is called"), Some(of("local")));

    let key = SecretKey::from_seed(&[3; 32]).public().to_string();
    let asked = |folder: ElectionFolder, key: &str, succeeds: Option<&Path>| {
        founding::founding(folder, key, succeeds, &TrustAnchors::default(), &Nobody)
    };
    answers(asked(folder(0), &key, None), Code::U3, Kind::Input);
    answers(asked(folder(18), "a word", None), Code::U1, Kind::Usage);
    answers(asked(folder(18), &key, Some(&desk.path("nowhere"))), Code::V18, Kind::NoLedger);
    let called = asked(folder(18), &key, Some(&desk.path("ledger"))).expect("it goes on from another log");
    assert_eq!(called.predecessor.map(|before| before.origin.to_string()), Some(ORIGIN.to_owned()));
    let mut same = folder(18);
    same.origin = Some(ORIGIN.to_owned());
    answers(asked(same, &key, Some(&desk.path("ledger"))), Code::U1, Kind::Usage);
}

#[test]
fn files_that_are_no_receipt_and_no_evidence() {
    let desk = Desk::founded();
    let receipt = desk.write("receipt", RECEIPT_HEADER.as_bytes());
    let evidence = desk.write("evidence", FORK_HEADER.as_bytes());
    assert_eq!(Subject::of(&receipt).expect("it is there"), Subject::Receipt);
    assert_eq!(Subject::of(&evidence).expect("it is there"), Subject::Evidence);
    assert_eq!(Subject::of(&desk.path("ledger")).expect("it is there"), Subject::Ledger);
    assert_eq!(Subject::of(&desk.path("ledger/published")).expect("it is there"), Subject::Log);
    answers(verify::read_receipt(&receipt), Code::U3, Kind::CannotTell);
    answers(verify::read_evidence(&evidence), Code::U3, Kind::CannotTell);
    answers(verify::read_receipt(&desk.path("nowhere")), Code::U2, Kind::Input);
}

#[test]
fn a_key_is_made_of_what_is_handed_in() {
    let seed = || KeySeed { secret: [7; 32].into(), file: KeyFileSeed { salt: [1; 16], iv: [2; 16] } };
    let key = keygen("a passphrase", seed(), None).expect("it has a passphrase");
    let opened = keyfile::open(&key.file, || Some("a passphrase".to_owned().into())).expect("it is the same");
    assert_eq!(opened.public(), key.public);
    assert_eq!(key.public.fingerprint().split(' ').count(), 8);
    assert!(keygen("", seed(), None).is_err());
}
